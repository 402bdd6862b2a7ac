import { type Place, type Problem, problem } from '../diagnostic.ts';
import type { SourceText } from '../document/document.ts';
import { plainText } from '../document/plain-text.ts';
import { dayIn } from '../time/written-day.ts';
import type { ImprovementState, Question } from '../vocabulary.ts';
import type { Improvement } from './improvement.ts';
import { type Item, nestedTasks } from './item.ts';
import { isStatus, valueProblem, wordProblem } from './word-problems.ts';
import {
  improvementGrammarOf,
  printWord,
  type ReadWords,
  readWords,
  type Word,
  type WordKey,
} from './words.ts';

/** An improvement that has no anchor yet: ids that authors wrote come first, in the whole file. */
export interface ImprovementDraft {
  improvement: Omit<Improvement, 'anchor'>;
  /** The `id:` its author gave it. */
  id: { value: string; place: Place } | null;
  problems: Problem[];
}

/** Reads a task-list item under one of the five questions. Problems never keep an improvement from being listed. */
export function readImprovement(
  item: Item,
  { question, source, writtenOn }: { question: Question; source: SourceText; writtenOn: string | null },
): ImprovementDraft {
  const { lead, place, blocks } = item;
  const read = readWords(lead?.text ?? '', improvementGrammarOf(question));
  const placeOf = (word: Word): Place => lead?.placeAt(word.start) ?? place;
  const phrasing = lead?.phrasingUntil(endOf(lead.text, read)) ?? [];
  const title = plainText(phrasing);

  const faultyWords = new Set<Word>();
  // They are told to move; what they say is judged where they belong.
  const early = new Set(read.faults.flatMap((fault) => (fault.kind === 'early' ? fault.words : [])));
  const valueProblems: Problem[] = [];
  for (const word of read.words) {
    const found = lead && valueProblem(word, { lead, source, writtenOn });
    if (!found) continue;
    faultyWords.add(word);
    if (!early.has(word)) valueProblems.push(found);
  }
  const faulty = new Set<WordKey>([...faultyWords].map(({ key }) => key));
  const wordOf = (key: WordKey): Word | null => read.words.find((word) => word.key === key) ?? null;
  const valueFor = (key: WordKey): string | null => (faulty.has(key) ? null : (wordOf(key)?.value ?? null));
  const placeFor = (key: WordKey): Place | null => {
    const word = faulty.has(key) ? null : wordOf(key);
    return word && placeOf(word);
  };

  const problems =
    item.problems.length > 0
      ? item.problems
      : [...faultProblems(item, { read, faultyWords, source }), ...valueProblems];
  for (const fault of read.faults) if (fault.kind === 'empty') faulty.add(fault.key);
  if (item.problems.length === 0) {
    problems.push(
      ...stateProblems(item, { wordOf, placeOf, faulty, early, title, reason: plainText(blocks) }),
    );
    if (title === '') problems.push(emptyProblem(place, valueFor('owner'), valueFor('due')));
  }
  for (const task of nestedTasks(blocks, source, 'an improvement')) problems.push(task);

  const isUndated = item.checked === true && wordOf('done') === null && wordOf('dropped') === null;
  const systems = new Map<string, Place>();
  for (const word of read.words)
    if (word.key === 'system' && !faultyWords.has(word) && !systems.has(word.value))
      systems.set(word.value, placeOf(word));
  const id = valueFor('id');
  const idPlace = placeFor('id');
  return {
    improvement: {
      place,
      question,
      title,
      phrasing,
      blocks,
      state: stateOf(item, wordOf),
      owner: valueFor('owner'),
      ownerPlace: placeFor('owner'),
      due: valueFor('due'),
      done: valueFor('done'),
      dropped: valueFor('dropped'),
      ticket: valueFor('ticket'),
      systems: [...systems.keys()],
      systemPlaces: [...systems.values()],
      // The day it was done is its date, and is asked for already.
      reported: [...faulty, ...(isUndated ? (['due'] as const) : [])],
    },
    id: id !== null && idPlace ? { value: id, place: idPlace } : null,
    problems,
  };
}

/** Where the words begin in the lead's text, without the blanks before them. */
export function endOf(text: string, read: ReadWords): number {
  return text.length - text.trimStart().length + read.text.length;
}

function faultProblems(
  { lead, checked }: Item,
  { read, faultyWords, source }: { read: ReadWords; faultyWords: ReadonlySet<Word>; source: SourceText },
): Problem[] {
  if (!lead) return [];
  const kind = {
    name: 'improvement',
    bullet: checked ? '- [x]' : '- [ ]',
    words: read.words.filter((word) => !faultyWords.has(word)),
    lead,
    wordsStart: endOf(lead.text, read),
  };
  return read.faults
    .filter((fault) => !(fault.kind === 'near' || fault.kind === 'blank') || !faultyWords.has(fault.word))
    .map((fault) => wordProblem(fault, kind, source));
}

interface StateWords {
  wordOf(key: WordKey): Word | null;
  placeOf(word: Word): Place;
  /** Keys that were reported already. */
  faulty: ReadonlySet<WordKey>;
  /** Words that were told to move. */
  early: ReadonlySet<Word>;
  title: string;
  /** What is nested in the item, as text. */
  reason: string;
}

/** The table of boxes and words: an open box has no date of an end, a ticked one has exactly one. */
function stateProblems(
  { checked, boxPlace }: Item,
  { wordOf, placeOf, faulty, early, title, reason }: StateWords,
): Problem[] {
  const [done, dropped] = [wordOf('done'), wordOf('dropped')];
  if ((done && early.has(done)) || (dropped && early.has(dropped))) return [];
  if (done && dropped) {
    const [, second] = done.start < dropped.start ? [done, dropped] : [dropped, done];
    const message = 'This improvement has both `done:` and `dropped:`; it ended one way.';
    const hint = `Keep \`${printWord(done)}\` if it was done, or \`${printWord(dropped)}\` if it was given up.`;
    return [problem('improvement-state', placeOf(second), message, hint)];
  }
  const end = done ?? dropped;
  if (!checked && end) {
    const message = `This improvement has \`${printWord(end)}\`, but its box is not ticked.`;
    const hint = `Tick it, \`- [x] … ${printWord(end)}\`; or take \`${end.key}:\` away while it is open.`;
    return [problem('improvement-state', placeOf(end), message, hint)];
  }
  if (checked && !end && !faulty.has('done') && !faulty.has('dropped')) {
    const message = 'This box is ticked, but nothing says when.';
    const day = dayIn(title)?.days.join(' or done:') ?? '2018-05-18';
    const hint = `Write \`- [x] … done:${day}\` if it was done; \`dropped:2018-05-18\` and a nested line that says why if it was given up.`;
    return [problem('improvement-state', boxPlace, message, hint)];
  }
  if (checked && dropped && reason === '') {
    const message = 'This improvement was dropped, but nothing says why.';
    const hint = 'Add a line below it, indented by two blanks: `  - The provider does it for us now.`';
    return [problem('improvement-reason', placeOf(dropped), message, hint)];
  }
  return [];
}

function stateOf({ checked }: Item, wordOf: (key: WordKey) => Word | null): ImprovementState {
  if (checked) return wordOf('dropped') && !wordOf('done') ? 'dropped' : 'closed';
  const status = wordOf('status')?.value ?? '';
  return isStatus(status) ? status : 'new';
}

function emptyProblem(place: Place, owner: string | null, due: string | null): Problem {
  return problem(
    'improvement-text',
    place,
    'This improvement has no text: nobody could tell what to do.',
    `Write what will be different, for example \`- [ ] Page on-duty when the oldest fax is older than 15 minutes @${owner ?? 'handle'} due:${due ?? 'YYYY-MM-DD'}\`; or take the line away.`,
  );
}

import { distance } from 'fastest-levenshtein';
import { slug } from 'github-slugger';
import { type Place, type Problem, problem } from '../diagnostic.ts';
import type { SourceText } from '../document/document.ts';
import { fixAt } from '../fix/fix.ts';
import { shortened } from '../shortened.ts';
import { isDate } from '../time/dates.ts';
import { readingsNear } from '../time/written-day.ts';
import { type Lead, notText } from './lead.ts';
import { nearestDate } from './nearest-date.ts';
import { daysSpoken } from './spoken-day.ts';
import { fixTitle, valueEdits, wordEdits } from './word-fixes.ts';
import { isDateKey } from './word-slips.ts';
import { printWord, printWords, startOf, type Word, type WordFault, type WordKey } from './words.ts';

/** What an item is called in a message, and how a line of it looks. */
export interface ItemKind {
  name: string;
  /** The bullet with its box, for the line to write instead. */
  bullet: string;
}

/** An odd thing about the words of an item, told to its author, with the one right way to write it where there is one. */
export function wordProblem(
  fault: WordFault,
  item: ItemKind & { words: readonly Word[]; lead: Lead; wordsStart: number },
  source: SourceText,
): Problem {
  const { lead, words, name, bullet } = item;
  const found = explain(fault, { name, bullet, words, text: lead.text }, lead.placeAt);
  const edits = lead.editsAt(wordEdits(fault, { words, text: lead.text, wordsStart: item.wordsStart }));
  return edits === null || edits.length === 0
    ? found
    : { ...found, fix: fixAt(source, fixTitle(fault), ...edits) };
}

function explain(
  fault: WordFault,
  item: ItemKind & { words: readonly Word[]; text: string },
  placeAt: (index: number) => Place,
): Problem {
  const place = placeAt(startOf(fault));
  switch (fault.kind) {
    case 'early':
      return earlyProblem(fault.words, item, place);
    case 'twice':
      return fault.word.key === 'owner'
        ? problem(
            'word-twice',
            place,
            `This ${item.name} has two owners, ${code(fault.first)} and ${code(fault.word)}; one person answers for it.`,
            `Keep one handle at the end, and name the other person in the text without \`@\`.`,
          )
        : problem(
            'word-twice',
            place,
            `This ${item.name} has \`${fault.word.key}:\` twice, ${code(fault.first)} and ${code(fault.word)}.`,
            'Keep the one that is right.',
          );
    case 'near':
      return problem(
        'word-unknown',
        place,
        `\`${fault.written}:\` is not a word of this format. Did you mean \`${fault.word.key}:\`?`,
        `Write ${code(fault.word)}.`,
      );
    case 'blank':
      return problem(
        'word-blank',
        place,
        `There is a blank between \`${fault.word.key}:\` and its value.`,
        `Write ${code(fault.word)}.`,
      );
    case 'empty':
      return problem(
        'word-value',
        place,
        `\`${fault.key}:\` has no value.`,
        `Write for example \`${examples[fault.key]}\`, or leave the word out.`,
      );
    case 'foreign':
      return foreignProblem(fault.word, item, place);
  }
}

/**
 * What is wrong with a word's value, or null.
 *
 * @param writtenOn About when it was written, for days without a year; null where nobody knows.
 */
export function valueProblem(
  word: Word,
  { lead, source, writtenOn }: { lead: Lead; source: SourceText; writtenOn: string | null },
): Problem | null {
  const found = judgeValue(word, lead.placeAt(word.start), writtenOn);
  const [edit] = found?.rule === 'word-date' ? valueEdits(word, writtenOn) : [];
  const edits = edit === undefined ? null : lead.editsAt([edit]);
  return found === null || edits === null || edit === undefined
    ? found
    : { ...found, fix: fixAt(source, `Write ${edit.text}`, ...edits) };
}

function judgeValue(word: Word, place: Place, writtenOn: string | null): Problem | null {
  const { key, value } = word;
  if (value === 'TBD') {
    const hint =
      key === 'due'
        ? `Write the day on which somebody will ask for it again; or leave the word out until the meeting has found one.`
        : `Leave the word out until ${key === 'owner' ? 'somebody has taken it' : 'it is known'}.`;
    return problem('word-value', place, `${code(word)}: TBD can't stand in the words at the end.`, hint);
  }
  if (value.includes(notText)) {
    const message = `The value of \`${key}:\` is more than plain text.`;
    return problem(
      'word-value',
      place,
      message,
      `Write it without Markdown, for example \`${examples[key]}\`.`,
    );
  }
  if (isDateKey(key)) return isDate(value) ? null : dayProblem(word, place, writtenOn);
  if (key === 'status') return isStatus(value) ? null : statusProblem(word, place);
  if (key === 'id' && slug(value) !== value) {
    const message = `${code(word)} can't be an anchor: an id has lower-case letters, digits, \`-\` and \`_\`.`;
    const proposal = clip(slug(value).replace(/[^\p{L}\p{M}\p{N}_-]/gu, '')) || 'page-on-duty';
    return problem('word-value', place, message, `Write \`id:${proposal}\`.`);
  }
  if (key === 'system' && !/^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_./-]*[\p{L}\p{M}\p{N}_])?$/u.test(value)) {
    const proposal = clip(value.replace(/[^\p{L}\p{M}\p{N}_./-]|[.]$/gu, '')) || 'fax-gateway';
    const message = `${code(word)} has a character in it that no system's id has.`;
    return problem('word-value', place, message, `Write \`system:${proposal}\`.`);
  }
  return null;
}

/** States that an author writes; the others follow from the box. */
export const writtenStates = ['accepted', 'resolved', 'verified'] as const;
export type WrittenState = (typeof writtenStates)[number];

export function isStatus(value: string): value is WrittenState {
  return (writtenStates as readonly string[]).includes(value);
}

const examples: Record<WordKey, string> = {
  owner: '@handle',
  due: 'due:2018-06-01',
  done: 'done:2018-05-18',
  dropped: 'dropped:2018-05-18',
  ticket: 'ticket:OPS-142',
  status: 'status:accepted',
  id: 'id:page-on-duty',
  system: 'system:fax-gateway',
};

/** A word as code, cut where somebody has written a novel in it. */
function code(word: Pick<Word, 'key' | 'value'>): string {
  return `\`${clip(printWord(word))}\``;
}

const clip = (text: string): string => shortened(text, 80);

function earlyProblem(
  early: readonly Word[],
  { name, bullet, words, text }: ItemKind & { words: readonly Word[]; text: string },
  place: Place,
): Problem {
  const those = early.map(code).join(' ');
  const message = `${those} ${early.length === 1 ? 'stands' : 'stand'} before the end of this ${name}'s text.`;
  const line = `\`${clip(printWords(`${bullet} …`, words))}\``;
  const isLineEnd = /^[ \t]*\r?\n/.test(text.slice(early.at(-1)?.end));
  const isOne = early.length === 1;
  const move = `move ${isOne ? 'it' : 'them'} to the end`;
  const vague = early.find(({ key, value }) => isDateKey(key) && !isDate(value) && /\p{L}/u.test(value));
  // A value that no word has makes it text, most likely.
  const hint = vague
    ? `Write a day, at the end: \`… ${vague.key}:YYYY-MM-DD\`; if it is text, write it as code, in backquotes.`
    : !early.some((word) => words.includes(word))
      ? `If it is text, write it as code, in backquotes; if it is meant as a word, ${move}.`
      : isLineEnd
        ? `The next line belongs to the same paragraph: leave a blank line before it or begin it with \`- \`; or ${move}, ${line}.`
        : `M${move.slice(1)}, ${line}; or write ${isOne ? 'it' : 'them'} as code, in backquotes, where that is text.`;
  return problem('word-place', place, message, hint);
}

function foreignProblem(word: Word, { name }: ItemKind, place: Place): Problem {
  if (word.key === 'system' && name === 'improvement') {
    const message = `${code(word)} says which risk an improvement answers, and this one stands under another question.`;
    const hint =
      'Move its line under "Other areas of risk" if it answers a risk there; else leave the word out.';
    return problem('word-foreign', place, message, hint);
  }
  if (word.key === 'system') {
    const message = `${code(word)} says whom a risk threatens, but this is an ${name}.`;
    const hint = `Write a risk of its own under "Other areas of risk": \`- … ${printWord(word)}\`.`;
    return problem('word-foreign', place, message, hint);
  }
  if (word.key === 'owner') {
    const message = `A ${name} has no owner, and ${code(word)} makes none.`;
    const hint = `Leave the risk without it. What they will do is an improvement, in a line of its own below: \`- [ ] … ${printWord(word)} due:YYYY-MM-DD\`.`;
    return { ...problem('idea-words', place, message, hint), severity: 'warning' };
  }
  const message = `${code(word)} is a word of an improvement, but a plain bullet is ${name === 'idea' ? 'an idea' : `a ${name}`}.`;
  const hint = `To make it an improvement, begin with a box: \`- [ ] … ${printWord(word)}\`.`;
  return { ...problem('idea-words', place, message, hint), severity: 'warning' };
}

function dayProblem(word: Word, place: Place, writtenOn: string | null): Problem {
  const proposal = nearestDate(word.value, writtenOn);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(word.value);
  const message = exists
    ? `There is no ${word.value} in the calendar.`
    : `${code(word)} is not a day: a date is year, month and day, \`YYYY-MM-DD\`.`;
  const spoken =
    word.key === 'due' && proposal === null && writtenOn !== null ? daysSpoken(word.value, writtenOn) : [];
  if (spoken.length > 0)
    return problem(
      'word-date',
      place,
      message,
      `Write ${spoken.map((day) => `\`due:${day}\``).join(' or ')}, counted from ${writtenOn}; or the day you mean.`,
    );
  const hint = proposal
    ? `Write \`${word.key}:${proposal}\`${exists ? ', or the day you mean' : ''}.`
    : readingsNear(word.value, writtenOn)
        .map((day) => `\`${word.key}:${day}\``)
        .join(' or ');
  return problem(
    'word-date',
    place,
    message,
    proposal ? hint : `Write ${hint === '' ? `the day as \`${word.key}:YYYY-MM-DD\`` : hint}.`,
  );
}

const statusHints: Record<string, string> = {
  new: 'An improvement is new until a status says otherwise: leave the word out.',
  closed: 'An improvement is closed by its box: `- [x] … done:2018-05-18`.',
  done: 'An improvement is closed by its box: `- [x] … done:2018-05-18`.',
  dropped:
    'An improvement is dropped by its box: `- [x] … dropped:2018-05-18`, with a nested line that says why.',
};

function statusProblem({ value }: Word, place: Place): Problem {
  const lower = value.toLowerCase();
  const near = value.length < 20 ? writtenStates.find((state) => distance(lower, state) <= 2) : undefined;
  const question = near ? ` Did you mean \`${near}\`?` : '';
  const message = `\`${clip(value)}\` is not a status: those are \`accepted\`, \`resolved\` and \`verified\`.${question}`;
  const hint = Object.hasOwn(statusHints, lower) ? statusHints[lower] : undefined;
  return problem('word-value', place, message, hint ?? `Write \`status:${near ?? 'accepted'}\`.`);
}

import type { BlockContent, Nodes } from 'mdast';
import { type Problem, problem } from '../diagnostic.ts';
import type { Section, SourceText } from '../document/document.ts';
import { isComment, maySayTbd, plainText, saysTbd, walk } from '../document/plain-text.ts';
import type { Question } from '../vocabulary.ts';
import type { Anchors } from './anchors.ts';
import type { Idea, QuestionAnswer } from './improvement.ts';
import { type Item, isList, linesMeantAsTasks, nestedTasks, readItem } from './item.ts';
import { endOf, type ImprovementDraft, readImprovement } from './read-improvement.ts';
import { valueProblem, wordProblem } from './word-problems.ts';
import { isDateKey } from './word-slips.ts';
import { ideaGrammar, readWords, riskGrammar, type WordFault } from './words.ts';

export interface QuestionContext {
  question: Question;
  source: SourceText;
  anchors: Anchors;
  /** About when it was written, for days without a year; null where nobody knows. */
  writtenOn: string | null;
}

/**
 * Reads the section of one question. In a file with several, use `readQuestions`: an `id:` in a later section
 * goes before a slug in an earlier one.
 */
export function readQuestion(
  section: Section,
  context: QuestionContext,
): { answer: QuestionAnswer; problems: Problem[] } {
  const draft = readDraft(section, context);
  const problems = [...draft.problems, ...reserveIds([draft], context.anchors)];
  return { answer: nameAll(draft, context.anchors), problems };
}

/** Reads the sections of all questions of one file, in the order given. */
export function readQuestions(
  asked: readonly { question: Question; section: Section }[],
  { anchors, ...rest }: Omit<QuestionContext, 'question'>,
): { answers: QuestionAnswer[]; problems: Problem[] } {
  const drafts = asked.map(({ question, section }) => readDraft(section, { question, ...rest }));
  const problems = [...drafts.flatMap((draft) => draft.problems), ...reserveIds(drafts, anchors)];
  return { answers: drafts.map((draft) => nameAll(draft, anchors)), problems };
}

interface Draft {
  answer: Omit<QuestionAnswer, 'ideas' | 'improvements'>;
  ideas: Omit<Idea, 'anchor'>[];
  improvements: (ImprovementDraft & { anchor?: string })[];
  problems: Problem[];
}

function readDraft(
  section: Section,
  { question, source, writtenOn }: Omit<QuestionContext, 'anchors'>,
): Draft {
  const nodes = section.nodes.filter((node) => !isComment(node));
  const prose = nodes.filter((node) => node.type !== 'list') as BlockContent[];
  const items = nodes.filter(isList).flatMap((list) => list.children.map((child) => readItem(child, source)));
  const draft: Draft = {
    answer: { question, place: section.place, prose, answered: false },
    ideas: [],
    improvements: [],
    problems: [...linesMeantAsTasks(prose, source), ...nestedTasks(prose, source, 'other text')],
  };
  for (const item of items) {
    if (item.checked !== null) {
      const read = readImprovement(item, { question, source, writtenOn });
      draft.improvements.push(read);
      for (const found of read.problems) draft.problems.push(found);
    } else if (!item.empty) {
      const { idea, problems } = readIdea(item, question, source);
      draft.ideas.push(idea);
      for (const found of problems) draft.problems.push(found);
    }
  }
  const isTbd = maySayTbd(nodes, source) ? saysTbd : (): boolean => false;
  draft.answer.answered =
    draft.improvements.some(({ improvement: { title, phrasing } }) => title !== '' && !isTbd(phrasing)) ||
    draft.ideas.some((idea) => idea.text !== '' && !isTbd(idea.phrasing)) ||
    prose.some((block) => saysSomething(block, isTbd));
  return draft;
}

function readIdea(
  item: Item,
  question: Question,
  source: SourceText,
): { idea: Omit<Idea, 'anchor'>; problems: Problem[] } {
  const { lead, place, blocks } = item;
  const isRisk = question === 'other-areas-of-risk';
  const name = isRisk ? 'risk' : 'idea';
  const problems = [...item.problems];
  const idea: Omit<Idea, 'anchor'> = {
    place,
    text: plainText(blocks),
    phrasing: [],
    blocks,
    systems: [],
    systemPlaces: [],
  };
  if (lead) {
    const read = readWords(lead.text, isRisk ? riskGrammar : ideaGrammar);
    idea.phrasing = lead.phrasingUntil(isRisk ? endOf(lead.text, read) : lead.text.length);
    idea.text = plainText(idea.phrasing);
    for (const word of read.words) {
      const wordPlace = lead.placeAt(word.start);
      const found = valueProblem(word, { lead, source, writtenOn: null });
      if (found) problems.push(found);
      else if (!idea.systems.includes(word.value)) {
        idea.systems.push(word.value);
        idea.systemPlaces.push(wordPlace);
      }
    }
    for (const fault of item.problems.length > 0 ? [] : faultsToTell(read.faults)) {
      problems.push(
        wordProblem(
          fault,
          { name, bullet: '-', words: read.words, lead, wordsStart: endOf(lead.text, read) },
          source,
        ),
      );
    }
  }
  for (const task of nestedTasks(blocks, source, isRisk ? 'a risk' : 'an idea')) problems.push(task);
  return { idea, problems };
}

/** `due:` before anything but a date is prose; beside a date an `@name` is part of the same slip. */
function faultsToTell(faults: readonly WordFault[]): WordFault[] {
  const told = faults.filter(
    (fault) => !(fault.kind === 'foreign' && isDateKey(fault.word.key) && !/^\d/.test(fault.word.value)),
  );
  const isDated = told.some((fault) => fault.kind === 'foreign' && isDateKey(fault.word.key));
  return told.filter((fault) => !(isDated && fault.kind === 'foreign' && fault.word.key === 'owner'));
}

/** Gives every written `id:` its anchor; the second of two that are the same is a problem. */
function reserveIds(drafts: readonly Draft[], anchors: Anchors): Problem[] {
  const problems: Problem[] = [];
  for (const draft of drafts.flatMap(({ improvements }) => improvements)) {
    if (!draft.id) continue;
    const { value, place } = draft.id;
    const anchor = anchors.reserve(value);
    if (anchor !== null) {
      draft.anchor = anchor;
      continue;
    }
    const message = `Another improvement in this file has \`id:${value}\` already; an id names one.`;
    problems.push(
      problem('improvement-id', place, message, `Write \`id:${value}-2\`, or leave the word out.`),
    );
  }
  return problems;
}

function nameAll({ answer, ideas, improvements }: Draft, anchors: Anchors): QuestionAnswer {
  const kind = answer.question === 'other-areas-of-risk' ? 'risk' : 'idea';
  return {
    ...answer,
    improvements: improvements.map(({ improvement, anchor }) => ({
      ...improvement,
      anchor: anchor ?? anchors.take(improvement.title, 'improvement'),
    })),
    ideas: ideas.map((idea) => ({ ...idea, anchor: anchors.take(idea.text, kind) })),
  };
}

/** Whether a paragraph in it is more than TBD. */
function saysSomething(block: Nodes, isTbd: (nodes: readonly Nodes[]) => boolean): boolean {
  let found = false;
  walk([block], (node) => {
    // A note at the end of a file is under its last question, and speaks of any.
    if (node.type === 'footnoteDefinition') return false;
    if (node.type === 'paragraph' || node.type === 'tableCell') {
      const hasText = plainText([node]) !== '' || node.children.some((child) => child.type === 'image');
      found ||= hasText && !isTbd([node]);
    }
    return !found;
  });
  return found;
}

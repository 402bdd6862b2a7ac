import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import type { Problem } from '../../../src/core/diagnostic.ts';
import type { Section, SourceText } from '../../../src/core/document/document.ts';
import { createAnchors } from '../../../src/core/improvement/anchors.ts';
import type { Idea, Improvement, QuestionAnswer } from '../../../src/core/improvement/improvement.ts';
import { readQuestion } from '../../../src/core/improvement/read-question.ts';
import type { Question } from '../../../src/core/vocabulary.ts';

/** A section's body as it stands in a file, from the file's first line. */
export function sectionOf(text: string): { section: Section; source: SourceText } {
  const nodes = (mdxToMdast(text) as Root).children;
  const section: Section = {
    slug: null,
    heading: null,
    anchor: '',
    place: { line: 1, column: 1 },
    nodes,
    tbd: false,
    empty: nodes.length === 0,
  };
  return { section, source: sourceOf(text) };
}

/** Whether the parser takes the text at all; what it doesn't is reported elsewhere. */
export function isMdx(text: string): boolean {
  try {
    mdxToMdast(text);
    return true;
  } catch {
    return false;
  }
}

export function sourceOf(text: string): SourceText {
  const lines = text.split('\n');
  return {
    text,
    placeAt(offset) {
      const before = text.slice(0, offset);
      return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
    },
    line: (n) => lines[n - 1] ?? '',
  };
}

export function ask(
  text: string,
  question: Question = 'detect',
  taken: string[] = [],
): { answer: QuestionAnswer; problems: Problem[] } {
  const { section, source } = sectionOf(text);
  return readQuestion(section, { question, source, anchors: createAnchors(taken), writtenOn: '2018-05-11' });
}

/** The one improvement of a text that has no problems. */
export function improvementOf(text: string): Improvement {
  const { answer, problems } = ask(text);
  const [only, ...others] = answer.improvements;
  if (!only || others.length > 0 || problems.length > 0)
    throw new Error(`Not one good improvement: ${show(problems)}`);
  return only;
}

/** The one risk of a text that has no problems. */
export function riskOf(text: string): Idea {
  const { answer, problems } = ask(text, 'other-areas-of-risk');
  const [only, ...others] = answer.ideas;
  if (!only || others.length > 0 || problems.length > 0)
    throw new Error(`Not one good risk: ${show(problems)}`);
  return only;
}

/** Problems as lines to read: `line:column rule: message → hint`. */
export function show(problems: readonly Problem[]): string {
  return problems
    .map(({ place, rule, severity, message, hint }) => {
      const head = `${place.line}:${place.column} ${severity === 'error' ? '' : `${severity} `}${rule}`;
      return `${head}: ${message}${hint ? `\n    → ${hint}` : ''}`;
    })
    .join('\n');
}

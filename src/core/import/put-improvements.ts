import type { Document } from '../document/document.ts';
import { type Question, questions, sections } from '../vocabulary.ts';

/** A file with more improvements. */
export interface PutImprovements {
  text: string;
  /** Of the first line that is new, from 1. */
  line: number;
}

/**
 * Puts a list at the end of a question's section. A section that is missing comes in, in the order of the questions; one that
 * says only TBD is answered now. Every other byte stays.
 *
 * @param raw The file's text as it is on disk; `document` is its reading.
 * @param list A task list without a line break at its end.
 */
export function putImprovements(
  raw: string,
  document: Document,
  question: Question,
  list: string,
): PutImprovements {
  const newline = /\r\n|\n|\r/.exec(raw)?.[0] ?? '\n';
  const lines = raw.split(/\r\n|\n|\r/);
  const at = document.sections.findIndex(({ slug }) => slug === question);
  const section = document.sections[at];
  const endOf = (index: number): number => (document.sections[index + 1]?.place.line ?? lines.length + 1) - 1;
  const added = list.split('\n');
  if (section === undefined) {
    const rank = questions.indexOf(question);
    const later = document.sections.findIndex(({ slug }) => questions.indexOf(slug as Question) > rank);
    const end = later === -1 ? lines.length : endOf(later - 1);
    const heading = [`## ${sections[question].name}`, ''];
    return spliced(lines, end, [...heading, ...added], newline);
  }
  const [only, another] = section.nodes;
  const start = only?.position?.start.line;
  if (section.tbd && only?.type === 'paragraph' && another === undefined && start !== undefined) {
    const end = only.position?.end.line ?? start;
    if (
      lines
        .slice(start - 1, end)
        .join(' ')
        .trim() === 'TBD'
    )
      return { text: lines.toSpliced(start - 1, end - start + 1, ...added).join(newline), line: start };
  }
  const last = section.nodes.at(-1);
  const end = endOf(at);
  const isList = last?.type === 'list' && last.ordered !== true && (last.position?.end.line ?? 0) <= end;
  return spliced(lines, end, added, newline, isList);
}

/** Puts lines in before the blank lines that end a stretch, with a blank line on both sides. */
function spliced(
  lines: readonly string[],
  end: number,
  added: readonly string[],
  newline: string,
  isTight = false,
): PutImprovements {
  let last = end;
  while (last > 0 && lines[last - 1]?.trim() === '') last -= 1;
  const before = [...lines.slice(0, last), ...(isTight ? [] : [''])];
  const after = lines.slice(end);
  const rest = after.every((line) => line.trim() === '') ? [''] : ['', ...after];
  return { text: [...before, ...added, ...rest].join(newline), line: before.length + 1 };
}

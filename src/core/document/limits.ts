import { type Problem, problem } from '../diagnostic.ts';
import type { SourceText } from './document.ts';

/** The largest file that is read. */
const maximumBytes = 2_000_000;

/** The longest run of text without a blank line, item or row. The parser's time grows with its square. */
const maximumParagraph = 10_000;

/** What is kept of a longer one, so that its heading, time or box is still understood. */
const keptOfParagraph = 1_000;

/** Says what the limit is where a file is larger. Ask before reading it. */
export function sizeProblem(bytes: number): Problem | null {
  if (bytes <= maximumBytes) return null;
  return problem(
    'file-size',
    { line: 1, column: 1 },
    `This file has ${number(bytes)} bytes; the limit is ${number(maximumBytes)}.`,
    'Put long logs and data into files of their own beside it, and link to them.',
  );
}

/**
 * Blanks the rest of paragraphs that are too long, outside code. The text keeps its length, so places stay true.
 *
 * @param from Where the body begins.
 */
export function limitParagraphs(source: SourceText, from: number): { text: string; problems: Problem[] } {
  const { text } = source;
  const problems: Problem[] = [];
  if (text.length - from <= maximumParagraph) return { text, problems };
  const pieces: string[] = [];
  let written = 0;
  let start = from;
  const endRun = (end: number): void => {
    const length = end - start;
    if (length > maximumParagraph) {
      const cut = start + keptOfParagraph;
      pieces.push(text.slice(written, cut), text.slice(cut, end).replace(/[^\n]/g, ' '));
      written = end;
      problems.push(
        problem(
          'paragraph-length',
          source.placeAt(start),
          `This paragraph has ${number(length)} characters; the limit is ${number(maximumParagraph)}. What follows in it was not checked.`,
          'Break it up with blank lines, or put it between two lines of ``` if it is a log.',
        ),
      );
    }
    start = end;
  };
  let fence: string | null = null;
  let line = from;
  while (line < text.length) {
    const next = text.indexOf('\n', line);
    const end = next === -1 ? text.length : next;
    // Only a line's beginning tells what it is.
    const lead = text.slice(line, Math.min(end, line + 200));
    const marker = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/.exec(lead)?.[1];
    if (fence !== null) {
      if (marker?.startsWith(fence) && /^[\s>]*(`+|~+)\s*$/.test(lead)) fence = null;
      start = end + 1;
    } else if (
      marker !== undefined &&
      !(marker.startsWith('`') && lead.slice(lead.indexOf(marker) + marker.length).includes('`'))
    ) {
      endRun(line);
      fence = marker;
      start = end + 1;
    } else if (/^[\s>]*(?:$|[-*+]\s|\d{1,9}[.)]\s|\||#{1,6}\s)/.test(lead)) {
      endRun(line);
      if (lead.trim() === '' && end - line <= lead.length) start = end + 1;
    }
    line = end + 1;
  }
  endRun(Math.max(start, text.length));
  pieces.push(text.slice(written));
  return { text: pieces.join(''), problems };
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

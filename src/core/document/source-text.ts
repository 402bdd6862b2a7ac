import type { Place, Problem } from '../diagnostic.ts';
import { problem } from '../diagnostic.ts';
import type { SourceText } from './document.ts';

/** Control characters are no text; XML and terminals take offence at them. Tab and line break are fine. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** How many of one kind of problem are listed one by one. */
const listed = 20;

/**
 * A file's text as everything below reads it: no byte order mark, line breaks as `\n`, no control characters, no half
 * surrogate pairs. Lines and columns are those of the file.
 */
export function readSourceText(raw: string): { source: SourceText; problems: Problem[] } {
  let text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (!text.isWellFormed()) text = text.toWellFormed();
  const offsets: number[] = [];
  let count = 0;
  text = text.replace(controls, (_control, offset: number) => {
    count += 1;
    if (offsets.length < listed) offsets.push(offset);
    return '\uFFFD';
  });
  const source = sourceText(text);
  const problems = offsets.map((offset, at) =>
    problem(
      'text-control-character',
      source.placeAt(offset),
      at === listed - 1 && count > listed
        ? `Here stands a control character, which is no text; ${count - listed} more follow.`
        : 'Here stands a control character, which is no text.',
      'Delete it. If the whole file looks odd, it may not be a text file at all.',
    ),
  );
  return { source, problems };
}

/** The places in a text whose line breaks are `\n`. */
export function sourceText(text: string): SourceText {
  let starts: number[] | undefined;
  const lineStarts = (): number[] => {
    if (starts !== undefined) return starts;
    starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  };
  return {
    text,
    placeAt(offset: number): Place {
      const all = lineStarts();
      const within = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = all.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((all[middle] as number) <= within) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: within - (all[low] as number) + 1 };
    },
    line(n: number): string {
      const all = lineStarts();
      const start = all[n - 1];
      if (start === undefined) return '';
      const end = all[n];
      return text.slice(start, end === undefined ? text.length : end - 1);
    },
  };
}

/** The offset of a place in a text whose line breaks are `\n`. */
export function offsetAt(text: string, { line, column }: Place): number {
  let start = 0;
  for (let n = 1; n < line; n += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}

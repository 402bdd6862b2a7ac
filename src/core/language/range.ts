import type { Place } from '../diagnostic.ts';

/** A stretch of a text; `end` is the place after its last character. */
export interface Range {
  start: Place;
  end: Place;
}

/** What a finding at a place is about, for an editor to underline: a word, a link, quoted text, or else the line. */
export function findingRange(line: string, { line: number, column }: Place): Range {
  const at = Math.min(column - 1, line.length);
  const rest = line.slice(at);
  const wholeLine = at === 0 || /^(?:[-*+] |#{1,6}\s|\d{1,9}[.)] |```|~~~)/.test(rest);
  const length = wholeLine ? rest.trimEnd().length : (thing.exec(rest)?.[0].length ?? 0);
  if (length > 0) return onLine(number, at, at + length);
  // Something is missing at the line's end, or the line is empty: what stands before it is all there is to underline.
  const last = line.trimEnd().length;
  return onLine(number, Math.min(at, Math.max(0, last - 1)), Math.max(last, at));
}

/** A link or image, a run of bold or code, a quotation, a box with its task's bracket, or a word. */
const thing =
  /^(?:!?\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)|\[[ xX]?\]|\*\*[^*\n]{1,500}\*\*|`[^`\n]{1,500}`|"[^"\n]{1,500}"|[^\s,\]*]+|\S+)/;

/** A stretch of one line, from offsets in it. */
export function onLine(line: number, from: number, to: number): Range {
  return { start: { line, column: from + 1 }, end: { line, column: to + 1 } };
}

export function holds({ start, end }: Range, { line, column }: Place): boolean {
  if (line < start.line || line > end.line) return false;
  return !(line === start.line && column < start.column) && !(line === end.line && column > end.column);
}

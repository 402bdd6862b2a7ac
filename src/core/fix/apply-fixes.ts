import type { Fix, Place } from '../diagnostic.ts';

interface Change {
  start: number;
  end: number;
  text: string;
}

/**
 * Applies fixes to a file's text as it is on disk, byte order mark and line breaks included; whatever no edit names stays
 * as it is. A fix that touches an earlier one is left for the next pass.
 *
 * @returns `applied` holds the fixes that were, in the order given.
 */
export function applyFixes(raw: string, fixes: readonly Fix[]): { text: string; applied: Fix[] } {
  const lines = lineStarts(raw);
  const lineBreak = /\r\n|\r|\n/.exec(raw)?.[0] ?? '\n';
  const taken: Change[] = [];
  const applied: Fix[] = [];
  for (const fix of fixes) {
    const changes = fix.edits.map(({ start, end, text }) => ({
      start: offsetOf(lines, start),
      end: offsetOf(lines, end),
      text: text.replaceAll('\n', lineBreak),
    }));
    if (changes.some((change) => taken.some((other) => touches(change, other)))) continue;
    taken.push(...changes);
    applied.push(fix);
  }
  let text = '';
  let at = 0;
  for (const change of taken.sort((a, b) => a.start - b.start || a.end - b.end)) {
    text += raw.slice(at, change.start) + change.text;
    at = change.end;
  }
  return { text: text + raw.slice(at), applied };
}

/** Also side by side is too close: which comes first would be chance. */
function touches(a: Change, b: Change): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Where the lines of a text begin and where what they say ends. */
interface Lines {
  starts: number[];
  ends: number[];
}

function lineStarts(raw: string): Lines {
  const starts = [raw.charCodeAt(0) === 0xfeff ? 1 : 0];
  const ends: number[] = [];
  for (const { index, 0: lineBreak } of raw.matchAll(/\r\n?|\n/g)) {
    ends.push(index);
    starts.push(index + lineBreak.length);
  }
  ends.push(raw.length);
  return { starts, ends };
}

function offsetOf({ starts, ends }: Lines, { line, column }: Place): number {
  const at = Math.max(0, Math.min(line, starts.length) - 1);
  return Math.min((starts[at] ?? 0) + column - 1, ends[at] ?? 0);
}

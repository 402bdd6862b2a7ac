import { closest, distance } from 'fastest-levenshtein';
import { type EntryKind, entryKinds, type Mark, marks } from '../vocabulary.ts';
import type { Slip } from './cursor.ts';

export type Label = Mark | EntryKind;

/** A bold run right after an entry's time. */
export interface LabelReading {
  /** Empty where the run is bold text. A misspelt label counts as the one it was meant to be. */
  labels: { label: Label; offset: number }[];
  slips: (Slip & { severity: 'error' | 'warning'; fix?: LabelFix })[];
}

/** What to write instead of a stretch of the run. */
export interface LabelFix {
  start: number;
  end: number;
  text: string;
}

const known: readonly Label[] = [...marks, ...entryKinds];
const byName: ReadonlyMap<string, Label> = new Map(known.map((label) => [label, label]));

/** Reads a bold run. It is labels only if each of its comma-separated words is a mark or a kind, in any case. */
export function readLabels(text: string): LabelReading {
  const words = wordsOf(text);
  const exact = words.filter((word) => word.label !== null);
  const near = words.filter((word) => word.near !== null);
  const foreign = words.filter((word) => word.label === null && word.near === null && word.text !== '');
  const corrected = words.flatMap((word) => word.label ?? word.near ?? (word.text || [])).join(', ');
  const slips: LabelReading['slips'] = near.map(({ text: word, offset, near: label }) => ({
    severity: 'error',
    offset,
    message: `\`${word}\` is no label, but \`${label}\` is one.`,
    hint: `Write \`**${corrected}**\`. If it is meant as bold text, put a word before it.`,
    ...(isOneSlip(word.toLowerCase(), label)
      ? { fix: { start: offset, end: offset + word.length, text: label ?? '' } }
      : {}),
  }));
  const [stranger] = foreign;
  if (stranger) {
    if (exact.length > 0) slips.push({ severity: 'warning', ...notAllLabels(exact, stranger) });
    return { labels: [], slips };
  }
  const labels = words.flatMap(({ label, near: meant, offset }) => {
    const read = label ?? meant;
    return read === null ? [] : [{ label: read, offset }];
  });
  const gap = words.find((word) => word.text === '');
  if (gap && labels.length > 0) {
    const hint = `Write \`**${corrected}**\`.`;
    slips.push({
      severity: 'error',
      offset: gap.offset,
      message: 'A label is missing at a comma.',
      hint,
      ...(near.length === 0 ? { fix: { start: 0, end: text.length, text: corrected } } : {}),
    });
  }
  return { labels, slips };
}

/** Whether a label is a mark; else it is a kind. */
export function isMark(label: Label): label is Mark {
  return (marks as readonly string[]).includes(label);
}

interface Word {
  text: string;
  offset: number;
  label: Label | null;
  /** The label it is one or two letters off. */
  near: Label | null;
}

function wordsOf(text: string): Word[] {
  let from = 0;
  return text.split(',').map((part) => {
    const word = part.trim();
    const offset = from + part.length - part.trimStart().length;
    from += part.length + 1;
    const lower = word.toLowerCase();
    const label = byName.get(lower) ?? null;
    return { text: word, offset, label, near: label === null ? nearestLabel(lower) : null };
  });
}

function nearestLabel(word: string): Label | null {
  // Nothing longer is two letters off, and a long text shall not cost more than a short one.
  if (word.length > 11) return null;
  const nearest = closest(word, known) as Label;
  return distance(word, nearest) <= 2 ? nearest : null;
}

/** Whether a word can only be that label: no other one is as near, and it is no word of its own such as `restarted`. */
function isOneSlip(word: string, label: Label | null): boolean {
  if (label === null) return false;
  const away = distance(word, label);
  const isShortened = label.startsWith(word) || word.startsWith(label);
  const isSwapped = [...word].toSorted().join('') === [...label].toSorted().join('');
  return (
    (away === 1 || isShortened || isSwapped) &&
    known.every((other) => other === label || distance(word, other) > away)
  );
}

function notAllLabels(exact: readonly Word[], stranger: Word): Slip {
  const labels = exact.map(({ label }) => label).join(', ');
  return {
    offset: stranger.offset,
    message: `\`${stranger.text.slice(0, 40)}\` is no label, so all of this is read as bold text.`,
    hint: `Write \`**${labels}**\` and put the other words behind it. Labels are ${known.join(', ')}.`,
  };
}

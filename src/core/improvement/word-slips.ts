import { distance } from 'fastest-levenshtein';
import type { Token, Word, WordKey } from './words.ts';

const dateKeys: readonly WordKey[] = ['due', 'done', 'dropped'];

/** The key of `due:` with nothing after it. */
export function emptyKey({ text }: Token, keys: readonly WordKey[]): WordKey | null {
  return keys.find((known) => known !== 'owner' && text === `${known}:`) ?? null;
}

/** `deu:2018-06-01`: a word whose key is nearly a known one. */
export function readNear(token: Token, keys: readonly WordKey[]): { word: Word; written: string } | null {
  const [, written, value] = /^([A-Za-z_-]{1,12}):(?!\/\/)(.+)$/s.exec(token.text) ?? [];
  if (written === undefined || value === undefined) return null;
  const key = keys.find(
    (known) =>
      known !== 'owner' &&
      isNear(written.toLowerCase(), known) &&
      // `dude:` and `none:` are words of prose; before a date they are slips.
      (!dateKeys.includes(known) || /^\d|^TBD$/.test(value)),
  );
  return key ? { word: { key, value, start: token.start, end: token.end }, written } : null;
}

/** What can only be a value; `the status: green` is prose. */
const valueForms: Partial<Record<WordKey, RegExp>> = {
  due: /^\d/,
  done: /^\d/,
  dropped: /^\d/,
  status: /^(?:accepted|resolved|verified)$/,
  ticket: /\d|^https?:/,
};

/** `due: 2018-06-01`, where the second token can only be the value of the first. */
export function readApart(before: Token | undefined, token: Token, keys: readonly WordKey[]): Word | null {
  const key = before && emptyKey(before, keys);
  if (!key || !before) return null;
  return valueForms[key]?.test(token.text)
    ? { key, value: token.text, start: before.start, end: token.end }
    : null;
}

function isNear(written: string, known: string): boolean {
  if (written === known) return true;
  if (known.length < 3 || Math.abs(written.length - known.length) > 2) return false;
  return distance(written, known) <= (known.length > 4 ? 2 : 1) || isSwapped(written, known);
}

/** Two letters next to each other changed places: `deu` for `due`. */
function isSwapped(written: string, known: string): boolean {
  const at = [...known].findIndex((letter, index) => letter !== written[index]);
  return written === `${known.slice(0, at)}${known[at + 1]}${known[at]}${known.slice(at + 2)}`;
}

import { distance } from 'fastest-levenshtein';
import { dayInWords } from './day-in-words.ts';
import type { Token, Word, WordKey } from './words.ts';

/** Whether the value of a word is a day. */
export function isDateKey(key: WordKey): boolean {
  return key === 'due' || key === 'done' || key === 'dropped';
}

/**
 * Makes one token of a day that is told in several words, `due:next Friday`, so that it is told of as a whole. Behind
 * `due:` and a blank it is one where nothing but words come after it.
 */
export function joinDays(tokens: readonly Token[], line: string): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const more = wordsOfDay(tokens, at);
    const { end } = tokens[at + more] as Token;
    const text = line.slice(token.start, end);
    if (text.includes('\n')) joined.push(token);
    else {
      joined.push({ text, start: token.start, end });
      at += more;
    }
  }
  return joined;
}

/** How many tokens behind a `due:` belong to the day that it names. */
function wordsOfDay(tokens: readonly Token[], at: number): number {
  const { text } = tokens[at] as Token;
  const value = /^(?:due|done|dropped):(\w.*)$/s.exec(text)?.[1];
  if (value === undefined && text !== 'due:') return 0;
  const behind = tokens.slice(at + 1, at + 6).map((token) => token.text);
  if (value !== undefined) return Math.max(0, dayInWords([value, ...behind]) - 1);
  const length = dayInWords(behind);
  const next = tokens[at + 1 + length]?.text;
  return next === undefined || /^@|^[a-z]+:\S/.test(next) ? length : 0;
}

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
      (!isDateKey(known) || /^\d|^TBD$/.test(value)),
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

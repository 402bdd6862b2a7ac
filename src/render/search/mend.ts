import { slips } from '../../core/catalog/closest.ts';
import { plainWords } from './plain-words.ts';

/** So many letters on, a word may have so many slips. */
const longWord = 6;
const furthest = 2;

/** What to search for instead of what was typed. */
export interface Mended {
  /** Empty where nothing is near anything that was typed. */
  term: string;
  /** The typed words that nothing has, as they were typed. */
  missing: string[];
}

/**
 * Puts a known word in the place of each typed one that nothing has: one it begins, since somebody is still typing it, or
 * the nearest one, as a slip of the hand. A word that is near none is left out.
 *
 * @param typed words with whether something has them.
 * @param known as `knownWords` gives them, those used most first.
 */
export function mend(typed: readonly { word: string; isKnown: boolean }[], known: readonly string[]): Mended {
  const missing: string[] = [];
  const words = typed.flatMap(({ word, isKnown }) => {
    if (isKnown) return word;
    const plain = plainWords(word);
    const whole = known.find((other) => other.startsWith(plain));
    if (whole !== undefined) return whole;
    missing.push(word);
    return nearest(plain, known) ?? [];
  });
  return { term: words.join(' '), missing };
}

/** The word that was most likely meant: few slips, then a first letter that is right, then how often it is used. */
export function nearest(word: string, known: readonly string[]): string | null {
  const most = mostSlips(word);
  let best: string | null = null;
  let least = most + 1;
  for (const other of known) {
    const away = slipsTo(other, word);
    if (away > most || (word.length < 5 && !startsAlike(word, other))) continue;
    const weight = away + (other[0] === word[0] ? 0 : 0.5);
    if (weight >= least) continue;
    best = other;
    least = weight;
  }
  return best;
}

/** The beginning of a word that somebody is still typing may have one slip as well. */
function slipsTo(other: string, word: string): number {
  const ahead = other.length - word.length;
  if (ahead < -furthest) return Infinity;
  const whole = ahead > furthest ? Infinity : slips(word, other);
  if (ahead < 1 || word.length < longWord) return whole;
  const begun = slips(word, other.slice(0, word.length));
  return begun > 1 ? whole : Math.min(whole, begun + 0.5);
}

/** Of a short word nearly every other is near, and in an id every digit counts. */
function mostSlips(word: string): number {
  if (word.length < 3 || /\d/.test(word)) return 0;
  return word.length < longWord ? 1 : furthest;
}

/** Whether two words begin with the same letter, or with the same two in another order. */
function startsAlike(word: string, other: string): boolean {
  return word[0] === other[0] || (word[0] === other[1] && word[1] === other[0]);
}

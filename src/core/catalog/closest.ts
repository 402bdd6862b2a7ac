import { distance } from 'fastest-levenshtein';

/** The candidate a person most likely meant, or null where none is near: a third of its letters may differ. */
export function closest(word: string, candidates: Iterable<string>): string | null {
  const lower = word.toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - lower.length) >= least) continue;
    const other = candidate.toLowerCase();
    const away = slips(lower, other);
    if (away < least) {
      best = candidate;
      least = away;
    }
  }
  return best;
}

/** How many slips of the hand lie between two words: letters more, fewer or others, or two that changed places. */
export function slips(word: string, other: string): number {
  return isSwapped(word, other) ? 1 : distance(word, other);
}

/** Whether two neighbouring letters changed places, which is one slip of the hand. */
function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let at = 0;
  while (at < word.length && word[at] === other[at]) at += 1;
  return (
    at + 1 < word.length &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    word.slice(at + 2) === other.slice(at + 2)
  );
}

import { distance } from 'fastest-levenshtein';
import type { Improvement } from '../improvement/improvement.ts';

type Known = Pick<Improvement, 'anchor' | 'title' | 'question' | 'due' | 'owner'>;

/** How much of a text has to stay for the rest to be a rewording: three quarters of its letters. */
const likeness = 0.75;

/** Nobody rewords fifty lines of a file at once; beyond that they are new ones. */
const comparisonLimit = 2500;

/**
 * What makes two lines of two versions the same improvement, the surest first. A pair counts only where no other line of
 * either version fits as well: where two could be meant, neither is.
 */
const signs: readonly ((improvement: Known) => string)[] = [
  ({ question, title, due, owner }) => JSON.stringify([question, title, due, owner]),
  ({ question, anchor, title }) => JSON.stringify([question, anchor, title]),
  ({ anchor, title }) => JSON.stringify([anchor, title]),
  // An `id:` outlives any other wording.
  ({ anchor }) => anchor,
  ({ question, title }) => JSON.stringify([question, title]),
  ({ title }) => title,
];

/**
 * Finds the improvements of an earlier version again in a later one: by their `id:` or text; else, under the same
 * question, by a text of which at least three quarters stayed.
 *
 * @returns For each of `after`, which of `before` it was; null where it is new.
 */
export function sameImprovements<Before extends Known>(
  before: readonly Before[],
  after: readonly Known[],
): (Before | null)[] {
  if (
    before.length === after.length &&
    before.every(({ anchor, title }, at) => anchor === after[at]?.anchor && title === after[at]?.title)
  )
    return [...before];
  const found: (Before | null)[] = after.map(() => null);
  const left = new Set(before);
  const pair = (at: number, match: Before): void => {
    found[at] = match;
    left.delete(match);
  };
  for (const sign of signs) {
    if (left.size === 0) return found;
    const earlier = onlyOnes(left, sign);
    const later = onlyOnes(
      [...after.keys()].filter((at) => found[at] === null),
      (at) => sign(after[at] as Known),
    );
    for (const [key, at] of later) {
      const match = at === null ? null : earlier.get(key);
      if (at !== null && match != null) pair(at, match);
    }
  }
  for (const [at, match] of rewordings(left, after, found)) pair(at, match);
  return found;
}

/** By key; null where a key is not the only one of its kind. */
function onlyOnes<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item | null> {
  const ones = new Map<string, Item | null>();
  for (const item of items) {
    const key = keyOf(item);
    ones.set(key, ones.has(key) ? null : item);
  }
  return ones;
}

function rewordings<Before extends Known>(
  left: ReadonlySet<Before>,
  after: readonly Known[],
  found: readonly (Before | null)[],
): [at: number, match: Before][] {
  const unmatched = after.flatMap((later, at) => (found[at] === null ? [{ later, at }] : []));
  if (unmatched.length * left.size > comparisonLimit) return [];
  const pairs = unmatched.flatMap(({ later, at }) =>
    [...left].flatMap((earlier): [number, Before][] => (isReworded(earlier, later) ? [[at, earlier]] : [])),
  );
  return pairs.filter(
    ([at, match]) => pairs.filter(([otherAt, other]) => otherAt === at || other === match).length === 1,
  );
}

function isReworded(earlier: Known, later: Known): boolean {
  if (earlier.question !== later.question) return false;
  const [from, to] = [earlier.title.toLowerCase(), later.title.toLowerCase()];
  const length = Math.max(from.length, to.length);
  // What is longer than this is no line of a list any more, and comparing grows with the square.
  if (length === 0 || length > 500 || Math.abs(from.length - to.length) > length * (1 - likeness))
    return false;
  return distance(from, to) <= length * (1 - likeness);
}

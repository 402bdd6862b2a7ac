/** A stream of numbers that a seed decides: the same seed gives the same numbers on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  one<T>(list: readonly T[]): T;
  /** True in `share` of the cases, 0 to 1. */
  chance(share: number): boolean;
  /** So many different members of a list, in the list's order. */
  some<T>(list: readonly T[], count: number): T[];
}

/** Mulberry32, seeded by the parts of a name such as `1/postmortem/42`. */
export function createRandom(...seed: readonly (string | number)[]): Random {
  let state = 2166136261;
  for (const letter of seed.join('/')) state = Math.imul(state ^ letter.charCodeAt(0), 16777619);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    one: <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T,
    chance: (share) => next() < share,
    some<T>(list: readonly T[], count: number): T[] {
      const wanted = Math.min(count, list.length);
      const taken = new Set<number>();
      while (taken.size < wanted) taken.add(whole(0, list.length - 1));
      return list.filter((_, index) => taken.has(index));
    },
  };
}

import type { SeverityLevel } from '../../catalog/catalog.ts';

/** How far from the worst level a word is. Words between two levels stand for none. */
const ranks: Readonly<Record<string, number>> = {
  blocker: 0,
  critical: 0,
  highest: 0,
  major: 1,
  high: 1,
  serious: 1,
};

/**
 * The level that somebody else's severity is: `SEV1`, `P2`, `Critical`, a level's name. Null where that would be a guess, as
 * for `SEV0` where levels begin at 1.
 */
export function levelOf(written: string, levels: readonly SeverityLevel[]): number | null {
  const word = written.trim().toLowerCase();
  const named = levels.find(({ name }) => name.toLowerCase() === word);
  if (named !== undefined) return named.level;
  const number =
    /^(?:sev(?:erity)?|p(?:rio(?:rity)?)?|s|level)?[\s:_#-]*(\d{1,2})(?=$|[\s,;:(/–—-])/.exec(word)?.[1] ??
    null;
  if (number !== null) return levels.find(({ level }) => level === Number(number))?.level ?? null;
  const first = /^[a-z]+/.exec(word)?.[0] ?? '';
  if (first === 'minor' || first === 'low' || first === 'lowest') return levels.at(-1)?.level ?? null;
  const rank = Object.hasOwn(ranks, first) ? ranks[first] : undefined;
  return rank === undefined ? null : (levels[rank]?.level ?? null);
}

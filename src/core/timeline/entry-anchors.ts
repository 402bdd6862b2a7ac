import type { Timeline } from './timeline.ts';

/**
 * The place of each entry on its page, `t-2018-05-04-0825`, in the timeline's order. Entries of one minute
 * are told apart as github-slugger tells headings apart: by `-1`, `-2`.
 *
 * @param taken What else is called something on the page; it goes first.
 */
export function entryAnchors({ entries }: Timeline, taken: ReadonlySet<string>): string[] {
  const given = new Set(taken);
  const counts = new Map<string, number>();
  return entries.map(({ time: { date, clock } }) => {
    const base = `t-${date}-${clock.replaceAll(':', '')}`;
    let count = counts.get(base) ?? 0;
    let anchor = count === 0 ? base : `${base}-${count}`;
    while (given.has(anchor)) {
      count += 1;
      anchor = `${base}-${count}`;
    }
    given.add(anchor);
    counts.set(base, count + 1);
    return anchor;
  });
}

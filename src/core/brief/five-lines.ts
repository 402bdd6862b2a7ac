import type { TimelineEntry } from '../timeline/timeline.ts';

const most = 5;

/**
 * The entries that tell an incident in five lines at most, in the order of time: those with marks, then decisions, then
 * others; of each kind first those that lie farthest in time from what is already told.
 */
export function tellingEntries(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const chosen = new Set(entries.filter(({ marks }) => marks.length > 0).slice(0, most));
  for (const isOfKind of [isDecision, () => true])
    while (chosen.size < most) {
      const next = farthest(
        entries.filter((entry) => !chosen.has(entry) && isOfKind(entry)),
        [...chosen],
      );
      if (next === null) break;
      chosen.add(next);
    }
  return entries.filter((entry) => chosen.has(entry));
}

function isDecision({ kinds }: TimelineEntry): boolean {
  return kinds.includes('decision');
}

/** The first of equals. */
function farthest(
  candidates: readonly TimelineEntry[],
  chosen: readonly TimelineEntry[],
): TimelineEntry | null {
  let best: TimelineEntry | null = null;
  let most = -1;
  for (const entry of candidates) {
    const away = Math.min(...chosen.map(({ time }) => Math.abs(time.start - entry.time.start)));
    if (away <= most) continue;
    best = entry;
    most = away;
  }
  return best;
}

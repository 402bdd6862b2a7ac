import type { Timeline, TimelineEntry } from '../timeline/timeline.ts';

/** A timeline as those lived it who did not know yet how it would end. */
export interface Story {
  /** From the moment on at which somebody noticed, in the order of time; at least one. */
  told: [TimelineEntry, ...TimelineEntry[]];
  /** What happened before that. Nobody knew it then, and it often is the cause, so it is told last. */
  unseen: TimelineEntry[];
}

/** Where nothing says when it was detected, everything is told; null where there is nothing to tell. */
export function storyOf(timeline: Timeline | null): Story | null {
  const entries = timeline?.entries ?? [];
  const detected = Math.max(
    0,
    entries.findIndex(({ marks }) => marks.includes('detected')),
  );
  const [first, ...rest] = entries.slice(detected);
  return first === undefined ? null : { told: [first, ...rest], unseen: entries.slice(0, detected) };
}

/** The day on which somebody noticed; null where there is nothing to tell. */
export function noticedOn(timeline: Timeline | null): string | null {
  return storyOf(timeline)?.told[0].time.date ?? null;
}

import { type Mark, marks } from '../vocabulary.ts';
import type { Duration, Durations, Phase, Timeline, TimelineEntry } from './timeline.ts';

const minute = 60_000;

/** The mark that each duration ends with. */
export const durationEnds = {
  detect: 'detected',
  respond: 'responded',
  mitigate: 'mitigated',
  resolve: 'resolved',
} as const satisfies Record<keyof Durations, Mark>;

/** How long it took, from `started`, to detect, respond, mitigate and resolve. */
export function durationsOf(timeline: Timeline | null): Durations {
  const entryOf = (mark: Mark): TimelineEntry | undefined =>
    timeline?.entries.find((entry) => entry.marks.includes(mark));
  const started = entryOf('started');
  const until = (mark: Mark): Duration | null => {
    const reached = entryOf(mark);
    return started && reached ? durationBetween(started, reached) : null;
  };
  return {
    detect: until(durationEnds.detect),
    respond: until(durationEnds.respond),
    mitigate: until(durationEnds.mitigate),
    resolve: until(durationEnds.resolve),
  };
}

/** Each end of the interval takes the ranges' ends that make it shortest and longest. */
function durationBetween(started: TimelineEntry, reached: TimelineEntry): Duration {
  const [from, to] = [started.time, reached.time];
  return {
    min: Math.max(0, (to.start - (from.end ?? from.start)) / minute),
    max: ((to.end ?? to.start) - from.start) / minute,
    approximate: from.approximate || to.approximate,
  };
}

/**
 * The stretches between marks, in the order of time; entries ahead of the first mark are the phase `before`. An entry with
 * several marks begins the phase of the last of them. The last phase ends with the last thing that happened.
 */
export function phasesOf(timeline: Timeline): Phase[] {
  const groups: { mark: Phase['mark']; entries: TimelineEntry[] }[] = [];
  for (const entry of timeline.entries) {
    const mark = marks.findLast((name) => entry.marks.includes(name));
    const current = groups.at(-1);
    if (current && mark === undefined) current.entries.push(entry);
    else groups.push({ mark: mark ?? 'before', entries: [entry] });
  }
  return groups.map(({ mark, entries }, index) => {
    const [first, next] = [entries[0], groups[index + 1]?.entries[0]];
    const start = first?.time.start ?? 0;
    return {
      mark,
      start,
      end: next?.time.start ?? lastMoment(entries),
      approximate: Boolean(first?.time.approximate || next?.time.approximate),
      entries,
    };
  });
}

function lastMoment(entries: readonly TimelineEntry[]): number {
  return entries.reduce((last, { time }) => Math.max(last, time.end ?? time.start), Number.NEGATIVE_INFINITY);
}

/** The day of the incident in the file's zone: its `started` mark, else its first entry, else the file name's date. */
export function incidentDate(timeline: Timeline | null, fileDate: string | null): string | null {
  const entries = timeline?.entries ?? [];
  const entry = entries.find(({ marks: own }) => own.includes('started')) ?? entries[0];
  return entry?.time.date ?? fileDate;
}

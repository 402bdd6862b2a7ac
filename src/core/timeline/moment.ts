import { addDays } from '../time/dates.ts';
import {
  dateIn,
  instantAtOffset,
  instantOf,
  type LocalInstant,
  localTimeOf,
  offsetAt,
} from '../time/zones.ts';
import { printWrittenTime, type WrittenMoment, type WrittenTime } from './entry-time.ts';

/** Why an instant is a guess, and what to write so that it is none. */
export interface Doubt {
  rule: 'timeline-zone' | 'timeline-time';
  message: string;
  hint: string;
}

export interface Moment {
  instant: number;
  doubt: Doubt | null;
}

/** The instant of an entry's start. `day` is the day of the entry before, `previous` its instant where that is known. */
export function startOf(zone: string, time: WrittenTime, day: string, previous: number | null): Moment {
  const { date, clock, offset } = time;
  if (offset !== null) {
    const instant =
      date === null ? nextTo(zone, clock, offset, day, previous) : instantAtOffset(date, clock, offset);
    return { instant, doubt: null };
  }
  const local = instantOf(zone, date ?? day, clock);
  if (local.kind === 'exact') return { instant: local.instant, doubt: null };
  return doubtful(
    zone,
    date ?? day,
    clock,
    local,
    (written) => printWrittenTime({ ...time, offset: written, end: null }),
    previous,
  );
}

/** The instant of a range's end; null for a point in time. An end earlier than its start is on the next day. */
export function endOf(zone: string, time: WrittenTime, start: number): Moment | null {
  const { end } = time;
  if (!end) return null;
  const found = end.offset === null ? endInZone(zone, end, start) : endAtOffset(end, end.offset, start);
  const oneSided = (time.offset === null) !== (end.offset === null);
  const doubt = oneSided ? oneSidedDoubt(zone, time, end, start, found) : found.doubt;
  if (doubt !== null || found.instant >= start) return { instant: found.instant, doubt };
  const hint = 'Correct one of the two.';
  return {
    instant: start,
    doubt: {
      rule: 'timeline-time',
      message: `The range \`${printWrittenTime(time)}\` ends before it starts.`,
      hint,
    },
  };
}

function endInZone(zone: string, end: WrittenMoment, start: number): Moment {
  const startDate = dateIn(zone, start);
  for (const date of end.date === null ? [startDate, addDays(startDate, 1)] : [end.date]) {
    const local = instantOf(zone, date, end.clock);
    if (local.kind === 'exact') {
      if (end.date !== null || local.instant >= start) return { instant: local.instant, doubt: null };
    } else if (end.date !== null || latestOf(local) >= start) {
      return doubtful(zone, date, end.clock, local, (offset) => `–${end.clock}${offset}`, start);
    }
  }
  return { instant: start, doubt: null };
}

function endAtOffset(end: WrittenMoment, offset: string, start: number): Moment {
  if (end.date !== null) return { instant: instantAtOffset(end.date, end.clock, offset), doubt: null };
  const sameDay = instantAtOffset(dateIn('UTC', start), end.clock, offset);
  const day = 86_400_000;
  return { instant: sameDay + Math.ceil((start - sameDay) / day) * day, doubt: null };
}

/** An offset on one side only: harmless where the other side, read with it or without it, is the same instant. */
function oneSidedDoubt(
  zone: string,
  time: WrittenTime,
  end: WrittenMoment,
  start: number,
  found: Moment,
): Doubt | null {
  const offset = time.offset ?? end.offset ?? 'Z';
  const agrees =
    end.offset === null
      ? found.doubt === null && endAtOffset(end, offset, start).instant === found.instant
      : offsetAt(zone, start) === offset;
  if (agrees) return null;
  const both = printWrittenTime({ ...time, offset, end: { ...end, offset } });
  const bare = end.offset === null ? end.clock : time.clock;
  return {
    rule: 'timeline-zone',
    message: `Only one end of the range has an offset, so \`${bare}\` could be meant with \`${offset}\` or in ${zone}.`,
    hint: `Write the offset at both ends, for example \`${both}\`.`,
  };
}

/**
 * A clock with an offset and no date: on the day of the entry before, as the file's zone counts days; a day later where
 * that comes before the entry before, and is further from it.
 */
function nextTo(zone: string, clock: string, offset: string, day: string, previous: number | null): number {
  const candidates = [-1, 0, 1].map((days) => instantAtOffset(addDays(day, days), clock, offset));
  const onDay = candidates.filter((instant) => dateIn(zone, instant) === day);
  if (previous === null) return onDay[0] ?? (candidates[1] as number);
  const later = onDay.find((instant) => instant >= previous);
  if (later !== undefined) return later;
  const distanceTo = (instant: number): number => Math.abs(instant - previous);
  return candidates.reduce((nearest, instant) =>
    distanceTo(instant) < distanceTo(nearest) ? instant : nearest,
  );
}

type Unclear = Exclude<LocalInstant, { kind: 'exact' }>;

function latestOf(local: Unclear): number {
  return local.kind === 'overlap' ? local.second.instant : local.before.instant;
}

/** A time that the clocks show twice or never. The guess is the first that isn't before `after`. */
function doubtful(
  zone: string,
  date: string,
  clock: string,
  local: Unclear,
  write: (offset: string) => string,
  after: number | null,
): Moment {
  if (local.kind === 'overlap') {
    const { first, second } = local;
    return {
      instant: after !== null && first.instant < after ? second.instant : first.instant,
      doubt: {
        rule: 'timeline-zone',
        message: `On ${date}, \`${clock}\` comes twice in ${zone}: the clocks go back.`,
        hint: `Write \`${write(first.offset)}\` for the first time, \`${write(second.offset)}\` for the second.`,
      },
    };
  }
  const { before, after: behind } = local;
  const readAs = (instant: number): string => {
    const read = localTimeOf(zone, instant);
    return read.date === date ? read.clock : `${read.date} ${read.clock}`;
  };
  return {
    instant: before.instant,
    doubt: {
      rule: 'timeline-zone',
      message: `On ${date}, \`${clock}\` does not exist in ${zone}: the clocks go forward over it.`,
      hint:
        `Write the time the clocks showed, or an offset: \`${write(before.offset)}\` is ${readAs(before.instant)} there, ` +
        `\`${write(behind.offset)}\` is ${readAs(behind.instant)}.`,
    },
  };
}

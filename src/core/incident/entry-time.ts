import { dateAtOffset, dateIn, instantOf, localTimeOf, offsetAt } from '../time/zones.ts';
import { readEntryTime, type WrittenTime } from '../timeline/entry-time.ts';
import { endOf, startOf } from '../timeline/moment.ts';

/** When something happened that is to be logged: as it is written, with its date, and as instants. */
export interface LoggedTime {
  written: WrittenTime;
  /** Milliseconds since 1970. */
  start: number;
  end: number | null;
}

/** Clocks of machines differ a little; what is further ahead has not happened yet. */
const leeway = 10 * 60_000;
const halfDay = 12 * 3_600_000;

/**
 * Now, to the minute; to the second where something that has happened already would come after the minute's beginning.
 *
 * @param latest The start of the timeline's last entry; null where there is none.
 */
export function timeOfNow(timezone: string, now: number, latest: number | null): LoggedTime {
  const minute = now - (now % 60_000);
  const start = latest !== null && latest > minute && latest <= now ? now - (now % 1000) : minute;
  const { date, clock } = localTimeOf(timezone, start);
  const isTwice = instantOf(timezone, date, clock).kind === 'overlap';
  const offset = isTwice ? offsetAt(timezone, start) : null;
  return { written: { date, clock, offset, approximate: false, end: null }, start, end: null };
}

/**
 * A time as a person gives it: `14:35`, `~14:35`, `14:35–14:50`, `2026-11-20 23:55`, each with an offset where wanted. A clock
 * alone is today's; where that is still to come, last night's.
 *
 * @returns What to tell the person, where it can't be used.
 */
export function readLoggedTime(
  text: string,
  timezone: string,
  now: number,
): LoggedTime | { problem: string } {
  const bare = text.trim().replace(/\s+/g, ' ');
  const reading = readEntryTime(bare);
  if (reading.kind === 'slip') return { problem: `${reading.message} ${reading.hint}` };
  if (reading.kind === 'none' || reading.length !== bare.length)
    return {
      problem: `"${bare}" is no time. Write it like 14:35, ~14:35 for about then, or "2026-11-20 23:55".`,
    };
  const { time } = reading;
  const today = dateIn(timezone, now);
  let { instant, doubt } = startOf(timezone, time, today, null);
  if (time.date === null && instant > now + leeway) {
    const yesterday = startOf(timezone, time, dateIn(timezone, now - 2 * halfDay), null);
    if (now - yesterday.instant <= halfDay) ({ instant, doubt } = yesterday);
  }
  if (doubt !== null) return { problem: `${doubt.message} ${doubt.hint}` };
  if (instant > now + leeway)
    return {
      problem: `${bare} is still to come, and a timeline says what has happened.${time.date === null ? ' If it was on another day, write the date before it.' : ''}`,
    };
  const date = time.offset === null ? dateIn(timezone, instant) : dateAtOffset(time.offset, instant);
  const written = { ...time, date };
  const end = endOf(timezone, written, instant);
  if (end?.doubt) return { problem: `${end.doubt.message} ${end.doubt.hint}` };
  return { written, start: instant, end: end?.instant ?? null };
}

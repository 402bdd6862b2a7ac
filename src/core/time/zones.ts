import { closest, distance } from 'fastest-levenshtein';
import { Temporal } from 'temporal-polyfill';
import { dateOfDay, dayOfDate, twoDigits } from './dates.ts';

const dayLength = 86_400_000;

/** What a calendar and a clock in a zone show. */
export interface LocalTime {
  /** `YYYY-MM-DD` */
  date: string;
  /** `08:25`, or `08:25:30` where the seconds are not zero. */
  clock: string;
}

/** Instants are milliseconds since 1970 in UTC. */
export type LocalInstant =
  | { kind: 'exact'; instant: number }
  /** The clocks jump over this time. `before` and `after` are read with the offset before and after the jump. */
  | { kind: 'gap'; before: Reading; after: Reading }
  /** The clocks show this time twice. */
  | { kind: 'overlap'; first: Reading; second: Reading };

/** A local time read with one of two offsets. */
export interface Reading {
  instant: number;
  offset: string;
}

/** Whether the text names a zone of the IANA database, such as `America/New_York`. An offset is no zone. */
export function isZone(name: string): boolean {
  // A thousand files name about ten zones.
  if (stretches.has(name)) return true;
  if (!/^[a-z][\w+-]*(?:\/[\w+-]+)*$/i.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** The zone an author most likely meant: `New York`, `Europe/Berlni`. Null where that would be a guess. */
export function nearestZone(text: string): string | null {
  const name = text.slice(0, 60).trim().replaceAll(' ', '_').toLowerCase();
  if (name === '') return null;
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const city = zones.find((zone) => zone.toLowerCase().split('/').at(-1) === name);
  if (city !== undefined) return city;
  const nearest = closest(
    name,
    zones.map((zone) => zone.toLowerCase()),
  );
  if (distance(name, nearest) > Math.min(3, name.length / 3)) return null;
  return zones.find((zone) => zone.toLowerCase() === nearest) ?? null;
}

/** The instant of a date and a clock (`08:25` or `08:25:30`) in a zone. Both must be valid. */
export function instantOf(zone: string, date: string, clock: string): LocalInstant {
  const local = localMilliseconds(date, clock);
  const stretch = stretchAt(zone, local);
  // No zone is further than a day from UTC, so far inside a stretch the offset is beyond doubt.
  if (local - margin >= stretch.start && local + margin < stretch.end) {
    return { kind: 'exact', instant: local - stretch.offset };
  }
  const plain = Temporal.PlainDateTime.from(`${date}T${clock}`);
  const [early, late] = [
    plain.toZonedDateTime(zone, { disambiguation: 'earlier' }),
    plain.toZonedDateTime(zone, { disambiguation: 'later' }),
  ];
  if (early.epochMilliseconds === late.epochMilliseconds)
    return { kind: 'exact', instant: early.epochMilliseconds };
  // In an overlap, `early` and `late` are the two instants that the clock shows. In a gap the clock shows neither: each is
  // moved by the gap's length, `late` with the offset before the jump.
  if (early.toPlainDateTime().equals(plain)) {
    return { kind: 'overlap', first: reading(early, early.offset), second: reading(late, late.offset) };
  }
  return { kind: 'gap', before: reading(late, early.offset), after: reading(early, late.offset) };
}

/** The instant at which a date begins in a zone: midnight, or the change of the clocks where it leaves midnight out. */
export function startOfDay(zone: string, date: string): number {
  const midnight = instantOf(zone, date, '00:00');
  if (midnight.kind === 'exact') return midnight.instant;
  return midnight.kind === 'gap' ? midnight.before.instant : midnight.first.instant;
}

/** What the clocks in a zone show at an instant. */
export function localTimeOf(zone: string, instant: number): LocalTime {
  const local = instant + stretchAt(zone, instant).offset;
  const day = Math.floor(local / dayLength);
  return { date: dateOfDay(day), clock: printClock(local - day * dayLength) };
}

/** The offset of a zone at an instant, as an author would write it: `-04:00` or `Z`. */
export function offsetAt(zone: string, instant: number): string {
  const { offset } = stretchAt(zone, instant);
  return offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${printClock(Math.abs(offset))}`;
}

/** The instant of a date and a clock that carry their offset (`Z`, `-04:00`). All must be valid. */
export function instantAtOffset(date: string, clock: string, offset: string): number {
  return localMilliseconds(date, clock) - parseOffset(offset);
}

/** The date at an instant, as counted at an offset (`Z`, `-04:00`). */
export function dateAtOffset(offset: string, instant: number): string {
  return dateOfDay(Math.floor((instant + parseOffset(offset)) / dayLength));
}

/** The date in a zone at an instant. */
export function dateIn(zone: string, instant: number): string {
  return dateOfDay(Math.floor((instant + stretchAt(zone, instant).offset) / dayLength));
}

function localMilliseconds(date: string, clock: string): number {
  return (
    dayOfDate(date) * dayLength +
    clockMinutes(clock) * 60_000 +
    (clock.length > 5 ? twoDigits(clock, 6) * 1000 : 0)
  );
}

/** Of the first five characters, `08:25`. */
function clockMinutes(clock: string): number {
  return twoDigits(clock, 0) * 60 + twoDigits(clock, 3);
}

/** `08:25`, or `08:25:30` where the seconds are not zero. */
function printClock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? clock : `${clock}:${two(seconds % 60)}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function parseOffset(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = clockMinutes(offset.slice(1));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}

function reading({ epochMilliseconds }: Temporal.ZonedDateTime, offset: string): Reading {
  return { instant: epochMilliseconds, offset: offset === '+00:00' ? 'Z' : offset };
}

/** The instants between two changes of a zone's clocks. */
interface Stretch {
  start: number;
  end: number;
  offset: number;
}

const margin = 26 * 3_600_000;
const stretches = new Map<string, Stretch[]>();

/**
 * Temporal answers in tens of microseconds. A thousand files ask twelve thousand times, yet about few stretches, so each is
 * asked for once.
 */
function stretchAt(zone: string, instant: number): Stretch {
  const known = stretches.get(zone) ?? [];
  const found = known.find(({ start, end }) => instant >= start && instant < end);
  if (found) return found;
  const moment = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const next = moment.getTimeZoneTransition('next');
  // A change at this very instant has happened, and `previous` gives only earlier ones.
  const previous = moment.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const stretch: Stretch = {
    start: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    end: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: moment.offsetNanoseconds / 1e6,
  };
  known.push(stretch);
  stretches.set(zone, known);
  return stretch;
}

/** An instant as HTML and feeds have it: `2018-05-04T06:10:00Z`, with milliseconds only where there are any. */
export function instantText(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

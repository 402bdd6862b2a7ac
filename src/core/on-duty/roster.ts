import { addDays, daysBetween } from '../time/dates.ts';
import { type OnDuty, type Rotation, type Shift, usualDays, type WrittenShift } from './on-duty.ts';

/**
 * Every shift that has a day in a stretch of days, in the order of time and with its own ends. What is written down stands
 * above the rotation, and a shift that begins later above an earlier one; on days that nobody has there is no shift.
 *
 * @param from The first day asked for.
 * @param to The last.
 */
export function shiftsBetween(onDuty: OnDuty, from: string, to: string): Shift[] {
  const written = onDuty.shifts.map((shift, at) => ({ ...shift, to: endOf(onDuty, at) }));
  const first = turnOf(onDuty, from, written)?.from ?? from;
  const shifts: Shift[] = [];
  for (let day = first; day <= to; ) {
    const turn = turnOf(onDuty, day, written);
    if (turn === null) {
      const next = nextStart(onDuty, day, written);
      if (next === null) break;
      day = next;
      continue;
    }
    shifts.push({ ...turn, from: day });
    if (addDays(turn.to, 1) <= turn.to) break; // The last day of all.
    day = addDays(turn.to, 1);
  }
  return shifts.filter((shift) => shift.to >= from && shift.from <= to);
}

/** Who is on duty on a day; null where nobody is. */
export function shiftOn(onDuty: OnDuty, day: string): Shift | null {
  return shiftsBetween(onDuty, day, day)[0] ?? null;
}

/** The last day of a written shift. */
export function endOf({ rotation, shifts }: OnDuty, at: number): string {
  const { from, to } = shifts[at] as WrittenShift;
  if (to !== null) return to;
  const turn = rotation === null ? null : turnIn(rotation, from);
  const end = turn?.to ?? addDays(from, (rotation?.days ?? usualDays) - 1);
  const next = shifts[at + 1];
  return next !== undefined && next.from > from && next.from <= end ? addDays(next.from, -1) : end;
}

type Ended = WrittenShift & { to: string };

/** The stretch of days around one on which nothing changes. */
function turnOf({ rotation }: OnDuty, day: string, written: readonly Ended[]): Shift | null {
  const at = written.findLastIndex((shift) => shift.from <= day && day <= shift.to);
  const own = written[at] ?? (rotation === null ? null : turnIn(rotation, day));
  if (own === null) return null;
  // What stands above it cuts it short, and what is left of it after that begins anew.
  const above = written.slice(at + 1);
  const starts = above.flatMap(({ to }) => (to < day ? [addDays(to, 1)] : []));
  const ends = above.flatMap(({ from }) => (from > day ? [addDays(from, -1)] : []));
  const { superhero, sidekick, note } = own;
  return {
    from: starts.reduce((a, b) => (a > b ? a : b), own.from),
    to: ends.reduce((a, b) => (a < b ? a : b), own.to),
    superhero,
    sidekick,
    note,
  };
}

/** A turn as the rotation alone has it; null before its first. */
function turnIn({ startsOn, days, order }: Rotation, day: string): Shift | null {
  const passed = daysBetween(startsOn, day);
  if (passed < 0) return null;
  const turn = Math.floor(passed / days);
  const from = addDays(startsOn, turn * days);
  const superhero = order[turn % order.length] as string;
  const sidekick = order[(turn + 1) % order.length] as string;
  return {
    from,
    to: addDays(from, days - 1),
    superhero,
    sidekick: sidekick === superhero ? null : sidekick,
    note: null,
  };
}

function nextStart({ rotation }: OnDuty, day: string, written: readonly Ended[]): string | null {
  const starts = [
    ...written.map(({ from }) => from),
    ...(rotation === null ? [] : [rotation.startsOn]),
  ].filter((start) => start > day);
  return starts.length === 0 ? null : starts.reduce((a, b) => (a < b ? a : b));
}

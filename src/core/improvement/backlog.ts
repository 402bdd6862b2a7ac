import { daysBetween } from '../time/dates.ts';
import type { Improvement } from './improvement.ts';

/** Days are `YYYY-MM-DD`; "today" is the day in the settings' zone. */
type Dates = Pick<Improvement, 'state' | 'due' | 'done' | 'dropped'>;

/** Whether it is neither closed nor dropped. */
export function isOpen({ state }: Pick<Dates, 'state'>): boolean {
  return state !== 'closed' && state !== 'dropped';
}

/** Whether it was neither done nor dropped by the end of a day. */
export function wasOpenOn({ done, dropped }: Pick<Dates, 'done' | 'dropped'>, day: string): boolean {
  return !(done !== null && done <= day) && !(dropped !== null && dropped <= day);
}

/** Whether it is open and was due before today. */
export function isOverdue(improvement: Pick<Dates, 'state' | 'due'>, today: string): boolean {
  return isOpen(improvement) && improvement.due !== null && improvement.due < today;
}

/**
 * Whole days since it was written, until it ended or until today; null where nobody knows the day.
 * @param writtenOn The meeting's day, else the incident's.
 */
export function ageInDays(
  { done, dropped }: Pick<Dates, 'done' | 'dropped'>,
  writtenOn: string | null,
  today: string,
): number | null {
  return writtenOn === null ? null : Math.max(0, daysBetween(writtenOn, done ?? dropped ?? today));
}

/** Whole days since its date; null where it is not overdue. */
export function lateFor(improvement: Pick<Dates, 'state' | 'due'>, today: string): number | null {
  return improvement.due !== null && isOverdue(improvement, today)
    ? daysBetween(improvement.due, today)
    : null;
}

/** Whole days by which it was done after its date; null where it was in time, had no date or is not done. */
export function doneLateBy({ due, done }: Pick<Dates, 'due' | 'done'>): number | null {
  return due === null || done === null || done <= due ? null : daysBetween(due, done);
}

/** Of the closed ones that had a due date: how many were done by it. */
export function datesMet(improvements: Iterable<Pick<Dates, 'state' | 'due' | 'done'>>): {
  met: number;
  of: number;
} {
  const counts = { met: 0, of: 0 };
  for (const { state, due, done } of improvements) {
    if (state !== 'closed' || due === null || done === null) continue;
    counts.of += 1;
    if (done <= due) counts.met += 1;
  }
  return counts;
}

export type BacklogGroup = 'overdue' | 'open' | 'closed' | 'dropped';

/** The group of the backlog that it is listed in on a day. */
export function groupOf(improvement: Pick<Dates, 'state' | 'due'>, today: string): BacklogGroup {
  if (improvement.state === 'closed' || improvement.state === 'dropped') return improvement.state;
  return isOverdue(improvement, today) ? 'overdue' : 'open';
}

const groups: readonly BacklogGroup[] = ['overdue', 'open', 'closed', 'dropped'];

/**
 * The order of the backlog on a day, for `toSorted`: overdue, open, closed, dropped. What is open by due date, the
 * ones without last; what has ended by its end, the latest first. Equals keep the order they come in.
 */
export function compareForBacklog(today: string): (a: Dates, b: Dates) => number {
  return (a, b) => {
    const [groupA, groupB] = [groupOf(a, today), groupOf(b, today)];
    if (groupA !== groupB) return groups.indexOf(groupA) - groups.indexOf(groupB);
    if (isOpen(a)) return compareDays(a.due, b.due);
    return compareDays(b.done ?? b.dropped, a.done ?? a.dropped);
  };
}

/** Earlier first, unknown last. */
function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

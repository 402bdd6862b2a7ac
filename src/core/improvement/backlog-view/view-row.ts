import type { DueMoves } from '../../history/history.ts';
import { daysBetween } from '../../time/dates.ts';
import type { ImprovementState, Question } from '../../vocabulary.ts';
import { ageInDays, doneLateBy, isOpen } from '../backlog.ts';

/** Somebody or something with a page: `key` is its name in an address, unique among its kind. */
export interface Named {
  key: string;
  name: string;
  url: string;
}

/** How often and how far a due date was moved. */
export type Moves = Pick<DueMoves, 'times' | 'days'>;

/** An improvement as the backlog's page shows it. Days are `YYYY-MM-DD`; absent facts are null. */
export interface ViewRow {
  title: string;
  state: ImprovementState;
  question: Question;
  severity: { level: number; name: string };
  owner: Named | null;
  team: Named | null;
  systems: Named[];
  tags: string[];
  due: string | null;
  done: string | null;
  dropped: string | null;
  /** The day it was written down. */
  writtenOn: string | null;
  ticket: string | null;
  postmortem: { title: string; url: string; year: string | null };
  /** Null where its date was never moved or nobody knows. */
  moves: Moves | null;
}

/** How an improvement stands to its date on a day. */
export type Standing =
  /** Its date is `days` ago. */
  | { kind: 'late'; days: number }
  /** Its date is in `days`; zero is today. */
  | { kind: 'ahead'; days: number }
  /** Open without a date. */
  | { kind: 'undated' }
  /** `late` days after its date; null where it was in time or had none. */
  | { kind: 'done'; on: string | null; late: number | null }
  | { kind: 'dropped'; on: string | null };

export function standingOf(
  row: Pick<ViewRow, 'state' | 'due' | 'done' | 'dropped'>,
  today: string,
): Standing {
  if (row.state === 'closed') return { kind: 'done', on: row.done, late: doneLateBy(row) };
  if (row.state === 'dropped') return { kind: 'dropped', on: row.dropped };
  if (row.due === null) return { kind: 'undated' };
  const days = daysBetween(today, row.due);
  return days < 0 ? { kind: 'late', days: -days } : { kind: 'ahead', days };
}

/** Whole days that it has been open or was open; null where nobody knows since when. */
export function ageOf(
  row: Pick<ViewRow, 'state' | 'done' | 'dropped' | 'writtenOn'>,
  today: string,
): number | null {
  return ageInDays(row, row.writtenOn, today);
}

/** Whether the words about it change from day to day. */
export function isMoving(row: Pick<ViewRow, 'state'>): boolean {
  return isOpen(row);
}

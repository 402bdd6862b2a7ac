import { improvementStates, questions } from '../../vocabulary.ts';
import { compareForBacklog } from '../backlog.ts';
import type { FacetRow } from './filter.ts';
import { ageOf, type ViewRow } from './view-row.ts';

/** The columns of the table, in its order; the names stand in addresses. */
export const columns = [
  'title',
  'postmortem',
  'state',
  'question',
  'owner',
  'team',
  'due',
  'age',
  'severity',
  'system',
  'ticket',
  'moved',
] as const;
export type Column = (typeof columns)[number];

export interface Sort {
  column: Column;
  descending: boolean;
}

type Key = string | number | null;

/** The order of the backlog on a day, overdue first; equals as they come. */
export function backlogOrder(rows: readonly FacetRow[], today: string): FacetRow[] {
  const compare = compareForBacklog(today);
  return rows.toSorted((a, b) => compare(a.row, b.row));
}

/**
 * Orders rows by a column; those without the fact come last either way.
 * @param rows In the order of the backlog, which equals keep.
 */
export function sortRows(rows: readonly FacetRow[], sort: Sort | null, today: string): readonly FacetRow[] {
  if (sort === null) return rows;
  const collator = new Intl.Collator('en', { numeric: true });
  const keyed = rows.map((row) => ({ row, key: keyOf(row.row, sort.column, today) }));
  const sign = sort.descending ? -1 : 1;
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  });
  return keyed.map(({ row }) => row);
}

function keyOf(row: ViewRow, column: Column, today: string): Key {
  switch (column) {
    case 'title':
      return row.title;
    case 'postmortem':
      return row.postmortem.title;
    case 'state':
      return improvementStates.indexOf(row.state);
    case 'question':
      return questions.indexOf(row.question);
    case 'owner':
      return row.owner?.name ?? null;
    case 'team':
      return row.team?.name ?? null;
    case 'due':
      return row.due === null ? null : Number(row.due.replaceAll('-', ''));
    case 'age':
      return ageOf(row, today);
    case 'moved':
      return row.moves?.days ?? null;
    case 'severity':
      return row.severity.level;
    case 'system':
      return row.systems.length === 0 ? null : row.systems.map(({ name }) => name).join(', ');
    case 'ticket':
      return row.ticket;
  }
}

/** What a press on a column's header does: up, down, and back to the order of the backlog. */
export function nextSort(sort: Sort | null, column: Column): Sort | null {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

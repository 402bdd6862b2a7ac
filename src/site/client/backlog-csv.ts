import { byteOrderMark, type CsvColumn, csv } from '../../core/export/csv.ts';
import type { FacetRow } from '../../core/improvement/backlog-view/filter.ts';
import type { Column } from '../../core/improvement/backlog-view/sort.ts';
import { ageOf, standingOf, type ViewRow } from '../../core/improvement/backlog-view/view-row.ts';
import { backlogView, columnNames } from '../strings/backlog.ts';
import { questionNames, stateNames } from '../strings/vocabulary.ts';
import { download } from './download.ts';

/** Hands the rows over as a file, with the columns that are shown. */
export function downloadCsv(rows: readonly FacetRow[], today: string, columns: readonly Column[]): void {
  const text = csv(
    columns.flatMap((column) => csvColumns(column, today)),
    rows.map(({ row }) => row),
  );
  download(`backlog-${today}.csv`, 'text/csv', byteOrderMark + text);
}

/** What a column of the table says; days as numbers, so that a spreadsheet can count with them. */
function csvColumns(column: Column, today: string): CsvColumn<ViewRow>[] {
  const one = (value: CsvColumn<ViewRow>['value']): CsvColumn<ViewRow>[] => [
    { name: columnNames[column], value },
  ];
  switch (column) {
    case 'title':
      return one(({ title }) => title);
    case 'postmortem':
      return one(({ postmortem }) => postmortem.title);
    case 'state':
      return one(({ state }) => stateNames[state]);
    case 'question':
      return one(({ question }) => questionNames[question].name);
    case 'owner':
      return one(({ owner }) => owner?.name ?? null);
    case 'team':
      return one(({ team }) => team?.name ?? null);
    case 'due':
      return [
        ...one(({ due }) => due),
        { name: backlogView.csv.daysLate, value: (row) => daysLate(row, today) },
        { name: backlogView.csv.ended, value: ({ done, dropped }) => done ?? dropped },
      ];
    case 'age':
      return [{ name: backlogView.csv.age, value: (row) => ageOf(row, today) }];
    case 'severity':
      return one(({ severity }) => `${severity.level} ${severity.name}`);
    case 'system':
      return one(({ systems }) => systems.map(({ name }) => name).join(', ') || null);
    case 'ticket':
      return one(({ ticket }) => ticket);
    case 'moved':
      return [
        { name: backlogView.csv.moves, value: ({ moves }) => moves?.times ?? null },
        { name: backlogView.csv.movedDays, value: ({ moves }) => moves?.days ?? null },
      ];
  }
}

function daysLate(row: ViewRow, today: string): number | null {
  const standing = standingOf(row, today);
  return standing.kind === 'late' ? standing.days : null;
}

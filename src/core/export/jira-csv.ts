import { isOpen } from '../improvement/backlog.ts';
import { excerpt } from '../page/excerpt.ts';
import { sections } from '../vocabulary.ts';
import type { BacklogCsvRow } from './backlog-csv.ts';
import { type CsvColumn, csv } from './csv.ts';

/**
 * What is open and has no ticket yet, as Jira's CSV importer wants it: a `Summary` of one line below 255 characters, one
 * column for each label, no byte order mark, which would become part of the first heading.
 */
export function jiraCsv(rows: readonly BacklogCsvRow[]): string {
  const missing = rows.filter((row) => isOpen(row) && row.ticket === null);
  const labelCount = Math.max(0, ...missing.map((row) => labelsOf(row).length));
  const labels = Array.from(
    { length: labelCount },
    (_, at): CsvColumn<BacklogCsvRow> => ({ name: 'Labels', value: (row) => labelsOf(row)[at] ?? null }),
  );
  return csv([...columns, ...labels], missing);
}

const columns: readonly CsvColumn<BacklogCsvRow>[] = [
  { name: 'Summary', value: summaryOf },
  { name: 'Issue Type', value: () => 'Task' },
  { name: 'Due Date', value: ({ due }) => due },
  { name: 'Assignee', value: ({ owner }) => owner },
  { name: 'Description', value: descriptionOf },
];

function summaryOf({ title }: BacklogCsvRow): string {
  return excerpt(title.replace(/\s+/g, ' ').trim());
}

function descriptionOf(row: BacklogCsvRow): string {
  const { title, question, postmortem, severity, ownerName, url } = row;
  return [
    ...(summaryOf(row) === title ? [] : [title]),
    `${sections[question].name}, from the postmortem “${postmortem.title}”, severity ${severity}`,
    `Owner: ${ownerName ?? 'no owner yet'}`,
    url,
  ].join('\n');
}

/** A blank would end a label. */
function labelsOf({ question, severity, systems }: BacklogCsvRow): string[] {
  return ['postmortem', question, `severity-${severity}`, ...systems].map((label) =>
    label.replace(/\s+/g, '-'),
  );
}

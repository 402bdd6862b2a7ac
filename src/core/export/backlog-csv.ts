import type { ImprovementState, Question } from '../vocabulary.ts';
import { byteOrderMark, type CsvColumn, csv } from './csv.ts';

/** One line of `backlog.csv`, in plain values. */
export interface BacklogCsvRow {
  /** `<postmortem id>#<anchor>` */
  id: string;
  title: string;
  question: Question;
  state: ImprovementState;
  /** Handle without `@`. */
  owner: string | null;
  /** From `people.yaml`; else the handle. */
  ownerName: string | null;
  team: string | null;
  /** `YYYY-MM-DD`, like every day here. */
  due: string | null;
  done: string | null;
  dropped: string | null;
  overdue: boolean;
  /** Whole days since it was written, until it ended or until the day of the build. */
  ageInDays: number | null;
  severity: number;
  /** Ids. */
  systems: readonly string[];
  /** As written. */
  ticket: string | null;
  ticketUrl: string | null;
  postmortem: { id: string; title: string; date: string | null };
  /** Of its place on its page. */
  url: string;
}

const columns: readonly CsvColumn<BacklogCsvRow>[] = [
  { name: 'id', value: ({ id }) => id },
  { name: 'title', value: ({ title }) => title },
  { name: 'question', value: ({ question }) => question },
  { name: 'state', value: ({ state }) => state },
  { name: 'owner', value: ({ owner }) => owner },
  { name: 'owner name', value: ({ ownerName }) => ownerName },
  { name: 'team', value: ({ team }) => team },
  { name: 'due', value: ({ due }) => due },
  { name: 'done', value: ({ done }) => done },
  { name: 'dropped', value: ({ dropped }) => dropped },
  // A spreadsheet knows its own language's words for true and false only.
  { name: 'overdue', value: ({ overdue }) => (overdue ? 'yes' : 'no') },
  { name: 'age in days', value: ({ ageInDays }) => ageInDays },
  { name: 'severity', value: ({ severity }) => severity },
  { name: 'systems', value: ({ systems }) => systems.join(', ') || null },
  { name: 'ticket', value: ({ ticket }) => ticket },
  { name: 'ticket url', value: ({ ticketUrl }) => ticketUrl },
  { name: 'postmortem', value: ({ postmortem }) => postmortem.id },
  { name: 'postmortem title', value: ({ postmortem }) => postmortem.title },
  { name: 'postmortem date', value: ({ postmortem }) => postmortem.date },
  { name: 'url', value: ({ url }) => url },
];

/** The backlog as a file for spreadsheets, in the order of the rows. */
export function backlogCsv(rows: readonly BacklogCsvRow[]): string {
  return byteOrderMark + csv(columns, rows);
}

import type { BacklogGroup } from '../improvement/backlog.ts';
import type { PackedBacklog } from '../improvement/backlog-view/packed.ts';
import type { Standing, ViewRow } from '../improvement/backlog-view/view-row.ts';

/** A row of the table, as it stands until the reader's browser knows what day it is. */
export interface BacklogTableRow extends ViewRow {
  url: string;
  ticketUrl: string | null;
  /** On the day the site was built, like `group` and `age`. */
  standing: Standing;
  group: BacklogGroup;
  /** In days. */
  age: number | null;
}

export interface BacklogPage {
  /** Overdue first, then by due date; what has ended last. */
  rows: BacklogTableRow[];
  counts: { open: number; overdue: number; closed: number; dropped: number };
  /** Of the closed ones with a due date: how many were done by it. */
  datesMet: { met: number; of: number };
  /** Where support work stands beside it; null where there is no such page. */
  queuesUrl: string | null;
  /** Whether the repository knows of a date that was moved. */
  hasMoves: boolean;
  /** For the page's script. */
  packed: PackedBacklog;
}

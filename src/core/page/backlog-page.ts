import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { compareForBacklog, datesMet } from '../improvement/backlog.ts';
import { backlogRow } from './items.ts';
import type { BacklogPage, BacklogRow } from './model.ts';
import type { Rendering } from './rendering.ts';

type Group = BacklogPage['groups'][number];

/** Every improvement the organisation committed to, overdue ones first. Groups without rows are left out. */
export function backlogPage(index: CatalogIndex, rendering: Rendering): BacklogPage {
  const rows: Record<Group['key'], BacklogRow[]> = { overdue: [], open: [], closed: [], dropped: [] };
  const improvements = index.catalog.backlog
    .map((item) => backlogRow(index, item, rendering))
    .sort(compareForBacklog(index.today));
  for (const row of improvements) rows[groupOf(row)].push(row);
  const groups = (['overdue', 'open', 'closed', 'dropped'] as const).map(
    (key): Group => ({ key, rows: rows[key] }),
  );
  return {
    groups: groups.filter((group) => group.rows.length > 0),
    counts: {
      open: rows.open.length + rows.overdue.length,
      overdue: rows.overdue.length,
      closed: rows.closed.length,
      dropped: rows.dropped.length,
    },
    datesMet: datesMet(improvements),
  };
}

function groupOf({ state, overdue }: BacklogRow): Group['key'] {
  if (state === 'closed' || state === 'dropped') return state;
  return overdue ? 'overdue' : 'open';
}

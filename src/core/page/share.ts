import type { BacklogItem } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type BacklogGroup, compareForBacklog, groupOf } from '../improvement/backlog.ts';
import { backlogRow } from './items.ts';
import type { BacklogRow } from './model.ts';
import type { Rendering } from './rendering.ts';
import type { Share } from './week-model.ts';

/** Some people's improvements in the order of the backlog, by what became of them. */
export function shareOf(index: CatalogIndex, items: readonly BacklogItem[], rendering: Rendering): Share {
  const groups: Record<BacklogGroup, BacklogRow[]> = { overdue: [], open: [], closed: [], dropped: [] };
  const compare = compareForBacklog(index.today);
  for (const item of items.toSorted((a, b) => compare(a.improvement, b.improvement)))
    groups[groupOf(item.improvement, index.today)].push(backlogRow(index, item, rendering));
  return { late: groups.overdue, open: groups.open, done: groups.closed, dropped: groups.dropped };
}

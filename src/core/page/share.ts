import type { BacklogItem } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type BacklogGroup, compareForBacklog, groupOf } from '../improvement/backlog.ts';
import { type Capped, capped } from './capped.ts';
import { backlogRow } from './items.ts';
import type { BacklogRow } from './model.ts';
import type { Rendering } from './rendering.ts';
import type { Share } from './week-model.ts';

/** The backlog has the rest. */
const shownOpen = 50;
const shownEnded = 20;

/** Some people's improvements in the order of the backlog, by what became of them. */
export function shareOf(index: CatalogIndex, items: readonly BacklogItem[], rendering: Rendering): Share {
  const groups: Record<BacklogGroup, BacklogItem[]> = { overdue: [], open: [], closed: [], dropped: [] };
  const compare = compareForBacklog(index.today);
  for (const item of items.toSorted((a, b) => compare(a.improvement, b.improvement)))
    groups[groupOf(item.improvement, index.today)].push(item);
  const first = (group: BacklogGroup, most: number): Capped<BacklogRow> =>
    capped(groups[group], most, (item) => backlogRow(index, item, rendering));
  return {
    late: first('overdue', shownOpen),
    open: first('open', shownOpen),
    done: first('closed', shownEnded),
    dropped: first('dropped', shownEnded),
  };
}

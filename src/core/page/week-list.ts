import type { BacklogItem } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { daysBetween } from '../time/dates.ts';
import { personModel } from './people.ts';
import { backlogUrl, postmortemUrl } from './urls.ts';
import type { WeekList, WeekRow } from './week-model.ts';

/**
 * The first of some improvements, each on the day for which it is listed.
 *
 * @param query Of the backlog that shows them all.
 * @param on The day; whatever has none is left out of the rows.
 */
export function weekList(
  index: CatalogIndex,
  items: readonly BacklogItem[],
  {
    most,
    query,
    on,
  }: {
    most: number;
    query: Record<string, string>;
    on: (item: BacklogItem) => string | null;
  },
): WeekList {
  return {
    rows: items.slice(0, most).flatMap((item) => weekRow(index, item, on(item)) ?? []),
    count: items.length,
    url: backlogUrl(index, query),
  };
}

function weekRow(
  index: CatalogIndex,
  { postmortem, improvement }: BacklogItem,
  on: string | null,
): WeekRow | null {
  if (on === null) return null;
  const url = postmortemUrl(index, postmortem.id);
  return {
    title: improvement.title,
    url: `${url}#${improvement.anchor}`,
    state: improvement.state,
    owner: personModel(index, improvement.owner),
    postmortem: { text: postmortem.facts.title, url },
    on,
    days: daysBetween(index.today, on),
  };
}

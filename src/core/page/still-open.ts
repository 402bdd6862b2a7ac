import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { isOpen } from '../improvement/backlog.ts';
import type { Improvement } from '../improvement/improvement.ts';
import { type Capped, capped } from './capped.ts';
import { personModel } from './people.ts';
import { postmortemUrl } from './urls.ts';

/** An improvement that was open on the day of a later incident, and what became of it. */
export interface StillOpenModel {
  title: string;
  url: string;
  /** A name. */
  owner: string | null;
  due: string | null;
  /** When it ended after that day; null while it is open. */
  ended: { how: 'done' | 'dropped'; on: string } | null;
}

/** The ones that are open today come first, else they keep their order. */
export function stillOpenModels(
  index: CatalogIndex,
  items: readonly { postmortem: string; improvement: Improvement }[],
  most: number,
): Capped<StillOpenModel> {
  const openFirst = items.toSorted((a, b) => Number(isOpen(b.improvement)) - Number(isOpen(a.improvement)));
  return capped(openFirst, most, ({ postmortem, improvement }) =>
    stillOpenModel(index, postmortem, improvement),
  );
}

export function stillOpenModel(
  index: CatalogIndex,
  postmortem: string,
  { title, anchor, owner, due, done, dropped }: Improvement,
): StillOpenModel {
  const on = done ?? dropped;
  return {
    title,
    url: `${postmortemUrl(index, postmortem)}#${anchor}`,
    owner: personModel(index, owner)?.name ?? null,
    due,
    ended: on === null ? null : { how: done === null ? 'dropped' : 'done', on },
  };
}

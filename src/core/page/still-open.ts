import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { answersRisk } from '../improvement/answers-risk.ts';
import { isOpen } from '../improvement/backlog.ts';
import type { Idea, Improvement } from '../improvement/improvement.ts';
import { type Capped, capped } from './capped.ts';
import { personModel } from './people.ts';
import { postmortemUrl } from './urls.ts';

/** An improvement, told in a line: what became of it since a day on which it was open, or to this day. */
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

/**
 * What was open of a meeting when risks of it came true: first what it had taken on for these very risks.
 *
 * @param open Improvements of that meeting.
 */
export function stillOpenFor(
  index: CatalogIndex,
  postmortem: string,
  { risks, open, most }: { risks: readonly Idea[]; open: readonly Improvement[]; most: number },
): { ownTakenOn: number; ownStillOpen: Capped<StillOpenModel>; stillOpen: Capped<StillOpenModel> } {
  const isOwn = (improvement: Improvement): boolean => risks.some((risk) => answersRisk(improvement, risk));
  const listed = (improvements: readonly Improvement[]): Capped<StillOpenModel> =>
    stillOpenModels(
      index,
      improvements.map((improvement) => ({ postmortem, improvement })),
      most,
    );
  const takenOn = index.backlogByPostmortem.get(postmortem) ?? [];
  return {
    ownTakenOn: takenOn.filter(({ improvement }) => isOwn(improvement)).length,
    ownStillOpen: listed(open.filter(isOwn)),
    stillOpen: listed(open.filter((improvement) => !isOwn(improvement))),
  };
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

import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemDue } from '../catalog/postmortems-due.ts';
import { remembered } from '../page/remembered.ts';

/** So many of the meetings that nobody waits for have a page as well, the newest first. */
export const othersShown = 60;

const known = new WeakMap<CatalogIndex, ReadonlySet<string>>();

/**
 * The postmortems whose meeting has a page: every one that is still to be held, and the newest of the others. What was
 * talked over years ago needs none, and making a thousand would slow every build down.
 */
export function meetingsWithPage(index: CatalogIndex): ReadonlySet<string> {
  return remembered(known, index, () => {
    const ids = new Set<string>();
    let others = 0;
    for (const postmortem of index.catalog.postmortems) {
      // A file of that very name has the address.
      if (index.postmortems.has(`${postmortem.id}/meeting`)) continue;
      const isToCome = postmortem.facts.status === 'open' || postmortemDue(index, postmortem) !== null;
      if (!isToCome && others >= othersShown) continue;
      if (!isToCome) others += 1;
      ids.add(postmortem.id);
    }
    return ids;
  });
}

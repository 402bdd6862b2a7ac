import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { capped } from './capped.ts';
import { postmortemCard } from './card.ts';
import { personModel, teamLink } from './people.ts';
import type { Rendering } from './rendering.ts';
import { shareOf } from './share.ts';
import { backlogUrl, personUrl, postmortemUrl } from './urls.ts';
import type { PersonPage } from './week-model.ts';

const shownFacilitated = 20;

/** What one person promised, did and holds in hand. @param handle One that some file names. */
export function personPage(index: CatalogIndex, handle: string, rendering: Rendering): PersonPage {
  const { backlog, postmortems } = index.catalog;
  return {
    person: personModel(index, handle),
    team: teamLink(index, index.people.get(handle)?.team ?? null),
    ...shareOf(
      index,
      backlog.filter(({ improvement }) => improvement.owner === handle),
      rendering,
    ),
    nextActions: postmortems
      .filter(({ facts }) => facts.status === 'open')
      .flatMap(({ id, facts, nextActions }) =>
        nextActions
          .filter(({ owner, done }) => owner === handle && !done)
          .map(({ text }) => {
            const url = postmortemUrl(index, id);
            return { text, url: `${url}#next-actions`, postmortem: { text: facts.title, url } };
          }),
      ),
    facilitated: capped(
      postmortems.filter(({ facts }) => facts.facilitator === handle),
      shownFacilitated,
      (postmortem) => postmortemCard(index, postmortem),
    ),
    calendarUrl: `${personUrl(index, handle)}backlog.ics`,
    backlogUrl: backlogUrl(index, { owner: handle }),
  };
}

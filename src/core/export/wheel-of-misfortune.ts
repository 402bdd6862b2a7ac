import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemPath } from '../catalog/places.ts';
import { compareText } from '../diagnostic.ts';
import type { Rendering } from '../page/rendering.ts';
import { isReplayable } from '../page/replay-page.ts';
import { postmortemUrl, replayUrl, resolver } from '../page/urls.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { reportedWords } from '../replay/reported.ts';
import { noticedOn, storyOf } from '../replay/story.ts';
import { absolute } from './site-address.ts';

/**
 * An incident as the game at https://github.com/dastergon/wheel-of-misfortune has it in `incidents/general_incidents.json`.
 * It writes the title on a slice of its wheel, as text, and then both into its page as HTML.
 */
export interface WheelIncident {
  ID: string;
  title: string;
  scenario: string;
}

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/**
 * Every incident that can be replayed, oldest first. Its title is its day, which fits a slice and gives nothing away; its
 * scenario ends where the first question is asked, and leads to the replay.
 *
 * @param siteUrl The site's origin; without one, nothing leads to the site.
 */
export function wheelOfMisfortune(
  index: CatalogIndex,
  siteUrl: string | null,
  rendering: Rendering,
): WheelIncident[] {
  const taken = new Map<string, number>();
  return index.catalog.postmortems
    .filter((postmortem) => isReplayable(index, postmortem))
    .map((postmortem) => ({ postmortem, noticed: noticedOn(postmortem.timeline) ?? '' }))
    .sort((a, b) => compareText(a.noticed, b.noticed) || compareText(a.postmortem.id, b.postmortem.id))
    .map(({ postmortem, noticed }, at) => {
      const name = day.format(new Date(`${noticed}T00:00:00Z`));
      const count = (taken.get(name) ?? 0) + 1;
      taken.set(name, count);
      return {
        ID: String(at + 1),
        title: count === 1 ? name : `${name} (${count})`,
        scenario: scenario(index, siteUrl, postmortem, rendering),
      };
    });
}

function scenario(
  index: CatalogIndex,
  siteUrl: string | null,
  postmortem: Postmortem,
  rendering: Rendering,
): string {
  const { id, document, facts, timeline } = postmortem;
  const resolve = resolver(index, postmortemPath(postmortem), postmortemUrl(index, id));
  const writer = rendering.writer(
    document,
    (url, kind) => {
      const path = siteUrl === null ? null : resolve(url, kind);
      return path?.startsWith('/') ? absolute(siteUrl, path) : path;
    },
    { onOtherPage: true },
  );
  const noticed = storyOf(timeline)?.told[0];
  const heard = noticed
    ? `<p>${noticed.time.clock} (${facts.timezone}): ${writer.phrasing(noticed.phrasing)}</p>`
    : '';
  const more =
    siteUrl === null ? '' : `<p><a href="${absolute(siteUrl, replayUrl(index, id))}">How it went on</a></p>`;
  return `${heard}${writer.blocks(reportedWords(postmortem))}<p>What would you check? Whom would you tell? What would you try?</p>${more}`;
}

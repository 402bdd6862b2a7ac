import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { compareText } from '../diagnostic.ts';
import { postmortemCard } from '../page/card.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { writtenOn } from '../postmortem/postmortem.ts';
import { atom, type FeedEntry, mostEntries } from './atom.ts';
import { absolute, identifier } from './site-address.ts';

/**
 * The latest postmortems as an Atom feed. An entry is as new as its meeting, else its incident; the ones without any date
 * are left out. Ids stay the same for as long as the site's address and the postmortem's id do.
 *
 * @param siteUrl The site's origin; without one, links begin at its root and ids name no host.
 */
export function feedXml(index: CatalogIndex, siteUrl: string | null): string {
  const entries = index.catalog.postmortems
    .flatMap((postmortem) => {
      const updated = writtenOn(postmortem);
      return updated === null ? [] : [{ postmortem, updated }];
    })
    .sort((a, b) => compareText(b.updated, a.updated))
    .slice(0, mostEntries);
  const name = index.catalog.settings.organisation ?? 'Fire Marshal';
  const home = absolute(siteUrl, index.basePath);
  return atom({
    id: identifier(siteUrl, index.basePath),
    title: `${name}: postmortems`,
    updated: midnight(entries[0]?.updated ?? index.today),
    page: home,
    self: `${home}feed.xml`,
    author: name,
    entries: entries.map(({ postmortem, updated }) => entry(index, siteUrl, postmortem, updated)),
  });
}

function entry(
  index: CatalogIndex,
  siteUrl: string | null,
  postmortem: Postmortem,
  updated: string,
): FeedEntry {
  const { url, title, severity, summary, date, systems, tags } = postmortemCard(index, postmortem);
  return {
    id: identifier(siteUrl, url),
    title,
    updated: midnight(updated),
    published: date === null ? null : midnight(date),
    url: absolute(siteUrl, url),
    summary,
    categories: [`Severity ${severity.level}`, ...systems.map(({ text }) => text), ...tags],
  };
}

function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}

import type { BacklogItem } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { compareText } from '../diagnostic.ts';
import { isOverdue } from '../improvement/backlog.ts';
import { systemLinks } from '../page/card.ts';
import { excerpt } from '../page/excerpt.ts';
import { postmortemUrl } from '../page/urls.ts';
import { addDays } from '../time/dates.ts';
import { instantText, startOfDay } from '../time/zones.ts';
import { sections } from '../vocabulary.ts';
import { atom, type FeedEntry, mostEntries } from './atom.ts';
import { absolute, identifier, improvementPath } from './site-address.ts';

type Late = BacklogItem & { due: string };

/**
 * What is overdue as an Atom feed, the latest to become so first. An improvement is news when its due day ends in the
 * settings' zone, once for each due date: its entry's id holds both.
 *
 * @param siteUrl The site's origin; without one, links begin at its root and ids name no host.
 */
export function overdueXml(index: CatalogIndex, siteUrl: string | null): string {
  const late = index.catalog.backlog
    .flatMap((item): Late[] => {
      const { due } = item.improvement;
      return due !== null && isOverdue(item.improvement, index.today) ? [{ ...item, due }] : [];
    })
    .sort((a, b) => compareText(b.due, a.due) || compareText(a.id, b.id))
    .slice(0, mostEntries);
  const entries = late.map((item) => entry(index, siteUrl, item));
  const name = index.catalog.settings.organisation ?? 'Fire Marshal';
  return atom({
    id: identifier(siteUrl, `${index.basePath}overdue.xml`),
    title: `${name}: late improvements`,
    updated: entries[0]?.updated ?? beginning(index, index.today),
    page: absolute(siteUrl, `${index.basePath}backlog/`),
    self: absolute(siteUrl, `${index.basePath}overdue.xml`),
    author: name,
    entries,
  });
}

function entry(
  index: CatalogIndex,
  siteUrl: string | null,
  { question, improvement, postmortem, due }: Late,
): FeedEntry {
  const { title, owner, anchor } = improvement;
  const { facts } = postmortem;
  const page = postmortemUrl(index, postmortem.id);
  const became = beginning(index, addDays(due, 1));
  const person = owner === null ? 'no owner yet' : (index.people.get(owner)?.name ?? owner);
  return {
    id: identifier(siteUrl, improvementPath(`${page}?due=${due}`, anchor)),
    title: `Overdue: ${excerpt(title)}`,
    updated: became,
    published: became,
    url: absolute(siteUrl, improvementPath(page, anchor)),
    summary: `Due on ${due}, owner: ${person}. ${sections[question].name}, from the postmortem “${facts.title}”.`,
    categories: [
      sections[question].name,
      `Severity ${facts.severity}`,
      ...systemLinks(index, facts.systems).map(({ text }) => text),
    ],
  };
}

/** The instant at which a day begins in the settings' zone. */
function beginning(index: CatalogIndex, day: string): string {
  return instantText(startOfDay(index.catalog.settings.timezone, day));
}

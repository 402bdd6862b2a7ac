import type { BacklogItem } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { teamOf } from '../catalog/teams.ts';
import { ageInDays, compareForBacklog, isOverdue } from '../improvement/backlog.ts';
import { ticketLink } from '../page/items.ts';
import { postmortemUrl } from '../page/urls.ts';
import { writtenOn } from '../postmortem/postmortem.ts';
import type { BacklogCsvRow } from './backlog-csv.ts';
import { absolute, improvementPath } from './site-address.ts';

/** The rows of `backlog.csv` in the order of the backlog's page: overdue, open, closed, dropped. */
export function backlogCsvRows(index: CatalogIndex, siteUrl: string | null): BacklogCsvRow[] {
  const compare = compareForBacklog(index.today);
  return index.catalog.backlog
    .toSorted((a, b) => compare(a.improvement, b.improvement))
    .map((item) => backlogCsvRow(index, item, siteUrl));
}

/** @param siteUrl The site's origin; without one, addresses begin at the root of its host. */
function backlogCsvRow(
  index: CatalogIndex,
  { id, question, improvement, postmortem }: BacklogItem,
  siteUrl: string | null,
): BacklogCsvRow {
  const { title, state, owner, due, done, dropped, ticket, anchor } = improvement;
  const { settings } = index.catalog;
  return {
    id,
    title,
    question,
    state,
    owner,
    ownerName: owner === null ? null : (index.people.get(owner)?.name ?? owner),
    team: teamOf(index, postmortem, improvement),
    due,
    done,
    dropped,
    overdue: isOverdue(improvement, index.today),
    ageInDays: ageInDays(improvement, writtenOn(postmortem), index.today),
    severity: postmortem.facts.severity,
    systems: postmortem.facts.systems,
    ticket,
    ticketUrl: ticket === null ? null : ticketLink(settings.ticketUrl, ticket).url,
    postmortem: { id: postmortem.id, title: postmortem.facts.title, date: postmortem.date },
    url: absolute(siteUrl, improvementPath(postmortemUrl(index, postmortem.id), anchor)),
  };
}

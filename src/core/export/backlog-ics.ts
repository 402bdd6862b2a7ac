import type { BacklogItem } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type Team, teamOf } from '../catalog/teams.ts';
import { compareText } from '../diagnostic.ts';
import { isOpen, isOverdue } from '../improvement/backlog.ts';
import { excerpt } from '../page/excerpt.ts';
import { ticketLink } from '../page/items.ts';
import { personUrl, postmortemUrl, teamUrl } from '../page/urls.ts';
import { sections } from '../vocabulary.ts';
import { type CalendarDay, icalendar } from './calendar.ts';
import { improvementPath, stableName } from './site-address.ts';

/** Whose calendar it is. */
interface Scope {
  /** Ends the calendar's name. */
  of: string;
  path: string;
  includes: (item: BacklogItem) => boolean;
  namesOwners: boolean;
}

/** The text of `backlog.ics`: every open improvement on the day it is due. */
export function backlogIcs(index: CatalogIndex, siteUrl: string | null): string {
  const path = `${index.basePath}backlog/`;
  return calendarOf(index, siteUrl, { of: '', path, includes: () => true, namesOwners: true });
}

/** A person's calendar: what the owner of a handle has open. */
export function personIcs(index: CatalogIndex, handle: string, siteUrl: string | null): string {
  return calendarOf(index, siteUrl, {
    of: ` of ${ownerName(index, handle)}`,
    path: personUrl(index, handle),
    includes: ({ improvement }) => improvement.owner === handle,
    namesOwners: false,
  });
}

/** A team's calendar. */
export function teamIcs(index: CatalogIndex, { name, slug }: Team, siteUrl: string | null): string {
  return calendarOf(index, siteUrl, {
    of: ` of team ${name}`,
    path: teamUrl(index, slug),
    includes: ({ postmortem, improvement }) => teamOf(index, postmortem, improvement) === name,
    namesOwners: true,
  });
}

type Dated = BacklogItem & { due: string };

function calendarOf(index: CatalogIndex, siteUrl: string | null, scope: Scope): string {
  const open = index.catalog.backlog.filter((item) => isOpen(item.improvement) && scope.includes(item));
  const dated = open
    .flatMap((item): Dated[] =>
      item.improvement.due === null ? [] : [{ ...item, due: item.improvement.due }],
    )
    .sort((a, b) => compareText(a.due, b.due) || compareText(a.id, b.id));
  const overdue = dated.filter(({ improvement }) => isOverdue(improvement, index.today));
  const undated = open.length - dated.length;
  return icalendar({
    product: 'Improvements',
    name: `${index.catalog.settings.organisation ?? 'Fire Marshal'}: improvements${scope.of}`,
    description: [
      'Every open improvement on the day it is due.',
      ...(undated === 0 ? [] : [`${undated} without a due date ${undated === 1 ? 'is' : 'are'} not in it.`]),
    ].join(' '),
    madeOn: index.today,
    days: [
      ...(overdue.length === 0 ? [] : [overdueDay(index, siteUrl, scope, overdue)]),
      ...dated.map((item) => dueDay(index, siteUrl, scope, item)),
    ],
  });
}

/**
 * Stays on its due day, also when that is over: a date that moves by itself would hide how late it is. What a reader of
 * this week must not miss is said once, on the day the site was built; see {@link overdueDay}.
 */
function dueDay(index: CatalogIndex, siteUrl: string | null, scope: Scope, item: Dated): CalendarDay {
  const { id, due, question, improvement, postmortem } = item;
  const { title, ticket, anchor } = improvement;
  const { facts, date } = postmortem;
  const name = excerpt(title);
  const late = isOverdue(improvement, index.today);
  const path = improvementPath(postmortemUrl(index, postmortem.id), anchor);
  const url = siteUrl === null ? null : `${siteUrl}${path}`;
  const link = ticket === null ? null : ticketLink(index.catalog.settings.ticketUrl, ticket);
  return {
    uid: stableName(siteUrl, index, id),
    day: due,
    summary: `${late ? 'Overdue: ' : ''}${name}${scope.namesOwners ? ` · ${whose(index, item)}` : ''}`,
    description: [
      ...(name === title ? [] : [title]),
      ...(late ? [`Due on ${due} and still open on ${index.today}.`] : []),
      `Owner: ${whose(index, item)}`,
      `State: ${improvement.state}`,
      `${sections[question].name}, from the postmortem “${facts.title}”${date === null ? '' : ` of ${date}`}, severity ${facts.severity}`,
      ...(link === null ? [] : [`Ticket: ${link.url ?? link.text}`]),
      ...(url === null ? [] : [url]),
    ].join('\n'),
    url,
    categories: [sections[question].name, `Severity ${facts.severity}`, ...(late ? ['Overdue'] : [])],
  };
}

const mostListed = 20;

/** One line for today about all that is late, so that whoever looks at this week sees it. */
function overdueDay(
  index: CatalogIndex,
  siteUrl: string | null,
  { of, path, namesOwners }: Scope,
  items: readonly Dated[],
): CalendarDay {
  const url = siteUrl === null ? null : `${siteUrl}${path}`;
  const more = items.length - mostListed;
  return {
    uid: stableName(siteUrl, index, `overdue${path.slice(index.basePath.length - 1)}`),
    day: index.today,
    summary:
      items.length === 1 ? `1 improvement${of} is overdue` : `${items.length} improvements${of} are overdue`,
    description: [
      ...items.slice(0, mostListed).map((item) => {
        const owner = namesOwners ? ` · ${whose(index, item)}` : '';
        return `${item.due} ${excerpt(item.improvement.title)}${owner}`;
      }),
      ...(more > 0 ? [`and ${more} more`] : []),
      ...(url === null ? [] : [url]),
    ].join('\n'),
    url,
    categories: ['Overdue'],
  };
}

function whose(index: CatalogIndex, { improvement: { owner } }: BacklogItem): string {
  return owner === null ? 'no owner yet' : ownerName(index, owner);
}

function ownerName(index: CatalogIndex, handle: string): string {
  return index.people.get(handle)?.name ?? handle;
}

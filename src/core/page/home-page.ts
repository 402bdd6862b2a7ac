import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { compareForBacklog, isOpen, isOverdue } from '../improvement/backlog.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { addDays, daysBetween } from '../time/dates.ts';
import { postmortemCard } from './card.ts';
import { backlogRow } from './items.ts';
import type { HomePage } from './model.ts';
import type { Rendering } from './rendering.ts';
import { handbookUrl } from './urls.ts';

/** So much is enough for a first look; the lists' own pages have the rest. */
const shownIncidents = 8;
const shownImprovements = 5;
const soon = 14;

/** What happened lately, what is late, and where to start. */
export function homePage(index: CatalogIndex, rendering: Rendering): HomePage {
  const { postmortems, backlog, settings, handbook } = index.catalog;
  const card = (postmortem: Postmortem) => postmortemCard(index, postmortem);
  const open = backlog.filter(({ improvement }) => isOpen(improvement));
  const byDue = compareForBacklog(index.today);
  const overdue = open.filter(({ improvement }) => isOverdue(improvement, index.today));
  const limit = addDays(index.today, soon);
  const dueSoon = open.filter(
    ({ improvement: { due } }) => due !== null && due >= index.today && due <= limit,
  );
  const first = (items: typeof open) =>
    items
      .toSorted((a, b) => byDue(a.improvement, b.improvement))
      .slice(0, shownImprovements)
      .map((item) => backlogRow(index, item, rendering));
  return {
    organisation: settings.organisation,
    openIncidents: postmortems.filter(({ facts }) => facts.status === 'open').map(card),
    latest: postmortems
      .filter(({ facts }) => facts.status !== 'open')
      .slice(0, shownIncidents)
      .map(card),
    overdue: first(overdue),
    dueSoon: first(dueSoon),
    postmortemsDue: postmortemsDue(index),
    startHere: startHere(index),
    counts: {
      postmortems: postmortems.length,
      openImprovements: open.length,
      closedImprovements: backlog.filter(({ improvement }) => improvement.state === 'closed').length,
      overdue: overdue.length,
    },
    handbook: handbook.map(({ id, title, description }) => ({
      text: title,
      url: handbookUrl(index, id),
      description,
    })),
  };
}

/** Resolved incidents whose severity asks for a postmortem: the ones that wait longest past their day first. */
function postmortemsDue(index: CatalogIndex): HomePage['postmortemsDue'] {
  return index.catalog.postmortems
    .filter(
      ({ facts }) => facts.status === 'resolved' && index.severities.get(facts.severity)?.postmortem === true,
    )
    .map((postmortem) => {
      const days = index.severities.get(postmortem.facts.severity)?.postmortemDays ?? null;
      const resolvedOn = resolvedDay(postmortem);
      const dueOn = days === null || resolvedOn === null ? null : addDays(resolvedOn, days);
      return {
        postmortem: postmortemCard(index, postmortem),
        dueOn,
        daysLeft: dueOn === null ? null : daysBetween(index.today, dueOn),
      };
    })
    .sort((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity) || 0);
}

/** The day an incident was over, in its file's zone. */
function resolvedDay({ timeline, date }: Postmortem): string | null {
  const time = timeline?.entries.find(({ marks }) => marks.includes('resolved'))?.time;
  return time === undefined ? date : (time.endDate ?? time.date);
}

/** Up to three reviewed incidents worth reading first, each for another reason. */
function startHere(index: CatalogIndex): HomePage['startHere'] {
  const chosen = new Map<Postmortem, string>();
  const reviewed = index.catalog.postmortems.filter(({ facts }) => facts.status === 'reviewed');
  const choose = (score: (postmortem: Postmortem) => number, why: (score: number) => string): void => {
    let best: Postmortem | null = null;
    for (const postmortem of reviewed)
      if (!chosen.has(postmortem) && score(postmortem) > (best === null ? 0 : score(best))) best = postmortem;
    if (best !== null) chosen.set(best, why(score(best)));
  };
  choose(
    ({ id }) => new Set(index.foresaw.get(id)?.map(({ incident }) => incident)).size,
    (count) => `It foresaw ${count === 1 ? 'a later incident' : `${count} later incidents`}.`,
  );
  choose(
    ({ id }) => index.backlinks.get(id)?.length ?? 0,
    (count) => `${count === 1 ? 'Another postmortem links' : `${count} other postmortems link`} to it.`,
  );
  const gravest = Math.min(...index.severities.keys());
  choose(
    ({ facts }) => Number(facts.severity === gravest),
    () => `The latest one of severity ${gravest}.`,
  );
  return [...chosen].map(([postmortem, why]) => ({ postmortem: postmortemCard(index, postmortem), why }));
}

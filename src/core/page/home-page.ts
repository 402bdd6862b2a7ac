import type { BacklogItem } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemsDue } from '../catalog/postmortems-due.ts';
import { type Week, weekOf } from '../catalog/week.ts';
import { compareText } from '../diagnostic.ts';
import { isOpen } from '../improvement/backlog.ts';
import { isElsewhere } from '../metrics/cases.ts';
import { type Postmortem, writtenOn } from '../postmortem/postmortem.ts';
import { capped } from './capped.ts';
import { burningCards, postmortemCard } from './card.ts';
import { metricsPage } from './metrics-page.ts';
import { onDutyNow } from './on-duty-page.ts';
import { personModel } from './people.ts';
import { postmortemDueModel } from './postmortem-due.ts';
import { foremostRecurrences } from './recurring-page.ts';
import { backlogUrl, handbookUrl } from './urls.ts';
import { weekList } from './week-list.ts';
import type { HomePage, WeekModel } from './week-model.ts';

/** So much is enough for a first look; the lists' own pages have the rest. */
const shownIncidents = 4;
const shownToDo = 5;
/** What is late is what the page is for: all of it, unless it is very much. */
const shownLate = 10;
const shownBehind = 3;
const shownRecurrences = 3;
const shownGuides = 5;

/** The week for who leads, the search for who is on duty, and where to start for who is new. */
export function homePage(index: CatalogIndex): HomePage {
  const { postmortems, backlog, settings, handbook } = index.catalog;
  const card = (postmortem: Postmortem) => postmortemCard(index, postmortem);
  return {
    organisation: settings.organisation,
    today: index.today,
    openIncidents: burningCards(index),
    onDuty: onDutyNow(index),
    latest: postmortems
      .filter(({ facts }) => facts.status !== 'open')
      .slice(0, shownIncidents)
      .map(card),
    week: weekModel(index, weekOf(backlog, index.today)),
    postmortemsDue: postmortemsDue(index).map((due) => postmortemDueModel(index, due)),
    beyond: { recurring: foremostRecurrences(index, shownRecurrences), metrics: metricsPage(index) },
    startHere: startHere(index),
    counts: {
      postmortems: postmortems.length,
      elsewhere: postmortems.filter(isElsewhere).length,
      openImprovements: backlog.filter(({ improvement }) => isOpen(improvement)).length,
      closedImprovements: backlog.filter(({ improvement }) => improvement.state === 'closed').length,
    },
    handbook: capped(handbook, shownGuides, ({ id, title }) => ({
      text: title,
      url: handbookUrl(index, id),
    })),
  };
}

function weekModel(index: CatalogIndex, week: Week): WeekModel {
  return {
    since: week.since,
    soonUntil: week.soonUntil,
    quiet: isQuiet(index, week),
    late: weekList(index, week.late, {
      most: shownLate,
      query: { state: 'overdue' },
      on: ({ improvement }) => improvement.due,
    }),
    lateByOwner: byOwner(index, week.late),
    dueSoon: weekList(index, week.dueSoon, {
      most: shownToDo,
      query: { due: 'month' },
      on: ({ improvement }) => improvement.due,
    }),
    written: weekList(index, week.written, {
      most: shownBehind,
      query: { state: 'open', sort: 'age' },
      on: ({ postmortem }) => writtenOn(postmortem),
    }),
    done: weekList(index, week.done, {
      most: shownBehind,
      query: { state: 'closed' },
      on: ({ improvement }) => improvement.done,
    }),
    dropped: weekList(index, week.dropped, {
      most: shownBehind,
      query: { state: 'dropped' },
      on: ({ improvement }) => improvement.dropped,
    }),
  };
}

function isQuiet(index: CatalogIndex, { late, dueSoon, written, done, dropped }: Week): boolean {
  return (
    [late, dueSoon, written, done, dropped, postmortemsDue(index)].every(({ length }) => length === 0) &&
    index.catalog.postmortems.every(({ facts }) => facts.status !== 'open')
  );
}

/** In the order of names, so that nobody stands first for having most. */
function byOwner(index: CatalogIndex, late: readonly BacklogItem[]): WeekModel['lateByOwner'] {
  return [...Map.groupBy(late, ({ improvement }) => improvement.owner)]
    .map(([handle, { length }]) => {
      const owner = personModel(index, handle);
      return { owner, url: owner?.url ?? backlogUrl(index, { state: 'overdue', owner: '-' }), count: length };
    })
    .sort(
      (a, b) =>
        Number(a.owner === null) - Number(b.owner === null) ||
        compareText(a.owner?.name ?? '', b.owner?.name ?? ''),
    );
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
    (count) =>
      `${count === 1 ? 'A later incident' : `${count} later incidents`} hit systems that it had named as risks.`,
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

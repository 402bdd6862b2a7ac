import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemsDue } from '../catalog/postmortems-due.ts';
import { type Team, teamOf } from '../catalog/teams.ts';
import { isOpen } from '../improvement/backlog.ts';
import type { Idea } from '../improvement/improvement.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { addDays } from '../time/dates.ts';
import { capped } from './capped.ts';
import { postmortemCard, systemLinks } from './card.ts';
import { personModel } from './people.ts';
import { postmortemDueModel } from './postmortem-due.ts';
import type { Rendering } from './rendering.ts';
import { riskLines } from './risk-lines.ts';
import { shareOf } from './share.ts';
import { backlogUrl, teamUrl } from './urls.ts';
import type { TeamPage } from './week-model.ts';

/** What a team did this long ago is still news. */
const latelyDays = 90;
/** The pages of its systems have the rest. */
const shownIncidents = 12;

/** What one team runs, promised and did. */
export function teamPage(index: CatalogIndex, team: Team, rendering: Rendering): TeamPage {
  const { postmortems, backlog } = index.catalog;
  const since = addDays(index.today, -latelyDays);
  const own = new Set(team.systems.map(({ id }) => id));
  const isOwn = (id: string): boolean => own.has(id);
  const mine = backlog.filter(
    ({ postmortem, improvement }) => teamOf(index, postmortem, improvement) === team.name,
  );
  return {
    slug: team.slug,
    name: team.name,
    hours: team.hours,
    people: team.people.map(({ handle }) => personModel(index, handle)),
    systems: systemLinks(index, own),
    since,
    ...shareOf(
      index,
      mine.filter(
        ({ improvement }) => isOpen(improvement) || (improvement.done ?? improvement.dropped ?? '') >= since,
      ),
      rendering,
    ),
    postmortemsDue: postmortemsDue(index)
      .filter(({ postmortem }) => teamOf(index, postmortem, { owner: null }) === team.name)
      .map((due) => postmortemDueModel(index, due)),
    incidents: capped(
      postmortems.filter(({ facts }) => facts.systems.some(isOwn)),
      shownIncidents,
      (postmortem) => postmortemCard(index, postmortem),
    ),
    risks: riskLines(index, risksTo(index, team), isOwn),
    calendarUrl: `${teamUrl(index, team.slug)}backlog.ics`,
    backlogUrl: backlogUrl(index, { team: team.slug }),
  };
}

/** Risks that name a system of the team, each once. */
function risksTo(index: CatalogIndex, { systems }: Team): { postmortem: Postmortem; risk: Idea }[] {
  const found = new Map<Idea, Postmortem>();
  for (const { id } of systems)
    for (const { risk, postmortem } of index.risksBySystem.get(id) ?? []) found.set(risk, postmortem);
  return [...found].map(([risk, postmortem]) => ({ risk, postmortem }));
}

import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemsDue } from '../catalog/postmortems-due.ts';
import { type Team, teamOf } from '../catalog/teams.ts';
import { isOpen } from '../improvement/backlog.ts';
import type { Idea } from '../improvement/improvement.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { addDays } from '../time/dates.ts';
import { capped } from './capped.ts';
import { postmortemCard, systemLinks } from './card.ts';
import { cameTrue } from './items.ts';
import { personModel } from './people.ts';
import { postmortemDueModel } from './postmortem-due.ts';
import type { Rendering } from './rendering.ts';
import { shareOf } from './share.ts';
import { backlogUrl, postmortemUrl, riskUrl, teamUrl } from './urls.ts';
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
    risks: risksTo(index, team).map(({ postmortem, risk }) => ({
      text: risk.text,
      url: `${postmortemUrl(index, postmortem.id)}#${risk.anchor}`,
      registerUrl: riskUrl(index, postmortem.id, risk.anchor),
      postmortem: postmortemCard(index, postmortem),
      systems: systemLinks(index, risk.systems.filter(isOwn)),
      cameTrue: cameTrue(index, risk),
    })),
    calendarUrl: `${teamUrl(index, team.slug)}backlog.ics`,
    backlogUrl: backlogUrl(index, { team: team.slug }),
  };
}

/** Risks that name a system of the team, each once, newest postmortem first. */
function risksTo(index: CatalogIndex, { systems }: Team): { postmortem: Postmortem; risk: Idea }[] {
  const found = new Map<Idea, Postmortem>();
  for (const { id } of systems)
    for (const { risk, postmortem } of index.risksBySystem.get(id) ?? []) found.set(risk, postmortem);
  const position = (postmortem: Postmortem): number => index.positions.get(postmortem.id) ?? Infinity;
  return [...found]
    .map(([risk, postmortem]) => ({ risk, postmortem }))
    .sort((a, b) => position(a.postmortem) - position(b.postmortem));
}

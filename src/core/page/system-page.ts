import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { dependenciesOf, reachable } from '../catalog/dependencies.ts';
import { compareForBacklog, isOpen } from '../improvement/backlog.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { daysBetween } from '../time/dates.ts';
import { postmortemCard, systemLinks } from './card.ts';
import { backlogRow } from './items.ts';
import type { SystemPage } from './model.ts';
import { teamLink } from './people.ts';
import { recurrencesOfSystem } from './recurring-page.ts';
import type { Rendering } from './rendering.ts';
import { riskLines } from './risk-lines.ts';

/** What is known about one system; null where `systems.yaml` has none with this id. */
export function systemPage(index: CatalogIndex, id: string, rendering: Rendering): SystemPage | null {
  const system = index.systems.get(id);
  if (system === undefined) return null;
  const postmortems = index.bySystem.get(id) ?? [];
  const byDue = compareForBacklog(index.today);
  return {
    id,
    name: system.name,
    team: teamLink(index, system.team),
    description: system.description,
    ...neighboursOf(index, id),
    history: postmortems.map((postmortem, at) => ({
      postmortem: postmortemCard(index, postmortem),
      daysSince: daysSince(postmortem, postmortems[at + 1]),
    })),
    improvements: postmortems
      .flatMap(({ id }) => index.backlogByPostmortem.get(id) ?? [])
      .filter(({ improvement }) => isOpen(improvement))
      .toSorted((a, b) => byDue(a.improvement, b.improvement))
      .map((item) => backlogRow(index, item, rendering)),
    risks: riskLines(index, index.risksBySystem.get(id) ?? [], () => false),
    recurs: recurrencesOfSystem(index, id),
  };
}

/** What it depends on and what depends on it, at once and in the end. */
function neighboursOf(
  index: CatalogIndex,
  id: string,
): Pick<SystemPage, 'dependsOn' | 'restsOn' | 'neededBy' | 'reaches'> {
  const { dependsOn, neededBy } = dependenciesOf(index.catalog.systems);
  const beyond = (edges: typeof dependsOn) => {
    const direct = edges.get(id) ?? [];
    return systemLinks(
      index,
      reachable(edges, id).filter((other) => !direct.includes(other)),
    );
  };
  return {
    dependsOn: systemLinks(index, dependsOn.get(id) ?? []),
    restsOn: beyond(dependsOn),
    neededBy: systemLinks(index, neededBy.get(id) ?? []),
    reaches: beyond(neededBy),
  };
}

/** Whole days since the incident before; null where there is none, or one of them has no day. */
function daysSince({ date }: Postmortem, before: Postmortem | undefined): number | null {
  return date === null || !before?.date ? null : daysBetween(before.date, date);
}

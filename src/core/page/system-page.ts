import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { dependenciesOf, waysFrom } from '../catalog/dependencies.ts';
import { compareForBacklog, isOpen } from '../improvement/backlog.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { daysBetween } from '../time/dates.ts';
import { capped } from './capped.ts';
import { postmortemCard, systemLink, systemLinks } from './card.ts';
import { rootCause } from './excerpt.ts';
import { backlogRow } from './items.ts';
import type { Onwards, SystemPage } from './model.ts';
import { teamLink } from './people.ts';
import { recurrencesOfSystem } from './recurring-page.ts';
import type { Rendering } from './rendering.ts';
import { riskLines } from './risk-lines.ts';

/** The worst of what lies below; the systems' own pages have the rest. */
const shownBelow = 5;

/** What is known about one system; null where `systems.yaml` has none with this id. */
export function systemPage(index: CatalogIndex, id: string, rendering: Rendering): SystemPage | null {
  const system = index.systems.get(id);
  if (system === undefined) return null;
  const postmortems = index.bySystem.get(id) ?? [];
  const byDue = compareForBacklog(index.today);
  const { dependsOn, neededBy } = dependenciesOf(index.catalog.systems);
  const down = waysFrom(dependsOn, id);
  return {
    id,
    name: system.name,
    team: teamLink(index, system.team),
    description: system.description,
    dependsOn: systemLinks(index, dependsOn.get(id) ?? []),
    restsOn: onwards(index, down),
    neededBy: systemLinks(index, neededBy.get(id) ?? []),
    reaches: onwards(index, waysFrom(neededBy, id)),
    history: postmortems.map((postmortem, at) => ({
      postmortem: postmortemCard(index, postmortem),
      cause: rootCause(postmortem),
      daysSince: daysSince(postmortem, postmortems[at + 1]),
    })),
    ...incidentsBelow(index, id, down),
    improvements: postmortems
      .flatMap(({ id }) => index.backlogByPostmortem.get(id) ?? [])
      .filter(({ improvement }) => isOpen(improvement))
      .toSorted((a, b) => byDue(a.improvement, b.improvement))
      .map((item) => backlogRow(index, item, rendering)),
    risks: riskLines(index, index.risksBySystem.get(id) ?? [], () => false),
    recurs: recurrencesOfSystem(index, id),
  };
}

/** What is not next to it, by the neighbour that leads there. */
function onwards(index: CatalogIndex, ways: ReadonlyMap<string, readonly string[]>): Onwards[] {
  const further = [...ways].flatMap(([id, [through]]) => (through === undefined ? [] : [{ id, through }]));
  return [...Map.groupBy(further, ({ through }) => through)].map(([through, systems]) => ({
    through: systemLink(index, through),
    systems: systems.map(({ id }) => systemLink(index, id)),
  }));
}

function incidentsBelow(
  index: CatalogIndex,
  own: string,
  ways: ReadonlyMap<string, readonly string[]>,
): Pick<SystemPage, 'below' | 'belowSystems'> {
  const hits = new Map<Postmortem, string>();
  const belowSystems: SystemPage['belowSystems'] = [];
  for (const id of ways.keys()) {
    const incidents = (index.bySystem.get(id) ?? []).filter(({ facts }) => !facts.systems.includes(own));
    if (incidents.length === 0) continue;
    belowSystems.push({ system: systemLink(index, id), incidents: index.bySystem.get(id)?.length ?? 0 });
    for (const postmortem of incidents) if (!hits.has(postmortem)) hits.set(postmortem, id);
  }
  const worstFirst = [...hits].toSorted(
    ([a], [b]) =>
      a.facts.severity - b.facts.severity ||
      (index.positions.get(a.id) ?? 0) - (index.positions.get(b.id) ?? 0),
  );
  return {
    below: capped(worstFirst, shownBelow, ([postmortem, id]) => ({
      postmortem: postmortemCard(index, postmortem),
      cause: rootCause(postmortem),
      hit: systemLink(index, id),
      through: systemLinks(index, ways.get(id) ?? []),
    })),
    belowSystems,
  };
}

/** Whole days since the incident before; null where there is none, or one of them has no day. */
function daysSince({ date }: Postmortem, before: Postmortem | undefined): number | null {
  return date === null || !before?.date ? null : daysBetween(before.date, date);
}

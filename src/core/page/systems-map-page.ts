import type { System } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { dependenciesOf } from '../catalog/dependencies.ts';
import { systemsDiagram } from '../catalog/systems-diagram.ts';
import { isOpen, isOverdue } from '../improvement/backlog.ts';
import { systemLinks } from './card.ts';
import type { Html, Link } from './model.ts';
import { teamLink } from './people.ts';
import { systemUrl } from './urls.ts';

export interface SystemsMapPage {
  /** Null where nothing depends on anything, where too much does to be drawn, or where drawing failed. */
  drawing: Html | null;
  /** Whether some system depends on another. */
  hasDependencies: boolean;
  /** Systems by their team, in the order of the file. */
  groups: { team: Link | null; systems: SystemSummary[] }[];
}

export interface SystemSummary extends Link {
  description: string | null;
  dependsOn: Link[];
  /** How many systems depend on it. */
  neededBy: number;
  incidents: number;
  /** The day of its latest incident. */
  lastOn: string | null;
  /** Improvements of its incidents. */
  open: number;
  overdue: number;
}

/** The map of systems as Mermaid text; null where there is none, see `systemsDiagram`. */
export function systemsMapSource(index: CatalogIndex): string | null {
  return systemsDiagram(
    index.catalog.systems.map((system) => {
      const { incidents, open } = figuresOf(index, system);
      return { ...system, url: systemUrl(index, system.id), incidents, open };
    }),
  );
}

/** @param drawing Of `systemsMapSource`. */
export function systemsMapPage(index: CatalogIndex, drawing: Html | null): SystemsMapPage {
  const { systems } = index.catalog;
  const { neededBy } = dependenciesOf(systems);
  return {
    drawing,
    hasDependencies: systems.some(({ dependsOn }) => dependsOn.length > 0),
    groups: [...Map.groupBy(systems, ({ team }) => team)].map(([team, members]) => ({
      team: teamLink(index, team),
      systems: members.map((system) => ({
        text: system.name,
        url: systemUrl(index, system.id),
        description: system.description,
        dependsOn: systemLinks(index, system.dependsOn),
        neededBy: neededBy.get(system.id)?.length ?? 0,
        ...figuresOf(index, system),
      })),
    })),
  };
}

function figuresOf(
  index: CatalogIndex,
  { id }: System,
): Pick<SystemSummary, 'incidents' | 'lastOn' | 'open' | 'overdue'> {
  const incidents = index.bySystem.get(id) ?? [];
  const items = incidents.flatMap((postmortem) => index.backlogByPostmortem.get(postmortem.id) ?? []);
  const open = items.filter(({ improvement }) => isOpen(improvement));
  return {
    incidents: incidents.length,
    lastOn: incidents[0]?.date ?? null,
    open: open.length,
    overdue: open.filter(({ improvement }) => isOverdue(improvement, index.today)).length,
  };
}

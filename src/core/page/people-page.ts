import type { BacklogItem } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { teamOf } from '../catalog/teams.ts';
import { compareText } from '../diagnostic.ts';
import { isOpen, isOverdue } from '../improvement/backlog.ts';
import { systemLinks } from './card.ts';
import { personModel, teamLink } from './people.ts';
import { teamUrl } from './urls.ts';
import type { PeoplePage, TeamsPage } from './week-model.ts';

/** Everybody by team. @param handles Of everybody whom a file names. */
export function peoplePage(index: CatalogIndex, handles: Iterable<string>): PeoplePage {
  const load = loads(index, ({ improvement }) => improvement.owner);
  const groups = Map.groupBy(handles, (handle) => index.people.get(handle)?.team ?? null);
  return {
    groups: [...groups]
      .sort(([a], [b]) => Number(a === null) - Number(b === null) || compareText(a ?? '', b ?? ''))
      .map(([team, members]) => ({
        team: teamLink(index, team),
        people: members
          .map((handle) => ({ person: personModel(index, handle), ...load(handle) }))
          .sort((a, b) => compareText(a.person.name, b.person.name)),
      })),
  };
}

export function teamsPage(index: CatalogIndex): TeamsPage {
  const load = loads(index, ({ postmortem, improvement }) => teamOf(index, postmortem, improvement));
  return {
    teams: [...index.teams.values()].map(({ name, slug, people, systems }) => ({
      team: { text: name, url: teamUrl(index, slug) },
      people: people.length,
      systems: systemLinks(
        index,
        systems.map(({ id }) => id),
      ),
      ...load(name),
    })),
  };
}

/** How much is open and late, by whatever each improvement belongs to. */
function loads(index: CatalogIndex, of: (item: BacklogItem) => string | null) {
  const known = new Map<string | null, { open: number; late: number }>();
  for (const item of index.catalog.backlog) {
    const key = of(item);
    const load = known.get(key) ?? { open: 0, late: 0 };
    known.set(key, load);
    if (isOpen(item.improvement)) load.open += 1;
    if (isOverdue(item.improvement, index.today)) load.late += 1;
  }
  return (key: string): { open: number; late: number } => known.get(key) ?? { open: 0, late: 0 };
}

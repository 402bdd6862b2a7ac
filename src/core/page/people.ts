import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Link, PersonModel } from './model.ts';
import { personUrl, teamUrl } from './urls.ts';

/** A handle with its name from `people.yaml`; without one, the handle stands for the name. */
export function personModel(index: CatalogIndex, handle: string): PersonModel;
export function personModel(index: CatalogIndex, handle: string | null): PersonModel | null;
export function personModel(index: CatalogIndex, handle: string | null): PersonModel | null {
  return handle === null
    ? null
    : { handle, name: index.people.get(handle)?.name ?? handle, url: personUrl(index, handle) };
}

/** A team's name with its page; null where there is no team. */
export function teamLink(index: CatalogIndex, name: string | null): Link | null {
  const team = name === null ? undefined : index.teams.get(name);
  return team === undefined ? null : { text: team.name, url: teamUrl(index, team.slug) };
}

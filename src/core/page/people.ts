import type { CatalogIndex } from '../catalog/catalog-index.ts';

export interface PersonModel {
  handle: string;
  name: string;
}

/** A handle with its name from `people.yaml`; without one, the handle stands for the name. */
export function personModel(index: CatalogIndex, handle: string | null): PersonModel | null {
  return handle === null ? null : { handle, name: index.people.get(handle)?.name ?? handle };
}

import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Link, SiteModel } from './model.ts';
import { handbookUrl, systemUrl } from './urls.ts';

/** What every page shares. */
export function siteModel(index: CatalogIndex): SiteModel {
  const { settings, systems } = index.catalog;
  return {
    organisation: settings.organisation,
    builtOn: index.today,
    handbook: handbookLinks(index),
    systems: systems.map(({ id, name, team }) => ({
      text: name,
      url: systemUrl(index, id),
      team,
      postmortems: index.bySystem.get(id)?.length ?? 0,
    })),
  };
}

export function handbookLinks(index: CatalogIndex): Link[] {
  return index.catalog.handbook.map(({ id, title }) => ({ text: title, url: handbookUrl(index, id) }));
}

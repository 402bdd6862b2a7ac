import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Link, SiteModel } from './model.ts';
import { handbookUrl } from './urls.ts';

/** What every page shares. */
export function siteModel(index: CatalogIndex): SiteModel {
  return {
    organisation: index.catalog.settings.organisation,
    builtOn: index.today,
    handbook: handbookLinks(index),
    history: index.history.coverage,
  };
}

export function handbookLinks(index: CatalogIndex): Link[] {
  return index.catalog.handbook.map(({ id, title }) => ({ text: title, url: handbookUrl(index, id) }));
}

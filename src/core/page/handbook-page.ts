import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { handbookPath } from '../catalog/places.ts';
import type { HandbookPageModel } from './model.ts';
import type { Rendering } from './rendering.ts';
import { handbookLinks } from './site-model.ts';
import { editUrl, resolver } from './urls.ts';

/** One guide; null where there is none with this id. */
export function handbookPage(
  index: CatalogIndex,
  id: string,
  rendering: Rendering,
): HandbookPageModel | null {
  const page = index.handbook.get(id);
  if (page === undefined) return null;
  const writer = rendering.writer(page.document, resolver(index, handbookPath(page), null));
  const html = [writer.blocks(page.document.tree.children), writer.footnotes()].filter((part) => part !== '');
  return {
    id,
    hasCode: page.hasCode,
    title: page.title,
    description: page.description,
    html: html.join('\n'),
    pages: handbookLinks(index),
    editUrl: editUrl(index, page.file),
  };
}

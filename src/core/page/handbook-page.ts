import type { RootContent } from 'mdast';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { handbookPath } from '../catalog/places.ts';
import type { HandbookGroup, HandbookPageModel, HandbookPart } from './handbook-model.ts';
import { handbookPart, writtenPart } from './handbook-part.ts';
import type { HtmlWriter, Rendering } from './rendering.ts';
import { editUrl, handbookUrl, resolver } from './urls.ts';

/** One guide; null where there is none with this id. */
export function handbookPage(
  index: CatalogIndex,
  id: string,
  rendering: Rendering,
): HandbookPageModel | null {
  const page = index.handbook.get(id);
  if (page === undefined) return null;
  const writer = rendering.writer(page.document, resolver(index, handbookPath(page), null));
  const parts = partsOf(index, page.document.tree.children, writer);
  const footnotes = writer.footnotes();
  return {
    id,
    hasCode: page.hasCode,
    title: page.title,
    description: page.description,
    parts: footnotes === '' ? parts : [...parts, { kind: 'words', html: footnotes }],
    groups: handbookGroups(index),
    editUrl: editUrl(index, page.file),
  };
}

/** All guides in their order; a group stands where its first guide does. */
export function handbookGroups(index: CatalogIndex): HandbookGroup[] {
  const groups = new Map<string | null, HandbookGroup>();
  for (const { id, title, description, group } of index.catalog.handbook) {
    const known = groups.get(group) ?? { name: group, pages: [] };
    known.pages.push({ text: title, url: handbookUrl(index, id), description });
    groups.set(group, known);
  }
  return [...groups.values()];
}

function partsOf(index: CatalogIndex, nodes: readonly RootContent[], writer: HtmlWriter): HandbookPart[] {
  const parts: HandbookPart[] = [];
  let words: RootContent[] = [];
  const endWords = (): void => {
    const html = writer.blocks(words);
    if (html !== '') parts.push({ kind: 'words', html });
    words = [];
  };
  for (const node of nodes) {
    const part = writtenPart(node);
    if (part === null) {
      words.push(node);
      continue;
    }
    endWords();
    parts.push(
      handbookPart(index, part, (source) =>
        writer.blocks([{ type: 'code', lang: 'mermaid', value: source }]),
      ),
    );
  }
  endWords();
  return parts;
}

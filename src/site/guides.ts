import type { CatalogIndex } from '../core/catalog/catalog-index.ts';
import type { Document } from '../core/document/document.ts';
import type { HandbookPart } from '../core/page/handbook-model.ts';
import { diagramsOf, handbookPart, type WrittenPart, writtenPart } from '../core/page/handbook-part.ts';
import type { Html, Rendering } from '../core/page/rendering.ts';
import { drawFences, drawSources } from '../render/drawings.ts';
import type { Mermaid } from '../render/mermaid/index.ts';
import { renderingWith, withoutDrawings } from './rendering.ts';

/** What guides show besides their words. */
export interface Guides {
  /** With all diagrams of a guide drawn: its own, and those of its components. */
  rendering(document: Document): Promise<Rendering>;
  /** For a guide that Astro compiles: one of its components. */
  part(part: WrittenPart): Promise<HandbookPart>;
  /** For such a guide: one of its own diagrams as a figure. */
  diagram(source: string): Promise<Html>;
}

/** @param index of the content as it is now. */
export function createGuides(index: () => CatalogIndex, mermaid: Mermaid): Guides {
  return {
    async rendering({ fences, tree }) {
      const parts = tree.children.flatMap((node) => writtenPart(node) ?? []);
      const drawn = await Promise.all([drawFences(fences, mermaid), drawSources(diagramsOf(parts), mermaid)]);
      const figures = new Map(drawn.flatMap((some) => [...some]));
      return renderingWith(() => ({ ...withoutDrawings, fences: figures }));
    },
    async part(part) {
      const figures = await drawSources(diagramsOf([part]), mermaid);
      return handbookPart(index(), part, (source) => figures.get(source) ?? '');
    },
    async diagram(source) {
      return (await drawFences([{ source }], mermaid)).get(source) ?? '';
    },
  };
}

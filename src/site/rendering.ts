import type { Document } from '../core/document/document.ts';
import type { Rendering } from '../core/page/rendering.ts';
import type { PostmortemDrawings } from '../render/drawings.ts';
import { createHtmlRenderer } from '../render/html/html-renderer.ts';

export const withoutDrawings: PostmortemDrawings = {
  fences: new Map(),
  gantt: null,
  phases: null,
  tree: null,
  failed: false,
};

/** How pages write Markdown as HTML, with the drawings that are at hand for a document. */
export function renderingWith(drawingsOf: (document: Document) => PostmortemDrawings | undefined): Rendering {
  return {
    writer: (document, resolve, options) =>
      createHtmlRenderer({
        document,
        resolve,
        drawings: (drawingsOf(document) ?? withoutDrawings).fences,
        ...options,
      }),
    drawings: ({ document }) => drawingsOf(document) ?? withoutDrawings,
  };
}

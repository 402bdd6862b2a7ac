import type { Rendering } from '../../src/core/page/rendering.ts';
import { createHtmlRenderer } from '../../src/render/html/html-renderer.ts';

/** The real HTML, and no drawings. */
export const plainRendering: Rendering = {
  writer: (document, resolve, options) =>
    createHtmlRenderer({
      document,
      resolve,
      drawings: new Map(),
      ...options,
    }),
  drawings: () => ({ gantt: null, phases: null, tree: null }),
};

import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Document } from '../../core/document/document.ts';
import { checkFences } from './check-fences.ts';
import type { Mermaid } from './index.ts';

/** What is wrong with authors' diagrams, told as far as they were drawn: nobody waits for the others. Before settings weigh it. */
export interface FenceFindings {
  of(documents: ReadonlyMap<string, Document>): Diagnostic[];
  /** Draws the diagrams that are new. Answers whether there were any. */
  draw(documents: ReadonlyMap<string, Document>): Promise<boolean>;
}

export function createFenceFindings(mermaid: Mermaid): FenceFindings {
  // A document is another one once its text is, so what is known of it holds.
  const drawn = new WeakMap<Document, readonly Diagnostic[]>();
  return {
    of: (documents) => [...documents.values()].flatMap((document) => drawn.get(document) ?? []),
    async draw(documents) {
      const fresh = [...documents].filter(
        ([, document]) => document.fences.length > 0 && !drawn.has(document),
      );
      await Promise.all(
        fresh.map(async ([file, document]) =>
          drawn.set(document, await checkFences(new Map([[file, document]]), { rules: {} }, mermaid)),
        ),
      );
      return fresh.length > 0;
    },
  };
}

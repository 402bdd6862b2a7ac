import { byPlace, type Diagnostic } from '../../core/diagnostic.ts';
import type { Document } from '../../core/document/document.ts';
import { applyRuleSettings } from '../../core/rules.ts';
import { checkFences } from '../../render/mermaid/check-fences.ts';
import { createMermaid } from '../../render/mermaid/index.ts';
import type { Workspace } from '../../workspace/load.ts';
import { cacheFolder, type Project } from '../../workspace/project.ts';

/** What `check` says of the content, the authors' diagrams included. */
export interface Findings {
  /** With the diagrams that were drawn so far. */
  now(workspace: Workspace): Diagnostic[];
  /** Draws the diagrams that are new. Answers whether there were any. */
  draw(workspace: Workspace): Promise<boolean>;
  close(): Promise<void>;
}

export function createFindings(project: Project): Findings {
  const mermaid = createMermaid({ cacheDirectory: cacheFolder(project, 'mermaid'), processes: 1 });
  // A document is another one once its text is, so what is known of it holds.
  const drawn = new WeakMap<Document, readonly Diagnostic[]>();
  return {
    now({ diagnostics, documents, catalog }) {
      const fences = [...documents.values()].flatMap((document) => drawn.get(document) ?? []);
      return [...diagnostics, ...applyRuleSettings(fences, catalog.settings.rules)].sort(byPlace);
    },
    async draw({ documents }) {
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
    close: mermaid.close,
  };
}

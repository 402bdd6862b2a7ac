import { byPlace, type Diagnostic } from '../../core/diagnostic.ts';
import type { Document } from '../../core/document/document.ts';
import { applyRuleSettings } from '../../core/rules.ts';
import { checkFences } from '../../render/mermaid/check-fences.ts';
import { createMermaid } from '../../render/mermaid/index.ts';
import { createSecretSearch } from '../../render/secrets/check-secrets.ts';
import type { Workspace } from '../../workspace/load.ts';
import { cacheFolder, type Project } from '../../workspace/project.ts';

/** What `check` says of the content: also of the authors' diagrams, and of secrets. */
export interface Findings {
  /** With the diagrams that were drawn and the texts that were searched so far. */
  now(workspace: Workspace): Diagnostic[];
  /** Draws the diagrams that are new, and searches new texts. Answers whether there may be something else to say. */
  complete(workspace: Workspace): Promise<boolean>;
  close(): Promise<void>;
}

export function createFindings(project: Project): Findings {
  const mermaid = createMermaid({ cacheDirectory: cacheFolder(project, 'mermaid'), processes: 1 });
  const secrets = createSecretSearch();
  // A document is another one once its text is, so what is known of it holds.
  const drawn = new WeakMap<Document, readonly Diagnostic[]>();
  return {
    now({ diagnostics, documents, texts, catalog }) {
      const fences = [...documents.values()].flatMap((document) => drawn.get(document) ?? []);
      const late = applyRuleSettings([...fences, ...secrets.known(texts)], catalog.settings.rules);
      return [...diagnostics, ...late].sort(byPlace);
    },
    async complete({ documents, texts }) {
      const isNews = await secrets.search(texts);
      const fresh = [...documents].filter(
        ([, document]) => document.fences.length > 0 && !drawn.has(document),
      );
      await Promise.all(
        fresh.map(async ([file, document]) =>
          drawn.set(document, await checkFences(new Map([[file, document]]), { rules: {} }, mermaid)),
        ),
      );
      return isNews || fresh.length > 0;
    },
    close: mermaid.close,
  };
}

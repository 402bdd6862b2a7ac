import { byPlace, type Diagnostic } from '../../core/diagnostic.ts';
import { applyRuleSettings } from '../../core/rules.ts';
import { createFenceFindings } from '../../render/mermaid/fence-findings.ts';
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
  const fences = createFenceFindings(mermaid);
  return {
    now(workspace) {
      const { diagnostics, documents, catalog } = workspace;
      const late = [...fences.of(documents), ...secrets.known(workspace)];
      return [...diagnostics, ...applyRuleSettings(late, catalog.settings.rules)].sort(byPlace);
    },
    async complete({ documents, texts }) {
      const isNews = await secrets.search({ texts });
      return (await fences.draw(documents)) || isNews;
    },
    close: mermaid.close,
  };
}

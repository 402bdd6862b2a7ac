import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Document } from '../../core/document/document.ts';
import { readSourceText } from '../../core/document/source-text.ts';
import { readDisabled } from '../../core/lint/disable.ts';
import { findSecrets } from './find-secrets.ts';
import { mayHoldSecret } from './may-hold-secret.ts';

/** The content's files by their path from the project's root. */
export interface Searched {
  /** As they are written. */
  texts: ReadonlyMap<string, string>;
  /** Those whose comments may disable the rule, each with its reason. */
  documents: ReadonlyMap<string, Document>;
}

/** Looks for secrets and remembers what it saw, so that a text is searched once. */
export interface SecretSearch {
  /** What was found so far in texts that are still the same. */
  known(searched: Searched): Diagnostic[];
  /** Searches the texts that are new. Answers whether that finds something, or something is no longer there. */
  search(searched: Pick<Searched, 'texts'>): Promise<boolean>;
}

export function createSecretSearch(): SecretSearch {
  const memory = new Map<string, { text: string; found: readonly Diagnostic[] }>();
  return {
    known: ({ texts, documents }) =>
      [...texts].flatMap(([file, text]) => {
        const known = memory.get(file);
        if (known?.text !== text || known.found.length === 0) return [];
        const document = documents.get(file);
        if (document === undefined) return known.found;
        const disabled = readDisabled(document, () => false);
        return known.found.filter((secret) => !disabled.covers('secret', secret));
      }),
    async search({ texts }) {
      let isNews = false;
      for (const file of memory.keys()) if (!texts.has(file)) memory.delete(file);
      for (const [file, text] of texts) {
        const before = memory.get(file);
        if (before?.text === text) continue;
        const found = mayHoldSecret(text) ? await secretsIn(file, text) : [];
        memory.set(file, { text, found });
        isNews ||= found.length + (before?.found.length ?? 0) > 0;
      }
      return isNews;
    },
  };
}

/**
 * Every secret, wherever in a file it stands: in code, quotes, front matter and comments too. What is reported never
 * holds the secret.
 */
export async function checkSecrets(searched: Searched): Promise<Diagnostic[]> {
  const secrets = createSecretSearch();
  await secrets.search(searched);
  return secrets.known(searched);
}

async function secretsIn(file: string, text: string): Promise<Diagnostic[]> {
  const { source } = readSourceText(text);
  return (await findSecrets(source.text)).map(({ offset, name }) => ({
    file,
    ...source.placeAt(offset),
    severity: 'error',
    rule: 'secret',
    message: `Here stands ${name}. Whoever reads this file could use it.`,
    hint: 'Revoke it first: deleting it here stops nobody who has seen it. Then write what it was for, as in [token of the deploy bot], and take it out of the history of git too, for example with git filter-repo --replace-text.',
  }));
}

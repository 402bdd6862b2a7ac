import type { Diagnostic } from '../../core/diagnostic.ts';
import { readSourceText } from '../../core/document/source-text.ts';
import { findSecrets } from './find-secrets.ts';
import { mayHoldSecret } from './may-hold-secret.ts';

/** Texts by their path from the project's root, as they are written. */
export type Texts = ReadonlyMap<string, string>;

/** Looks for secrets and remembers what it saw, so that a text is searched once. */
export interface SecretSearch {
  /** What was found so far in texts that are still the same. */
  known(texts: Texts): Diagnostic[];
  /** Searches the texts that are new. Answers whether that finds something, or something is no longer there. */
  search(texts: Texts): Promise<boolean>;
}

export function createSecretSearch(): SecretSearch {
  const memory = new Map<string, { text: string; found: readonly Diagnostic[] }>();
  return {
    known: (texts) =>
      [...texts].flatMap(([file, text]) => {
        const known = memory.get(file);
        return known?.text === text ? known.found : [];
      }),
    async search(texts) {
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
export async function checkSecrets(texts: Texts): Promise<Diagnostic[]> {
  const secrets = createSecretSearch();
  await secrets.search(texts);
  return secrets.known(texts);
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

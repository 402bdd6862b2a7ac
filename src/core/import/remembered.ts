/** How a result remembers what it was made of, so that the same source is not taken in twice. */
const remembered = /\{\/\* Imported from ([^\n]*?)\.(?: Fingerprint: ([0-9a-f]{16}(?:\.\d+)?)\.)? \*\/\}/;

/** Adds the fingerprint of the source to the comment that names it; the lines stay where they are. */
export function withFingerprint(text: string, fingerprint: string): string {
  return remembered.test(text)
    ? text.replace(
        remembered,
        (_all, source: string) => `{/* Imported from ${source}. Fingerprint: ${fingerprint}. */}`,
      )
    : `${text.trimEnd()}\n\n{/* Imported from elsewhere. Fingerprint: ${fingerprint}. */}\n`;
}

/** What a text was imported from; null where it was written by hand, or somebody took the comment away. */
export function importedFrom(text: string): { source: string; fingerprint: string | null } | null {
  const found = remembered.exec(text);
  if (found === null) return null;
  return { source: found[1] ?? '', fingerprint: found[2] ?? null };
}

import type { ImportedEntry } from './imported.ts';

/** The order of entries whose source promises none; those without an instant stay last. */
export function byInstant(a: ImportedEntry, b: ImportedEntry): number {
  return instantOf(a) - instantOf(b);
}

function instantOf({ start }: ImportedEntry): number {
  return start.kind === 'instant' ? start.instant : Number.MAX_SAFE_INTEGER;
}

import { createHash } from 'node:crypto';

/** A name for a text that is short, fits every file system, and that no other text will have. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

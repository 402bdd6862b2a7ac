import { readFileSync } from 'node:fs';

/** What stands in a file; null where it is not there or can't be read. */
export function textOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

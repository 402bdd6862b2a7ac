import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Why a file was left as it is. */
export type Replacement = { kind: 'written' } | { kind: 'kept'; why: string };

/**
 * Writes a text file whole or not at all, with the same mode; a reader sees the old text or the new one. Left alone where it
 * is no plain file or no longer has the text it was read with.
 */
export function replaceFile(file: string, before: string, after: string): Replacement {
  const fresh = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}`);
  try {
    const stat = lstatSync(file);
    if (!stat.isFile()) return { kind: 'kept', why: 'it is no plain file' };
    // A new file in its place would not ask the old one for leave.
    if ((stat.mode & 0o222) === 0) return { kind: 'kept', why: 'it is read-only' };
    const handle = openSync(fresh, 'wx', 0o600);
    try {
      writeFileSync(handle, after);
      fchmodSync(handle, stat.mode & 0o7777);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (!readFileSync(file).equals(Buffer.from(before))) {
      rmSync(fresh, { force: true });
      return { kind: 'kept', why: 'it was changed meanwhile' };
    }
    renameSync(fresh, file);
    return { kind: 'written' };
  } catch (error) {
    rmSync(fresh, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    return { kind: 'kept', why: `it can't be written (${code})` };
  }
}

import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { type Project, UsageError } from './project.ts';

/**
 * Writes a file that is not there yet, whole or not at all; folders are made as needed.
 *
 * @returns False where there is such a file already, which stays as it is.
 */
export function createFile(file: string, text: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  return throughTemporary(file, text, (temporary) => {
    try {
      // A link is made only where the name is free, and it leads to a text that is whole.
      linkSync(temporary, file);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      return createInPlace(file, text);
    }
  });
}

/** Puts a text in the place of a file's, in one step: whoever reads meanwhile sees the old or the new one. */
export function replaceFile(file: string, text: string): void {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  throughTemporary(file, text, (temporary) => {
    if (mode !== undefined) chmodSync(temporary, mode);
    renameSync(temporary, file);
  });
}

/**
 * Refuses to write where a folder on the way is a symbolic link: such folders are not read either.
 *
 * @throws UsageError that names the link.
 */
export function assertWritable(project: Project, file: string): void {
  let path = project.content;
  for (const part of relative(project.content, dirname(file)).split(sep)) {
    path = join(path, part);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && path !== project.content && !stat.isDirectory())
      throw new UsageError(`${relative(project.root, path)} is no folder, and links are not followed.`);
  }
}

/** For file systems without hard links. */
function createInPlace(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Hidden, so that nobody who watches the folder takes it for content. */
function throughTemporary<Result>(file: string, text: string, then: (temporary: string) => Result): Result {
  const temporary = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomUUID().slice(0, 8)}`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    return then(temporary);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

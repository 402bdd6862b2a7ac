import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { displayPath, type Project, UsageError } from './project.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Writes a file that is not there yet, whole or not at all; folders are made as needed.
 *
 * @returns False where there is such a file already, which stays as it is.
 */
export function createFile(file: string, text: string | Uint8Array): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return createWhole(file, text);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    throw new UsageError(`${basename(file)} can't be written (${codeOf(error)}).`);
  }
}

function createWhole(file: string, text: string | Uint8Array): boolean {
  // Hidden, so that nobody who watches the folder takes it for content.
  const temporary = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomBytes(4).toString('hex')}`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    return linked(temporary, file) || (!existsSync(file) && createInPlace(file, text));
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A link is made only where the name is free, and it leads to a text that is whole. */
function linked(temporary: string, file: string): boolean {
  try {
    linkSync(temporary, file);
    return true;
  } catch {
    return false;
  }
}

/**
 * Puts a text in the place of the one that a file was read with, null where there was no file; in one step.
 *
 * @throws UsageError where the file has changed since, or can't be written; it stays as it is then.
 */
export function writeOver(project: Project, file: string, before: string | null, after: string): void {
  if (before === null) {
    if (!createFile(file, after)) throw kept(project, file, 'somebody made one meanwhile');
    return;
  }
  const replaced = replaceFile(file, before, after);
  if (replaced.kind === 'kept') throw kept(project, file, replaced.why);
}

function kept(project: Project, file: string, why: string): UsageError {
  return new UsageError(`${displayPath(project, file)} was left as it is: ${why}.`);
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
function createInPlace(file: string, text: string | Uint8Array): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

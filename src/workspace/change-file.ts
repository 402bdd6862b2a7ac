import { relative, sep } from 'node:path';
import { readText } from './content-files.ts';
import { withLock } from './lock-file.ts';
import type { Project } from './project.ts';
import { displayPath, UsageError } from './project.ts';
import { replaceFile } from './replace-file.ts';
import { assertWritable } from './write-files.ts';

/** Editors save when they like; one that saves so often in a row is a program. */
const mostTries = 20;

/**
 * Changes a content file under its lock, in one step. Where somebody without the lock, such as an editor, saves it meanwhile,
 * the change is made anew upon what was saved.
 *
 * @param change Gives the new text for the one on disk. It may be called more than once, and may throw.
 * @returns What the last `change` gave.
 * @throws UsageError where the file can't be read or written; it stays as it is then.
 */
export async function changeFile<Change extends { text: string }>(
  project: Project,
  path: string,
  change: (before: string) => Change | Promise<Change>,
): Promise<Change> {
  assertWritable(project, path);
  return withLock(path, async () => {
    let why = '';
    for (let tries = 0; tries < mostTries; tries += 1) {
      const before = contentText(project, path);
      const changed = await change(before);
      if (changed.text === before) return changed;
      const replaced = replaceFile(path, before, changed.text);
      if (replaced.kind === 'written') return changed;
      ({ why } = replaced);
      if (contentText(project, path) === before) break;
    }
    throw new UsageError(`${displayPath(project, path)} was left as it is: ${why}.`);
  });
}

/**
 * The text of a content file as it is on disk now.
 *
 * @throws UsageError where it can't be read.
 */
export function contentText(project: Project, path: string): string {
  const read = readText(project, relative(project.content, path).split(sep).join('/'));
  if ('diagnostic' in read)
    throw new UsageError(
      `${read.diagnostic.file}: ${read.diagnostic.message} ${read.diagnostic.hint ?? ''}`.trim(),
    );
  return read.text;
}

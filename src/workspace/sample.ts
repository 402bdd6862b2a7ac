import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Project } from './project.ts';
import shipped from './sample.json' with { type: 'json' };

/** The fingerprint of every file of the sample, by its path below the content folder. */
export const sampleFiles: Readonly<Record<string, string>> = shipped;

/** Where the product's own tests look for the sample once `content/` is somebody's own; below the project's root. */
export const frozenSample = 'tests/fixtures/harbour-supply';

/** Of a file's bytes; line breaks count as one, since git may have changed them on the way here. */
export function fingerprint(bytes: Buffer): string {
  return createHash('sha256')
    .update(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
    .digest('hex');
}

/** Whether a file is there and nobody has changed it since it was shipped. */
export function isAsShipped({ content }: Project, path: string): boolean {
  const expected = sampleFiles[path];
  try {
    return expected !== undefined && fingerprint(readFileSync(join(content, path))) === expected;
  } catch {
    return false;
  }
}

/** The files of the sample that nobody has changed, and those that somebody has. */
export function sampleState(project: Project): { asShipped: string[]; changed: string[] } {
  const present = Object.keys(sampleFiles).filter((path) => existsSync(join(project.content, path)));
  return {
    asShipped: present.filter((path) => isAsShipped(project, path)),
    changed: present.filter((path) => !isAsShipped(project, path)),
  };
}

/**
 * Copies the sample to where the tests look for it; whole or not at all.
 *
 * @returns False where there is nothing to do: a copy is there, or this is another content folder.
 */
export function freezeSample(project: Project): boolean {
  const target = join(project.root, frozenSample);
  if (existsSync(target) || project.content !== join(project.root, 'content')) return false;
  const { asShipped } = sampleState(project);
  if (asShipped.length === 0) return false;
  const fresh = `${target}.next`;
  rmSync(fresh, { recursive: true, force: true });
  for (const path of asShipped) {
    mkdirSync(dirname(join(fresh, path)), { recursive: true });
    cpSync(join(project.content, path), join(fresh, path));
  }
  renameSync(fresh, target);
  return true;
}

/**
 * Takes away a file of the sample, and the folders that are empty then. Looks at its bytes once more.
 *
 * @returns False where somebody has changed it; then it stays.
 */
export function removeShipped(project: Project, path: string): boolean {
  if (!isAsShipped(project, path)) return false;
  rmSync(join(project.content, path));
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(project.content, folder)).length > 0) break;
    rmdirSync(join(project.content, folder));
  }
  return true;
}

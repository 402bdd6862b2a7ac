import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './build-site.ts';

/** Files of a content folder by their path in it. */
export type ContentFiles = Record<string, string | Uint8Array>;

/**
 * Writes a content folder for one test below `.cache/`, in place of what an earlier run left.
 *
 * @param from a folder to begin with, from the project's root.
 * @returns its path from the project's root, as `CONTENT_DIR` takes it and as reports show it.
 */
export function contentFolder(name: string, files: ContentFiles, from?: string): string {
  const folder = `.cache/content/${name}`;
  rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, folder), { recursive: true });
  if (from !== undefined) cpSync(join(root, from), join(root, folder), { recursive: true });
  writeContent(folder, files);
  return folder;
}

/** Adds to a content folder, or replaces. */
export function writeContent(folder: string, files: ContentFiles): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** A postmortem that burns, with as little in it as may be. */
export function openPostmortem(title: string, body = 'The pumps are on.'): string {
  return `---\ntitle: ${title}\nstatus: open\nseverity: 1\n---\n\n## Summary\n\n${body}\n`;
}

import { mkdirSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { isAlive } from './live-process.ts';
import { cacheFolder, type Project } from './project.ts';
import { textOrNull } from './text-or-null.ts';

/*
 * VS Code starts the task that checks with the folder, and a language server where its extension is there: without a word
 * between the two each finding would show twice. So a server leaves a file that is named after its process.
 */

/** Says that this process tells an editor of the project's findings, until it ends. */
export function readAlong(project: Project): void {
  const folder = folderOf(project);
  const file = join(folder, String(process.pid));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, project.content);
  } catch {
    // Where nothing can be written findings show twice, which is better than no server.
    return;
  }
  process.once('exit', () => rmSync(file, { force: true }));
}

/** Whether a process that still lives does so. */
export function isReadAlong(project: Project): boolean {
  const folder = folderOf(project);
  return namesIn(folder).some((name) => {
    if (!isAlive(Number(name))) {
      rmSync(join(folder, name), { force: true });
      return false;
    }
    return textOrNull(join(folder, name)) === project.content;
  });
}

/** Tells when that has changed. @returns what ends it. */
export function onReadAlong(project: Project, tell: () => void): () => void {
  const folder = folderOf(project);
  try {
    mkdirSync(folder, { recursive: true });
    let last = isReadAlong(project);
    const watcher = watch(folder, { persistent: false }, () => {
      const before = last;
      last = isReadAlong(project);
      if (last !== before) tell();
    });
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => {};
  }
}

function folderOf(project: Project): string {
  return cacheFolder(project, 'language-servers');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

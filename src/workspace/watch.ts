import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import type { Project } from './project.ts';

export interface ContentWatch {
  close(): Promise<void>;
}

/** One save is several events, and moving a folder is many: they are over when nothing more comes for so long. */
const quiet = 12;
/** Some programs delete a file, or empty it, before they write it anew: what is missing may come back for so long. */
const patience = 120;
/** A folder in which something is written all the time is looked at all the same. */
const longestWait = 250;

/**
 * Tells when anything below the content folder may have changed, once for all that happens together. What changed is for
 * the listener to find out: watchers miss and double events, reading the folder does not. The folder may go and come back.
 *
 * @returns once everything is watched.
 */
export async function watchContent(
  project: Project,
  onChange: () => void,
  onError: (message: string) => void,
): Promise<ContentWatch> {
  let timer: NodeJS.Timeout | undefined;
  let since: number | null = null;
  const missing = new Set<string>();
  const tell = (): void => {
    since = null;
    missing.clear();
    onChange();
  };
  const note = (event: string, path: string, size: number | undefined): void => {
    if (event === 'unlink' || (size === 0 && event !== 'addDir')) missing.add(path);
    else missing.delete(path);
    const now = performance.now();
    since ??= now;
    clearTimeout(timer);
    const wait = missing.size > 0 ? patience : quiet;
    timer = setTimeout(tell, Math.max(0, Math.min(wait, since + longestWait - now)));
  };
  const watcher = watch(project.content, {
    ignored: (path) => isHidden(relative(project.content, path)),
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    // Reading again costs less than waiting whether a deleted file comes back.
    atomic: false,
  });
  watcher.on('all', (event, path, stats) => note(event, path, stats?.size));
  watcher.on('error', (error) => onError(reason(error)));
  await new Promise<void>((resolve) => watcher.on('ready', () => resolve()));
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** What the listing of the content leaves out. The folder itself may lie in a hidden one. */
function isHidden(path: string): boolean {
  return (
    !path.startsWith('..') && path.split(sep).some((name) => name.startsWith('.') || name === 'node_modules')
  );
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === 'ENOSPC' || code === 'EMFILE')
    return `The system watches as many files as it can (${code}), so some saves may go unseen. Start again with CHOKIDAR_USEPOLLING=1, which looks by itself, or raise the limit.`;
  return `Watching: ${error instanceof Error ? error.message : String(error)}`;
}

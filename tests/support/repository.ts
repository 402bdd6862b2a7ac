import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';

/** A small real repository in a temporary folder, far from this project's own. */
export interface TestRepository {
  folder: string;
  /** Its content folder. */
  content: string;
  /** Writes files by path, takes those away that are null, and commits everything at noon UTC; gives the abbreviated hash. */
  commit(day: string, files: Record<string, string | Uint8Array | null>): string;
  git(...args: string[]): string;
}

const made: string[] = [];

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fire-marshal-test-')));
  made.push(folder);
  return folder;
}

/** For `afterAll`. */
export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function newRepository(): TestRepository {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'content'));
  const repository = repositoryIn(folder);
  repository.git('init', '--quiet', '--initial-branch=main');
  return repository;
}

/** A repository that is there, such as a clone. */
export function repositoryIn(folder: string): TestRepository {
  const git = (...args: string[]): string => runGit(folder, args);
  return {
    folder,
    content: join(folder, 'content'),
    git,
    commit(day, files) {
      for (const [path, content] of Object.entries(files)) {
        const file = join(folder, path);
        if (content === null) rmSync(file);
        else {
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
      }
      git('add', '--all');
      runGit(folder, ['commit', '--quiet', '--allow-empty', '--message', `On ${day}`], day);
      return git('rev-parse', 'HEAD').slice(0, 10);
    },
  };
}

/** Runs git as on a machine without settings; commits and merges are made at noon of the day. */
export function runGit(folder: string, args: readonly string[], day = '2026-01-01'): string {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const who = ['-c', 'user.name=Ana "the\n<fire>"', '-c', 'user.email=ana@example.org'];
  return execFileSync('git', [...who, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(own),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: `${day}T12:00:00Z`,
      GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
    },
  }).trim();
}

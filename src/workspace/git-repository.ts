import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GitError, type GitRun, git } from './git-command.ts';

/** The repository a folder lies in. */
export interface Repository {
  /** Absolute path of the work tree. */
  root: string;
  /** The path of the folder in its repository, with a slash at its end; the empty string for the repository's own. */
  prefix: string;
  /** Full hash of the last commit. */
  head: string;
  /** Full hashes of the commits that a shallow clone begins with. */
  beginnings: ReadonlySet<string>;
}

/** @throws GitError where there is no repository, no git, or no commit yet. */
export async function findRepository(run: GitRun): Promise<Repository> {
  const found = await git(run, [
    'rev-parse',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--git-path',
    'shallow',
    '--show-cdup',
    '--show-prefix',
  ]);
  if (found.toString().startsWith('false\n'))
    throw new GitError('no-repository', 'The folder is no part of a work tree.');
  // The path of a folder may have line breaks in it, so it comes last.
  const [, shallow, shallowFile = '', up = '', prefix = ''] =
    /^true\n(true|false)\n([^\n]*)\n([^\n]*)\n(.*)\n$/s.exec(found.toString()) ?? [];
  if (shallow === undefined) throw new GitError('failed', 'What git said was not understood.');
  const head = await git(run, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']).catch((error) => {
    if (error instanceof GitError && error.reason === 'failed')
      throw new GitError('no-commits', 'The repository has no commit yet.');
    throw error;
  });
  return {
    root: join(realpathSync(run.folder), up),
    prefix,
    head: head.toString().trim(),
    beginnings: new Set(
      shallow === 'true'
        ? readFileSync(resolve(run.folder, shallowFile), 'utf8').split('\n').filter(Boolean)
        : [],
    ),
  };
}

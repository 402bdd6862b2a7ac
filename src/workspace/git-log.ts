import type { Change, Commit } from '../core/history/follow.ts';
import { type GitRun, git } from './git-command.ts';

/** A commit with what only git needs to know. */
export interface LoggedCommit extends Commit {
  /** Full hash of the commit before it on the main line; null for the first. */
  parent: string | null;
  changes: LoggedChange[];
}

type LoggedChange = Change & {
  /** Not there before, as far as git was asked. */
  isNew: boolean;
};

/** Which part of the history to read. */
export interface LogRange {
  /** Full hash of a commit on the main line that is known already; null to read all. */
  after: string | null;
  /** Full hash. */
  head: string;
  /** Paths in the repository: folders with a slash at their end, and single files. */
  places: readonly string[];
  /** Full hashes of the commits that a shallow clone begins with. */
  beginnings: ReadonlySet<string>;
}

/**
 * The commits of the main line that touch postmortems in some places, the oldest first.
 *
 * The main line is what `--first-parent` walks: a merge counts as one commit, on the day it was made, with everything it
 * brought. So versions stand in one row, and each is compared with the one before it, whatever happened on branches.
 *
 * @throws GitError
 */
export async function readLog(
  run: GitRun,
  { after, head, places, beginnings }: LogRange,
): Promise<LoggedCommit[]> {
  const output = await git(run, [
    'log',
    '--first-parent',
    '-m',
    '--reverse',
    '--raw',
    '-z',
    '--no-abbrev',
    '-M',
    '-l1000',
    '--no-relative',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    // The author's day is the one on which somebody wrote it; rebasing does not change it.
    '--format=@%H %at %P',
    after === null ? head : `${after}..${head}`,
    '--',
    ...places,
  ]);
  return parseLog(output.toString(), beginnings);
}

/** Reads what `git log -z --raw --format='@%H %at %P'` prints. Only MDX files count, and no symbolic links. */
export function parseLog(output: string, beginnings: ReadonlySet<string>): LoggedCommit[] {
  const commits: LoggedCommit[] = [];
  const fields = output.split('\0');
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at]?.replace(/^\n/, '') ?? '';
    const [, hash, seconds, parent] = /^@([0-9a-f]{40,64}) (-?\d+) ([0-9a-f]*)/.exec(field) ?? [];
    if (hash !== undefined) {
      commits.push({
        hash,
        parent: parent || null,
        at: plausible(Number(seconds)),
        begins: beginnings.has(hash),
        changes: [],
      });
      continue;
    }
    const [, modeBefore, mode, blob = '', letter] =
      /^:(\d{6}) (\d{6}) [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*$/.exec(field) ?? [];
    if (letter === undefined) continue;
    const from = fields[at + 1] ?? '';
    const path = letter === 'R' || letter === 'C' ? (fields[at + 2] ?? '') : from;
    at += letter === 'R' || letter === 'C' ? 2 : 1;
    const change = { letter, from, path, blob, before: isFile(modeBefore), after: isFile(mode) };
    commits.at(-1)?.changes.push(...changesOf(change));
  }
  return commits.filter(({ changes }) => changes.length > 0);
}

interface RawChange {
  letter: string;
  from: string;
  path: string;
  blob: string;
  /** Whether it was, and is, a plain MDX file. */
  before: boolean;
  after: boolean;
}

function changesOf({ letter, from, path, blob, before, after }: RawChange): LoggedChange[] {
  const was = before && from.endsWith('.mdx');
  const is = after && path.endsWith('.mdx');
  if (is)
    return [
      { kind: 'written', path, from: letter === 'R' && was ? from : null, blob, isNew: letter === 'A' },
    ];
  return was && letter !== 'C' ? [{ kind: 'removed', path: from, isNew: false }] : [];
}

function isFile(mode: string | undefined): boolean {
  return mode?.startsWith('100') ?? false;
}

/** A clock that was wrong must not break a calendar: from 1970 to 9998. */
function plausible(seconds: number): number {
  return Math.min(Math.max(seconds, 0), 253_370_764_800);
}

/** Whether the main line of one commit leads through another, so that only what lies between has to be read. */
export async function isOnMainLine(run: GitRun, earlier: string, later: string): Promise<boolean> {
  try {
    const output = await git(run, ['rev-list', '--first-parent', '--parents', `${earlier}..${later}`]);
    const [, parent] = output.toString().trim().split('\n').at(-1)?.split(' ') ?? [];
    return parent === earlier;
  } catch {
    // The commit is not there any more: history was rewritten.
    return false;
  }
}

/**
 * When the main line of a shallow clone begins: seconds since 1970. Null where it is whole all the same.
 *
 * @throws GitError
 */
export async function mainLineStart(
  run: GitRun,
  head: string,
  beginnings: ReadonlySet<string>,
): Promise<number | null> {
  if (beginnings.size === 0) return null;
  const output = await git(run, [
    'log',
    '--first-parent',
    '--max-parents=0',
    '--no-color',
    '--format=%H %at',
    head,
  ]);
  const [hash = '', seconds = ''] = output.toString().trim().split(' ');
  return beginnings.has(hash) ? plausible(Number(seconds)) : null;
}

import { type Commit, follow, type Tracks } from '../core/history/follow.ts';
import type { Remembered } from '../core/history/tell.ts';
import { type Written, writtenReader } from '../core/history/written.ts';
import { readBlobs } from './git-blobs.ts';
import { type HistoryCache, keepHistory, keptHistory } from './git-cache.ts';
import { GitError, type GitRun } from './git-command.ts';
import { isOnMainLine, type LoggedCommit, mainLineStart, readLog } from './git-log.ts';
import { earlierPlaces } from './git-renames.ts';
import { findRepository, type Repository } from './git-repository.ts';
import type { Project } from './project.ts';

export interface HistoryOptions {
  /** Null keeps nothing. */
  cache: HistoryCache | null;
  /** What git is started as. */
  program?: string;
  /** Milliseconds after which history is given up. */
  timeout?: number;
}

/**
 * Reads from git what became of every improvement. What was read is kept, so that the next time only new commits are.
 * Never throws: a build without history is a good build, and says what is missing.
 */
export async function readHistory(
  { content }: Pick<Project, 'content'>,
  { cache, program = 'git', timeout = 60_000 }: HistoryOptions,
): Promise<Remembered> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const repository = await findRepository({ program, folder: content, signal });
    return await remember({ program, folder: repository.root, signal }, repository, cache);
  } catch (error) {
    const reason = error instanceof GitError ? error.reason : 'failed';
    return { coverage: { kind: 'none', reason }, folder: '', tracks: new Map() };
  }
}

async function remember(
  run: GitRun,
  repository: Repository,
  cache: HistoryCache | null,
): Promise<Remembered> {
  const { prefix, head, beginnings } = repository;
  const folder = `${prefix}postmortems/`;
  const kept = cache === null ? null : await keptHistory(cache, repository);
  if (kept?.head === head) return remembered(folder, kept.tracks, kept.since);
  const news = kept !== null && (await isOnMainLine(run, kept.head, head)) ? kept : null;
  const { commits, isWhole } = await commitsFor(run, repository, folder, news?.head ?? null);
  const tracks: Tracks = news === null || isWhole ? new Map() : news.tracks;
  const since = news === null ? await mainLineStart(run, head, beginnings) : news.since;
  follow(tracks, commits, await versionsIn(run, commits));
  if (cache !== null) await keepHistory(cache, repository, { head, since, tracks });
  return remembered(folder, tracks, since);
}

/** More than this many places that files came from are not followed. */
const placeLimit = 100;

/**
 * The commits that made the postmortems of a folder what they are.
 *
 * @param after Full hash of a commit that is known. It does not count where files came from elsewhere since.
 */
async function commitsFor(
  run: GitRun,
  { head, beginnings }: Repository,
  folder: string,
  after: string | null,
): Promise<{ commits: LoggedCommit[]; isWhole: boolean }> {
  let places = [folder];
  let commits = await readLog(run, { after, head, places, beginnings });
  let isWhole = after === null;
  for (;;) {
    const earlier = await earlierPlaces(run, commits, places);
    if (earlier.length === 0 || places.length + earlier.length > placeLimit) return { commits, isWhole };
    places = [...places, ...earlier];
    commits = await readLog(run, { after: null, head, places, beginnings });
    isWhole = true;
  }
}

function remembered(folder: string, tracks: Tracks, since: number | null): Remembered {
  if (tracks.size === 0) return { coverage: { kind: 'none', reason: 'no-commits' }, folder, tracks };
  return { coverage: since === null ? { kind: 'whole' } : { kind: 'shallow', since }, folder, tracks };
}

/** Reads every version that the commits wrote, each once. */
async function versionsIn(
  run: GitRun,
  commits: readonly Commit[],
): Promise<(blob: string) => readonly Written[] | null> {
  const blobs = new Set<string>();
  for (const { changes } of commits)
    for (const change of changes) if (change.kind === 'written') blobs.add(change.blob);
  const written = new Map<string, readonly Written[]>();
  const read = writtenReader();
  await readBlobs(run, blobs, (blob, text) => written.set(blob, read(text)));
  return (blob) => written.get(blob) ?? null;
}

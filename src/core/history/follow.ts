import type { Improvement } from '../improvement/improvement.ts';
import { sameImprovements } from './same-improvement.ts';
import type { Written } from './written.ts';

/** What one commit of the main line did to the postmortems. */
export interface Commit {
  /** Full hash. */
  hash: string;
  /** Seconds since 1970. */
  at: number;
  /** A shallow clone begins with it: what it holds may be older. */
  begins: boolean;
  changes: Change[];
}

export type Change =
  /** `from` is its path before, where the commit renamed it. */
  { kind: 'written'; path: string; from: string | null; blob: string } | { kind: 'removed'; path: string };

/** One improvement through all versions of its file. Plain values, so that it can be kept. */
export interface Track extends Pick<Improvement, 'anchor' | 'title' | 'question' | 'due' | 'owner'> {
  /** Not in the last version; it may come back. */
  gone: boolean;
  /** Seconds since 1970; null where it is older than a shallow clone. */
  appeared: number | null;
  moves: TrackMove[];
}

export interface TrackMove {
  field: 'due' | 'owner';
  from: string | null;
  to: string | null;
  /** Seconds since 1970. */
  at: number;
  commit: string;
}

/** Tracks by the path of their file in the repository. */
export type Tracks = Map<string, Track[]>;

/**
 * Follows improvements from one commit to the next, the oldest first.
 *
 * A track follows its file where git sees a renaming. An improvement that is taken away and comes back in the same file
 * with the same words, or a file that comes back under the same path, goes on where it was.
 *
 * @param tracks What earlier commits gave; changed in place.
 * @param writtenIn The improvements of a version; null where it can't be read, and then it is passed over.
 */
export function follow(
  tracks: Tracks,
  commits: Iterable<Commit>,
  writtenIn: (blob: string) => readonly Written[] | null,
): void {
  for (const commit of commits) {
    // Two files may take each other's name in one commit, so all leave before one arrives.
    const leaving = new Map<string, Track[]>();
    for (const change of commit.changes) {
      if (change.kind === 'removed') for (const track of tracks.get(change.path) ?? []) track.gone = true;
      else if (change.from !== null) {
        leaving.set(change.from, tracks.get(change.from) ?? []);
        tracks.delete(change.from);
      }
    }
    for (const change of commit.changes) {
      if (change.kind === 'removed') continue;
      const own = tracks.get(change.path) ?? [];
      const moved = change.from === null ? [] : (leaving.get(change.from) ?? []);
      const all = moved.length === 0 ? own : [...moved, ...own];
      const written = writtenIn(change.blob);
      const next = written === null ? all : nextVersion(all, written, commit);
      if (next.length > 0) tracks.set(change.path, next);
    }
  }
}

/** The tracks of a file after a commit wrote it: those that are there in the order written, then those that are gone. */
function nextVersion(tracks: readonly Track[], written: readonly Written[], commit: Commit): Track[] {
  const found = sameImprovements(
    tracks.filter(({ gone }) => !gone),
    written,
  );
  const gone = tracks.filter((track) => track.gone);
  const present = written.map((improvement, at) => {
    const track =
      found[at] ??
      gone.find(
        ({ anchor, title, gone: still }) =>
          still && anchor === improvement.anchor && title === improvement.title,
      );
    if (track == null) return newTrack(improvement, commit);
    track.gone = false;
    update(track, improvement, commit);
    return track;
  });
  const kept = new Set(present);
  const missing = tracks.filter((track) => !kept.has(track));
  for (const track of missing) track.gone = true;
  return [...present, ...missing];
}

function newTrack({ anchor, title, question, due, owner }: Written, { at, begins }: Commit): Track {
  return { anchor, title, question, due, owner, gone: false, appeared: begins ? null : at, moves: [] };
}

function update(
  track: Track,
  { anchor, title, question, reported, ...now }: Written,
  { hash, at }: Commit,
): void {
  Object.assign(track, { anchor, title, question });
  for (const field of ['due', 'owner'] as const) {
    // A slip in a word is no change of mind: the next version tells what was meant.
    if (track[field] === now[field] || reported.includes(field)) continue;
    track.moves.push({ field, from: track[field], to: now[field], at, commit: hash.slice(0, 10) });
    track[field] = now[field];
  }
}

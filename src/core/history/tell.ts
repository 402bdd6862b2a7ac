import type { Catalog } from '../catalog/catalog.ts';
import { dateIn } from '../time/zones.ts';
import type { Track, Tracks } from './follow.ts';
import { dueMoves, type History, handovers, type ImprovementHistory, type MissingReason } from './history.ts';
import { sameImprovements } from './same-improvement.ts';

/** What git remembers of a content folder, before anybody asks in which zone, or which improvement is which. */
export interface Remembered {
  coverage:
    | { kind: 'whole' }
    /** Seconds since 1970. */
    | { kind: 'shallow'; since: number }
    | { kind: 'none'; reason: MissingReason };
  /** What stands before a postmortem's id in the paths of the tracks: `content/postmortems/`. */
  folder: string;
  tracks: Tracks;
}

/**
 * Finds the improvements of a catalog in what git remembers. The files on disk may be newer than the last commit: their
 * improvements are found as in one more version, but history tells of commits only.
 */
export function historyOf(
  { coverage, folder, tracks }: Remembered,
  { postmortems, settings: { timezone } }: Pick<Catalog, 'postmortems' | 'settings'>,
): History {
  const day = (seconds: number): string => dateIn(timezone, seconds * 1000);
  const improvements = new Map<string, ImprovementHistory>();
  for (const { id, questions } of postmortems) {
    const known = tracks.get(`${folder}${id}.mdx`)?.filter(({ gone }) => !gone) ?? [];
    if (known.length === 0) continue;
    const present = Object.values(questions).flatMap((answer) => answer.improvements);
    for (const [at, track] of sameImprovements(known, present).entries())
      if (track !== null) improvements.set(`${id}#${present[at]?.anchor}`, told(track, day));
  }
  return {
    coverage: coverage.kind === 'shallow' ? { kind: 'shallow', since: day(coverage.since) } : coverage,
    improvements,
  };
}

function told({ appeared, moves }: Track, day: (seconds: number) => string): ImprovementHistory {
  const history = {
    appearedOn: appeared === null ? null : day(appeared),
    moves: moves.map(({ field, from, to, at, commit }) => ({ field, from, to, on: day(at), commit })),
  };
  return { ...history, due: dueMoves(history), handovers: handovers(history) };
}

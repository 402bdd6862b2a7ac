import { daysBetween } from '../time/dates.ts';

/** A change of a date or an owner that the repository remembers. Days are `YYYY-MM-DD` of the commit in the settings' zone. */
export interface Move {
  field: 'due' | 'owner';
  /** Null where there was none. */
  from: string | null;
  to: string | null;
  on: string;
  /** Abbreviated hash of the commit. */
  commit: string;
}

export interface ImprovementHistory {
  /** The day of the first commit that has it; null where it is older than a shallow clone. */
  appearedOn: string | null;
  /** In the order in which they were committed. */
  moves: Move[];
  /** The same in one figure; null where the date never moved. */
  due: DueMoves | null;
  /** How often it went from one owner to another. */
  handovers: number;
}

/** How often a due date moved, and how far it is now from where it began. */
export interface DueMoves {
  /** A date that is set for the first time is not moved; one that is taken away and comes back the same is not either. */
  times: number;
  /** From the first date to the last one; negative where it came closer; null where there is none any more. */
  days: number | null;
  /** The day of the commit with the first date; null where that is older than a shallow clone. */
  since: string | null;
}

/** How far back the history can be seen. */
export type Coverage =
  | { kind: 'whole' }
  /** A shallow clone: nothing from before `since` is known. */
  | { kind: 'shallow'; since: string }
  | { kind: 'none'; reason: MissingReason };

/**
 * `no-commits`: no commit holds the content. `not-trusted`: git refuses to read a repository that belongs to another user.
 * `partial-clone`: the clone was made without old versions. `failed`: git gave up, or took too long.
 */
export type MissingReason =
  | 'no-git'
  | 'no-repository'
  | 'no-commits'
  | 'not-trusted'
  | 'partial-clone'
  | 'failed';

/** What the repository's own history tells of the improvements. */
export interface History {
  coverage: Coverage;
  /** By improvement id, `<postmortem id>#<anchor>`. */
  improvements: ReadonlyMap<string, ImprovementHistory>;
}

/** For places without a repository. */
export const noHistory: History = {
  coverage: { kind: 'none', reason: 'no-repository' },
  improvements: new Map(),
};

type Known = Pick<ImprovementHistory, 'appearedOn' | 'moves'>;

/** What all moves of a due date come to. */
export function dueMoves({ appearedOn, moves }: Known): DueMoves | null {
  const { first, times, last, setOn } = walked(moves, 'due');
  if (first === null || times === 0) return null;
  return { times, days: last === null ? null : daysBetween(first, last), since: setOn ?? appearedOn };
}

/** How often it went from one owner to another, also where nobody had it in between. */
export function handovers({ moves }: Known): number {
  return walked(moves, 'owner').times;
}

/** From the first value to the last one. What is taken away and comes back the same did not move. */
function walked(moves: readonly Move[], field: Move['field']) {
  const changes = moves.filter((move) => move.field === field);
  let first = changes[0]?.from ?? null;
  let before = first;
  let times = 0;
  /** The day of the first value, where it was not there from the beginning. */
  let setOn: string | null = null;
  for (const { to, on } of changes) {
    if (to === null) continue;
    if (before === null) {
      first = to;
      setOn = on;
    } else if (to !== before) times += 1;
    before = to;
  }
  return { first, last: changes.at(-1)?.to ?? null, times, setOn };
}

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
  /** The day of the first commit that has it. */
  appearedOn: string;
  /** The earliest first. */
  moves: Move[];
}

/** How far back the history can be seen. */
export type Coverage =
  | { kind: 'whole' }
  /** A shallow clone: nothing from before `since` is known. */
  | { kind: 'shallow'; since: string | null }
  /** No repository, no git, or no history at all. */
  | { kind: 'none'; reason: 'no-git' | 'no-repository' | 'no-commits' };

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

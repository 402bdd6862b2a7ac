import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { ImprovementHistory, Move } from '../history/history.ts';
import { daysBetween } from '../time/dates.ts';
import { personModel } from './people.ts';

/** What the repository remembers of an improvement, as a page tells it. */
export interface HistoryModel extends ImprovementHistory {
  moves: MoveModel[];
  /** Where nobody knows the day it appeared: the day a shallow clone begins, and it was there before. */
  appearedBefore: string | null;
}

export interface MoveModel extends Move {
  /** Names of people, where an owner moved; null where there was none. */
  names: { from: string | null; to: string | null };
  /** From one date to the other; null where one of them is missing, or an owner moved. */
  days: number | null;
}

/** @param id `<postmortem id>#<anchor>`. Null where the repository remembers nothing of it. */
export function historyModel(index: CatalogIndex, id: string): HistoryModel | null {
  const history = index.history.improvements.get(id);
  if (history === undefined) return null;
  const { coverage } = index.history;
  const nameOf = (handle: string | null): string | null => personModel(index, handle)?.name ?? null;
  return {
    ...history,
    appearedBefore: history.appearedOn === null && coverage.kind === 'shallow' ? coverage.since : null,
    moves: history.moves.map((move) => {
      const { field, from, to } = move;
      const isDue = field === 'due';
      return {
        ...move,
        names: isDue ? { from: null, to: null } : { from: nameOf(from), to: nameOf(to) },
        days: isDue && from !== null && to !== null ? daysBetween(from, to) : null,
      };
    }),
  };
}

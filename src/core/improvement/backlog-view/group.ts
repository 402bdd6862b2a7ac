import { type ImprovementState, type Question, questions } from '../../vocabulary.ts';
import { isOpen } from '../backlog.ts';
import type { FacetRow } from './filter.ts';
import type { Named } from './view-row.ts';

interface Group {
  /** In the order given. */
  rows: FacetRow[];
  open: number;
  late: number;
}

/** The rows of one owner; null for the ones that nobody owns. */
export interface OwnerGroup extends Group {
  owner: Named | null;
}

export interface QuestionGroup extends Group {
  question: Question;
}

/** Who has most that is late first, then most that is open, then by name. */
export function groupByOwner(rows: readonly FacetRow[]): OwnerGroup[] {
  const groups = new Map<string | null, FacetRow[]>();
  for (const row of rows) {
    const key = row.row.owner?.key ?? null;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const collator = new Intl.Collator('en', { numeric: true });
  return [...groups.values()]
    .map((own) => ({ owner: own[0]?.row.owner ?? null, ...groupOf(own) }))
    .sort(
      (a, b) =>
        b.late - a.late ||
        b.open - a.open ||
        Number(a.owner === null) - Number(b.owner === null) ||
        collator.compare(a.owner?.name ?? '', b.owner?.name ?? ''),
    );
}

/** In the order of the meeting; questions without rows are left out. */
export function groupByQuestion(rows: readonly FacetRow[]): QuestionGroup[] {
  return questions.flatMap((question) => {
    const own = rows.filter(({ row }) => row.question === question);
    return own.length === 0 ? [] : [{ question, ...groupOf(own) }];
  });
}

function groupOf(rows: FacetRow[]): Group {
  return {
    rows,
    open: rows.filter(({ row }) => isOpen(row)).length,
    late: rows.filter(({ values }) => values.state.includes('overdue')).length,
  };
}

/** The columns of the board from left to right; what was dropped stands apart. */
export const boardStates = ['new', 'accepted', 'resolved', 'verified', 'closed', 'dropped'] as const;

export interface BoardColumn {
  state: ImprovementState;
  rows: FacetRow[];
  /** Of the whole backlog, however it is narrowed: a limit is for the work, not for what is looked at. */
  total: number;
  /** Null where settings name none. */
  limit: number | null;
  /** How many more than the limit; zero where there is none or it is kept. */
  over: number;
}

export function boardOf(
  shown: readonly FacetRow[],
  all: readonly FacetRow[],
  limits: Partial<Record<ImprovementState, number>>,
): BoardColumn[] {
  return boardStates.map((state) => {
    const total = all.filter(({ row }) => row.state === state).length;
    const limit = limits[state] ?? null;
    return {
      state,
      rows: shown.filter(({ row }) => row.state === state),
      total,
      limit,
      over: limit === null ? 0 : Math.max(0, total - limit),
    };
  });
}

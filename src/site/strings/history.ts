/** What the repository remembers of dates and owners. Moving one is a fact, and nobody's fault. */

import type { Coverage, DueMoves, MissingReason } from '../../core/history/history.ts';
import type { MoveModel } from '../../core/page/history-model.ts';
import { dayCount } from '../dates.ts';

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);
const days = (count: number): string => dayCount(Math.abs(count));

/** `moved 3 times, 94 days in all`, to stand after the word for a due date. */
function moved({ times: count, days: far }: Pick<DueMoves, 'times' | 'days'>): string {
  const how = `moved ${times(count)}`;
  if (far === null) return `${how}, and now there is none`;
  if (far === 0) return `${how}, back to its first day`;
  const direction = far < 0 ? ' sooner' : count === 1 ? ' later' : '';
  return `${how}, ${days(far)}${direction}${count === 1 ? '' : ' in all'}`;
}

const missing: Record<MissingReason, string> = {
  'no-git': 'git is not there where this site was built.',
  'no-repository': 'the content lies in no git repository.',
  'no-commits': 'no commit holds this content yet.',
  'not-trusted':
    'git does not open the repository, since another user owns it (git’s manual: safe.directory).',
  'partial-clone': 'this clone was made without the older versions of its files.',
  failed: 'git could not read the repository.',
};

export const history = {
  moved,
  /** For one improvement; the empty string where nothing moved. */
  summary: (due: DueMoves | null, handovers: number) => {
    const handed = handovers === 0 ? '' : `handed over ${times(handovers)}`;
    if (due === null) return handed.replace('h', 'H');
    return `Due ${moved(due)}${handed && `; ${handed}`}`;
  },
  since: 'since',
  sinceBefore: 'since before',
  before: 'Before',
  writtenDown: 'Written down',
  older: 'Written down; the clone that this site was built from begins here',
  move: ({ field, from, to, names, days: far }: MoveModel, day: (date: string) => string): string => {
    if (field === 'owner') {
      if (names.from === null) return `Taken on by ${names.to}`;
      return names.to === null
        ? `Without an owner; before, ${names.from}`
        : `Handed from ${names.from} to ${names.to}`;
    }
    if (from === null) return `Due set to ${day(to ?? '')}`;
    if (to === null || far === null) return `Due date taken away; it was ${day(from)}`;
    return `Due moved from ${day(from)} to ${day(to)}, ${days(far)} ${far < 0 ? 'sooner' : 'later'}`;
  },
  commit: 'commit',
  /** What is missing; null where nothing is. */
  coverage: (coverage: Coverage, day: (date: string) => string): string | null => {
    if (coverage.kind === 'whole') return null;
    if (coverage.kind === 'shallow')
      return `Moves of dates and owners are known back to ${day(coverage.since)}, where the clone begins that this site was built from.`;
    return `Moves of dates and owners are not known: ${missing[coverage.reason]}`;
  },
};

import { describe, expect, test } from 'vitest';
import type { Coverage } from '../../src/core/history/history.ts';
import type { MoveModel } from '../../src/core/page/history-model.ts';
import { history } from '../../src/site/strings.ts';

const day = (date: string): string => date;

describe('a summary says', () => {
  test.each<[times: number, days: number | null, handovers: number, words: string]>([
    [3, 94, 0, 'Due moved 3 times, 94 days in all'],
    [1, 7, 0, 'Due moved once, 7 days later'],
    [1, 1, 0, 'Due moved once, one day later'],
    [1, -7, 0, 'Due moved once, 7 days sooner'],
    [2, -7, 0, 'Due moved twice, 7 days sooner in all'],
    [2, 0, 0, 'Due moved twice, back to its first day'],
    [2, null, 0, 'Due moved twice, and now there is none'],
    [1, 7, 2, 'Due moved once, 7 days later; handed over twice'],
    [0, null, 1, 'Handed over once'],
    [0, null, 0, ''],
  ])('of %i moves, %s days, %i handovers: %s', (times, days, handovers, words) => {
    expect(history.summary(times === 0 ? null : { times, days, since: null }, handovers)).toBe(words);
  });
});

describe('a move says', () => {
  const due = (from: string | null, to: string | null, days: number | null): Partial<MoveModel> => ({
    field: 'due',
    from,
    to,
    days,
  });
  const owner = (from: string | null, to: string | null): Partial<MoveModel> => ({
    field: 'owner',
    names: { from, to },
  });
  test.each([
    [due('2026-02-01', '2026-02-08', 7), 'Due moved from 2026-02-01 to 2026-02-08, 7 days later'],
    [due('2026-02-08', '2026-02-07', -1), 'Due moved from 2026-02-08 to 2026-02-07, one day sooner'],
    [due(null, '2026-02-08', null), 'Due set to 2026-02-08'],
    [due('2026-02-08', null, null), 'Due date taken away; it was 2026-02-08'],
    [owner('Ana Ruiz', 'Sam'), 'Handed from Ana Ruiz to Sam'],
    [owner(null, 'Sam'), 'Taken on by Sam'],
    [owner('Sam', null), 'Without an owner; before, Sam'],
  ])('%j: %s', (part, words) => {
    const move = { on: '2026-01-01', commit: 'abc', names: { from: null, to: null }, days: null, ...part };
    expect(history.move(move as MoveModel, day)).toBe(words);
  });
});

test.each<[Coverage, string | null]>([
  [{ kind: 'whole' }, null],
  [
    { kind: 'shallow', since: '2026-03-03' },
    'Moves of dates and owners are known back to 2026-03-03, where the clone begins that this site was built from.',
  ],
  [
    { kind: 'none', reason: 'no-git' },
    'Moves of dates and owners are not known: git is not there where this site was built.',
  ],
])('coverage of %j says what is missing', (coverage, words) => {
  expect(history.coverage(coverage, day)).toBe(words);
});

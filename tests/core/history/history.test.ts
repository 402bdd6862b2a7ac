import { describe, expect, test } from 'vitest';
import { dueMoves, handovers, type Move } from '../../../src/core/history/history.ts';

/** `null -> 2026-02-01 -> 2026-03-01`, a move a day from 2 January on. */
function moves(field: Move['field'], story: string): Move[] {
  const values = story.split(' -> ').map((value) => (value === 'null' ? null : value));
  return values.slice(1).map((to, at) => ({
    field,
    from: values[at] ?? null,
    to,
    on: `2026-01-0${at + 2}`,
    commit: 'abcdef0123',
  }));
}

const due = (story: string) => dueMoves({ appearedOn: '2026-01-01', moves: moves('due', story) });

describe('moves of a date come to', () => {
  test.each([
    ['2026-02-01', null],
    ['null -> 2026-02-01', null],
    ['2026-02-01 -> null', null],
    ['2026-02-01 -> null -> 2026-02-01', null],
    ['2026-02-01 -> 2026-02-08', { times: 1, days: 7, since: '2026-01-01' }],
    ['2026-02-08 -> 2026-02-01', { times: 1, days: -7, since: '2026-01-01' }],
    // From 1 February to 1 March: 28 days. There and back is two moves and no day.
    ['2026-02-01 -> 2026-03-01', { times: 1, days: 28, since: '2026-01-01' }],
    ['2026-02-01 -> 2026-03-01 -> 2026-02-01', { times: 2, days: 0, since: '2026-01-01' }],
    // Only the first date and the last one count for the days: 1 February to 6 May is 28 + 31 + 30 + 5.
    ['2026-02-01 -> 2026-06-01 -> 2026-03-01 -> 2026-05-06', { times: 3, days: 94, since: '2026-01-01' }],
    // The first date came a day after the improvement.
    ['null -> 2026-02-01 -> 2026-02-03', { times: 1, days: 2, since: '2026-01-02' }],
    ['2026-02-01 -> null -> 2026-02-03', { times: 1, days: 2, since: '2026-01-01' }],
    ['2026-02-01 -> 2026-02-03 -> null', { times: 1, days: null, since: '2026-01-01' }],
  ])('%s: %j', (story, expected) => {
    expect(due(story)).toEqual(expected);
  });

  test('nothing that is known of the first day, in a shallow clone', () => {
    expect(dueMoves({ appearedOn: null, moves: moves('due', '2026-02-01 -> 2026-02-02') })?.since).toBeNull();
  });
});

describe('handovers are counted', () => {
  test.each([
    ['ana', 0],
    ['null -> ana', 0],
    ['ana -> null', 0],
    ['ana -> sam', 1],
    ['ana -> null -> sam', 1],
    ['ana -> null -> ana', 0],
    ['null -> ana -> sam -> ana', 2],
  ])('%s: %i', (story, times) => {
    expect(handovers({ appearedOn: '2026-01-01', moves: moves('owner', story) })).toBe(times);
  });
});

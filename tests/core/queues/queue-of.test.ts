import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowWindow } from '../../../src/core/queues/flow-window.ts';
import { type Passing, queueOf } from '../../../src/core/queues/queue-of.ts';

const today = '2026-11-21';
const window = flowWindow([], today);

type Row = [cameIn: string | null, state: Passing<number>['state'], endedOn?: string | null];

const queue = (rows: Row[], limit: number | null = null) =>
  queueOf(
    rows.map(([cameIn, state, endedOn = null], item) => ({ item, cameIn, state, endedOn })),
    { limit, window, today },
  );

describe('what is in progress', () => {
  test('has its age, the oldest first, and an unknown one last', () => {
    // From the 11th to the 21st are 10 days, from the 1st 20.
    expect(
      queue([
        [null, 'in progress'],
        ['2026-11-11', 'in progress'],
        ['2026-11-01', 'in progress'],
        ['2026-01-01', 'waiting'],
        ['2026-01-01', 'finished', '2026-01-02'],
      ]).inProgress,
    ).toEqual([
      { item: 2, since: '2026-11-01', days: 20 },
      { item: 1, since: '2026-11-11', days: 10 },
      { item: 0, since: null, days: null },
    ]);
  });

  test('has a median of three known ages or more, and none of two', () => {
    const two: Row[] = [
      ['2026-11-20', 'in progress'],
      ['2026-11-11', 'in progress'],
    ];
    expect(queue([...two, [null, 'in progress']]).age).toEqual({ known: 2, of: 3, median: null });
    // 1, 10 and 20 days.
    expect(queue([...two, ['2026-11-01', 'in progress']]).age).toEqual({ known: 3, of: 3, median: 10 });
  });

  test.each<[limit: number | null, room: number | null]>([
    [null, null],
    [1, -1],
    [2, 0],
    [5, 3],
  ])('of two, with a limit of %j there is room for %j', (limit, room) => {
    const { load } = queue(
      [
        ['2026-11-01', 'in progress'],
        ['2026-11-01', 'in progress'],
      ],
      limit,
    );
    expect(load).toEqual({ now: 2, limit, room });
  });
});

describe('flow', () => {
  test('counts each in the months in which it came in and left', () => {
    const { flow } = queue([
      ['2026-10-03', 'finished', '2026-11-02'],
      ['2026-10-31', 'in progress'],
      ['2026-11-01', 'dropped', '2026-11-21'],
      // It came in before the twelve months began.
      ['2025-11-30', 'finished', '2026-10-30'],
    ]);
    expect(flow.periods.slice(-2)).toEqual([
      { from: '2026-10-01', to: '2026-10-31', cameIn: 2, finished: 1, dropped: 0 },
      { from: '2026-11-01', to: '2026-11-30', cameIn: 1, finished: 1, dropped: 1 },
    ]);
    expect(flow).toMatchObject({ unit: 'month', cameIn: 3, finished: 2, dropped: 1 });
  });

  test('says what has no day, and takes it for no period', () => {
    const { flow } = queue([
      [null, 'finished', null],
      [null, 'in progress'],
      ['2026-11-01', 'finished', null],
    ]);
    expect(flow).toMatchObject({ cameIn: 1, finished: 0, undated: { cameIn: 2, ended: 2 } });
  });

  test('how long it took is the median of what was finished, and nothing of two', () => {
    const two: Row[] = [
      ['2026-10-01', 'finished', '2026-10-03'],
      ['2026-10-01', 'finished', '2026-10-11'],
      // Of these, nobody finished one, and one was finished too long ago.
      ['2026-10-01', 'dropped', '2026-10-31'],
      ['2020-01-01', 'finished', '2020-12-31'],
    ];
    expect(queue(two).flow.took).toEqual({ median: null, known: 2 });
    // 2, 10 and 30 days.
    expect(queue([...two, ['2026-10-01', 'finished', '2026-10-31']]).flow.took).toEqual({
      median: 10,
      known: 3,
    });
  });
});

test('whatever passes through, periods add up, and each known thing is counted once', () => {
  const day = fc.option(
    fc.integer({ min: 0, max: 364 }).map((back) => {
      const date = new Date(Date.parse(today) - back * 86_400_000);
      return date.toISOString().slice(0, 10);
    }),
  );
  const row = fc.tuple(
    day,
    fc.constantFrom('waiting' as const, 'in progress' as const, 'finished' as const, 'dropped' as const),
    day,
  );
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { flow, inProgress, age } = queue(
        rows.map(([cameIn, state, ended]) => [
          cameIn,
          state,
          state === 'finished' || state === 'dropped' ? ended : null,
        ]),
      );
      for (const key of ['cameIn', 'finished', 'dropped'] as const)
        expect(flow.periods.reduce((sum, period) => sum + period[key], 0)).toBe(flow[key]);
      const ended = rows.filter(([, state]) => state === 'finished' || state === 'dropped');
      const before = ended.filter(([, , on]) => on !== null && on < (window.periods[0]?.from ?? ''));
      expect(flow.finished + flow.dropped + flow.undated.ended + before.length).toBe(ended.length);
      expect(inProgress).toHaveLength(rows.filter(([, state]) => state === 'in progress').length);
      expect(age.known).toBe(inProgress.filter(({ days }) => days !== null).length);
    }),
  );
});

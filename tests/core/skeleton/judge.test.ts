import { describe, expect, test } from 'vitest';
import { judgeTime } from '../../../src/core/skeleton/judge.ts';

describe('a time is judged as check would judge it', () => {
  test.each<[written: string, date: string | null, message: string | null]>([
    ['2026-11-21 14:10', '2026-11-21', null],
    ['2026-11-21 ~14:10', '2026-11-21', null],
    ['2026-11-21 14:10–14:20', '2026-11-21', null],
    // 02:00 in UTC is the evening before in New York.
    ['2026-11-21 02:00Z', '2026-11-20', null],
    ['2026-11-21', '1969-12-31', 'A date alone is no time.'],
    ['2026-11-21 2:10 PM', '2026-11-21', '`2:10 PM` is on a clock of 12 hours; a timeline counts 24.'],
    [
      '2026-11-01 01:30',
      '2026-11-01',
      'On 2026-11-01, `01:30` comes twice in America/New_York: the clocks go back.',
    ],
    ['yesterday', null, '"yesterday" is no time.'],
    ['2026-11-21 14:10 or so', null, '"2026-11-21 14:10 or so" is no time.'],
    ['', null, '"" is no time.'],
  ])('%j', (written, date, message) => {
    const judged = judgeTime(written, 'America/New_York');
    expect(judged.problem?.message ?? null).toBe(message);
    if (message === null) expect(judged.date).toBe(date);
  });

  test('in order after those before it', () => {
    expect(judgeTime('13:00', 'UTC', ['2026-11-21 14:10']).problem).toMatchObject({
      rule: 'timeline-order',
      message: '`13:00` comes before the time given before it, 14:10.',
      hint: 'The next day? Write the date: `2026-11-22 13:00`. Otherwise correct one of the two.',
    });
    expect(judgeTime('2026-11-20 13:00', 'UTC', ['2026-11-21 14:10']).problem).toMatchObject({
      message: '`2026-11-20 13:00` comes before the time given before it, 2026-11-21 14:10.',
      hint: 'Correct one of the two.',
    });
  });
});

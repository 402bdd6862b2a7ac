import { describe, expect, test } from 'vitest';
import { linearTicks, spanTicks } from '../../../src/render/charts/axes.ts';
import { figureText, periodText } from '../../../src/render/charts/words.ts';

describe('lines across', () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [6, [0, 2, 4, 6]],
    [15, [0, 5, 10, 15]],
    [57, [0, 20, 40, 60]],
    [1234, [0, 500, 1000, 1500]],
  ])('of counts up to %i', (highest, ticks) => {
    expect(linearTicks(highest, 'count')).toEqual(ticks);
  });

  test('of hours can be parts', () => {
    expect(linearTicks(1, 'hours')).toEqual([0, 0.5, 1]);
  });

  test.each([
    [25, 375, 'minutes', ['10 min', '1 h', '6 h']],
    [1, 3, 'minutes', ['1 min', '10 min']],
    // A week is near enough to four days to be shown above them.
    [70, 5760, 'minutes', ['1 h', '6 h', '1 day', '1 week']],
    [0, 104 * 1440, 'minutes', ['1 min', '10 min', '1 h', '6 h', '1 day', '1 week', '30 days']],
    [2, 12, 'days', ['1 day', '1 week']],
    [2, 20, 'days', ['1 day', '1 week', '30 days']],
  ] as const)('of spans from %i to %i %s', (lowest, highest, unit, texts) => {
    expect(spanTicks(lowest, highest, unit).map(([, text]) => text)).toEqual(texts);
  });
});

test.each([
  [3, 'count', '3'],
  [25, 'minutes', '25 min'],
  [35.5, 'minutes', '35.5 min'],
  [59.9, 'minutes', '59.9 min'],
  [375, 'minutes', '6.3 h'],
  [2880, 'minutes', '2 days'],
  [31, 'hours', '31 h'],
  [230.5, 'hours', '231 h'],
  [1, 'days', '1 day'],
  [6.5, 'days', '6.5 days'],
  [0.25, 'share', '25 %'],
] as const)('%d %s reads %s beside a mark', (value, unit, text) => {
  expect(figureText(value, unit)).toBe(text);
});

test.each([
  ['2026', '2026'],
  ['2026-Q3', 'Q3 2026'],
  ['2026-11', 'Nov 2026'],
])('%s reads %s in a title', (key, text) => {
  expect(periodText(key)).toBe(text);
});

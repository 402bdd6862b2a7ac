import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { median } from '../../../src/core/metrics/median.ts';

describe('the median', () => {
  test.each([
    { of: [], is: null },
    { of: [7], is: 7 },
    { of: [9, 1], is: 5 },
    { of: [3, 1, 2], is: 2 },
    { of: [10, 9, 100], is: 10 },
    { of: [1, 2, 4, 100], is: 3 },
    // As numbers, not as words: 9 comes before 10.
    { of: [10, 9, 8], is: 9 },
  ])('of $of is $is', ({ of, is }) => {
    expect(median(of)).toBe(is);
  });

  test('lies between least and most, with as many below as above, whatever the order', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, fc.infiniteStream(fc.nat()), (values, keys) => {
        const middle = median(values) ?? Number.NaN;
        expect(middle).toBeGreaterThanOrEqual(Math.min(...values));
        expect(middle).toBeLessThanOrEqual(Math.max(...values));
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
        const shuffled = values
          .map((value) => ({ value, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ value }) => value);
        expect(median(shuffled)).toBe(middle);
      }),
    );
  });
});

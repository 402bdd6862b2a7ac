import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelWidth } from '../../../src/render/charts/canvas.ts';
import { medianLabels } from '../../../src/render/charts/median-labels.ts';

const rule = (left: number, y = 100) => ({ left, right: left + 100, y, text: '25 min' });

describe('the figure of a median', () => {
  test('stands above the middle of its rule', () => {
    const [label] = medianLabels([rule(0)], [], [0, 640]);
    expect(label).toMatchObject({ text: '25 min', x: 50 });
    expect(label?.y).toBeLessThan(100);
  });

  test('goes below where a dot is above', () => {
    const [label] = medianLabels([rule(0)], [{ x: 50, y: 90 }], [0, 640]);
    expect(label?.x).toBe(50);
    expect(label?.y).toBeGreaterThan(100);
  });

  test('goes aside where dots are above and below', () => {
    const [label] = medianLabels(
      [rule(0)],
      [50, 60].flatMap((x) => [90, 110].map((y) => ({ x, y }))),
      [0, 640],
    );
    expect(label?.x).toBeLessThan(50);
  });

  test('stays inside where its rule is short and at an end', () => {
    const [label] = medianLabels([{ left: 98, right: 100, y: 50, text: '25 min' }], [], [0, 100]);
    expect((label?.x ?? 0) + labelWidth('25 min', true) / 2).toBeCloseTo(100);
    const [first] = medianLabels([{ left: 0, right: 2, y: 50, text: '25 min' }], [], [0, 100]);
    expect((first?.x ?? 0) - labelWidth('25 min', true) / 2).toBeCloseTo(0);
  });

  test('gives way to a later one that it would touch', () => {
    expect(medianLabels([rule(0), rule(10)], [], [0, 640]).map(({ x }) => x)).toEqual([60]);
  });

  test('never touches another', () => {
    const rules = fc.array(fc.tuple(fc.nat({ max: 600 }), fc.nat({ max: 300 })), { maxLength: 20 });
    fc.assert(
      fc.property(rules, rules, (places, dots) => {
        const sorted = places.sort(([a], [b]) => a - b).map(([left, y]) => rule(left, y));
        const labels = medianLabels(
          sorted,
          dots.map(([x, y]) => ({ x, y })),
          [0, 640],
        );
        for (const [at, a] of labels.entries())
          for (const b of labels.slice(at + 1))
            expect(Math.abs(a.x - b.x) >= labelWidth('25 min', true) || Math.abs(a.y - b.y) >= 15).toBe(true);
      }),
    );
  });
});

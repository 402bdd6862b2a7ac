import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, firstWeek, sum } from '../../../src/core/training/first-week.ts';

const levels = [1, 2, 3];
const incident = (id: string, part: Partial<Candidate> = {}): Candidate => ({
  id,
  severity: 3,
  systems: [],
  linkedFrom: 0,
  ...part,
});
const told = (candidates: Candidate[], severities = levels): string[] =>
  firstWeek(candidates, severities).map(
    (step) =>
      `${step.id}: ${step.points.severity} + ${step.points.links} + ${step.points.systems} = ${sum(step)}`,
  );

describe('the first week', () => {
  test.each<[why: string, candidates: Candidate[], week: string[]]>([
    [
      'the worst first: three points, two, one',
      [incident('minor'), incident('down', { severity: 1 }), incident('serious', { severity: 2 })],
      ['down: 3 + 0 + 0 = 3', 'serious: 2 + 0 + 0 = 2', 'minor: 1 + 0 + 0 = 1'],
    ],
    [
      'a link is a point, three at most',
      [incident('seven', { linkedFrom: 7 }), incident('two', { linkedFrom: 2 })],
      ['seven: 1 + 3 + 0 = 4', 'two: 1 + 2 + 0 = 3'],
    ],
    [
      'a system counts where it was not met on a day before',
      [
        incident('fax and queue', { systems: ['fax', 'queue', 'fax'] }),
        incident('fax again', { systems: ['fax'] }),
        incident('search', { systems: ['search'] }),
      ],
      ['fax and queue: 1 + 0 + 2 = 3', 'search: 1 + 0 + 1 = 2', 'fax again: 1 + 0 + 0 = 1'],
    ],
    [
      'four systems are three points, and are all met',
      [incident('wide', { systems: ['a', 'b', 'c', 'd'] }), incident('d', { systems: ['d'] })],
      ['wide: 1 + 0 + 3 = 4', 'd: 1 + 0 + 0 = 1'],
    ],
    [
      'between equals the first given, which is the newer one',
      [incident('new'), incident('old')],
      ['new: 1 + 0 + 0 = 1', 'old: 1 + 0 + 0 = 1'],
    ],
    [
      'a level that nobody knows gives nothing',
      [incident('odd', { severity: 9 }), incident('minor')],
      ['minor: 1 + 0 + 0 = 1', 'odd: 0 + 0 + 0 = 0'],
    ],
    ['nothing where nothing happened', [], []],
  ])('%s', (_why, candidates, week) => {
    expect(told(candidates)).toEqual(week);
  });

  test('levels count by their rank, whatever their numbers are, and from the fourth on give nothing', () => {
    const all = [10, 20, 30, 40].map((severity) => incident(`${severity}`, { severity }));
    expect(told(all, [10, 20, 30, 40])).toEqual([
      '10: 3 + 0 + 0 = 3',
      '20: 2 + 0 + 0 = 2',
      '30: 1 + 0 + 0 = 1',
      '40: 0 + 0 + 0 = 0',
    ]);
  });

  test('has five different ones, or all there are, and never grows better from day to day', () => {
    const any = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        severity: fc.integer({ min: 1, max: 4 }),
        systems: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
        linkedFrom: fc.nat(6),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    );
    fc.assert(
      fc.property(any, (candidates) => {
        const week = firstWeek(candidates, levels);
        const points = week.map(sum);
        expect(new Set(week.map(({ id }) => id)).size).toBe(Math.min(5, candidates.length));
        expect(points).toEqual(points.toSorted((a, b) => b - a));
      }),
    );
  });
});

import { expect, test } from 'vitest';
import { minutesInAll, minutesOf, outline, steps } from '../../../src/core/meeting/agenda.ts';

test('a meeting is meant to take an hour', () => {
  // 2 + 1 + 5 + 15 + five questions of 5 + 6 + 4 + 2
  expect(minutesInAll).toBe(60);
});

test('what is told beforehand is all of it, in the same order', () => {
  expect(outline.flatMap((item) => item.steps)).toEqual(steps);
  expect(outline.map(({ minutes }) => minutes)).toEqual([2, 1, 20, 25, 10, 2]);
});

test('what blameless means is said right after the introductions, before anything is told', () => {
  expect(steps.slice(0, 3)).toEqual(['introductions', 'blameless', 'summary']);
  expect(minutesOf.blameless).toBeGreaterThan(0);
});

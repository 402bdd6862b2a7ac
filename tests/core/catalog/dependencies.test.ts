import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dependenciesOf, waysFrom } from '../../../src/core/catalog/dependencies.ts';

/** Systems from `a > b c` lines: a depends on b and c. */
const graph = (...lines: string[]) =>
  dependenciesOf(
    lines.map((line) => {
      const [id = '', ...dependsOn] = line.split(/[ >]+/);
      return {
        id,
        name: id,
        team: null,
        description: null,
        dependsOn: dependsOn.filter((one) => one !== ''),
      };
    }),
  );

const reachable = (...graph: Parameters<typeof waysFrom>) => [...waysFrom(...graph).keys()];

test.each([
  ['a chain, the nearest first', ['a > b', 'b > c', 'c'], 'c', ['b', 'a']],
  ['both sides of a fork, each once', ['a > b c', 'b > d', 'c > d', 'd'], 'd', ['b', 'c', 'a']],
  ['a circle, without itself', ['a > b', 'b > c', 'c > a'], 'a', ['c', 'b']],
  ['a system that needs itself', ['a > a', 'b > a'], 'a', ['b']],
  ['nothing', ['a > b', 'b'], 'a', []],
])('an outage reaches %s', (_, lines, from, reached) => {
  expect(reachable(graph(...lines).neededBy, from)).toEqual(reached);
});

test('what a system rests on is the way back', () => {
  const { dependsOn } = graph('a > b', 'b > c', 'c > b', 'd');
  expect(reachable(dependsOn, 'a')).toEqual(['b', 'c']);
  expect(reachable(dependsOn, 'd')).toEqual([]);
});

test('the way to a system is a shortest one, without its ends', () => {
  const { dependsOn } = graph('a > b c', 'b > d', 'c > e', 'd > e', 'e > f a', 'f');
  expect([...waysFrom(dependsOn, 'a')]).toEqual([
    ['b', []],
    ['c', []],
    ['d', ['b']],
    ['e', ['c']],
    ['f', ['c', 'e']],
  ]);
});

test('a system that is not there changes nothing', () => {
  const { neededBy } = graph('a > gone');
  expect([...neededBy]).toEqual([['a', []]]);
  expect(reachable(neededBy, 'gone')).toEqual([]);
});

test('whoever reaches is rested on', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const anyGraph = fc.tuple(
    ...ids.map((id) => fc.subarray(ids).map((needs) => `${id} > ${needs.join(' ')}`)),
  );
  fc.assert(
    fc.property(anyGraph, (lines) => {
      const { dependsOn, neededBy } = graph(...lines);
      for (const a of ids)
        for (const b of ids)
          expect(reachable(neededBy, a).includes(b)).toBe(reachable(dependsOn, b).includes(a));
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { recurrences } from '../../../src/core/catalog/recurrence.ts';
import { wasOpenOn } from '../../../src/core/improvement/backlog.ts';
import { type Postmortem, writtenOn } from '../../../src/core/postmortem/postmortem.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

const found = (postmortems: Postmortem[]) =>
  recurrences(indexCatalog(catalogOf(postmortems).catalog, { today: '2020-01-01', basePath: '/' }));

/** Each group as `system: tags: incidents`. */
const named = (postmortems: Postmortem[]) =>
  found(postmortems).map(
    ({ systems, tags, incidents }) =>
      `${systems.join(', ')}: ${tags.join(', ')}: ${incidents.map(({ id }) => id).join(', ')}`,
  );

const incident = (
  id: string,
  date: string | null,
  systems: string[],
  tags: string[],
  improvements: Parameters<typeof postmortemOf>[0]['improvements'] = [],
) => postmortemOf({ id, date, systems, tags, improvements });

describe('what recurs', () => {
  test.each([
    ['the same system and tag', ['fax'], ['queue'], ['fax: queue: a, b']],
    ['all that both share', ['fax', 'mail'], ['queue', 'vendor'], ['fax, mail: queue, vendor: a, b']],
    ['not the system alone', ['fax'], ['paper'], []],
    ['not the tag alone', ['mail'], ['queue'], []],
    ['nothing without a system', [], ['queue'], []],
    ['nothing without a tag', ['fax'], [], []],
  ])('is %s', (_, systems, tags, groups) => {
    const first = incident('a', '2018-01-01', ['fax', 'mail'].slice(0, systems.length || 1), [
      'queue',
      'vendor',
    ]);
    expect(named([first, incident('b', '2019-01-01', systems, tags)])).toEqual(groups);
  });

  test('leaves out what has no day', () => {
    const known = [
      incident('a', '2018-01-01', ['fax'], ['queue']),
      incident('b', '2019-01-01', ['fax'], ['queue']),
    ];
    expect(named([...known, incident('c', null, ['fax'], ['queue'])])).toEqual(['fax: queue: a, b']);
  });

  test('is told once where a smaller group lies within a larger one', () => {
    expect(
      named([
        incident('a', '2018-01-01', ['db'], ['slow']),
        incident('b', '2018-02-01', ['db', 'api'], ['slow', 'deploy']),
        incident('c', '2018-03-01', ['db', 'api'], ['slow', 'deploy']),
        incident('d', '2018-04-01', ['api'], ['deploy']),
      ]),
      // api and slow, db and deploy: b and c only, and these stand in both others.
    ).toEqual(['api: deploy: b, c, d', 'db: slow: a, b, c']);
  });

  test('begins with what still has something open, then with what happened last', () => {
    expect(
      named([
        incident('a', '2018-01-01', ['fax'], ['queue'], [{ due: '2018-02-01' }]),
        incident('b', '2018-03-01', ['fax'], ['queue']),
        incident('c', '2018-01-01', ['dns'], ['queue'], [{ done: '2018-02-01' }]),
        incident('d', '2019-03-01', ['dns'], ['queue'], [{ due: '2020-02-01' }]),
        incident('e', '2018-01-01', ['mail'], ['queue']),
        incident('f', '2019-06-01', ['mail'], ['queue']),
      ]),
    ).toEqual(['fax: queue: a, b', 'mail: queue: e, f', 'dns: queue: c, d']);
  });
});

test.each([
  ['database', []],
  ['Orders', []],
  ['databases', []],
  ['data', ['data']],
  ['slow database', ['slow database']],
])('of the orders database the tag “%s” groups by %o', (tag, tags) => {
  const incidents = [
    incident('a', '2018-01-01', ['orders-db'], [tag]),
    incident('b', '2018-02-01', ['orders-db'], [tag]),
  ];
  const system = { id: 'orders-db', name: 'Orders database', team: null, description: null, dependsOn: [] };
  const { catalog } = catalogOf(incidents, { systems: [system] });
  const groups = recurrences(indexCatalog(catalog, { today: '2020-01-01', basePath: '/' }));
  expect(groups.map((group) => group.key.tag)).toEqual(tags);
});

describe('an improvement was open when it happened again', () => {
  /** Taken on on 10 January 2018; it happened again on 1 February and on 1 March. */
  const repeats = (improvement: object, reviewedOn: string | null = '2018-01-10') =>
    found([
      postmortemOf({
        id: 'a',
        date: '2018-01-01',
        reviewedOn,
        systems: ['fax'],
        tags: ['queue'],
        improvements: [improvement],
      }),
      incident('b', '2018-02-01', ['fax'], ['queue']),
      incident('c', '2018-03-01', ['fax'], ['queue']),
    ])[0]?.outlasted.map(({ repeats }) => repeats);

  test.each([
    ['twice while it is open', {}, [2]],
    ['twice where it was done the day after', { done: '2018-03-02' }, [2]],
    ['once where it was done on the second day', { done: '2018-03-01' }, [1]],
    ['once where it was dropped between them', { dropped: '2018-02-15' }, [1]],
    ['never where it was done on the first day', { done: '2018-02-01' }, []],
    ['never where it was done before', { done: '2018-01-20' }, []],
  ])('%s', (_, improvement, expected) => {
    expect(repeats(improvement)).toEqual(expected);
  });

  test('only from the day after its meeting', () => {
    expect(repeats({}, '2018-02-01')).toEqual([1]);
    expect(repeats({}, '2018-03-01')).toEqual([]);
    // Without a meeting, the day of its incident counts.
    expect(repeats({}, null)).toEqual([2]);
  });
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2018-01-${String(n).padStart(2, '0')}`);
const some = (...words: string[]) => fc.subarray(words);
const anyIncident = fc.record({
  date: fc.option(day),
  reviewedOn: fc.option(day),
  systems: some('a', 'b', 'c'),
  tags: some('x', 'y', 'z'),
  improvements: fc.array(fc.record({ done: fc.option(day) }), { maxLength: 2 }),
});

test('however incidents lie, the groups are what comparing every pair would find', () => {
  fc.assert(
    fc.property(fc.array(anyIncident, { maxLength: 12 }), (samples) => {
      const postmortems = samples.map((sample, at) =>
        postmortemOf({
          id: `p${at}`,
          ...sample,
          improvements: sample.improvements.map((one, n) => ({ title: `i${n}`, ...one })),
        }),
      );
      const groups = found(postmortems);
      const together = (a: Postmortem, b: Postmortem) =>
        groups.some(({ incidents }) => [a, b].every((one) => incidents.some(({ id }) => id === one.id)));
      const share = (a: string[], b: string[]) => a.some((one) => b.includes(one));
      for (const a of postmortems)
        for (const b of postmortems)
          if (a !== b)
            expect(together(a, b)).toBe(
              a.date !== null &&
                b.date !== null &&
                share(a.facts.systems, b.facts.systems) &&
                share(a.facts.tags, b.facts.tags),
            );
      for (const { incidents, outlasted, systems, tags } of groups) {
        expect(systems.length * tags.length).toBeGreaterThan(0);
        const byPairs = incidents.flatMap((earlier) =>
          Object.values(earlier.questions)
            .flatMap(({ improvements }) => improvements)
            .map(
              (improvement) =>
                incidents.filter(
                  ({ date }) => date > (writtenOn(earlier) ?? '') && wasOpenOn(improvement, date),
                ).length,
            ),
        );
        expect(outlasted.map(({ repeats }) => repeats)).toEqual(byPairs.filter((repeats) => repeats > 0));
      }
    }),
  );
});

import { expect, test } from 'vitest';
import type { System } from '../../../src/core/catalog/catalog.ts';
import { type CatalogIndex, indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import {
  foremostRecurrences,
  recurrencesOfIncident,
  recurrencesOfSystem,
  recurringPage,
} from '../../../src/core/page/recurring-page.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { plainRendering } from '../../support/plain-rendering.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

const systems = ['fax', 'mail'].map(
  (id): System => ({ id, name: id.toUpperCase(), team: null, description: null, dependsOn: [] }),
);

function indexOf(postmortems: Postmortem[]): CatalogIndex {
  return indexCatalog(catalogOf(postmortems, { systems }).catalog, { today: '2020-01-01', basePath: '/kb/' });
}
const pageOf = (postmortems: Postmortem[]) => recurringPage(indexOf(postmortems), plainRendering);

type Sample = Parameters<typeof postmortemOf>[0];
const fax = (id: string, date: string, part: Partial<Sample> = {}) =>
  postmortemOf({ id, date, systems: ['fax'], tags: ['a queue'], ...part });

test('a group has its incidents in order with the days between, and what was open on the day of each', () => {
  const page = pageOf([
    fax('one', '2018-01-01', {
      reviewedOn: '2018-01-08',
      risks: { Again: ['fax'] },
      improvements: [
        { title: 'Count', done: '2018-02-15' },
        { title: 'Page', due: '2018-03-01' },
        { title: 'Mail', done: '2018-01-31' },
      ],
    }),
    fax('two', '2018-02-01', { improvements: [{ title: 'Alarm' }] }),
    fax('three', '2018-03-01'),
  ]);
  expect(page.groups).toMatchObject([
    {
      anchor: 'fax-a-queue',
      url: '/kb/recurring/#fax-a-queue',
      systems: [{ text: 'FAX', url: '/kb/systems/fax/' }],
      tags: [{ text: 'a queue', url: '/kb/postmortems/?tag=a%20queue' }],
      incidents: 3,
      lastOn: '2018-03-01',
      stillOpen: 2,
      doneSince: 1,
      earlier: 0,
      // Page was open on 1 February and on 1 March, Alarm on 1 March only.
      open: {
        shown: [
          { row: { title: 'Page' }, repeats: 2 },
          { row: { title: 'Alarm' }, repeats: 1 },
        ],
        more: 0,
      },
      steps: [
        { postmortem: { id: 'one' }, daysSince: null, foreseen: null, stillOpen: { shown: [] } },
        {
          postmortem: { id: 'two' },
          daysSince: 31,
          foreseen: { text: 'Again', url: '/kb/risks/#one/idea-again' },
          stillOpen: { shown: [{ title: 'Page', ended: null }, { title: 'Count' }], more: 0 },
        },
        {
          postmortem: { id: 'three' },
          // 1 February to 1 March 2018.
          daysSince: 28,
          stillOpen: { shown: [{ title: 'Page' }, { title: 'Alarm' }], more: 0 },
        },
      ],
    },
  ]);
  expect(page.counts).toEqual({ named: 0, groups: 1, incidents: 3 });
});

test('of many incidents the four latest are told and the others counted', () => {
  const months = ['01', '02', '03', '04', '05', '06'];
  const [group] = pageOf(months.map((month) => fax(month, `2018-${month}-01`))).groups;
  expect(group?.earlier).toBe(2);
  // The first one told still says how long it was since the one before it: 28 days of February.
  expect(group?.steps.map(({ postmortem, daysSince }) => [postmortem.id, daysSince])).toEqual([
    ['03', 28],
    ['04', 31],
    ['05', 30],
    ['06', 31],
  ]);
});

test('of many groups forty are told whole and the rest in a line each', () => {
  const tags = Array.from({ length: 43 }, (_, n) => `t${n}`);
  const page = pageOf(
    tags.flatMap((tag) => [1, 2].map((n) => fax(`${tag}-${n}`, `2018-01-0${n}`, { tags: [tag] }))),
  );
  expect([page.groups.length, page.rest.length, page.counts.groups]).toEqual([40, 3, 43]);
  const anchors = [...page.groups, ...page.rest].map(({ anchor }) => anchor);
  expect(new Set(anchors).size).toBe(43);
});

test('two tags that make the same anchor are told apart', () => {
  const pairs = ['a queue', 'a-queue'].flatMap((tag) =>
    [1, 2].map((n) => fax(`${tag.length}${tag}-${n}`, `2018-01-0${n}`, { tags: [tag] })),
  );
  expect(
    pageOf(pairs)
      .groups.map(({ anchor }) => anchor)
      .sort(),
  ).toEqual(['fax-a-queue', 'fax-a-queue-1']);
});

test('a system and an incident lead to their groups', () => {
  const index = indexOf([
    fax('one', '2018-01-01', { systems: ['fax', 'mail'] }),
    fax('two', '2018-02-01'),
    fax('three', '2018-03-01', { tags: ['vendor'] }),
  ]);
  expect(recurrencesOfSystem(index, 'fax').map(({ anchor }) => anchor)).toEqual(['fax-a-queue']);
  // One incident of the group is no repetition on that system.
  expect(recurrencesOfSystem(index, 'mail')).toEqual([]);
  expect(recurrencesOfIncident(index, 'two')).toMatchObject([
    { systems: [{ text: 'FAX' }], tags: [{ text: 'a queue' }], url: '/kb/recurring/#fax-a-queue' },
  ]);
  expect(recurrencesOfIncident(index, 'three')).toEqual([]);
});

test('where nothing recurs the page is empty', () => {
  expect(pageOf([fax('one', '2018-01-01')])).toMatchObject({
    groups: [],
    rest: [],
    named: { shown: [], more: 0 },
    counts: { named: 0, groups: 0, incidents: 0 },
  });
});

test('the first of the page are what somebody named, then groups as far as there is room', () => {
  const index = indexOf([
    fax('one', '2018-01-01'),
    fax('two', '2018-02-01'),
    fax('three', '2018-03-01', { systems: ['mail'], tags: ['vendor'] }),
    fax('four', '2018-04-01', { systems: ['mail'], tags: ['vendor'] }),
  ]);
  expect(foremostRecurrences(index, 1)).toMatchObject({
    named: [],
    groups: [{ tags: [{ text: 'vendor' }] }],
  });
  expect(foremostRecurrences(index, 3).groups.length).toBe(2);
});

test.each([
  // 365 days from 1 January 2018 to 1 January 2019.
  ['two within a year', ['2018-01-01', '2019-01-01'], 1],
  ['two a day further apart', ['2018-01-01', '2019-01-02'], 0],
  ['three, however far apart', ['2012-01-01', '2015-01-01', '2018-01-01'], 1],
])('%s: %o', (_, days, groups) => {
  const page = pageOf(days.map((day) => fax(day, day)));
  expect([page.groups.length, page.counts.groups]).toEqual([groups, groups]);
});

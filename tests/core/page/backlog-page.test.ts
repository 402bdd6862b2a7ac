import { describe, expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import type { History } from '../../../src/core/history/history.ts';
import { unpackBacklog } from '../../../src/core/improvement/backlog-view/packed.ts';
import { backlogPage } from '../../../src/core/page/backlog-page.ts';
import { catalogOf, postmortemOf, settings } from '../../support/sample-catalog.ts';

const fax = postmortemOf({
  id: '2018/fax',
  title: 'Fax',
  severity: 1,
  date: '2018-05-04',
  reviewedOn: '2018-05-11',
  systems: ['fax', 'orders', 'fax'],
  tags: ['vendor'],
  improvements: [
    { title: 'late', due: '2018-06-09', owner: 'ana', ticket: 'OPS-1' },
    { title: 'later', due: '2018-07-01' },
    { title: 'latest of all', due: '2018-01-01', state: 'accepted' },
    { title: 'undated' },
    { title: 'met', due: '2018-06-01', done: '2018-06-01' },
    { title: 'missed', due: '2018-06-01', done: '2018-06-02' },
    { title: 'unplanned', done: '2018-05-30' },
    { title: 'dropped', due: '2018-06-01', dropped: '2018-06-02' },
  ],
});
const { catalog } = catalogOf([fax], {
  settings: { ...settings, ticketUrl: 'https://tickets.example.com/{id}', wipLimits: { accepted: 2 } },
  people: [{ handle: 'ana', name: 'Ana Ribeiro', team: 'Order Desk' }],
  systems: [
    { id: 'fax', name: 'Fax gateway', team: 'platform', description: null, dependsOn: [] },
    { id: 'orders', name: 'Orders', team: null, description: null, dependsOn: [] },
  ],
});
const pageOn = (today: string, history?: History) =>
  backlogPage(indexCatalog(catalog, { today, basePath: '/kb/', ...(history ? { history } : {}) }));
const page = pageOn('2018-06-10');

test('shows overdue ones first, then by their dates, then what has ended, the latest first', () => {
  expect(page.rows.map(({ group, title }) => `${group}: ${title}`)).toEqual([
    'overdue: latest of all',
    'overdue: late',
    'open: later',
    'open: undated',
    'closed: missed',
    'closed: met',
    'closed: unplanned',
    'dropped: dropped',
  ]);
});

test('counts, overdue ones among the open', () => {
  expect(page.counts).toEqual({ open: 4, overdue: 2, closed: 3, dropped: 1 });
});

test('one of the two closed ones that had a due date met it', () => {
  expect(page.datesMet).toEqual({ met: 1, of: 2 });
});

test('tells all that is known of one', () => {
  expect(page.rows[1]).toEqual({
    title: 'late',
    url: '/kb/postmortems/2018/fax/#late',
    state: 'new',
    question: 'detect',
    severity: { level: 1, name: 'Down' },
    owner: { key: 'ana', name: 'Ana Ribeiro', url: '/kb/people/ana/' },
    team: { key: 'order-desk', name: 'Order Desk', url: '/kb/teams/order-desk/' },
    systems: [
      { key: 'fax', name: 'Fax gateway', url: '/kb/systems/fax/' },
      { key: 'orders', name: 'Orders', url: '/kb/systems/orders/' },
    ],
    tags: ['vendor'],
    due: '2018-06-09',
    done: null,
    dropped: null,
    writtenOn: '2018-05-11',
    ticket: 'OPS-1',
    ticketUrl: 'https://tickets.example.com/OPS-1',
    postmortem: { title: 'Fax', url: '/kb/postmortems/2018/fax/', year: '2018' },
    moves: null,
    group: 'overdue',
    standing: { kind: 'late', days: 1 },
    // 11 May to 10 June: 20 days of May and 10 of June.
    age: 30,
  });
});

test('one that nobody owns is the team’s of its first system that has one', () => {
  expect(page.rows[2]).toMatchObject({ owner: null, team: { name: 'platform' } });
});

describe('what the page hands to its script', () => {
  test('is every row again, with the titles of the table', () => {
    const facts = page.rows.map(
      ({ url: _, ticketUrl: __, group: ___, standing: ____, age: _____, ...row }) => row,
    );
    expect(
      unpackBacklog(
        JSON.parse(JSON.stringify(page.packed)),
        page.rows.map(({ title }) => title),
      ),
    ).toEqual(facts);
  });

  test('names the day it was built and the limits', () => {
    expect(page.packed).toMatchObject({ builtOn: '2018-06-10', limits: { accepted: 2 } });
  });
});

test('says how often and how far a date was moved, where the repository remembers', () => {
  const due = { times: 3, days: 94, since: '2018-05-11' };
  const remembered = pageOn('2018-06-10', {
    coverage: { kind: 'whole' },
    improvements: new Map([['2018/fax#later', { appearedOn: '2018-05-11', moves: [], due, handovers: 0 }]]),
  });
  expect(remembered.rows.map(({ title, moves }) => [title, moves?.times, moves?.days]).slice(1, 3)).toEqual([
    ['late', undefined, undefined],
    ['later', 3, 94],
  ]);
  expect([page.hasMoves, remembered.hasMoves]).toEqual([false, true]);
});

test('an empty knowledge base has an empty backlog', () => {
  expect(
    backlogPage(indexCatalog(catalogOf([]).catalog, { today: '2018-06-10', basePath: '/' })),
  ).toMatchObject({
    rows: [],
    counts: { open: 0, overdue: 0, closed: 0, dropped: 0 },
    datesMet: { met: 0, of: 0 },
    hasMoves: false,
  });
});

import { expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { peoplePage } from '../../../src/core/page/people-page.ts';
import { personPage } from '../../../src/core/page/person-page.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { plainRendering as rendering } from '../../support/plain-rendering.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

const people = [
  { handle: 'ana', name: 'Ana Ribeiro', team: 'orders' },
  { handle: 'mei', name: 'Mei Tanaka', team: 'platform' },
];

const indexOf = (postmortems: Postmortem[]) =>
  indexCatalog(catalogOf(postmortems, { people }).catalog, { today: '2018-06-10', basePath: '/kb/' });

const owner = 'ana';
const mixed = postmortemOf({
  id: 'fax',
  improvements: [
    { title: 'done in May', owner, done: '2018-05-20' },
    { title: 'undated', owner },
    { title: 'due soon', owner, due: '2018-06-12' },
    { title: 'due in May', owner, due: '2018-05-20' },
    { title: 'due in April', owner, due: '2018-04-20' },
    { title: 'done in June', owner, done: '2018-06-02' },
    { title: 'given up', owner, dropped: '2018-06-02' },
    { title: 'of Mei', owner: 'mei', due: '2018-05-01' },
    { title: 'of nobody', due: '2018-05-01' },
  ],
});

test('a person has what is late, open, done and dropped of their own, each once', () => {
  const page = personPage(indexOf([mixed]), 'ana', rendering);
  const titles = (rows: typeof page.open.shown) => rows.map(({ title }) => title);
  expect(titles(page.late.shown)).toEqual(['due in April', 'due in May']);
  expect(titles(page.open.shown)).toEqual(['due soon', 'undated']);
  expect(titles(page.done.shown)).toEqual(['done in June', 'done in May']);
  expect(titles(page.dropped.shown)).toEqual(['given up']);
});

test('a person has a name, a team and a calendar', () => {
  expect(personPage(indexOf([]), 'ana', rendering)).toMatchObject({
    person: { handle: 'ana', name: 'Ana Ribeiro', url: '/kb/people/ana/' },
    team: { text: 'orders', url: '/kb/teams/orders/' },
    calendarUrl: '/kb/people/ana/backlog.ics',
    backlogUrl: '/kb/backlog/?owner=ana',
  });
});

test('somebody of whom only a handle is known has a page as well', () => {
  expect(personPage(indexOf([mixed]), 'jürgen', rendering)).toMatchObject({
    person: { handle: 'jürgen', name: 'jürgen', url: '/kb/people/j%C3%BCrgen/' },
    team: null,
    late: { shown: [], more: 0 },
    open: { shown: [], more: 0 },
    backlogUrl: '/kb/backlog/?owner=j%C3%BCrgen',
  });
});

test('a person has the next actions of open incidents that are theirs and not ticked off', () => {
  const place = { line: 1, column: 1 };
  const action = (text: string, part: { owner?: string; done?: boolean }) => ({
    place,
    text,
    phrasing: [],
    blocks: [],
    done: false,
    owner: null,
    ownerPlace: null,
    ...part,
  });
  const nextActions = [
    action('Call the provider', { owner }),
    action('Call the bank', { owner, done: true }),
    action('Tell support', { owner: 'mei' }),
    action('Look at the queue', {}),
  ];
  const index = indexOf([
    { ...postmortemOf({ id: 'now', title: 'Burns', status: 'open' }), nextActions },
    { ...postmortemOf({ id: 'over', status: 'resolved' }), nextActions },
  ]);
  expect(personPage(index, 'ana', rendering).nextActions).toEqual([
    {
      text: 'Call the provider',
      url: '/kb/postmortems/now/#next-actions',
      postmortem: { text: 'Burns', url: '/kb/postmortems/now/' },
    },
  ]);
});

test('a person has the meetings that they facilitated, newest first', () => {
  const index = indexOf([
    postmortemOf({ id: 'old', date: '2017-01-01', facilitator: 'ana' }),
    postmortemOf({ id: 'new', date: '2018-01-01', facilitator: 'ana' }),
    postmortemOf({ id: 'of-mei', date: '2018-02-01', facilitator: 'mei' }),
  ]);
  expect(personPage(index, 'ana', rendering).facilitated.shown.map(({ id }) => id)).toEqual(['new', 'old']);
});

test('people stand by team and name, never by how much they have; without a team comes last', () => {
  const { groups } = peoplePage(indexOf([mixed]), ['zoe', 'mei', 'ana', 'kim']);
  expect(
    groups.map(({ team, people }) => [
      team?.text ?? null,
      people.map(({ person, open, late }) => [person.name, open, late]),
    ]),
  ).toEqual([
    // Two of Ana's four open ones were due before 10 June.
    ['orders', [['Ana Ribeiro', 4, 2]]],
    ['platform', [['Mei Tanaka', 1, 1]]],
    [
      null,
      [
        ['kim', 0, 0],
        ['zoe', 0, 0],
      ],
    ],
  ]);
});

test('what was done long ago is counted, and the backlog has it', () => {
  const improvements = Array.from({ length: 25 }, (_, n) => ({
    anchor: `n${n}`,
    title: `No ${n}`,
    owner: 'ana',
    done: `2018-03-${String(n + 1).padStart(2, '0')}`,
    state: 'closed' as const,
  }));
  const { done } = personPage(indexOf([postmortemOf({ id: 'fax', improvements })]), 'ana', rendering);
  expect([done.shown.length, done.shown[0]?.title, done.more]).toEqual([20, 'No 24', 5]);
});

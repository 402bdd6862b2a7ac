import { describe, expect, test } from 'vitest';
import type { System } from '../../../src/core/catalog/catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import type { OnDuty } from '../../../src/core/on-duty/on-duty.ts';
import { homePage } from '../../../src/core/page/home-page.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { catalogOf, guideOf, postmortemOf } from '../../support/sample-catalog.ts';
import { timelineOf } from '../timeline/timeline-of.ts';

const system = (id: string, team: string | null): System => ({
  id,
  name: id.toUpperCase(),
  team,
  description: null,
  dependsOn: [],
});

function home(postmortems: Postmortem[], onDuty: OnDuty | null = null) {
  const { catalog } = catalogOf(postmortems, {
    onDuty,
    systems: [system('fax', 'orders'), system('invoices', null)],
    people: [
      { handle: 'zoe', name: 'Abigail Zola', team: null },
      { handle: 'ana', name: 'Ana Ribeiro', team: null },
    ],
    handbook: [guideOf('blameless', { description: 'How we talk' }), guideOf('index', { order: 0 })],
  });
  return homePage(indexCatalog(catalog, { today: '2018-06-10', basePath: '/kb/' }));
}

const fax = (part: Partial<Parameters<typeof postmortemOf>[0]> = {}): Postmortem =>
  postmortemOf({ id: '2018/fax', title: 'Fax', date: '2018-05-04', systems: ['fax'], ...part });

describe('the home page', () => {
  test('shows what burns, and what happened lately', () => {
    const page = home([
      postmortemOf({ id: 'a', status: 'open', date: '2018-06-09' }),
      postmortemOf({ id: 'b', date: '2018-06-01' }),
      postmortemOf({ id: 'c', status: 'resolved', date: '2018-06-08' }),
    ]);
    expect(page.openIncidents.map(({ id }) => id)).toEqual(['a']);
    expect(page.latest.map(({ id }) => id)).toEqual(['c', 'b']);
  });

  test('says who is on duty that day, where a file says it', () => {
    const rotation = { startsOn: '2018-06-04', days: 7, order: ['ana', 'zoe'] };
    expect(home([], { rotation, shifts: [] }).onDuty).toMatchObject({
      url: '/kb/on-duty/',
      shift: { from: '2018-06-04', to: '2018-06-10', superhero: { name: 'Ana Ribeiro' } },
    });
    expect(home([]).onDuty).toBeNull();
  });

  test('tells of what is late whose it is, for how many days and where it came from', () => {
    const { week } = home([
      fax({ improvements: [{ title: 'Watch it', due: '2018-05-29', owner: 'ana', state: 'accepted' }] }),
    ]);
    // Two days are left of May after the 29th, and ten of June.
    expect(week.late).toEqual({
      rows: [
        {
          title: 'Watch it',
          url: '/kb/postmortems/2018/fax/#watch-it',
          state: 'accepted',
          owner: { handle: 'ana', name: 'Ana Ribeiro', url: '/kb/people/ana/' },
          postmortem: { text: 'Fax', url: '/kb/postmortems/2018/fax/' },
          on: '2018-05-29',
          days: -12,
        },
      ],
      count: 1,
      url: '/kb/backlog/?state=overdue',
    });
  });

  test('lists each thing for its own day', () => {
    const { week } = home([
      fax({
        reviewedOn: '2018-06-05',
        improvements: [
          { title: 'soon', due: '2018-06-14' },
          { title: 'done', due: '2018-06-14', done: '2018-06-06' },
          { title: 'dropped', due: '2018-06-14', dropped: '2018-06-07' },
        ],
      }),
    ]);
    const days = ({ rows }: typeof week.late) => rows.map(({ title, on, days }) => [title, on, days]);
    expect(days(week.dueSoon)).toEqual([['soon', '2018-06-14', 4]]);
    expect(days(week.done)).toEqual([['done', '2018-06-06', -4]]);
    expect(days(week.dropped)).toEqual([['dropped', '2018-06-07', -3]]);
    expect(days(week.written)).toEqual([
      ['soon', '2018-06-05', -5],
      ['done', '2018-06-05', -5],
      ['dropped', '2018-06-05', -5],
    ]);
  });

  test('shows the first ten of what is late, three of what is done, and counts all', () => {
    const { week } = home([
      fax({ improvements: [...'abcdefghijk'].map((title) => ({ title, due: '2018-06-01' })) }),
      fax({ id: 'b', improvements: [...'4567'].map((day) => ({ title: day, done: `2018-06-0${day}` })) }),
    ]);
    expect(week.late.rows.map(({ title }) => title)).toEqual([...'abcdefghij']);
    expect(week.late.count).toBe(11);
    expect(week.done.rows.map(({ title }) => title)).toEqual(['7', '6', '5']);
    expect(week.done.count).toBe(4);
  });

  const long = { title: 'a', due: '2019-01-01' };
  test.each<[string, boolean, Partial<Parameters<typeof postmortemOf>[0]>]>([
    ['nothing but what has time', true, { improvements: [long] }],
    ['something late', false, { improvements: [{ ...long, due: '2018-06-01' }] }],
    ['something due soon', false, { improvements: [{ ...long, due: '2018-06-11' }] }],
    ['something new', false, { reviewedOn: '2018-06-09', improvements: [long] }],
    ['something done', false, { improvements: [{ ...long, done: '2018-06-09' }] }],
    ['something dropped', false, { improvements: [{ ...long, dropped: '2018-06-09' }] }],
    ['a meeting to hold', false, { status: 'resolved' }],
    ['a fire', false, { status: 'open' }],
  ])('a week with %s: quiet is %s', (_, quiet, part) => {
    expect(home([fax(part)]).week.quiet).toBe(quiet);
  });

  test('names the owners of what is late by their names, not by how much it is, and nobody last', () => {
    const due = '2018-06-01';
    const { week } = home([
      fax({
        improvements: [
          { title: '1', due },
          { title: '2', due, owner: 'ana' },
          { title: '3', due, owner: 'ana' },
          { title: '4', due, owner: 'zoe' },
          { title: '5', due, owner: 'kim', done: '2018-06-02' },
        ],
      }),
    ]);
    expect(week.lateByOwner.map(({ owner, url, count }) => [owner?.name ?? null, url, count])).toEqual([
      ['Abigail Zola', '/kb/people/zoe/', 1],
      ['Ana Ribeiro', '/kb/people/ana/', 2],
      [null, '/kb/backlog/?state=overdue&owner=-', 1],
    ]);
  });

  test('counts the postmortems and their improvements', () => {
    const improvements = [
      { title: '1' },
      { title: '2', done: '2018-06-01' },
      { title: '3', dropped: '2018-06-01' },
    ];
    const elsewhere = postmortemOf({ id: 'a', systems: [], tags: ['elsewhere'] });
    expect(home([fax({ improvements }), elsewhere]).counts).toEqual({
      postmortems: 2,
      elsewhere: 1,
      openImprovements: 1,
      closedImprovements: 1,
    });
  });

  test('asks for the postmortems that are due, of the team that runs the first system with one', () => {
    const page = home([
      fax({
        status: 'resolved',
        systems: ['invoices', 'fax'],
        timeline: timelineOf('- 2018-06-08 08:00 **started** Down\n- 09:00 **resolved** Up'),
      }),
    ]);
    // 8 June and seven days is the 15th, in five.
    expect(page.postmortemsDue).toMatchObject([
      {
        postmortem: { id: '2018/fax' },
        team: { text: 'orders', url: '/kb/teams/orders/' },
        days: 7,
        dueOn: '2018-06-15',
        daysLeft: 5,
      },
    ]);
  });

  test('looks beyond the week: at what recurs, and at how the year goes', () => {
    const page = home([
      fax({ tags: ['vendor'], improvements: [{ title: 'Two providers', due: '2018-09-01' }] }),
      fax({ id: 'again', date: '2018-06-01', tags: ['vendor'] }),
    ]);
    expect(page.beyond.recurring.named).toEqual([]);
    expect(page.beyond.recurring.groups).toMatchObject([
      {
        url: expect.stringMatching(/^\/kb\/recurring\/#./),
        systems: [{ text: 'FAX' }],
        tags: [{ text: 'vendor' }],
        incidents: 2,
        lastOn: '2018-06-01',
        stillOpen: 1,
      },
    ]);
    expect(page.beyond.metrics.yearSoFar.comparisons).not.toEqual([]);
  });

  test('says where to start, and why', () => {
    const page = home([
      fax({ risks: { Queues: ['invoices'] }, severity: 2 }),
      postmortemOf({ id: 'linked', date: '2018-02-01', severity: 2 }),
      postmortemOf({ id: 'a', date: '2018-05-10', systems: ['invoices'], linksTo: ['./linked.mdx'] }),
      postmortemOf({ id: 'b', date: '2018-05-20', systems: ['invoices'], linksTo: ['./linked.mdx'] }),
    ]);
    expect(page.startHere.map(({ postmortem, why }) => [postmortem.id, why])).toEqual([
      ['2018/fax', '2 later incidents hit systems that it had named as risks.'],
      ['linked', '2 other postmortems link to it.'],
      ['b', 'The latest one of severity 1.'],
    ]);
  });

  test('leads to the handbook', () => {
    expect(home([]).handbook).toEqual({
      shown: [
        { text: 'Guide index', url: '/kb/handbook/' },
        { text: 'Guide blameless', url: '/kb/handbook/blameless/' },
      ],
      more: 0,
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { System } from '../../../src/core/catalog/catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { teamsPage } from '../../../src/core/page/people-page.ts';
import { teamPage } from '../../../src/core/page/team-page.ts';
import type { TeamPage } from '../../../src/core/page/week-model.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { plainRendering as rendering } from '../../support/plain-rendering.ts';
import { catalogOf, settings as defaults, postmortemOf } from '../../support/sample-catalog.ts';
import { timelineOf } from '../timeline/timeline-of.ts';

const system = (id: string, team: string | null): System => ({
  id,
  name: id.toUpperCase(),
  team,
  description: null,
  dependsOn: [],
});

const indexOf = (postmortems: Postmortem[]) =>
  indexCatalog(
    catalogOf(postmortems, {
      people: [
        { handle: 'ana', name: 'Ana Ribeiro', team: 'Order Desk' },
        { handle: 'mei', name: 'Mei Tanaka', team: 'platform' },
      ],
      systems: [
        system('fax', 'Order Desk'),
        system('orders', 'Order Desk'),
        system('dns', 'platform'),
        system('wiki', null),
      ],
      settings: { ...defaults, teamHours: { 'Order Desk': 200 } },
    }).catalog,
    { today: '2018-06-10', basePath: '/kb/' },
  );

function pageOf(name: string, postmortems: Postmortem[]): TeamPage {
  const index = indexOf(postmortems);
  const team = index.teams.get(name);
  if (team === undefined) throw new Error(`no team ${name}`);
  return teamPage(index, team, rendering);
}

describe('a team', () => {
  test('has its people, systems, hours and calendar', () => {
    expect(pageOf('Order Desk', [])).toMatchObject({
      slug: 'order-desk',
      name: 'Order Desk',
      hours: 200,
      people: [{ name: 'Ana Ribeiro', url: '/kb/people/ana/' }],
      systems: [{ text: 'FAX', url: '/kb/systems/fax/' }, { text: 'ORDERS' }],
      calendarUrl: '/kb/teams/order-desk/backlog.ics',
      backlogUrl: '/kb/backlog/?team=order-desk',
    });
    expect(pageOf('platform', []).hours).toBeNull();
  });

  test('has the improvements of its people, and the unowned ones of its systems', () => {
    const page = pageOf('Order Desk', [
      postmortemOf({
        id: 'a',
        systems: ['dns'],
        improvements: [
          { title: 'of Ana', owner: 'ana', due: '2018-06-01' },
          { title: 'of nobody, on another team’s system', due: '2018-06-01' },
        ],
      }),
      postmortemOf({
        id: 'b',
        systems: ['fax'],
        improvements: [
          { title: 'of Mei', owner: 'mei', due: '2018-06-01' },
          { title: 'of nobody', due: '2018-06-20' },
        ],
      }),
    ]);
    expect(page.late.shown.map(({ title }) => title)).toEqual(['of Ana']);
    expect(page.open.shown.map(({ title }) => title)).toEqual(['of nobody']);
  });

  test('has what was done and dropped in the last ninety days', () => {
    const owner = 'ana';
    const page = pageOf('Order Desk', [
      postmortemOf({
        id: 'a',
        improvements: [
          { title: 'done on 12 March', owner, done: '2018-03-12' },
          { title: 'done on 11 March', owner, done: '2018-03-11' },
          { title: 'done in June', owner, done: '2018-06-01' },
          { title: 'dropped on 12 March', owner, dropped: '2018-03-12' },
          { title: 'dropped on 11 March', owner, dropped: '2018-03-11' },
        ],
      }),
    ]);
    // Back from 10 June: ten days to the end of May, 31 of May, 30 of April and 19 of March's 31.
    expect(page.since).toBe('2018-03-12');
    expect(page.done.shown.map(({ title }) => title)).toEqual(['done in June', 'done on 12 March']);
    expect(page.dropped.shown.map(({ title }) => title)).toEqual(['dropped on 12 March']);
  });

  test('has the incidents of its systems, and the risks to them, each once, as the register has them', () => {
    const page = pageOf('Order Desk', [
      postmortemOf({
        id: 'old',
        date: '2018-01-01',
        systems: ['dns'],
        risks: { 'Both at once': ['fax', 'dns', 'orders'] },
      }),
      postmortemOf({
        id: 'new',
        date: '2018-02-01',
        systems: ['fax', 'orders'],
        risks: { Paper: ['orders'], Names: ['dns'] },
      }),
    ]);
    expect(page.incidents).toMatchObject({ shown: [{ id: 'new' }], more: 0 });
    expect(
      page.risks.map(({ text, from, systems, cameTrue }) => [
        text,
        from.url,
        systems.map(({ text }) => text),
        cameTrue.shown.length,
      ]),
    ).toEqual([
      ['Both at once', '/kb/postmortems/old/#idea-both-at-once', ['FAX', 'ORDERS'], 1],
      ['Paper', '/kb/postmortems/new/#idea-paper', ['ORDERS'], 0],
    ]);
  });

  test('has the postmortems due of which its system is the first with a team', () => {
    const due = (id: string, systems: string[]): Postmortem =>
      postmortemOf({
        id,
        systems,
        status: 'resolved',
        timeline: timelineOf('- 2018-06-01 08:00 **started** Down\n- 09:00 **resolved** Up'),
      });
    const page = pageOf('Order Desk', [due('first', ['wiki', 'fax', 'dns']), due('second', ['dns', 'fax'])]);
    // 1 June and the seven days of severity 1 is 8 June, two days ago.
    expect(page.postmortemsDue.map(({ postmortem, daysLeft }) => [postmortem.id, daysLeft])).toEqual([
      ['first', -2],
    ]);
  });
});

test('the teams stand by name, with what they run and what is open', () => {
  const { teams } = teamsPage(
    indexOf([
      postmortemOf({
        id: 'a',
        systems: ['fax'],
        improvements: [
          { title: '1', owner: 'mei', due: '2018-06-01' },
          { title: '2', owner: 'mei' },
          { title: '3', owner: 'mei', done: '2018-06-01' },
        ],
      }),
    ]),
  );
  expect(teams).toMatchObject([
    { team: { text: 'Order Desk', url: '/kb/teams/order-desk/' }, people: 1, open: 0, late: 0 },
    {
      team: { text: 'platform', url: '/kb/teams/platform/' },
      people: 1,
      systems: [{ text: 'DNS' }],
      open: 2,
      late: 1,
    },
  ]);
});

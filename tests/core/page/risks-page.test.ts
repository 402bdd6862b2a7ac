import { describe, expect, test } from 'vitest';
import type { System } from '../../../src/core/catalog/catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { risksPage } from '../../../src/core/page/risks-page.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { plainRendering } from '../../support/plain-rendering.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

const system = (id: string, team: string | null): System => ({
  id,
  name: id.toUpperCase(),
  team,
  description: null,
  dependsOn: [],
});
const systems = [
  system('fax', 'orders'),
  system('mail', 'platform'),
  system('dns', 'platform'),
  system('bus', null),
];

function pageOf(postmortems: Postmortem[]) {
  const { catalog } = catalogOf(postmortems, { systems });
  return risksPage(indexCatalog(catalog, { today: '2020-01-01', basePath: '/kb/' }), plainRendering);
}

const hit = (id: string, date: string) => postmortemOf({ id, title: id, date, systems: ['mail'] });
const meeting = (improvements: Parameters<typeof postmortemOf>[0]['improvements'] = []) =>
  postmortemOf({
    id: '2018/fax',
    date: '2018-05-04',
    reviewedOn: '2018-05-11',
    risks: { 'Queues nobody watches': ['mail', 'dns'] },
    improvements,
  });

describe('a risk in the register', () => {
  test('says where it stands, whom it threatens and what was hit since', () => {
    const [group] = pageOf([meeting(), hit('one', '2018-06-01'), hit('two', '2019-06-01')]).groups;
    expect(group?.state).toBe('hit');
    expect(group?.risks).toMatchObject([
      {
        anchor: '2018/fax/idea-queues-nobody-watches',
        url: '/kb/postmortems/2018/fax/#idea-queues-nobody-watches',
        systems: [{ text: 'MAIL' }, { text: 'DNS' }],
        // Both systems are of one team, told once.
        teams: [{ text: 'platform', url: '/kb/teams/platform/' }],
        writtenOn: '2018-05-11',
        hit: [{ text: 'MAIL' }],
        times: 2,
        named: 0,
        work: 'untouched',
        takenOn: 0,
        incidents: {
          // The latest first; 11 May to 1 June 2018 is 20 days left of May and one, a year later 365 more.
          shown: [
            { postmortem: { id: 'two' }, daysLater: 386, open: 0 },
            { postmortem: { id: 'one' }, daysLater: 21 },
          ],
          more: 0,
        },
      },
    ]);
  });

  test('tells of the three latest incidents and counts the others', () => {
    const days = ['2018-06-01', '2018-07-01', '2018-08-01', '2018-09-01', '2018-10-01'];
    const [risk] = pageOf([meeting(), ...days.map((day) => hit(day, day))]).groups[0]?.risks ?? [];
    expect(risk?.incidents.shown.map(({ postmortem }) => postmortem.id)).toEqual([
      '2018-10-01',
      '2018-09-01',
      '2018-08-01',
    ]);
    expect(risk).toMatchObject({ times: 5, incidents: { more: 2 } });
  });

  test('counts what was open on the day of each incident; of the latest, says which and what became of it', () => {
    const [risk] =
      pageOf([
        meeting([
          { title: 'done before', done: '2018-05-31' },
          { title: 'done that day', done: '2018-06-01' },
          { title: 'done since', done: '2018-06-02' },
          { title: 'dropped since', dropped: '2018-07-01' },
          { title: 'open', due: '2018-05-20' },
        ]),
        hit('zero', '2018-05-30'),
        hit('one', '2018-06-01'),
      ]).groups[0]?.risks ?? [];
    expect(risk?.takenOn).toBe(5);
    // Two days before the latest incident, what was done since then was open as well.
    expect(risk?.incidents.shown.map(({ open }) => open)).toEqual([3, 5]);
    expect(risk?.stillOpen).toMatchObject({
      shown: [
        { title: 'open', due: '2018-05-20', ended: null },
        { title: 'done since', ended: { how: 'done', on: '2018-06-02' } },
        { title: 'dropped since', ended: { how: 'dropped', on: '2018-07-01' } },
      ],
      more: 0,
    });
  });

  test('has the improvements that its meeting took on under the same question', () => {
    const question = 'other-areas-of-risk' as const;
    const [risk] =
      pageOf([meeting([{ title: 'Detect' }, { title: 'Look around', question }])]).groups[0]?.risks ?? [];
    expect(risk?.improvements).toMatchObject({ shown: [{ title: 'Look around' }], more: 0 });
    expect(risk).toMatchObject({ done: 0, dropped: 0 });
    expect(risk).toMatchObject({ state: 'in-hand', work: 'in-hand', times: 0, hit: [] });
  });
});

describe('the improvements of a risk', () => {
  const question = 'other-areas-of-risk' as const;
  const mail = ['mail'];
  const improvements: Parameters<typeof meeting>[0] = [
    { title: 'For dns and fax', question, systems: ['fax', 'dns'] },
    { title: 'For fax', question, systems: ['fax'] },
    { title: 'Done', question, systems: mail, done: '2018-06-10' },
    { title: 'For mail', question, systems: mail, due: '2018-06-30' },
    { title: 'Shared', question },
    { title: 'Detect' },
  ];

  test('are its own, done ones too, and apart from these the open ones without a system', () => {
    const [risk] = pageOf([meeting(improvements)]).groups[0]?.risks ?? [];
    expect(risk?.own).toMatchObject({
      // In the order of the backlog: overdue, open, done.
      shown: [{ title: 'For mail' }, { title: 'For dns and fax' }, { title: 'Done' }],
      more: 0,
    });
    expect(risk?.improvements).toMatchObject({ shown: [{ title: 'Shared' }], more: 0 });
    expect(risk).toMatchObject({ done: 0, dropped: 0, takenOn: 6, ownTakenOn: 3 });
  });

  test('that were open on the day when it came true begin with its own', () => {
    const [risk] = pageOf([meeting(improvements), hit('one', '2018-06-01')]).groups[0]?.risks ?? [];
    // What is open to this day comes first; what was done on 10 June was open on the first.
    expect(risk?.ownStillOpen.shown.map(({ title }) => title)).toEqual([
      'For dns and fax',
      'For mail',
      'Done',
    ]);
    expect(risk?.stillOpen.shown.map(({ title }) => title)).toEqual(['Detect', 'For fax', 'Shared']);
    expect(risk?.incidents.shown).toMatchObject([{ open: 6 }]);
  });

  test('that it had and that ended before are counted, though none was open', () => {
    const [risk] =
      pageOf([
        meeting([{ title: 'Done', question, systems: mail, done: '2018-05-31' }]),
        hit('one', '2018-06-01'),
      ]).groups[0]?.risks ?? [];
    expect(risk).toMatchObject({ ownTakenOn: 1, ownStillOpen: { shown: [] }, stillOpen: { shown: [] } });
  });
});

test('a risk names the improvements that are open, and counts those that are not', () => {
  const question = 'other-areas-of-risk' as const;
  const improvements: Parameters<typeof meeting>[0] = [
    { title: 'Open', question },
    { title: 'One', question, done: '2018-06-01' },
    { title: 'Two', question, done: '2018-06-02' },
    { title: 'Not needed', question, dropped: '2018-06-03' },
  ];
  const [risk] = pageOf([meeting(improvements)]).groups[0]?.risks ?? [];
  expect(risk?.improvements.shown.map(({ title }) => title)).toEqual(['Open']);
  expect(risk).toMatchObject({ done: 2, dropped: 1 });
});

test('the register counts every state, and offers the systems and teams that risks name', () => {
  const page = pageOf([
    meeting(),
    postmortemOf({ id: 'a', date: '2019-01-01', risks: { 'No system': [], 'No team': ['bus'] } }),
  ]);
  expect(page.counts).toEqual({
    'came-true': 0,
    hit: 0,
    untouched: 2,
    'in-hand': 0,
    answered: 0,
    unnamed: 1,
  });
  expect(page.groups.map(({ state, risks }) => [state, risks.length])).toEqual([
    ['untouched', 2],
    ['unnamed', 1],
  ]);
  expect(page.systems.map(({ text }) => text)).toEqual(['MAIL', 'DNS', 'BUS']);
  expect(page.teams).toEqual(['platform']);
});

test('without a risk there is nothing', () => {
  expect(pageOf([hit('one', '2018-06-01')])).toMatchObject({ groups: [], systems: [], teams: [] });
});

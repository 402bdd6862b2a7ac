import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { CatalogParts } from '../../../src/core/catalog/build-catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { backlogCsv } from '../../../src/core/export/backlog-csv.ts';
import { backlogCsvRows } from '../../../src/core/export/backlog-rows.ts';
import type { Improvement } from '../../../src/core/improvement/improvement.ts';
import { catalogOf, postmortemOf, settings } from '../../support/sample-catalog.ts';

function linesOf(improvements: Partial<Improvement>[], siteUrl: string | null = 'https://kb.example') {
  const fax = postmortemOf({
    id: '2018/fax',
    title: 'Disappearing fax provider',
    date: '2018-05-04',
    reviewedOn: '2018-05-11',
    systems: ['fax-gateway', 'queues'],
    improvements,
  });
  const parts: Partial<CatalogParts> = {
    settings: { ...settings, ticketUrl: 'https://tickets.example/{id}' },
    people: [{ handle: 'sam', name: 'Sam Okafor', team: 'orders' }],
    systems: [
      { id: 'fax-gateway', name: 'Fax', team: 'platform', description: null, dependsOn: [] },
      { id: 'queues', name: 'Queues', team: null, description: null, dependsOn: [] },
    ],
  };
  const index = indexCatalog(catalogOf([fax], parts).catalog, { today: '2018-07-01', basePath: '/kb/' });
  const text = backlogCsv(backlogCsvRows(index, siteUrl));
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

test('a line has everything the backlog knows of an improvement', () => {
  expect(
    linesOf([
      { title: 'Mail a list', owner: 'sam', due: '2018-05-18', done: '2018-05-16', ticket: 'OPS-131' },
    ]),
  ).toEqual([
    {
      id: '2018/fax#mail-a-list',
      title: 'Mail a list',
      question: 'detect',
      state: 'closed',
      owner: 'sam',
      'owner name': 'Sam Okafor',
      team: 'orders',
      due: '2018-05-18',
      done: '2018-05-16',
      dropped: '',
      overdue: 'no',
      // From the meeting on 11 May to the end on 16 May.
      'age in days': '5',
      severity: '1',
      systems: 'fax-gateway, queues',
      ticket: 'OPS-131',
      'ticket url': 'https://tickets.example/OPS-131',
      postmortem: '2018/fax',
      'postmortem title': 'Disappearing fax provider',
      'postmortem date': '2018-05-04',
      url: 'https://kb.example/kb/postmortems/2018/fax/#mail-a-list',
    },
  ]);
});

test('what nobody knows is empty, and what nobody owns is the team’s whose system it hit', () => {
  expect(linesOf([{ title: 'Second provider' }])[0]).toMatchObject({
    owner: '',
    'owner name': '',
    team: 'platform',
    due: '',
    // From 11 May to 1 July: 20 days of May, 30 of June, 1 of July.
    'age in days': '51',
    ticket: '',
    'ticket url': '',
  });
});

test('someone whom people.yaml does not list goes by the handle', () => {
  expect(linesOf([{ owner: 'mei' }])[0]).toMatchObject({ owner: 'mei', 'owner name': 'mei' });
});

test('overdue ones stand first, then what is open, closed and dropped', () => {
  const lines = linesOf([
    { title: 'Dropped', dropped: '2018-06-12' },
    { title: 'Closed', done: '2018-06-12' },
    { title: 'Open' },
    { title: 'Late', due: '2018-06-30' },
  ]);
  expect(lines.map(({ title, overdue }) => `${title}: ${overdue}`)).toEqual([
    'Late: yes',
    'Open: no',
    'Closed: no',
    'Dropped: no',
  ]);
});

test('addresses begin at the root where the site knows no host', () => {
  expect(linesOf([{ title: 'Watch' }], null)[0]?.['url']).toBe('/kb/postmortems/2018/fax/#watch');
});

describe.each([
  ['a formula', '=HYPERLINK("https://bad.example";"click")', '\'=HYPERLINK("https://bad.example";"click")'],
  ['lines', 'first\nsecond', 'first\nsecond'],
  ['quotes and commas', 'say "no", twice', 'say "no", twice'],
  ['emoji', '🚒 ends 👩🏽‍🚒', '🚒 ends 👩🏽‍🚒'],
  ['text from right to left', 'תור ההזמנות', 'תור ההזמנות'],
  ['5,000 characters', 'long '.repeat(1000), 'long '.repeat(1000)],
])('%s', (_kind, title, expected) => {
  test('comes back from the title, with its neighbours in place', () => {
    expect(linesOf([{ title, anchor: 'x', owner: 'sam' }])[0]).toMatchObject({
      id: '2018/fax#x',
      title: expected,
      owner: 'sam',
    });
  });
});

import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { BacklogCsvRow } from '../../../src/core/export/backlog-csv.ts';
import { jiraCsv } from '../../../src/core/export/jira-csv.ts';

const row = (part: Partial<BacklogCsvRow>): BacklogCsvRow => ({
  id: 'fax#watch',
  title: 'Watch the queue',
  question: 'quick-fix',
  state: 'new',
  owner: 'sam',
  ownerName: 'Sam Okafor',
  team: null,
  due: '2018-06-30',
  done: null,
  dropped: null,
  overdue: false,
  ageInDays: null,
  severity: 1,
  systems: ['fax-gateway'],
  ticket: null,
  ticketUrl: null,
  postmortem: { id: 'fax', title: 'Fax', date: null },
  url: 'https://kb.example/postmortems/fax/#watch',
  ...part,
});
const linesOf = (rows: BacklogCsvRow[]): string[][] =>
  Papa.parse<string[]>(jiraCsv(rows), { skipEmptyLines: true }).data;

test('has what is open and has no ticket, under the names Jira has for its fields', () => {
  expect(
    linesOf([
      row({}),
      row({ title: 'Done', state: 'closed', done: '2018-06-01' }),
      row({ title: 'Given up', state: 'dropped', dropped: '2018-06-01' }),
      row({ title: 'In Jira already', ticket: 'OPS-1' }),
      row({ title: 'Nobody’s', owner: null, ownerName: null, due: null, systems: ['fax gateway', 'queues'] }),
    ]),
  ).toEqual([
    ['Summary', 'Issue Type', 'Due Date', 'Assignee', 'Description', ...Array(5).fill('Labels')],
    [
      'Watch the queue',
      'Task',
      '2018-06-30',
      'sam',
      'Quick fix, from the postmortem “Fax”, severity 1\nOwner: Sam Okafor\nhttps://kb.example/postmortems/fax/#watch',
      ...['postmortem', 'quick-fix', 'severity-1', 'fax-gateway', ''],
    ],
    [
      'Nobody’s',
      'Task',
      '',
      '',
      'Quick fix, from the postmortem “Fax”, severity 1\nOwner: no owner yet\nhttps://kb.example/postmortems/fax/#watch',
      // "fax gateway" would be two labels.
      ...['postmortem', 'quick-fix', 'severity-1', 'fax-gateway', 'queues'],
    ],
  ]);
});

test('begins with Summary itself, and is only its heading where everything has a ticket', () => {
  expect(jiraCsv([row({ ticket: 'OPS-1' })])).toBe('Summary,Issue Type,Due Date,Assignee,Description\r\n');
});

test.each([
  ['first\nsecond', 'first second'],
  ['long '.repeat(1000).trim(), expect.stringMatching(/^long .{1,200}…$/)],
])('a summary is one short line, and the description has the whole', (title, summary) => {
  const [, line] = linesOf([row({ title })]);
  expect(line?.[0]).toEqual(summary);
  expect(line?.[4]?.startsWith(`${title}\n`)).toBe(true);
});

test('a summary is no formula', () => {
  expect(linesOf([row({ title: '=1+1' })])[1]?.[0]).toBe("'=1+1");
});

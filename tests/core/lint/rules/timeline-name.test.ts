import { expect, test } from 'vitest';
import type { Person } from '../../../../src/core/catalog/catalog.ts';
import { readDocument } from '../../../../src/core/document/read-document.ts';
import { lint } from '../../../../src/core/lint/lint.ts';
import { readPostmortem } from '../../../../src/core/postmortem/read-postmortem.ts';
import { settings } from '../../../support/sample-catalog.ts';

const people: Person[] = [
  { handle: 'ana', name: 'Ana Ribeiro', team: 'orders' },
  { handle: 'will', name: 'Will Grant', team: null },
  { handle: 'jörg', name: 'Jörg Weiß', team: 'payments' },
];

function found(entry: string, { status = 'reviewed', known = people as Person[] | null } = {}): string[] {
  const text = `---\ntitle: T\nstatus: ${status}\nseverity: 1\nreviewedOn: 2018-05-11\n---\n\n## Summary\n\nThanks to Ana.\n\n## Timeline\n\n- 2018-05-04 02:10 **started** ${entry}\n`;
  const { postmortem } = readPostmortem({
    id: 'a',
    file: 'a.mdx',
    document: readDocument(text),
    settings,
    systemIds: null,
    handles: null,
  });
  if (postmortem === null) throw new Error('The front matter can’t be used.');
  return lint(postmortem, { settings, people: known, systems: [] })
    .filter(({ rule }) => rule === 'timeline-name')
    .map(({ place, message, hint }) => `${place.column} ${message.split('"')[1]}: ${hint}`);
}

test.each([
  ['Ana restarts it.', '32 Ana: Write the role, for example: on-duty, or: somebody from orders.'],
  ['It was Ana’s turn.', '39 Ana: Write the role, for example: on-duty, or: somebody from orders.'],
  ['@ana restarts it.', '32 @ana: Write the role, for example: on-duty, or: somebody from orders.'],
  ['We ask Ana Ribeiro.', '39 Ana Ribeiro: Write the role, for example: on-duty, or: somebody from orders.'],
  ['We ask Will Grant.', '39 Will Grant: Write the role, for example: on-duty.'],
  ['@will is asked.', '32 @will: Write the role, for example: on-duty.'],
  ['Jörg looks.', '32 Jörg: Write the role, for example: on-duty, or: somebody from payments.'],
])('%s', (entry, expected) => {
  expect(found(entry)).toEqual([expected]);
});

test.each([
  'Will it come back? Will asks nobody.',
  'The anagram, Anabel, banana and ANA are no names.',
  'The office in Santa Ana is dark.',
  'Ana Torres of the provider answers.',
  'The log says `login by Ana`.',
  'The mail begins "Dear Ana", as always.',
  'Mail to ana@harbour.example bounces.',
  'On-duty restarts it.',
])('not in: %s', (entry) => {
  expect(found(entry)).toEqual([]);
});

test('nobody is looked for before the meeting, or where no people are listed', () => {
  expect(found('Ana restarts it.', { status: 'resolved' })).toEqual([]);
  expect(found('Ana restarts it.', { known: null })).toEqual([]);
  expect(found('Ana restarts it.', { known: [] })).toEqual([]);
});

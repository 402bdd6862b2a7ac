import { expect, test } from 'vitest';
import { readPeople } from '../../../src/core/catalog/people.ts';

const said = (text: string): string[] =>
  readPeople(text).problems.map(
    ({ place, rule, message, hint }) => `${place.line}:${place.column} ${rule} ${message} → ${hint}`,
  );

test('people are read', () => {
  expect(
    readPeople('- { handle: ana, name: Ana Ribeiro, team: orders }\n- { handle: jörg.b, name: Jörg }\n'),
  ).toEqual({
    problems: [],
    value: [
      { handle: 'ana', name: 'Ana Ribeiro', team: 'orders' },
      { handle: 'jörg.b', name: 'Jörg', team: null },
    ],
  });
});

test('no file is not an empty file', () => {
  expect(readPeople(null)).toEqual({ value: null, problems: [] });
  expect(readPeople('')).toEqual({ value: [], problems: [] });
});

test.each<[text: string, complaint: string]>([
  [
    '- { handle: "@ana", name: A }',
    '1:13 people-value handle is a single word without @; found "@ana". → Write handle: ana',
  ],
  [
    '- { handle: Ana Ribeiro, name: A }',
    '1:13 people-value handle is a single word without @; found "Ana Ribeiro". → Write handle: ana-ribeiro',
  ],
  ['- { handle: ana, naem: A, name: B }', '1:18 people-key A person has no key naem. → Did you mean name?'],
  ['- { handle: ana, name: "" }', '1:24 people-value name is empty. → Write name: Ana Ribeiro'],
  [
    '- { handle: ana, name: A }\n- { handle: ana, name: B }',
    '2:13 people-duplicate The handle ana stands here a second time; the first is on line 1. → Give it a handle of its own, or make one entry of the two.',
  ],
  [
    '- { handle: ana, name: A }\n- { handle: Ana, name: B }',
    '2:13 people-duplicate The handle Ana and ana on line 1 would share one page on many disks. → Give it a handle of its own, or make one entry of the two.',
  ],
  [
    `- { handle: ${'a'.repeat(61)}, name: A }`,
    `1:13 people-value handle has at most 60 letters, so that a page can be named after it; found "${'a'.repeat(56)}…. → Write handle: ana`,
  ],
  [
    'ana: Ana',
    '1:1 people-value people.yaml is a list; found keys of its own. → Begin each entry with a hyphen: - { handle: ana, name: Ana Ribeiro }',
  ],
])('%j is told', (text, complaint) => {
  expect(said(text)).toEqual([complaint]);
});

import { expect, test } from 'vitest';
import { readSystems } from '../../../src/core/catalog/systems.ts';

const said = (text: string): string[] =>
  readSystems(text).problems.map(
    ({ place, rule, message, hint }) => `${place.line}:${place.column} ${rule} ${message} → ${hint}`,
  );

test('systems are read, cycles too', () => {
  expect(
    readSystems(
      '- id: a\n  name: A\n  team: t\n  description: d\n  dependsOn: [b]\n- { id: b, name: B, dependsOn: [a] }\n- { id: c, name: C, team: }\n',
    ),
  ).toEqual({
    problems: [],
    value: [
      { id: 'a', name: 'A', team: 't', description: 'd', dependsOn: ['b'] },
      { id: 'b', name: 'B', team: null, description: null, dependsOn: ['a'] },
      { id: 'c', name: 'C', team: null, description: null, dependsOn: [] },
    ],
  });
});

test.each([null, '', '# none', '[]'])('from %j there are none', (text) => {
  expect(readSystems(text)).toEqual({ value: [], problems: [] });
});

test.each<[text: string, complaint: string]>([
  [
    `- { id: ${'a'.repeat(101)}, name: A }`,
    `1:9 systems-value id has at most 100 letters, so that a page can be named after it; found "${'a'.repeat(56)}…. → Write id: fax-gateway`,
  ],
  [
    'a: b',
    '1:1 systems-value systems.yaml is a list; found keys of its own. → Begin each entry with a hyphen: - { id: fax-gateway, name: Fax gateway }',
  ],
  [
    '- fax',
    '1:3 systems-value A system is id, name and what belongs to it; found "fax". → Write - id: fax-gateway and below it, two blanks in, name: Fax gateway',
  ],
  [
    '- { name: A }',
    '1:3 systems-value id is a word like fax-gateway; found nothing. → Write id: fax-gateway',
  ],
  ['- { id: a }', '1:3 systems-value name is a text; found nothing. → Write name: Fax gateway'],
  [
    '- { id: Fax Gateway, name: A }',
    '1:9 systems-value id is a word of lower-case letters, digits, - and _; found "Fax Gateway". → Write id: fax-gateway',
  ],
  [
    '- { id: 7, name: A }',
    '1:9 systems-value id is a word like fax-gateway; found 7. → Write id: fax-gateway',
  ],
  [
    '- { id: a, name: A, dependson: [b] }',
    '1:21 systems-key A system has no key dependson. → Did you mean dependsOn?',
  ],
  [
    '- { id: a, name: A, dependsOn: b }',
    '1:32 systems-value dependsOn is a list of ids; found "b". → Write dependsOn: [event-bus]',
  ],
  [
    '- { id: mail, name: A, dependsOn: [mails] }',
    '1:36 systems-depends-on mail depends on "mails", and there is no such system. → Did you mean mail?',
  ],
  [
    '- { id: a, name: A, dependsOn: [event-bus] }',
    '1:33 systems-depends-on a depends on "event-bus", and there is no such system. → Add it to the list: - { id: event-bus, name: Its name }',
  ],
  [
    '- { id: a, name: A }\n- { id: a, name: B }',
    '2:9 systems-duplicate The id a stands here a second time; the first is on line 1. → Give it an id of its own, or make one entry of the two.',
  ],
])('%j is told', (text, complaint) => {
  expect(said(text)).toEqual([complaint]);
});

test('all mistakes are told at once, and good entries stand', () => {
  const { value, problems } = readSystems(
    '- { id: a, name: A }\n- { id: B, name: B }\n- { id: c, name: C, dependsOn: [a, B, x] }\n- { id: a, name: D }\n',
  );
  expect(problems.map(({ place, rule }) => [place.line, rule])).toEqual([
    [2, 'systems-value'],
    [4, 'systems-duplicate'],
    [3, 'systems-depends-on'],
  ]);
  expect(value.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
    ['a', []],
    ['c', ['a']],
  ]);
});

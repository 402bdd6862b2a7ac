import { describe, expect, test } from 'vitest';
import { readSystems } from '../../../src/core/catalog/systems.ts';
import { entryProblem, type ListEntry, withEntry } from '../../../src/core/skeleton/list-entry.ts';

const fax: ListEntry = { file: 'systems.yaml', id: 'fax-gateway', name: 'Fax gateway', team: null };

describe('an entry goes to the end, and every byte before it stays', () => {
  test.each<[name: string, before: string | null, added: string]>([
    ['no file', null, '- id: fax-gateway\n  name: Fax gateway\n'],
    ['an empty file', '', '- id: fax-gateway\n  name: Fax gateway\n'],
    ['comments alone', '# Our systems.\n# - id: x\n', '- id: fax-gateway\n  name: Fax gateway\n'],
    ['a list', '- id: dns\n  name: DNS  # ours\n', '- id: fax-gateway\n  name: Fax gateway\n'],
    ['no line break at the end', '- { id: dns, name: DNS }', '\n- id: fax-gateway\n  name: Fax gateway\n'],
    [
      'an indented list',
      '# all\n  - id: dns\n    name: DNS\n\n# the end\n',
      '  - id: fax-gateway\n    name: Fax gateway\n',
    ],
    [
      'line breaks of Windows',
      '- id: dns\r\n  name: DNS\r\n',
      '- id: fax-gateway\r\n  name: Fax gateway\r\n',
    ],
    ['a byte order mark', '\ufeff- id: dns\n  name: DNS\n', '- id: fax-gateway\n  name: Fax gateway\n'],
    [
      'odd spacing',
      '-   id:    dns\n    name: "DNS"\n    dependsOn: [ dns ]\n',
      '- id: fax-gateway\n  name: Fax gateway\n',
    ],
  ])('%s', (_name, before, added) => {
    const after = withEntry(before, fax);
    expect(after).toBe(`${before ?? ''}${added}`);
    expect(readSystems(after?.replace('\ufeff', '') ?? null).value.at(-1)?.id).toBe('fax-gateway');
  });
});

test.each<[name: string, before: string]>([
  ['a list in brackets', '[{ id: dns, name: DNS }]\n'],
  ['an empty list', '[]\n'],
  ['a map', 'id: dns\n'],
  ['broken YAML', '- id: "dns\n'],
  ['an end of the document', '- id: dns\n  name: DNS\n...\n'],
  ['the same id', '- id: fax-gateway\n  name: Fax\n'],
  ['a last entry that is wrong', '- id: dns\n  nmae: DNS\n'],
])('%s is left alone', (_name, before) => {
  expect(withEntry(before, fax)).toBeNull();
});

test('names are quoted where YAML would read them otherwise', () => {
  expect(withEntry(null, { file: 'people.yaml', id: '404', name: '"Ana": #1', team: 'true' })).toBe(
    `- handle: "404"\n  name: '"Ana": #1'\n  team: "true"\n`,
  );
});

test.each<[entry: ListEntry, problem: string | null]>([
  [fax, null],
  [
    { ...fax, id: 'Fax Gateway' },
    'id is a word of lower-case letters, digits, - and _; found "Fax Gateway". Write id: fax-gateway',
  ],
  [{ ...fax, name: ' ' }, 'name is empty. Write name: Fax gateway'],
  [
    { ...fax, file: 'people.yaml', id: 'ana b' },
    'handle is a single word without @; found "ana b". Write handle: ana-b',
  ],
])('%j: %j', (entry, problem) => {
  expect(entryProblem(entry)).toBe(problem);
});

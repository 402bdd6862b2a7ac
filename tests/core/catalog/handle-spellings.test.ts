import { expect, test } from 'vitest';
import { spellingDiagnostics } from '../../../src/core/catalog/handle-spellings.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

const owned = (id: string, ...owners: string[]) =>
  postmortemOf({
    id,
    improvements: owners.map((owner, at) => ({
      title: `${id} ${at}`,
      owner,
      ownerPlace: { line: at + 1, column: 9 },
    })),
  });

const told = (...postmortems: ReturnType<typeof owned>[]): string[] =>
  spellingDiagnostics(postmortems).map(
    ({ file, line, column, severity, rule, message, hint }) =>
      `${file}:${line}:${column} ${severity} ${rule} ${message} → ${hint}`,
  );

test('one person in two spellings is told of where the rarer one stands', () => {
  expect(told(owned('a', 'Ana', 'tom'), owned('b', 'ana', 'ana'))).toEqual([
    'content/postmortems/a.mdx:1:9 warning handle-case "Ana" and "ana" are two people here, each with a page; most likely they are one. → If so, write ana everywhere.',
  ]);
});

test('of spellings used as often, small letters are right', () => {
  expect(told(owned('a', 'ANA', 'ana', 'Ana')).map((text) => text.split(' ')[3])).toEqual(['"Ana"', '"ANA"']);
});

test('an accent is the same in one character and in two', () => {
  expect(told(owned('a', 'jos\u00e9', 'jose\u0301'))).toHaveLength(1);
});

test('people.yaml knows better, and reports it itself', () => {
  const postmortems = [owned('a', 'Ana', 'ana')];
  expect(catalogOf(postmortems).diagnostics.map(({ rule }) => rule)).toEqual(['handle-case']);
  expect(catalogOf(postmortems, { people: [] }).diagnostics).toEqual([]);
});

test('handles of their own are nothing to tell of', () => {
  expect(told(owned('a', 'ana', 'anna', 'an'), owned('b'))).toEqual([]);
});

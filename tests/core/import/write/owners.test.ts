import { expect, test } from 'vitest';
import { handleOf } from '../../../../src/core/import/write/owners.ts';

const people = [
  { handle: 'ines', name: 'Inés Castro', team: null },
  { handle: 'sam', name: 'Sam Okafor', team: null },
  { handle: 'samuel', name: 'Sam Hill', team: null },
];

test.each([
  ['@ines', 'ines'],
  ['Ines Castro', 'ines'],
  ['Inés', 'ines'],
  ['sam', 'sam'],
  ['Sam Hill', 'samuel'],
  ['Okafor', null],
  ['docteam', null],
])('%s is the handle %s', (written, expected) => {
  expect(handleOf(written, people)).toBe(expected);
});

test.each([
  ['@ana', 'ana'],
  ['ana', null],
])('where nobody is listed, %s is the handle %s', (written, expected) => {
  expect(handleOf(written, null)).toBe(expected);
});

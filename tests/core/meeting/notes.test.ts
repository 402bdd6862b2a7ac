import { expect, test } from 'vitest';
import {
  handleIn,
  inOrder,
  isHandle,
  lacking,
  type MeetingNote,
  oneLine,
  readNote,
} from '../../../src/core/meeting/notes.ts';

const note: MeetingNote = {
  uid: 'a1',
  place: 'detect',
  text: 'Watch the queue',
  at: 5,
  chosen: true,
  owner: 'ana',
  due: '2026-12-04',
  from: null,
};

test('what was kept is read again, and what a later version added is left out', () => {
  expect(readNote(JSON.stringify({ ...note, colour: 'red' }))).toEqual(note);
});

test.each<[string, object | string]>([
  ['no JSON', '{'],
  ['nothing', 'null'],
  ['a place that there is none of', { ...note, place: 'lunch' }],
  ['a date that there is none of', { ...note, due: '2026-02-30' }],
  ['a name that could be another key', { ...note, uid: 'a:b' }],
  ['no text', { ...note, text: 1 }],
])('%s is no note', (_name, kept) => {
  expect(readNote(typeof kept === 'string' ? kept : JSON.stringify(kept))).toBeNull();
});

test('notes stand in the order in which they were said', () => {
  const notes = [
    { ...note, uid: 'c', at: 2 },
    { ...note, uid: 'b', at: 2 },
    { ...note, uid: 'a', at: 3 },
  ];
  expect(inOrder(notes).map(({ uid }) => uid)).toEqual(['b', 'c', 'a']);
});

test.each([
  [' two \n lines\t', 'two lines'],
  ['a\u2028b', 'a b'],
  ['\u200bzero\u200b width\ufeff', 'zero width'],
  ['👩‍🚒 stays whole', '👩‍🚒 stays whole'],
  [' \n ', ''],
])('%j is one line', (typed, line) => {
  expect(oneLine(typed)).toBe(line);
});

const people = [
  { handle: 'ana', name: 'Ana Ribeiro' },
  { handle: 'sam', name: 'Sam Okafor' },
];

test.each([
  ['@Ana', 'ana'],
  ['sam okafor', 'sam'],
  ['  ana ', 'ana'],
  ['zoe', 'zoe'],
  ['@', null],
  [' ', null],
])('%j is the handle %s', (typed, handle) => {
  expect(handleIn(typed, people)).toBe(handle);
});

test.each([
  ['ana', true],
  ['mei_t.o-2', true],
  ['zoé', true],
  ['two words', false],
  ['TBD', false],
  ['-ana', false],
  ['a'.repeat(60), true],
  ['a'.repeat(61), false],
])('%s can stand behind an @: %s', (text, can) => {
  expect(isHandle(text)).toBe(can);
});

test.each<[Partial<MeetingNote>, string[]]>([
  [{}, []],
  [{ owner: null }, ['owner']],
  [{ due: null }, ['due']],
  [{ owner: null, due: null }, ['owner', 'due']],
])('with %j it lacks %j', (part, lacks) => {
  expect(lacking({ ...note, ...part })).toEqual(lacks);
});

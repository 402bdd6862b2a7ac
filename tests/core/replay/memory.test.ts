import { expect, test } from 'vitest';
import { readReplayMemory } from '../../../src/core/replay/memory.ts';

const beginning = { at: 0, notes: {} };

test.each<[what: string, text: string | null, memory: object]>([
  ['nothing yet', null, beginning],
  [
    'a place and notes',
    '{"at":3,"notes":{"e1":"Look at the queue"}}',
    { at: 3, notes: { e1: 'Look at the queue' } },
  ],
  ['no JSON', '{"at":3,', beginning],
  ['null', 'null', beginning],
  ['a list', '[3]', beginning],
  ['a place before the beginning', '{"at":-5,"notes":{}}', beginning],
  ['half a place', '{"at":1.5}', beginning],
  ['a place in words', '{"at":"3","notes":{"e1":"kept"}}', { at: 0, notes: { e1: 'kept' } }],
  [
    'notes that are no texts, beside one',
    '{"at":1,"notes":{"e1":5,"e2":null,"e3":"kept"}}',
    { at: 1, notes: { e3: 'kept' } },
  ],
  ['notes that are none', '{"at":1,"notes":"words"}', { at: 1, notes: {} }],
])('a replay remembers: %s', (_what, text, memory) => {
  expect(readReplayMemory(text)).toEqual(memory);
});

import { expect, test } from 'vitest';
import { entryAnchors } from '../../../src/core/timeline/entry-anchors.ts';
import type { Timeline } from '../../../src/core/timeline/timeline.ts';

test.each([
  ['its minute', ['08:25'], [], ['t-2018-05-04-0825']],
  [
    'a number from the second of a minute on',
    ['08:25', '08:25'],
    [],
    ['t-2018-05-04-0825', 't-2018-05-04-0825-1'],
  ],
  ['another number where something else has it', ['08:25'], ['t-2018-05-04-0825'], ['t-2018-05-04-0825-1']],
  [
    'still another where that is taken too',
    ['08:25', '08:25'],
    ['t-2018-05-04-0825-1'],
    ['t-2018-05-04-0825', 't-2018-05-04-0825-2'],
  ],
])('an entry is called by %s', (_, clocks, taken, anchors) => {
  expect(entryAnchors(timelineAt(clocks), new Set(taken))).toEqual(anchors);
});

function timelineAt(clocks: readonly string[]): Timeline {
  const entries = clocks.map((clock) => ({
    place: { line: 1, column: 1 },
    time: {
      start: 0,
      end: null,
      approximate: false,
      date: '2018-05-04',
      clock,
      endDate: null,
      endClock: null,
    },
    marks: [],
    kinds: [],
    phrasing: [],
    blocks: [],
    text: '',
  }));
  return { entries, introduction: [] };
}

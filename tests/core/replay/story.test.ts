import { expect, test } from 'vitest';
import { storyOf } from '../../../src/core/replay/story.ts';
import { entryOf } from '../../support/entry.ts';

const clocks = (entries: readonly { time: { clock: string } }[] | undefined) =>
  entries?.map(({ time }) => time.clock);

test.each([
  [
    'begins when somebody notices; what was before is told last',
    ['08:00 started, change', '08:10 status', '08:20 detected', '08:30 resolved'],
    ['08:20', '08:30'],
    ['08:00', '08:10'],
  ],
  [
    'tells everything where nothing says when it was noticed',
    ['08:00 started', '08:10'],
    ['08:00', '08:10'],
    [],
  ],
  [
    'tells an incident that was over before anybody saw it',
    ['08:00 started', '08:10 resolved', '09:00 detected'],
    ['09:00'],
    ['08:00', '08:10'],
  ],
])('a story %s', (_, written, told, unseen) => {
  const story = storyOf({ introduction: [], entries: written.map((entry) => entryOf(entry)) });
  expect([clocks(story?.told), clocks(story?.unseen)]).toEqual([told, unseen]);
});

test('there is none without a timeline, or without an entry in it', () => {
  expect(storyOf(null)).toBe(null);
  expect(storyOf({ introduction: [], entries: [] })).toBe(null);
});

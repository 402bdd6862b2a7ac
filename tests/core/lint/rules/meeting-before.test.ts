import { expect, test } from 'vitest';
import { lintText } from '../../../support/rule-example.ts';

const file = (facts: string, timeline: string): string =>
  `---\ntitle: T\nstatus: resolved\nseverity: 1\n${facts}\n---\n\n## Timeline\n\n${timeline}\n`;
const found = (facts: string, timeline: string) =>
  lintText(file(facts, timeline)).filter(({ rule }) => rule === 'meeting-before');

const atNight = '- 2018-05-04 02:10 **started** It stops.';

test('a meeting the day before', () => {
  expect(found('reviewedOn: 2018-05-03', atNight)).toEqual([
    {
      rule: 'meeting-before',
      severity: 'warning',
      place: { line: 5, column: 13 },
      message: 'The meeting can’t have been on 2018-05-03: the incident was on 2018-05-04.',
      hint: 'Write the day of the meeting; or, where that is right, correct the day in the timeline.',
    },
  ]);
});

test.each([
  ['the same day', 'reviewedOn: 2018-05-04', atNight],
  ['a later one', 'reviewedOn: 2018-05-11', atNight],
  ['no meeting', 'effort: 6h', atNight],
  // 02:10 in UTC is 22:10 of the day before in New York.
  [
    'the day as the file’s zone has it',
    'reviewedOn: 2018-05-03\ntimezone: America/New_York',
    '- 2018-05-04 02:10Z **started** It stops.',
  ],
])('%s is fine', (_, facts, timeline) => {
  expect(found(facts, timeline)).toEqual([]);
});

test('the start counts, not what led to it', () => {
  const timeline = '- 2018-04-20 09:00 **change** A bill is lost.\n- 2018-05-04 02:10 **started** It stops.';
  expect(found('reviewedOn: 2018-05-02', timeline)).toHaveLength(1);
});

test('without a mark it is the first entry, and without any the file’s name', () => {
  expect(found('reviewedOn: 2018-05-06', '- 2018-05-07 02:10 It stops.')).toHaveLength(1);
  expect(found('reviewedOn: 2018-05-03', 'TBD')).toMatchObject([
    { hint: expect.stringContaining('correct the day in the file’s name') },
  ]);
});

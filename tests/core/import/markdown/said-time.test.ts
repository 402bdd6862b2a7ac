import { expect, test } from 'vitest';
import { readSaidTime } from '../../../../src/core/import/markdown/foreign-time.ts';

test.each([
  ['12:21 PT the queue is full', '12:21 America/Los_Angeles', 'the queue is full'],
  ['14:35 UTC the queue is full', '14:35 Z', 'the queue is full'],
  ['04:49 PM UTC the branch is renamed', '16:49 Z', 'the branch is renamed'],
  ['10:45 AM (UTC): the alarm rings', '10:45 Z', 'the alarm rings'],
  ['10:45 ( UTC ) the alarm rings', '10:45 Z', 'the alarm rings'],
  ['14:35 Pacific is not read as a zone', '14:35 none', 'Pacific is not read as a zone'],
])('%s', (text, expected, behind) => {
  const said = readSaidTime(text, null);
  if (said === null || said === 'two-ways' || said.start === null) throw new Error('No time was read.');
  const { clock, zone } = said.start;
  expect(`${clock} ${zone === null ? 'none' : zone.kind === 'offset' ? zone.offset : zone.zone}`).toBe(
    expected,
  );
  expect(text.slice(said.length)).toBe(behind);
});

test('a day without its year is read before a clock, and not elsewhere', () => {
  expect(readSaidTime('[03-26 17:40] The node is upgraded', null)).toMatchObject({
    start: { date: { date: '03-26', hasYear: false }, clock: '17:40' },
  });
  expect(readSaidTime('03-26 nodes are upgraded', null)).toBeNull();
});

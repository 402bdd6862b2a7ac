import { expect, test } from 'vitest';
import { briefOn } from './brief-on.ts';

const linesOf = (timeline: string): string[] =>
  briefOn(`## Timeline\n\n${timeline}`).timeline?.lines.map(({ clock }) => clock) ?? [];

test('up to five entries are all told', () => {
  expect(linesOf('- 2018-05-04 01:00 A\n- 02:00 B')).toEqual(['01:00', '02:00']);
});

test('marks come first, then decisions, and the order is that of time', () => {
  expect(
    linesOf(`- 2018-05-04 01:00 **started** A
- 01:10 **alert** B
- 02:00 **detected** C
- 02:01 **decision** D
- 05:00 **action** E
- 06:00 **mitigated** F
- 09:00 **resolved** G`),
  ).toEqual(['01:00', '02:00', '02:01', '06:00', '09:00']);
});

test('then what lies farthest from what is told: 05:00 is an hour from 06:00, 03:30 an hour and a half from 02:00', () => {
  expect(
    linesOf(`- 2018-05-04 01:00 **started** A
- 02:00 **detected** C
- 03:30 **action** D
- 05:00 **action** E
- 06:00 **mitigated** F
- 09:00 **resolved** G`),
  ).toEqual(['01:00', '02:00', '03:30', '06:00', '09:00']);
});

test('a line is told in whole sentences where they fit, else it is cut between words', () => {
  const [first, second] =
    briefOn(
      `## Timeline\n\n- 2018-05-04 01:00 The queue stands still. ${'More '.repeat(30)}.\n- 02:00 ${'very long words '.repeat(12)}`,
    ).timeline?.lines ?? [];
  expect(first?.text).toBe('The queue stands still.');
  expect(second?.text).toMatch(/^very long words .{60,90} …$/);
});

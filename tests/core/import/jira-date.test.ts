import { expect, test } from 'vitest';
import { dateIn } from '../../../src/core/import/jira-date.ts';

test.each([
  ['2018-05-04', null, '2018-05-04'],
  ['2018-05-04 09:41', null, '2018-05-04'],
  ['2018-05-04T09:41:00.000+0000', null, '2018-05-04'],
  ['04/May/18 9:41 AM', null, '2018-05-04'],
  ['4-May-2018', null, '2018-05-04'],
  ['31/12/2018', null, '2018-12-31'],
  ['12/31/18 16:14', null, '2018-12-31'],
  ['4.5.2018', null, '2018-05-04'],
  ['5/5/2018', null, '2018-05-05'],
  ['4/5/2018', null, null],
  ['4/5/2018', 'day-first', '2018-05-04'],
  ['4/5/2018', 'month-first', '2018-04-05'],
  ['31/12/2018', 'month-first', null],
  ['2018-02-30', null, null],
  ['04/Foo/18', null, null],
  ['next week', null, null],
] as const)('%s with %s first is %s', (written, order, date) => {
  expect(dateIn(written, { order })).toBe(date);
});

import { describe, expect, test } from 'vitest';
import {
  type DateOrder,
  dateOrderOf,
  readSaidTime,
  type SaidMoment,
} from '../../../../src/core/import/markdown/foreign-time.ts';
import { declaredZone } from '../../../../src/core/import/markdown/foreign-zones.ts';

/** What was read, in one line: `2018-02-20 14:17 UTC to 15:00 | the rest`. */
function read(text: string, order: DateOrder = null): string | null {
  const said = readSaidTime(text, order);
  if (said === null || said === 'two-ways') return said;
  const moment = ({ date, clock, zone }: SaidMoment): string =>
    [date?.date, clock, zone === null ? undefined : zone.kind === 'offset' ? zone.offset : zone.name]
      .filter((part) => part !== undefined)
      .join(' ');
  const signs = `${said.approximate ? 'about ' : ''}${said.doubtful ? 'perhaps ' : ''}`;
  const start = said.start === null ? `the day ${said.day?.date}` : moment(said.start);
  return `${signs}${start}${said.end === null ? '' : ` to ${moment(said.end)}`} | ${text.slice(said.length)}`;
}

describe('a time at the start of somebody’s line', () => {
  test.each([
    ['14:35 Queue grows', '14:35 | Queue grows'],
    ['14:35 UTC – Queue grows', '14:35 Z | Queue grows'],
    ['14:35 CET Queue grows', '14:35 CET | Queue grows'],
    ['[13:20] merged', '13:20 | merged'],
    ['13:16:07: plan runs', '13:16:07 | plan runs'],
    ['Feb 20 2018 14:17', '2018-02-20 14:17 | '],
    ['2018-02-20T14:17Z up', '2018-02-20 14:17 Z | up'],
    ['2018-02-20T14:17:09-05:00 up', '2018-02-20 14:17:09 -05:00 | up'],
    ['15 December 2024, 03:53 (UTC) – Outage', '2024-12-15 03:53 Z | Outage'],
    ['Tuesday, 3 May 2016 at 10.15: x', '2016-05-03 10:15 | x'],
    ['14:17 on Feb 20, 2018 - up', '2018-02-20 14:17 | up'],
    ['Sun Oct 31 21:33 PT posted', '10-31 21:33 PT | posted'],
    ['5:00 PM down', '17:00 | down'],
    ['12:05 am down', '00:05 | down'],
    ['3pm PST down', '15:00 PST | down'],
    ['~08:40 looked', 'about 08:40 | looked'],
    ['about 9:00 looked', 'about 09:00 | looked'],
    ['1:46pm - 5:30pm slow', '13:46 to 17:30 | slow'],
    ['14:00 to 15:00 CET: slow', '14:00 CET to 15:00 CET | slow'],
    ['1:00 - 2:00 PM slow', 'perhaps 13:00 to 14:00 | slow'],
    ['08:00-09:00 slow', 'perhaps 08:00 to 09:00 | slow'],
    ['14:17:33.250 exact', 'perhaps 14:17:33 | exact'],
    ['2018-02-20', 'the day 2018-02-20 | '],
    ['March 6 2017', 'the day 2017-03-06 | '],
    ['05/14/2018 10:00 x', '2018-05-14 10:00 | x'],
    ['05/04/2018 10:00 x', 'two-ways'],
    ['5/14/18 10:00 x', '2018-05-14 10:00 | x'],
    ['March 22, around 19:30', 'about 03-22 19:30 | '],
    ['2018-05-09 10:45a x', '2018-05-09 10:45 | x'],
    ['12:29p x', '12:29 | x'],
    ['13:29p x', null],
    ['12:01 A war room opens', '12:01 | A war room opens'],
    ['1420 hrs x', '14:20 | x'],
    ['1420 UTC x', '14:20 Z | x'],
    ['2018 UTC x', 'perhaps 20:18 Z | x'],
    ['23:00 AM x', 'perhaps 23:00 | x'],
    ['next day, 08:10 x', '08:10 | x'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    '10 nodes failed',
    '2:1 ratio',
    '5h later',
    '10:99 x',
    'at first 10:00',
    '3.14 is pi',
    'may 2018 be better',
    '1.2.18 is the version',
  ])('%s begins with none', (text) => {
    expect(read(text)).toBe(null);
  });

  test('05/04/2018 has one reading where another date of the report has', () => {
    expect(read('05/04/2018 10:00 x', dateOrderOf('05/04/2018, 05/14/2018'))).toBe('2018-05-04 10:00 | x');
    expect(read('05/04/2018 10:00 x', dateOrderOf('05/04/2018, 14/05/2018'))).toBe('2018-04-05 10:00 | x');
    expect(dateOrderOf('14/05/2018, 05/14/2018')).toBe(null);
    // The name of its file says which day it is.
    expect(dateOrderOf('05/04/2018 to 05/05/18', '2018-05-04')).toBe('month-first');
    expect(dateOrderOf('05/04/2018', '2018-04-05')).toBe('day-first');
    expect(dateOrderOf('05/04/2018', '2018-06-01')).toBe(null);
    expect(dateOrderOf('05/04/2018 to 14/04/2018', '2018-05-04')).toBe('day-first');
  });
});

test.each([
  ['next day, 08:10 up', true],
  ['00:20 (next day) up', true],
  ['00:20 (+1) up', true],
  ['08:10 the next day was quiet', false],
])('%s: on the day after? %s', (text, expected) => {
  expect(readSaidTime(text, null)).toMatchObject({ nextDay: expected });
});

test.each([
  ['All times in CET', 'Europe/Brussels'],
  ['_All times are in UTC._', 'Z'],
  ['All times are provided in Coordinated Universal Time (UTC).', 'Z'],
  ['2019-06-03 (*all times UTC*)', 'Z'],
  ['Time (PST)', 'America/Los_Angeles'],
  ['Date and Time in CET', 'Europe/Brussels'],
  ['times are approximate', null],
  ['It was time to go. The CET team left.', null],
])('%s names the zone %s', (text, expected) => {
  const zone = declaredZone(text);
  expect(zone === null ? null : zone.kind === 'offset' ? zone.offset : zone.zone).toBe(expected);
});

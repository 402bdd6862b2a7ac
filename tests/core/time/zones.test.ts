import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  dateAtOffset,
  dateIn,
  instantAtOffset,
  instantOf,
  isZone,
  localTimeOf,
  nearestZone,
  offsetAt,
  startOfDay,
} from '../../../src/core/time/zones.ts';

const at = (text: string): number => Date.parse(text);

test.each(['UTC', 'America/New_York', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])(
  '%s is a zone',
  (name) => {
    expect(isZone(name)).toBe(true);
  },
);

test.each([
  '',
  'Z',
  '+05:00',
  'Mars/Phobos',
  'New York',
  'America',
  'GMT+5',
  '2020-01-01T00:00[Europe/Berlin]',
])('%j is no zone', (name) => {
  expect(isZone(name)).toBe(false);
});

test.each([
  ['New York', 'America/New_York'],
  ['Europe/Berlni', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['utc', 'UTC'],
  ['Mars/Phobos', null],
  ['', null],
])('%j was meant as %s', (text, zone) => {
  expect(nearestZone(text)).toBe(zone);
});

describe('a local time in New York', () => {
  const zone = 'America/New_York';

  test.each([
    ['2018-05-04', '08:25', '2018-05-04T12:25:00Z'],
    ['2018-01-04', '08:25:30', '2018-01-04T13:25:30Z'],
    ['2021-03-14', '01:59', '2021-03-14T06:59:00Z'],
    ['2021-03-14', '03:00', '2021-03-14T07:00:00Z'],
    ['2020-11-01', '00:59', '2020-11-01T04:59:00Z'],
    ['2020-11-01', '02:00', '2020-11-01T07:00:00Z'],
  ])('%s %s is %s', (date, clock, instant) => {
    expect(instantOf(zone, date, clock)).toEqual({ kind: 'exact', instant: at(instant) });
  });

  test('that the clocks jump over is a gap', () => {
    expect(instantOf(zone, '2021-03-14', '02:30')).toEqual({
      kind: 'gap',
      before: { instant: at('2021-03-14T07:30Z'), offset: '-05:00' },
      after: { instant: at('2021-03-14T06:30Z'), offset: '-04:00' },
    });
  });

  test('that comes twice is an overlap', () => {
    expect(instantOf(zone, '2020-11-01', '01:30')).toEqual({
      kind: 'overlap',
      first: { instant: at('2020-11-01T05:30Z'), offset: '-04:00' },
      second: { instant: at('2020-11-01T06:30Z'), offset: '-05:00' },
    });
  });
});

test('offsets are written as an author would write them', () => {
  expect(instantOf('Europe/London', '2021-10-31', '01:30')).toMatchObject({
    first: { offset: '+01:00' },
    second: { offset: 'Z' },
  });
  expect(localTimeOf('Asia/Kolkata', at('2018-05-04T20:00:05Z'))).toEqual({
    date: '2018-05-05',
    clock: '01:30:05',
  });
  expect(offsetAt('Asia/Kolkata', at('2018-05-04T20:00Z'))).toBe('+05:30');
  expect(offsetAt('America/St_Johns', at('2018-05-04T20:00Z'))).toBe('-02:30');
  expect(offsetAt('UTC', at('2018-05-04T20:00Z'))).toBe('Z');
});

test('a day that a zone left out is a gap', () => {
  expect(instantOf('Pacific/Apia', '2011-12-30', '12:00').kind).toBe('gap');
});

test('a date depends on where it is asked for', () => {
  const instant = at('2018-05-05T01:30Z');
  expect(dateIn('America/New_York', instant)).toBe('2018-05-04');
  expect(dateAtOffset('Z', instant)).toBe('2018-05-05');
  expect(dateAtOffset('-04:00', instant)).toBe('2018-05-04');
  expect(instantAtOffset('2018-05-04', '21:30', '-04:00')).toBe(instant);
});

describe('asking each stretch once gives what Temporal gives', () => {
  const zones = [
    'UTC',
    'America/New_York',
    'America/St_Johns',
    'Europe/London',
    'Europe/Dublin',
    'Asia/Kolkata',
    'Africa/Casablanca',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Pacific/Chatham',
    'Asia/Pyongyang',
    'America/Caracas',
    'Antarctica/Troll',
    'Asia/Gaza',
  ];
  const zone = fc.constantFrom(...zones);
  const minuteOf = (year: number): number => Date.UTC(year) / 60_000;

  // Half of the samples lie around a change of the clocks, where the trouble is.
  const anywhere = fc.tuple(zone, fc.integer({ min: minuteOf(1972), max: minuteOf(2037) }));
  const nearChange = fc
    .tuple(anywhere, fc.integer({ min: -30 * 60, max: 30 * 60 }))
    .map(([[name, minute], shift]): [string, number] => {
      const moment = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(name);
      const change = moment.getTimeZoneTransition('next')?.epochMilliseconds ?? minute * 60_000;
      return [name, Math.round(change / 60_000) + shift];
    });
  const samples = fc.oneof(anywhere, nearChange);

  test('from a local time to instants', () => {
    fc.assert(
      fc.property(samples, ([name, minute]) => {
        const local = new Date(minute * 60_000).toISOString().slice(0, 16);
        const plain = Temporal.PlainDateTime.from(local);
        const early = plain.toZonedDateTime(name, { disambiguation: 'earlier' });
        const late = plain.toZonedDateTime(name, { disambiguation: 'later' });
        const found = instantOf(name, local.slice(0, 10), local.slice(11));
        if (early.equals(late)) expect(found).toEqual({ kind: 'exact', instant: early.epochMilliseconds });
        else expect(found.kind).toBe(early.toPlainDateTime().equals(plain) ? 'overlap' : 'gap');
      }),
      { numRuns: 400 },
    );
  });

  test('from an instant to a local time', () => {
    fc.assert(
      fc.property(samples, ([name, minute]) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(name);
        const found = localTimeOf(name, minute * 60_000);
        expect(found.date).toBe(moment.toPlainDate().toString());
        expect(found.clock).toBe(
          moment.toPlainTime().toString({ smallestUnit: found.clock.length > 5 ? 'second' : 'minute' }),
        );
        expect(offsetAt(name, minute * 60_000)).toBe(moment.offset === '+00:00' ? 'Z' : moment.offset);
      }),
      { numRuns: 400 },
    );
  });

  test('from an offset of a gap or an overlap to an instant', () => {
    fc.assert(
      fc.property(nearChange, ([name, minute]) => {
        const local = new Date(minute * 60_000).toISOString().slice(0, 16);
        const [date, clock] = [local.slice(0, 10), local.slice(11)];
        const found = instantOf(name, date, clock);
        if (found.kind === 'exact') return;
        const readings = found.kind === 'gap' ? [found.before, found.after] : [found.first, found.second];
        for (const { offset, instant } of readings)
          expect(instantAtOffset(date, clock, offset)).toBe(instant);
      }),
      { numRuns: 400 },
    );
  });
});

test.each([
  ['UTC', '2018-07-01', '2018-07-01T00:00:00Z'],
  ['America/New_York', '2018-07-01', '2018-07-01T04:00:00Z'],
  // Clocks went from 00:00 to 01:00, and from 24:00 back to 23:00 so that the next day begins twice.
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z'],
  ['America/Havana', '2018-11-04', '2018-11-04T04:00:00Z'],
])('in %s, %s begins at %s', (zone, date, expected) => {
  expect(new Date(startOfDay(zone, date)).toISOString()).toBe(expected.replace('Z', '.000Z'));
});

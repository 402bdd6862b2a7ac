import { describe, expect, test } from 'vitest';
import { durationsOf, incidentDate, phasesOf } from '../../../src/core/timeline/marks.ts';
import { timelineOf } from './timeline-of.ts';

const exactly = (minutes: number) => ({ min: minutes, max: minutes, approximate: false });

describe('durations', () => {
  test('count from started', () => {
    const timeline = timelineOf(`
- 2018-05-04 02:10 **started** The account is suspended.
- 08:25 **detected** A supplier writes.
- 08:40:30 **responded** On-duty looks.
- 2018-05-05 02:10 **mitigated** Faxing is back.
- 2018-05-05 13:05 **resolved** The last order is out.`);
    expect(durationsOf(timeline)).toEqual({
      detect: exactly(375),
      respond: exactly(390.5),
      mitigate: exactly(1440),
      resolve: exactly(2095),
    });
  });

  test('are null for a mark that is missing, and all of them without started', () => {
    const none = { detect: null, respond: null, mitigate: null, resolve: null };
    expect(durationsOf(timelineOf('- 2018-05-04 02:10 **started** a'))).toEqual(none);
    expect(durationsOf(timelineOf('- 2018-05-04 02:10 **detected** a\n- 03:00 **resolved** b'))).toEqual(
      none,
    );
    expect(durationsOf(null)).toEqual(none);
  });

  test.each([
    ['02:10 **started** a\n- 02:10 **detected** b', { min: 0, max: 0, approximate: false }],
    ['02:10 **started** a\n- 02:30–02:45 **detected** b', { min: 20, max: 35, approximate: false }],
    ['02:00–02:10 **started** a\n- 02:30 **detected** b', { min: 20, max: 30, approximate: false }],
    ['02:00–02:10 **started** a\n- 02:30–02:45 **detected** b', { min: 20, max: 45, approximate: false }],
    ['02:00–03:00 **started** a\n- 02:30 **detected** b', { min: 0, max: 30, approximate: false }],
    ['02:00 **started** a\n- ~02:30 **detected** b', { min: 30, max: 30, approximate: true }],
    ['~02:00 **started** a\n- 02:30 **detected** b', { min: 30, max: 30, approximate: true }],
    ['02:00 **started, detected** a', { min: 0, max: 0, approximate: false }],
    ['22:00 **started** a\n- 23:50–00:10 **detected** b', { min: 110, max: 130, approximate: false }],
  ])('of %j', (entries, detect) => {
    expect(durationsOf(timelineOf(`- 2018-05-04 ${entries}`)).detect).toEqual(detect);
  });

  test('are those of the world where the clocks go back', () => {
    const body = '- 2020-11-01 00:30 **started** a\n- 03:30 **detected** b';
    expect(durationsOf(timelineOf(body, { timezone: 'America/New_York' })).detect).toEqual(exactly(240));
  });

  test('allow an incident that healed before anybody responded', () => {
    const timeline = timelineOf(
      '- 2018-05-04 02:00 **started** a\n- 02:30 **resolved** b\n- 08:00 **responded** c',
    );
    expect(durationsOf(timeline)).toMatchObject({ resolve: exactly(30), respond: exactly(360) });
  });
});

describe('phases', () => {
  const phases = (body: string): string[] =>
    phasesOf(timelineOf(body)).map(({ mark, start, end, approximate, entries }) => {
      const clock = (instant: number): string => new Date(instant).toISOString().slice(11, 16);
      return `${approximate ? '~' : ''}${mark} ${clock(start)}–${clock(end)}: ${entries.map(({ text }) => text).join('')}`;
    });

  test('lie between marks, the last one until the last thing that happened', () => {
    const body = `
- 2018-05-04 01:00 **change** a
- 02:00 **started** b
- 02:10 c
- ~03:00 **detected** d
- 04:00 **responded, action** e
- 05:00–05:30 **resolved** f
- 05:10 g`;
    expect(phases(body)).toEqual([
      'before 01:00–02:00: a',
      '~started 02:00–03:00: bc',
      '~detected 03:00–04:00: d',
      'responded 04:00–05:00: e',
      'resolved 05:00–05:30: fg',
    ]);
  });

  test('end with an entry behind the resolved mark', () => {
    expect(phases('- 2018-05-04 02:00 **started** a\n- 03:00 **resolved** b\n- 04:00 c')).toEqual([
      'started 02:00–03:00: a',
      'resolved 03:00–04:00: bc',
    ]);
  });

  test('begin with the last of several marks', () => {
    expect(phases('- 2018-05-04 02:00 **detected, started** a\n- 03:00 b')).toEqual([
      'detected 02:00–03:00: ab',
    ]);
  });

  test('follow the order of time, not of the vocabulary', () => {
    expect(
      phases('- 2018-05-04 02:00 **started** a\n- 03:00 **resolved** b\n- 04:00 **detected** c'),
    ).toEqual(['started 02:00–03:00: a', 'resolved 03:00–04:00: b', 'detected 04:00–04:00: c']);
  });

  test('without marks are one, without entries none', () => {
    expect(phases('- 2018-05-04 02:00 a\n- 03:00 b')).toEqual(['before 02:00–03:00: ab']);
    expect(phases('Nothing yet.')).toEqual([]);
  });
});

describe('the date of an incident', () => {
  const newYork = { timezone: 'America/New_York' };

  test('is that of its started mark, in the zone of the file', () => {
    const body = '- 2018-05-03 20:00 a\n- 2018-05-05 01:00Z **started** b';
    expect(incidentDate(timelineOf(body, newYork), '2017-01-01')).toBe('2018-05-04');
  });

  test('else that of its first entry', () => {
    expect(incidentDate(timelineOf('- 2018-05-03 20:00 a\n- 2018-05-04 01:00 b'), '2017-01-01')).toBe(
      '2018-05-03',
    );
  });

  test('else that of the file name', () => {
    expect(incidentDate(timelineOf('Nothing yet.'), '2017-01-01')).toBe('2017-01-01');
    expect(incidentDate(null, '2017-01-01')).toBe('2017-01-01');
    expect(incidentDate(null, null)).toBeNull();
  });
});

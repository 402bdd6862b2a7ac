import { afterEach, describe, expect, test, vi } from 'vitest';
import { today } from '../../src/workspace/clock.ts';
import { UsageError } from '../../src/workspace/project.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe('today', () => {
  test.each([
    // One second before the year 2000 in UTC.
    ['946684799', 'UTC', '1999-12-31'],
    ['946684799', 'Asia/Tokyo', '2000-01-01'],
    ['946684800', 'UTC', '2000-01-01'],
    ['946684800', 'America/New_York', '1999-12-31'],
    ['0', 'UTC', '1970-01-01'],
  ])('at SOURCE_DATE_EPOCH=%s is in %s the %s', (epoch, zone, day) => {
    vi.stubEnv('SOURCE_DATE_EPOCH', epoch);
    expect(today(zone)).toBe(day);
  });

  test.each([undefined, ''])('is the day of the clock where SOURCE_DATE_EPOCH is %j', (epoch) => {
    vi.stubEnv('SOURCE_DATE_EPOCH', epoch);
    vi.useFakeTimers({ now: Date.UTC(2026, 4, 4, 23, 30) });
    expect([today('UTC'), today('Europe/Berlin')]).toEqual(['2026-05-04', '2026-05-05']);
  });

  test.each(['yesterday', '-1', '1.5', '1e9', '999999999999'])('cannot be SOURCE_DATE_EPOCH=%s', (epoch) => {
    vi.stubEnv('SOURCE_DATE_EPOCH', epoch);
    expect(() => today('UTC')).toThrow(
      new UsageError(`SOURCE_DATE_EPOCH is "${epoch}"; it is a whole number of seconds since 1970.`),
    );
  });
});

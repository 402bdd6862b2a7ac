import process from 'node:process';
import { Temporal } from 'temporal-polyfill';
import { UsageError } from './project.ts';

/**
 * The product's one clock: today in a zone as `YYYY-MM-DD`. `SOURCE_DATE_EPOCH` (seconds since 1970,
 * https://reproducible-builds.org/specs/source-date-epoch/) stands in for now where it is set.
 *
 * @throws UsageError where `SOURCE_DATE_EPOCH` is no whole number of seconds.
 */
export function today(timezone: string): string {
  return now().toZonedDateTimeISO(timezone).toPlainDate().toString();
}

/** The product's one clock: now, in milliseconds since 1970. `SOURCE_DATE_EPOCH` stands in here too. */
export function currentInstant(): number {
  return now().epochMilliseconds;
}

function now(): Temporal.Instant {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return Temporal.Now.instant();
  if (!/^\d{1,11}$/.test(epoch))
    throw new UsageError(`SOURCE_DATE_EPOCH is "${epoch}"; it is a whole number of seconds since 1970.`);
  return Temporal.Instant.fromEpochMilliseconds(Number(epoch) * 1000);
}

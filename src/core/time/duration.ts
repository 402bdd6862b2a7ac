import type { Duration } from '../timeline/timeline.ts';

const minutesOfDay = 24 * 60;

/**
 * A duration in words: `6 h 15 min`, `about 6 h`, `20–45 min`, `50 min – 1 h 5 min`; under an hour with seconds
 * where there are any, from two days on in days and hours.
 */
export function durationText({ min, max, approximate }: Duration): string {
  const [from, to] = [spanText(min), spanText(max)];
  return `${approximate ? 'about ' : ''}${from === to ? from : rangeText(from, to)}`;
}

/** The same so short that it fits beside a mark: `10.5 min`, `6.1 h`, `3 days`, with one decimal at most. */
export function roundedDurationText(minutes: number): string {
  if (minutes < 60) return `${decimal(minutes)} min`;
  if (minutes < 2 * minutesOfDay) return `${decimal(minutes / 60)} h`;
  return `${decimal(minutes / minutesOfDay)} days`;
}

/** The minutes of an effort written `31h`, `45m`, `1.5h` or `1h30m`, rounded to whole ones; null where it is none of these. */
export function parseEffort(text: string): number | null {
  const match = /^(?=\d)(?:(\d{1,6}(?:\.\d{1,4})?)h)?(?:(\d{1,6})m)?$/.exec(text);
  if (!match) return null;
  const [, hours, minutes] = match;
  if (hours?.includes('.') && minutes !== undefined) return null;
  return Math.round(Number(hours ?? 0) * 60) + Number(minutes ?? 0);
}

/** The shortest text that `parseEffort` reads as so many whole minutes. */
export function printEffort(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${rest}m`;
}

/** An effort in words, `31 h` or `1 h 30 min`. Never in days: a person's day has no fixed length. */
export function effortText(minutes: number): string {
  return hoursText(minutes);
}

function spanText(minutes: number): string {
  if (minutes < 0) return `−${spanText(-minutes)}`;
  if (minutes < 60) return shortText(Math.round(minutes * 60));
  if (minutes < 2 * minutesOfDay) return hoursText(Math.round(minutes));
  const hours = Math.round(minutes / 60);
  return joined([Math.floor(hours / 24), 'days'], [hours % 24, 'h']);
}

function shortText(seconds: number): string {
  if (seconds === 3600) return hoursText(60);
  return joined([Math.floor(seconds / 60), 'min'], [seconds % 60, 's']);
}

function hoursText(minutes: number): string {
  return joined([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
}

function decimal(value: number): string {
  return String(value >= 100 ? Math.round(value) : Math.round(value * 10) / 10);
}

/** Leaves out what is zero; nothing at all is `0 min`. */
function joined(...parts: [amount: number, unit: string][]): string {
  const words = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return words.length === 0 ? '0 min' : words.join(' ');
}

/** `20–45 min` where both have one and the same unit, else `50 min – 1 h 5 min`. */
function rangeText(from: string, to: string): string {
  const [fromAmount, fromUnit, ...fromRest] = from.split(' ');
  const [toAmount, toUnit, ...toRest] = to.split(' ');
  const sameUnit = fromUnit === toUnit && fromRest.length === 0 && toRest.length === 0;
  return sameUnit ? `${fromAmount}–${toAmount} ${toUnit}` : `${from} – ${to}`;
}

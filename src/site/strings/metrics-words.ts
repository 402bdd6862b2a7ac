import type { Period } from '../../core/metrics/chart.ts';
import { durationText } from '../../core/time/duration.ts';

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ordinals = ['first', 'second', 'third', 'last'];

/** `2026`, `the third quarter of 2026`, `November 2026` */
export function periodName(key: string): string {
  const [year = key, part] = key.split('-');
  if (part === undefined) return year;
  if (part.startsWith('Q')) return `the ${ordinals[Number(part.slice(1)) - 1]} quarter of ${year}`;
  return `${months[Number(part) - 1]} ${year}`;
}

/** `in 2026`, or `so far in 2026` where it isn't over on the day of the build. */
export function inPeriod({ key, to }: Period, builtOn: string): string {
  return `${to >= builtOn ? 'so far ' : ''}in ${periodName(key)}`;
}

export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export function minutesText(minutes: number): string {
  return durationText({ min: minutes, max: minutes, approximate: false });
}

export function daysText(days: number): string {
  return counted(rounded(days), 'day', 'days');
}

export function hoursText(hours: number): string {
  return counted(rounded(hours), 'hour', 'hours');
}

/** A share in whole percent; a small one with as many decimals as it takes. */
export function percentText(share: number): string {
  const percent = share * 100;
  return `${percent >= 10 ? Math.round(percent) : percent >= 1 ? rounded(percent) : Math.round(percent * 100) / 100} %`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

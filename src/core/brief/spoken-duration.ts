import type { Duration } from '../timeline/timeline.ts';

const hour = 60;
const day = 24 * hour;

/** A duration as people say it: `6 hours 15 minutes`, `about 6 hours`, `between 20 and 45 minutes`, `3 days 4 hours`. */
export function spokenDuration({ min, max, approximate }: Duration): string {
  const [from, to] = [spoken(min), spoken(max)];
  if (from === to) return `${approximate ? 'about ' : ''}${from}`;
  const [fromAmount, fromUnit, ...fromRest] = from.split(' ');
  const [, toUnit, ...toRest] = to.split(' ');
  const sameUnit = fromRest.length === 0 && toRest.length === 0 && stem(fromUnit) === stem(toUnit);
  return `${approximate ? 'about ' : 'between '}${sameUnit ? fromAmount : from} ${approximate ? 'to' : 'and'} ${to}`;
}

function stem(unit = ''): string {
  return unit.replace(/s$/, '');
}

/** The two largest units; from a day on to the hour. */
function spoken(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  if (seconds > 0 && seconds < 60) return amount(seconds, 'second');
  const whole = Math.round(minutes);
  if (whole < day * 2)
    return joined(amountOrNone(Math.floor(whole / hour), 'hour'), amountOrNone(whole % hour, 'minute'));
  const hours = Math.round(whole / hour);
  return joined(amount(Math.floor(hours / 24), 'day'), amountOrNone(hours % 24, 'hour'));
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ') || 'no time';
}

function amountOrNone(count: number, unit: string): string {
  return count === 0 ? '' : amount(count, unit);
}

function amount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

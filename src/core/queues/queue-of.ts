import { median } from '../metrics/median.ts';
import { daysBetween } from '../time/dates.ts';
import type { FlowWindow } from './flow-window.ts';
import type { Age, Flow, Load, Queue, QueueItem } from './queue.ts';

/** A thing on its way through a queue. */
export interface Passing<Item> {
  item: Item;
  /** The day it came in; null where nobody knows. */
  cameIn: string | null;
  state: 'waiting' | 'in progress' | 'finished' | 'dropped';
  /** The day on which it was finished or dropped; null while it is open, and where nobody knows. */
  endedOn: string | null;
}

interface Conditions {
  limit: number | null;
  window: FlowWindow;
  today: string;
}

/** With fewer, a median says more than anybody knows. */
const casesForMedian = 3;

export function queueOf<Item>(passing: readonly Passing<Item>[], conditions: Conditions): Queue<Item> {
  const { limit, window, today } = conditions;
  const inProgress = itemsThat(passing, 'in progress', today);
  return {
    inProgress,
    load: loadOf(inProgress.length, limit),
    age: ageOf(inProgress),
    flow: flowOf(passing, window),
  };
}

/** Those in a state, the longest in the queue first. */
export function itemsThat<Item>(
  passing: readonly Passing<Item>[],
  wanted: Passing<Item>['state'],
  today: string,
): QueueItem<Item>[] {
  return passing
    .filter(({ state }) => state === wanted)
    .map(({ item, cameIn }) => queueItem(item, cameIn, today))
    .sort((a, b) => (b.days ?? -1) - (a.days ?? -1));
}

function queueItem<Item>(item: Item, since: string | null, today: string): QueueItem<Item> {
  return { item, since, days: since === null ? null : Math.max(0, daysBetween(since, today)) };
}

export function loadOf(now: number, limit: number | null): Load {
  return { now, limit, room: limit === null ? null : limit - now };
}

function ageOf(items: readonly QueueItem<unknown>[]): Age {
  const days = items.flatMap((item) => item.days ?? []);
  return { known: days.length, of: items.length, median: medianOf(days) };
}

function medianOf(days: readonly number[]): number | null {
  return days.length < casesForMedian ? null : median(days);
}

function flowOf(passing: readonly Passing<unknown>[], { unit, periods }: FlowWindow): Flow {
  const within = (day: string | null, { from, to }: { from: string; to: string }): boolean =>
    day !== null && day >= from && day <= to;
  const shown = { from: periods[0]?.from ?? '', to: periods.at(-1)?.to ?? '' };
  const count = (span: { from: string; to: string }) => ({
    cameIn: passing.filter(({ cameIn }) => within(cameIn, span)).length,
    finished: passing.filter(({ state, endedOn }) => state === 'finished' && within(endedOn, span)).length,
    dropped: passing.filter(({ state, endedOn }) => state === 'dropped' && within(endedOn, span)).length,
  });
  const took = passing.flatMap(({ state, cameIn, endedOn }) =>
    state === 'finished' && cameIn !== null && endedOn !== null && within(endedOn, shown)
      ? Math.max(0, daysBetween(cameIn, endedOn))
      : [],
  );
  return {
    unit,
    periods: periods.map((period) => ({ ...period, ...count(period) })),
    ...count(shown),
    undated: {
      cameIn: passing.filter(({ cameIn }) => cameIn === null).length,
      ended: passing.filter(
        ({ state, endedOn }) => (state === 'finished' || state === 'dropped') && endedOn === null,
      ).length,
    },
    took: { median: medianOf(took), known: took.length },
  };
}

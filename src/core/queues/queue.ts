import type { CountedPeriod, FlowUnit } from './flow-window.ts';

/**
 * One of the two queues: what came in, what is being worked on, and what left it. Days are `YYYY-MM-DD`, never after
 * today. `Item` is what is worked on.
 */
export interface Queue<Item> {
  /** The longest in the queue first, those of which nobody knows since when last. */
  inProgress: QueueItem<Item>[];
  load: Load;
  age: Age;
  flow: Flow;
}

export interface QueueItem<Item> {
  item: Item;
  /** The day it came in; null where nobody knows. */
  since: string | null;
  /** Whole days since then. */
  days: number | null;
}

/** How much is in progress, and how much was meant to be. */
export interface Load {
  now: number;
  /** Null where the settings say none. */
  limit: number | null;
  /** How many more can be begun; below zero: so many too many. Null without a limit. */
  room: number | null;
}

/** Of what is in progress. */
export interface Age {
  /** How many have a day on which they came in, of how many. */
  known: number;
  of: number;
  /** In days; null where fewer than three are known. */
  median: number | null;
}

/** How many came in and how many left, by period; the last one is still running. */
export interface Flow {
  unit: FlowUnit;
  periods: CountedPeriod[];
  cameIn: number;
  finished: number;
  dropped: number;
  /** What came in without a day, and what ended without one: none of the periods can count them. */
  undated: { cameIn: number; ended: number };
  /** Days from coming in to finished, of what was finished in these periods: null where fewer than three are known. */
  took: { median: number | null; known: number };
}

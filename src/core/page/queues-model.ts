import type { Figure } from '../metrics/figures.ts';
import type { Age, Flow, Load } from '../queues/queue.ts';
import type { StateInProgress } from '../queues/two-queues.ts';
import type { Capped } from './capped.ts';
import type { MetricsPage } from './metrics-model.ts';
import type { PersonModel, SeverityBadge } from './model.ts';

/** The two queues side by side. Days are `YYYY-MM-DD`, ages are whole days; what nobody knows is null. */
export interface QueuesPage {
  builtOn: string;
  support: QueueModel<SupportItem> & { meetings: Capped<MeetingToHold> };
  improvements: QueueModel<ImprovementItem> & {
    waiting: { count: number; oldestDays: number | null; url: string };
    states: ({ state: StateInProgress; url: string } & Load)[];
  };
  /** What share of the teams' hours incidents take; null where the settings name no hours. */
  hours: { figure: Figure; page: MetricsPage } | null;
}

export interface QueueModel<Item> {
  load: Load;
  age: Age;
  /** The latest period first. */
  flow: Flow & {
    /** The largest count of any period, at least one: as long as a bar can be. */
    most: number;
    /** By how much the queue grew over all periods; below zero where it shrank. */
    grown: number;
  };
  /** The oldest first. */
  inProgress: Capped<Item>;
}

interface InQueue {
  title: string;
  url: string;
  days: number | null;
}

export interface SupportItem extends InQueue {
  severity: SeverityBadge;
  /** Those that are still to be done, and how many of how many are done. */
  nextActions: Capped<{ text: string; owner: PersonModel | null }> & { done: number; of: number };
}

export interface ImprovementItem extends InQueue {
  state: StateInProgress;
  owner: PersonModel | null;
  due: string | null;
  /** Whole days since its date; null where it is not overdue. */
  lateFor: number | null;
}

export interface MeetingToHold {
  title: string;
  url: string;
  facilitator: PersonModel | null;
  dueOn: string | null;
  /** Below zero: so many days over. */
  daysLeft: number | null;
}

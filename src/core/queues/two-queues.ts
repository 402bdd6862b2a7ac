import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { type PostmortemDue, postmortemsDue, resolvedOn } from '../catalog/postmortems-due.ts';
import type { Improvement } from '../improvement/improvement.ts';
import { type Cases, casesOf, earlier, type Incident, isElsewhere, type Task } from '../metrics/cases.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { flowWindow } from './flow-window.ts';
import type { Load, Queue } from './queue.ts';
import { itemsThat, loadOf, type Passing, queueOf } from './queue-of.ts';

/** Work that fires bring, and work that prevents them, side by side. */
export interface TwoQueues {
  support: SupportQueue;
  improvements: ImprovementsQueue;
}

/** Incidents of the organisation's own. One is in progress while it burns, and finished when it is resolved. */
export interface SupportQueue extends Queue<Postmortem> {
  /** The fire is out, and what it taught is still to be talked through. */
  meetings: PostmortemDue[];
}

/** One is waiting until somebody accepts it, and in progress until it is closed or dropped. */
export interface ImprovementsQueue extends Queue<Task> {
  waiting: {
    count: number;
    /** Null where of none of them is known since when. */
    oldestDays: number | null;
  };
  /** How much is in each state, with the limit of `wipLimits`. */
  states: ({ state: StateInProgress } & Load)[];
}

const statesInProgress = ['accepted', 'resolved', 'verified'] as const;
export type StateInProgress = (typeof statesInProgress)[number];

/** Null where the settings name no capacity. */
export function twoQueues(index: CatalogIndex): TwoQueues | null {
  const { capacity, wipLimits } = index.catalog.settings;
  if (capacity === null) return null;
  const { today } = index;
  const cases = casesOf(index);
  const incidents = cases.incidents.map((incident) => passingIncident(incident, cases));
  const tasks = cases.tasks.map(passingTask);
  const window = flowWindow(
    [...incidents, ...tasks]
      .flatMap(({ cameIn, endedOn }) => [cameIn, endedOn])
      .filter((day) => day !== null),
    today,
  );
  const improvements = queueOf(tasks, { limit: capacity.improvements, window, today });
  const waiting = itemsThat(tasks, 'waiting', today);
  return {
    support: {
      ...queueOf(incidents, { limit: capacity.support, window, today }),
      meetings: postmortemsDue(index).filter(({ postmortem }) => !isElsewhere(postmortem)),
    },
    improvements: {
      ...improvements,
      waiting: { count: waiting.length, oldestDays: waiting[0]?.days ?? null },
      states: statesInProgress.map((state) => ({
        state,
        ...loadOf(
          tasks.filter(({ item }) => item.improvement.state === state).length,
          wipLimits[state] ?? null,
        ),
      })),
    },
  };
}

function passingIncident({ postmortem, on }: Incident, { today }: Cases): Passing<Postmortem> {
  const burns = postmortem.facts.status === 'open';
  const end = burns ? null : resolvedOn(postmortem);
  return {
    item: postmortem,
    cameIn: on,
    state: burns ? 'in progress' : 'finished',
    endedOn: end && earlier(end, today),
  };
}

function passingTask(task: Task): Passing<Task> {
  return { item: task, cameIn: task.createdOn, state: stateOf(task.improvement), endedOn: task.endedOn };
}

function stateOf({ state }: Pick<Improvement, 'state'>): Passing<Task>['state'] {
  if (state === 'closed') return 'finished';
  if (state === 'dropped') return 'dropped';
  return state === 'new' ? 'waiting' : 'in progress';
}

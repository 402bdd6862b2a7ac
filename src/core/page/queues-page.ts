import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { PostmortemDue } from '../catalog/postmortems-due.ts';
import { lateFor } from '../improvement/backlog.ts';
import type { Task } from '../metrics/cases.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { Queue, QueueItem } from '../queues/queue.ts';
import { type StateInProgress, twoQueues } from '../queues/two-queues.ts';
import { capped } from './capped.ts';
import { severityBadge } from './card.ts';
import { metricsPage } from './metrics-page.ts';
import { personModel } from './people.ts';
import type { ImprovementItem, MeetingToHold, QueueModel, QueuesPage, SupportItem } from './queues-model.ts';
import { backlogUrl, postmortemUrl, queuesUrl } from './urls.ts';

const mostItems = 20;
const mostActions = 5;

/** Null where the settings name no capacity: then there is no such page. */
export function queuesPage(index: CatalogIndex): QueuesPage | null {
  const queues = twoQueues(index);
  if (queues === null) return null;
  const { support, improvements } = queues;
  const metrics = metricsPage(index);
  const hours = metrics.figures.find(({ id }) => id === 'capacity');
  return {
    builtOn: index.today,
    support: {
      ...queueModel(support, (item) => supportItem(index, item)),
      meetings: capped(support.meetings, mostItems, (due) => meetingToHold(index, due)),
    },
    improvements: {
      ...queueModel(improvements, (item) => improvementItem(index, item)),
      waiting: { ...improvements.waiting, url: backlogUrl(index, { state: 'new' }) },
      states: improvements.states.map((one) => ({ ...one, url: backlogUrl(index, { state: one.state }) })),
    },
    hours: hours === undefined ? null : { figure: hours, page: metrics },
  };
}

/** Where the two queues are; null where there is no such page. */
export function queuesAddress(index: CatalogIndex): string | null {
  return index.catalog.settings.capacity === null ? null : queuesUrl(index);
}

function queueModel<Item, Model>(
  { load, age, flow, inProgress }: Queue<Item>,
  model: (item: QueueItem<Item>) => Model,
): QueueModel<Model> {
  return {
    load,
    age,
    flow: {
      ...flow,
      periods: flow.periods.toReversed(),
      most: Math.max(
        1,
        ...flow.periods.flatMap(({ cameIn, finished, dropped }) => [cameIn, finished, dropped]),
      ),
      grown: flow.cameIn - flow.finished - flow.dropped,
    },
    inProgress: capped(inProgress, mostItems, model),
  };
}

function supportItem(index: CatalogIndex, { item, days }: QueueItem<Postmortem>): SupportItem {
  const { id, facts, nextActions } = item;
  const open = nextActions.filter(({ done }) => !done);
  return {
    title: facts.title,
    url: postmortemUrl(index, id),
    days,
    severity: severityBadge(index, facts.severity),
    nextActions: {
      ...capped(open, mostActions, ({ text, owner }) => ({ text, owner: personModel(index, owner) })),
      done: nextActions.length - open.length,
      of: nextActions.length,
    },
  };
}

function improvementItem(index: CatalogIndex, { item, days }: QueueItem<Task>): ImprovementItem {
  const { improvement, source } = item;
  return {
    title: source.text,
    url: source.url,
    days,
    state: improvement.state as StateInProgress,
    owner: personModel(index, improvement.owner),
    due: improvement.due,
    lateFor: lateFor(improvement, index.today),
  };
}

function meetingToHold(index: CatalogIndex, { postmortem, dueOn, daysLeft }: PostmortemDue): MeetingToHold {
  return {
    title: postmortem.facts.title,
    url: postmortemUrl(index, postmortem.id),
    facilitator: personModel(index, postmortem.facts.facilitator),
    dueOn,
    daysLeft,
  };
}

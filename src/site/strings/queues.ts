/** What the page of the two queues says. Nobody is told off: a full queue is a fact about the queue. */

import { capitalized } from '../../core/capitalized.ts';
import type { MeetingToHold, QueueModel, QueuesPage } from '../../core/page/queues-model.ts';
import type { Load } from '../../core/queues/queue.ts';
import { shortDay } from '../dates.ts';
import { counted, daysText, periodName } from './metrics-words.ts';

export const queuesLink = 'Beside support work: the two queues';

export const queues = {
  title: 'Two queues',
  lead: 'The same people put out fires and keep new ones from starting. See both before you take on more.',
  builtOn: (day: string) => `As of ${day}.`,
  support: 'Support work',
  supportLead: 'Incidents that still burn.',
  improvements: 'Improvements',
  improvementsLead: 'What keeps fires from coming back: accepted, in test or verified, and not closed yet.',
  inProgress: 'In progress',
  nothing: { support: 'Nothing burns.', improvements: 'Nothing is in progress.' },
  flow: 'Flow',
  states: 'By state',
  meetings: 'Postmortems due',
  waiting: 'Waiting',
  hours: 'Hours',
  hoursMore: 'How this is counted',
  nextActions: 'Next actions',
  noActions: 'No next actions are written down.',
  actionsDone: (done: number, of: number) => `${done} of ${of} done`,
  more: (count: number) => `and ${count.toLocaleString('en')} more`,
  moreActions: (count: number) => `and ${count.toLocaleString('en')} more to do`,
  unowned: 'no owner yet',
  due: (day: string) => `due ${day}`,
  settings: 'The limits are those of settings.yaml: capacity for each queue, wipLimits for each state.',
};

/** When it came into its queue. */
export function cameIn(days: number | null, queue: 'support' | 'improvements'): string {
  const verb = queue === 'support' ? 'began' : 'written down';
  return `${verb} ${days === null ? 'on a day nobody noted' : ago(days)}`;
}

function ago(days: number): string {
  return days === 0 ? 'today' : `${daysText(days)} ago`;
}

export const flowColumns = { cameIn: 'Came in', finished: 'Finished', dropped: 'Dropped' };
export const flowUnits = { week: 'Week of', month: 'Month' };

/** `November 2026`, or the day on which a week begins. */
export function periodText({ from }: { from: string }, unit: 'week' | 'month'): string {
  return unit === 'week' ? shortDay(from) : capitalized(periodName(from.slice(0, 7)));
}

/** `3 of at most 5` */
export function loadFigure({ now, limit }: Load): string {
  return limit === null ? String(now) : `${now} of at most ${limit}`;
}

/** What it means for whoever is about to begin something. */
export function loadWords({ room }: Load, queue: 'support' | 'improvements'): string {
  if (room === null) return 'The settings name no limit for this queue.';
  if (room > 0) return `There is room for ${room === 1 ? 'one' : room.toLocaleString('en')} more.`;
  if (room === 0) return 'As many as we meant to have at once: finish one before you begin the next.';
  const over = `${counted(-room, 'more', 'more')} than we meant to have at once.`;
  return queue === 'support'
    ? `${over} See what can wait and who can help, before you take the next.`
    : `${over} Finish some, or put some back, before you begin the next.`;
}

/** `6, 2 over the limit of 4` */
export function stateLoad({ now, limit, room }: Load): string {
  if (limit === null || room === null) return String(now);
  return room < 0 ? `${now}, ${-room} over the limit of ${limit}` : loadFigure({ now, limit, room });
}

/** How long what is in progress has been there; null of nothing. */
export function queueAge({ age, inProgress }: QueueModel<{ days: number | null }>): string | null {
  const oldest = inProgress.shown[0]?.days ?? null;
  if (oldest === null) return age.of === 0 ? null : 'Nobody wrote down since when.';
  const came =
    age.median === null
      ? `The oldest came in ${ago(oldest)}.`
      : `Half of it came in ${ago(age.median)} or earlier, the oldest ${ago(oldest)}.`;
  const unknown = age.of - age.known;
  return unknown === 0 ? came : `${came} Of ${unknown} nobody wrote down since when.`;
}

/** What came in and what left, and what that did to the queue. */
export function flowWords({ flow }: QueueModel<unknown>): string[] {
  const span = flow.unit === 'week' ? 'In twelve weeks' : 'In twelve months';
  const left = `${flow.finished.toLocaleString('en')} ${flow.finished === 1 ? 'was' : 'were'} finished`;
  const dropped = flow.dropped === 0 ? '' : `, ${flow.dropped.toLocaleString('en')} dropped`;
  return [
    `${span} ${flow.cameIn.toLocaleString('en')} came in, ${left}${dropped}. ${growth(flow.grown)}`,
    flow.took.median === null
      ? ''
      : `Half of the finished ones were done ${flow.took.median === 0 ? 'on the day they came in' : `within ${daysText(Math.ceil(flow.took.median))}`}.`,
    undatedWords(flow.undated),
  ].filter((text) => text !== '');
}

function growth(grown: number): string {
  if (grown === 0) return 'The queue is as long as it was.';
  return grown > 0
    ? `The queue grew by ${grown.toLocaleString('en')}.`
    : `The queue shrank by ${(-grown).toLocaleString('en')}.`;
}

function undatedWords({ cameIn, ended }: { cameIn: number; ended: number }): string {
  const parts = [
    cameIn === 0 ? '' : `${cameIn} came in on a day nobody wrote down`,
    ended === 0 ? '' : `${ended} ended on such a day`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Not counted: ${parts.join(', ')}.`;
}

export function waitingWords({ waiting }: QueuesPage['improvements']): string {
  const { count, oldestDays } = waiting;
  if (count === 0) return 'None is waiting to be accepted.';
  const oldest = oldestDays === null ? '' : `, the oldest for ${daysText(oldestDays)}`;
  return `${counted(count, 'is', 'are')} waiting to be accepted${oldest}.`;
}

/** When the meeting is to be held. */
export function meetingWords({ dueOn, daysLeft }: MeetingToHold): string {
  if (dueOn === null || daysLeft === null) return 'no day asked for';
  return `by ${shortDay(dueOn)}`;
}

import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { isOverdue } from '../improvement/backlog.ts';
import type { Improvement } from '../improvement/improvement.ts';
import { postmortemUrl } from '../page/urls.ts';
import { type Postmortem, writtenOn } from '../postmortem/postmortem.ts';
import { type Calendar, calendarOf } from './calendar.ts';
import type { Source } from './chart.ts';

/** An incident of the organisation's own. */
export interface Incident {
  postmortem: Postmortem;
  source: Source;
  /** Null where nobody knows the day. */
  on: string | null;
}

export interface DatedIncident extends Incident {
  on: string;
}

/** An improvement as the figures see it. */
export interface Task {
  improvement: Improvement;
  source: Source;
  /** When it came into the backlog; null where nobody knows. */
  createdOn: string | null;
  /** When it was done or dropped. */
  endedOn: string | null;
  /** The day on which its date was met or passed; null where it has no date, or that day is still to come. */
  settledOn: string | null;
  overdue: boolean;
}

/** What all figures count. Days are never after today: what is written down has happened. */
export interface Cases {
  today: string;
  /** The first day that anything is known of, or today. */
  since: string;
  calendar: Calendar;
  /** Newest first. */
  incidents: Incident[];
  dated: DatedIncident[];
  /** Newest postmortem first. */
  tasks: Task[];
  /** Every postmortem's page, newest first. */
  sources: ReadonlyMap<Postmortem, Source>;
  /** Retold incidents of others. */
  elsewhere: Source[];
}

export function casesOf(index: CatalogIndex): Cases {
  const { today } = index;
  const sources = new Map(
    index.catalog.postmortems.map((postmortem) => [postmortem, sourceOf(index, postmortem)]),
  );
  const incidents: Incident[] = [];
  const elsewhere: Source[] = [];
  for (const [postmortem, source] of sources)
    if (isElsewhere(postmortem)) elsewhere.push(source);
    else incidents.push({ postmortem, source, on: postmortem.date && earlier(postmortem.date, today) });
  const dated = incidents.filter((incident): incident is DatedIncident => incident.on !== null);
  const tasks = index.catalog.backlog.map(({ postmortem, improvement }) =>
    taskOf(index, postmortem, improvement),
  );
  const days = [
    ...incidents.map(({ on }) => on),
    ...incidents.map(({ postmortem }) => postmortem.facts.reviewedOn),
    ...tasks.map(({ createdOn }) => createdOn),
    ...tasks.map(({ settledOn }) => settledOn),
  ];
  const first = days.reduce<string>((known, day) => (day === null ? known : earlier(known, day)), today);
  const calendar = calendarOf(first, today);
  return { today, since: first, calendar, incidents, dated, tasks, sources, elsewhere };
}

/**
 * Whether it retells an incident of others, as a reading group does: it says so with the tag `elsewhere` and names no
 * system of ours. What it made us improve is ours all the same.
 */
export function isElsewhere({ facts }: Pick<Postmortem, 'facts'>): boolean {
  return facts.systems.length === 0 && facts.tags.includes('elsewhere');
}

export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

function sourceOf(index: CatalogIndex, { id, facts }: Postmortem): Source {
  return { text: facts.title, url: postmortemUrl(index, id) };
}

function taskOf(index: CatalogIndex, postmortem: Postmortem, improvement: Improvement): Task {
  const { today } = index;
  const { anchor, title, state, due, done, dropped } = improvement;
  const ended = done ?? dropped;
  const written = writtenOn(postmortem);
  const overdue = isOverdue(improvement, today);
  const settled = state !== 'closed' || done === null || due === null ? null : earlier(done, due);
  return {
    improvement,
    source: { text: title, url: `${postmortemUrl(index, postmortem.id)}#${anchor}` },
    // Some are done before the meeting that writes them down.
    createdOn: written && earlier(earlier(written, ended ?? written), today),
    endedOn: ended && earlier(ended, today),
    settledOn: overdue ? due : settled && earlier(settled, today),
    overdue,
  };
}

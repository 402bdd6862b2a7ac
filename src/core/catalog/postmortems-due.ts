import type { Postmortem } from '../postmortem/postmortem.ts';
import { addDays, daysBetween } from '../time/dates.ts';
import type { SeverityLevel } from './catalog.ts';
import type { CatalogIndex } from './catalog-index.ts';

/** A postmortem that is still to be held, because the incident is over and the policy of its severity asks for one. */
export interface PostmortemDue {
  postmortem: Postmortem;
  /** Within so many days of its end, says the policy; null where it names none. */
  days: number | null;
  /** Null where the policy names no days, or nobody wrote down when the incident was over. */
  dueOn: string | null;
  /** Negative: so many days over. Null where there is no date. */
  daysLeft: number | null;
}

interface Policy {
  severities: ReadonlyMap<number, Pick<SeverityLevel, 'postmortem' | 'postmortemDays'>>;
  /** `YYYY-MM-DD` */
  today: string;
}

/** What the policy asks of one incident; null where it asks for no postmortem, or none yet, or none any more. */
export function postmortemDue({ severities, today }: Policy, postmortem: Postmortem): PostmortemDue | null {
  const { status, severity } = postmortem.facts;
  const policy = severities.get(severity);
  if (status !== 'resolved' || policy?.postmortem !== true) return null;
  const days = policy.postmortemDays;
  const end = resolvedOn(postmortem);
  const dueOn = days === null || end === null ? null : addDays(end, days);
  return { postmortem, days, dueOn, daysLeft: dueOn === null ? null : daysBetween(today, dueOn) };
}

/** Every postmortem that is still to be held: the longest over first, the ones without a date last. */
export function postmortemsDue(
  index: Pick<CatalogIndex, 'catalog' | 'severities' | 'today'>,
): PostmortemDue[] {
  return index.catalog.postmortems
    .flatMap((postmortem) => postmortemDue(index, postmortem) ?? [])
    .sort((a, b) => compareDays(a.daysLeft, b.daysLeft));
}

/** The day an incident was over, in its file's zone. */
export function resolvedOn({ timeline }: Postmortem): string | null {
  const time = timeline?.entries.find(({ marks }) => marks.includes('resolved'))?.time;
  return time === undefined ? null : (time.endDate ?? time.date);
}

function compareDays(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

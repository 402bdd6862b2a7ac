import { datesMet } from '../improvement/backlog.ts';
import { lastDayOfMonth } from '../time/dates.ts';
import type { Cases, Task } from './cases.ts';
import { middleOf } from './duration-figures.ts';
import { spentOn } from './effort-figures.ts';
import { needed, shareOf, sum } from './figure.ts';
import type { FigureId } from './figures.ts';
import { median } from './median.ts';

/** What one of two spans of days says; null where there are too few cases to say it. */
export type Told =
  | { kind: 'count'; count: number }
  /** Of `n` cases. */
  | { kind: 'median'; minutes: number | null; n: number }
  /** Written down for `n` of so many incidents. */
  | { kind: 'hours'; hours: number | null; n: number; of: number }
  | { kind: 'share'; part: number; of: number }
  /** Of what was done and had a date; `late` stood open past its date when the span ended, and is no part of these. */
  | { kind: 'dates'; part: number; of: number; late: number }
  /** When the span ended. */
  | { kind: 'open'; count: number };

/** `more` and `fewer` are neither good nor bad in themselves. */
export type Verdict = 'better' | 'worse' | 'same' | 'more' | 'fewer';

export interface Comparison {
  /** The figure whose chart has the rest. */
  id: FigureId;
  now: Told;
  /** Null where there was nothing yet to count. */
  before: Told | null;
  /** Null where one of them says nothing. */
  verdict: Verdict | null;
}

/** A year up to today, beside the one before up to the same day: a year that still runs is not measured by a whole one. */
export interface YearSoFar {
  /** First and last day, `YYYY-MM-DD`. */
  now: Span;
  before: Span;
  comparisons: Comparison[];
}

interface Span {
  from: string;
  to: string;
}

/** The figures that say how it goes, what got worse no less than what got better. */
export function yearSoFar(cases: Cases): YearSoFar {
  const { today } = cases;
  const now = { from: `${today.slice(0, 4)}-01-01`, to: today };
  const lastDay = sameDayLastYear(today);
  const before = { from: `${lastDay.slice(0, 4)}-01-01`, to: lastDay };
  const compare = (
    id: FigureId,
    good: 'low' | 'high' | null,
    tell: (cases: Cases, span: Span) => Told,
  ): Comparison => {
    const told = tell(cases, now);
    const earlier = cases.since > before.to ? null : tell(cases, before);
    return { id, now: told, before: earlier, verdict: earlier && verdictOf(told, earlier, good) };
  };
  return {
    now,
    before,
    comparisons: [
      // More of them may only mean that more are written down, which is what we ask for; so with their hours.
      compare('severity', null, incidentsIn),
      compare('detect', 'low', medianOf('detect')),
      compare('mitigate', 'low', medianOf('mitigate')),
      compare('effort', null, hoursIn),
      compare('system-first', 'high', systemFirstIn),
      compare('dates-met', 'high', datesMetIn),
      compare('backlog', null, openAtEnd),
    ],
  };
}

/** On 29 February the day before it. */
function sameDayLastYear(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  const same = `${year}${day.slice(4)}`;
  const last = lastDayOfMonth(`${year}${day.slice(4, 7)}-01`);
  return same > last ? last : same;
}

const isWithin = ({ from, to }: Span, day: string | null): boolean =>
  day !== null && from <= day && day <= to;

const incidentsIn = ({ dated }: Cases, span: Span): Told => ({
  kind: 'count',
  count: dated.filter(({ on }) => isWithin(span, on)).length,
});

/** From the start, each case at the middle of its interval. */
function medianOf(id: 'detect' | 'mitigate') {
  return ({ dated }: Cases, span: Span): Told => {
    const middles = dated.flatMap(({ on, postmortem }) => {
      const duration = isWithin(span, on) ? postmortem.durations[id] : null;
      return duration === null ? [] : [middleOf(duration)];
    });
    const n = middles.length;
    return { kind: 'median', minutes: n < needed.median ? null : median(middles), n };
  };
}

function hoursIn({ dated }: Cases, span: Span): Told {
  const spent = spentOn(dated.filter(({ on }) => isWithin(span, on)));
  const known = spent.flatMap(({ postmortem }) => postmortem.facts.effort ?? []);
  const hours = known.length === 0 && spent.length > 0 ? null : sum(known) / 60;
  return { kind: 'hours', hours, n: known.length, of: spent.length };
}

function systemFirstIn({ dated }: Cases, span: Span): Told {
  const known = dated.flatMap(({ on, postmortem }) =>
    isWithin(span, on) ? (postmortem.facts.raisedBy ?? []) : [],
  );
  return { kind: 'share', part: known.filter((who) => who === 'system').length, of: known.length };
}

/** In the span in which the date was met or passed, as in the chart. */
function datesMetIn({ tasks }: Cases, span: Span): Told {
  const settled = tasks.filter(({ settledOn, overdue }) => !overdue && isWithin(span, settledOn));
  const { met, of } = datesMet(settled.map(({ improvement }) => improvement));
  return { kind: 'dates', part: met, of, late: tasks.filter((task) => wasLateOn(task, span.to)).length };
}

/** Whether it stood open on a day after the date that it has now. */
function wasLateOn(task: Task, day: string): boolean {
  const { due } = task.improvement;
  return wasOpenOn(task, day) && due !== null && due < day;
}

const openAtEnd = ({ tasks }: Cases, { to }: Span): Told => ({
  kind: 'open',
  count: tasks.filter((task) => wasOpenOn(task, to)).length,
});

function wasOpenOn({ createdOn, endedOn }: Task, day: string): boolean {
  return createdOn !== null && createdOn <= day && (endedOn === null || endedOn > day);
}

function verdictOf(now: Told, before: Told, good: 'low' | 'high' | null): Verdict | null {
  const [a, b] = [measureOf(now), measureOf(before)];
  if (a === null || b === null) return null;
  if (a === b) return 'same';
  if (good === null) return a > b ? 'more' : 'fewer';
  return a < b === (good === 'low') ? 'better' : 'worse';
}

/** The number that decides; null where there are too few cases. */
function measureOf(told: Told): number | null {
  switch (told.kind) {
    case 'count':
    case 'open':
      return told.count;
    case 'median':
      return told.minutes;
    case 'hours':
      return told.hours;
    case 'share':
    case 'dates':
      return shareOf(told.part, told.of);
  }
}

import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemsDue } from '../catalog/postmortems-due.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { daysBetween } from '../time/dates.ts';
import { durationEnds } from '../timeline/marks.ts';
import type { Durations } from '../timeline/timeline.ts';
import { byPeriod, type Calendar } from './calendar.ts';
import { type Cases, earlier, isElsewhere } from './cases.ts';
import type { Dot, DotsChart } from './chart.ts';
import { figureOf, lately, needed } from './figure.ts';
import type { FigureOf, Lately, Table } from './figures.ts';
import { median } from './median.ts';

/** How long it took from `started`. What still burns and has no such mark yet could not have the figure. */
export function durationFigure<Id extends keyof Durations>(id: Id, cases: Cases): FigureOf<Id> {
  const could = cases.dated.filter(
    ({ postmortem: { facts, durations } }) => facts.status !== 'open' || durations[id] !== null,
  );
  const points = could.map(({ postmortem, source, on }): Point => {
    const duration = postmortem.durations[id];
    return { on, dot: duration && { on, ...duration, source, severity: postmortem.facts.severity } };
  });
  const { n, dots, medians, middles } = dotted(cases.calendar, points);
  const undated = cases.incidents.filter(
    ({ on, postmortem }) => on === null && postmortem.facts.status !== 'open',
  );
  return figureOf<keyof Durations>({
    id,
    n,
    of: points.length + undated.length,
    needs: needed.median,
    definition: { from: 'started', to: durationEnds[id] },
    chart: { kind: 'dots', unit: 'minutes', dots, medians, limits: [] },
    reading: () => {
      const longest = dots.toSorted((a, b) => middleOf(a) - middleOf(b)).at(-1);
      const middle = median(middles);
      if (longest === undefined || middle === null) return null;
      return {
        median: middle,
        approximate: dots.filter(({ approximate }) => approximate).length,
        longest: spanOf(longest),
        ...latelyMedian(medians),
      };
    },
    table: tableOf(dots, 'minutes'),
  }) as FigureOf<Id>;
}

/** Days from the day an incident was over to the day of its meeting, against what its severity's policy asks for. */
export function reviewFigure(cases: Cases, index: CatalogIndex): FigureOf<'review'> {
  const severities = index.catalog.settings.severities.toSorted((a, b) => a.level - b.level);
  const policies = severities.map(({ level, postmortem, postmortemDays }) => ({
    severity: level,
    days: postmortem ? postmortemDays : null,
  }));
  const daysFor = new Map(policies.map(({ severity, days }) => [severity, days]));
  const points = cases.incidents.flatMap(({ postmortem, source }): Point[] => {
    const { status, reviewedOn, severity } = postmortem.facts;
    if (status !== 'reviewed' || reviewedOn === null) return [];
    const on = earlier(reviewedOn, cases.today);
    const over = daysOfEnd(postmortem);
    if (over === null) return [{ on, dot: null }];
    // A meeting before the end of the incident is a quick one.
    const [min, max] = [over.last, over.first].map((day) => Math.max(0, daysBetween(day, reviewedOn)));
    return [{ on, dot: { on, min: min ?? 0, max: max ?? 0, approximate: false, source, severity } }];
  });
  const { n, dots, medians, middles } = dotted(cases.calendar, points);
  const limits = policies.flatMap(({ severity, days }) => (days === null ? [] : [{ severity, value: days }]));
  const asked = dots.filter(({ severity }) => daysFor.get(severity) != null);
  return figureOf({
    id: 'review',
    n,
    of: points.length,
    needs: needed.median,
    definition: { policies },
    chart: { kind: 'dots', unit: 'days', dots, medians, limits },
    reading: () => {
      const middle = median(middles);
      if (middle === null) return null;
      return {
        median: middle,
        inTime: {
          part: asked.filter(({ min, severity }) => min <= (daysFor.get(severity) ?? 0)).length,
          of: asked.length,
        },
        waiting: postmortemsDue(index).flatMap(({ postmortem, daysLeft }) =>
          daysLeft !== null && daysLeft < 0 && !isElsewhere(postmortem)
            ? (cases.sources.get(postmortem) ?? [])
            : [],
        ),
        ...latelyMedian(medians),
      };
    },
    table: tableOf(dots, 'days'),
  });
}

/** A case that has the figure, or could have had it. */
interface Point {
  /** The day that says which period it belongs to. */
  on: string;
  dot: Dot | null;
}

function dotted(
  calendar: Calendar,
  points: readonly Point[],
): Pick<DotsChart, 'dots' | 'medians'> & { n: number; middles: number[] } {
  const dots = points
    .flatMap(({ dot }) => dot ?? [])
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const groups = byPeriod(calendar, points, ({ on }) => on);
  const medians = calendar.periods.map((period, at) => {
    const group = groups[at] ?? [];
    const own = group.flatMap(({ dot }) => (dot === null ? [] : [middleOf(dot)]));
    return {
      period,
      value: own.length < needed.median ? null : median(own),
      n: own.length,
      of: group.length,
    };
  });
  return { n: dots.length, dots, medians, middles: dots.map(middleOf) };
}

export function middleOf({ min, max }: Pick<Dot, 'min' | 'max'>): number {
  return (min + max) / 2;
}

function spanOf({ min, max, approximate, source }: Dot): Pick<Dot, 'min' | 'max' | 'approximate' | 'source'> {
  return { min, max, approximate, source };
}

function latelyMedian(medians: DotsChart['medians']): Lately<{ median: number; n: number }> {
  return lately(
    medians.map(({ period }) => period),
    medians.map(({ value, n }) => (value === null ? null : { median: value, n })),
  );
}

/** One row a case, the latest first. */
function tableOf(dots: readonly Dot[], kind: 'minutes' | 'days'): Table {
  return {
    columns: [
      { key: 'date', kind: 'date' },
      { key: 'incident', kind: 'written' },
      { key: 'severity', kind: 'severity' },
      { key: 'duration', kind },
    ],
    rowsAre: 'one',
    rows: dots.toReversed().map(({ on, min, max, approximate, source, severity }) => ({
      cells: [on, source.text, severity, { min, max, approximate }],
      sources: [source],
    })),
  };
}

/** The first and the last day on which an incident can have been over, in its file's zone. */
function daysOfEnd({ timeline }: Postmortem): { first: string; last: string } | null {
  const time = timeline?.entries.find(({ marks }) => marks.includes('resolved'))?.time;
  return time === undefined ? null : { first: time.date, last: time.endDate ?? time.date };
}

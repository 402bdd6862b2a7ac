import { datesMet, isOpen } from '../improvement/backlog.ts';
import { daysBetween } from '../time/dates.ts';
import { byPeriod } from './calendar.ts';
import type { Cases, Task } from './cases.ts';
import type { StepsChart } from './chart.ts';
import { counted, figureOf, lately, needed, shareOf, sourcesOf } from './figure.ts';
import type { FigureOf } from './figures.ts';
import { median } from './median.ts';

interface Counts {
  created: number;
  closed: number;
  dropped: number;
  open: number;
}

const countKeys = ['created', 'closed', 'dropped', 'open'] as const satisfies (keyof Counts)[];

/** One thing that happened to the backlog. */
interface Change {
  kind: 'created' | 'closed' | 'dropped';
  on: string;
  task: Task;
}

/** How the backlog grew and shrank. Improvements of which nobody knows since when are left out. */
export function backlogFigure({ calendar, tasks, today }: Cases): FigureOf<'backlog'> {
  const known = tasks.filter(({ createdOn }) => createdOn !== null);
  const changes = known.flatMap(changesOf);
  const { periods } = calendar;
  const groups = byPeriod(calendar, changes, ({ on }) => on);
  const totals: Counts = { created: 0, closed: 0, dropped: 0, open: 0 };
  const facts = groups.map((group) => {
    const own = countsOf(group);
    totals.open += own.open;
    return { ...own, open: totals.open, sources: sourcesOf(group.map(({ task }) => task)) };
  });
  return figureOf({
    id: 'backlog',
    n: known.length,
    of: tasks.length,
    needs: needed.count,
    definition: null,
    chart: { kind: 'steps', unit: 'count', steps: stepsOf(changes, today), series: [...countKeys] },
    reading: () => ({
      ...countsOf(changes),
      overdue: known.filter(({ overdue }) => overdue).length,
      ...lately(
        periods,
        facts.map(({ created, closed, dropped, open }) => ({ created, closed, dropped, open })),
      ),
    }),
    table: {
      columns: [
        { key: 'period', kind: 'period' },
        ...countKeys.map((key) => ({ key, kind: 'count' as const })),
      ],
      rowsAre: 'several',
      rows: facts.map(({ sources, ...counts }, at) => ({
        cells: [periods[at]?.key ?? null, ...countKeys.map((key) => counts[key])],
        sources,
      })),
    },
  });
}

function changesOf(task: Task): Change[] {
  const { createdOn, endedOn, improvement } = task;
  if (createdOn === null) return [];
  const created: Change = { kind: 'created', on: createdOn, task };
  if (endedOn === null) return [created];
  return [created, { kind: improvement.done === null ? 'dropped' : 'closed', on: endedOn, task }];
}

/** `open` is what the changes add to it. */
function countsOf(changes: readonly Change[]): Counts {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  const [created, closed, dropped] = [count('created'), count('closed'), count('dropped')];
  return { created, closed, dropped, open: created - closed - dropped };
}

function stepsOf(changes: readonly Change[], today: string): StepsChart['steps'] {
  const byDay = Map.groupBy(changes, ({ on }) => on);
  if (!byDay.has(today)) byDay.set(today, []);
  const totals: Counts = { created: 0, closed: 0, dropped: 0, open: 0 };
  return [...byDay.keys()].sort().map((on) => {
    const day = countsOf(byDay.get(on) ?? []);
    for (const key of countKeys) totals[key] += day[key];
    return { on, values: { ...totals } };
  });
}

/** Of the dates that have been met or have passed: how many were met. */
export function datesMetFigure({ calendar, tasks }: Cases): FigureOf<'dates-met'> {
  const settled = tasks.filter(({ settledOn }) => settledOn !== null);
  const { periods } = calendar;
  const split = byPeriod(calendar, settled, ({ settledOn }) => settledOn ?? '').map((group) => {
    const { overdue = [], met = [], late = [] } = Object.groupBy(group, outcomeOf);
    return { group, met, late, overdue };
  });
  const keys = ['met', 'late', 'overdue'] as const;
  const facts = split.map(({ met, late }) => ({ met: met.length, closed: met.length + late.length }));
  return figureOf({
    id: 'dates-met',
    n: settled.length,
    of: tasks.filter(({ improvement, overdue }) => improvement.state === 'closed' || overdue).length,
    needs: needed.share,
    definition: null,
    chart: {
      kind: 'columns',
      unit: 'count',
      periods,
      series: keys.map((key) => ({ key, values: split.map((outcomes) => counted(outcomes[key])) })),
    },
    reading: () => {
      const { met, of } = datesMet(tasks.map(({ improvement }) => improvement));
      return {
        met,
        closed: of,
        overdue: tasks.filter(({ overdue }) => overdue).length,
        ...lately(
          periods,
          facts.map((fact) => (fact.closed < needed.share ? null : fact)),
        ),
      };
    },
    table: {
      columns: [
        { key: 'period', kind: 'period' },
        ...keys.map((key) => ({ key, kind: 'count' as const })),
        { key: 'share', kind: 'share' },
      ],
      rowsAre: 'several',
      rows: split.map(({ group, met, late, overdue }, at) => ({
        cells: [
          periods[at]?.key ?? null,
          met.length,
          late.length,
          overdue.length,
          shareOf(met.length, met.length + late.length),
        ],
        sources: sourcesOf(group),
      })),
    },
  });
}

function outcomeOf({ overdue, improvement: { due, done } }: Task): 'met' | 'late' | 'overdue' {
  if (overdue) return 'overdue';
  return done !== null && due !== null && done <= due ? 'met' : 'late';
}

const buckets = [
  { key: '0-30', from: 0, to: 30 },
  { key: '31-90', from: 31, to: 90 },
  { key: '91-180', from: 91, to: 180 },
  { key: '181-365', from: 181, to: 365 },
  { key: '366-', from: 366, to: null },
];

/** How long what is open has been waiting. */
export function ageFigure({ tasks, today }: Cases): FigureOf<'age'> {
  const open = tasks.filter(({ improvement }) => isOpen(improvement));
  const aged = open
    .flatMap((task) =>
      task.createdOn === null ? [] : [{ ...task, days: daysBetween(task.createdOn, today) }],
    )
    .sort((a, b) => b.days - a.days);
  const split = buckets.map(({ from, to }) => {
    const group = aged.filter(({ days }) => days >= from && (to === null || days <= to));
    const { overdue = [], due = [], undated = [] } = Object.groupBy(group, urgencyOf);
    return { group, overdue, due, undated };
  });
  const keys = ['overdue', 'due', 'undated'] as const;
  return figureOf({
    id: 'age',
    n: aged.length,
    of: open.length,
    needs: needed.count,
    definition: null,
    chart: {
      kind: 'bars',
      unit: 'count',
      categories: buckets.map(({ key }) => key),
      series: keys.map((key) => ({ key, values: split.map((urgencies) => counted(urgencies[key])) })),
    },
    reading: () => {
      const oldest = aged[0];
      if (oldest === undefined) return null;
      return {
        median: aged.length < needed.median ? null : median(aged.map(({ days }) => days)),
        oldest: { days: oldest.days, source: oldest.source },
        overAYear: split.at(-1)?.group.length ?? 0,
      };
    },
    table: {
      columns: [
        { key: 'age', kind: 'text' },
        ...keys.map((key) => ({ key, kind: 'count' as const })),
        { key: 'total', kind: 'count' },
      ],
      rowsAre: 'several',
      rows: split.map(({ group, ...urgencies }, at) => ({
        cells: [buckets[at]?.key ?? null, ...keys.map((key) => urgencies[key].length), group.length],
        sources: sourcesOf(group),
      })),
    },
  });
}

function urgencyOf({ overdue, improvement: { due } }: Task): 'overdue' | 'due' | 'undated' {
  if (overdue) return 'overdue';
  return due === null ? 'undated' : 'due';
}

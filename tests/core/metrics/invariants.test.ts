import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatalogIndex } from '../../../src/core/catalog/catalog-index.ts';
import { datesMet, isOpen, isOverdue } from '../../../src/core/improvement/backlog.ts';
import type { Chart, Source } from '../../../src/core/metrics/chart.ts';
import type { MetricsPage } from '../../../src/core/page/metrics-model.ts';
import { metricsPage } from '../../../src/core/page/metrics-page.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { addDays } from '../../../src/core/time/dates.ts';
import { questions, raisedByValues, statuses, triageValues } from '../../../src/core/vocabulary.ts';
import { growth } from '../../support/growth.ts';
import { postmortemOf } from '../../support/sample-catalog.ts';
import { figureIn, indexOn, pageOn } from './figure-on.ts';

const today = '2026-06-30';
const rest = {
  systems: [
    { id: 'fax', team: 'orders' },
    { id: 'cards', team: 'payments' },
    { id: 'ledger', team: null },
  ],
  settings: { teamHours: { orders: 40 } },
};

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { nil: null });
/** From four years before today to a month after. */
const day = fc.integer({ min: -1500, max: 30 }).map((days) => addDays(today, days));
const duration = fc
  .tuple(fc.nat(5000), fc.nat(5000), fc.boolean())
  .map(([min, more, approximate]) => ({ min, max: min + more, approximate }));

const improvement = fc.record({
  title: fc.constant('task'),
  question: fc.constantFrom(...questions),
  due: maybe(day),
  end: fc.oneof(fc.constant({}), fc.record({ done: day }), fc.record({ dropped: day })),
});

const sample = fc.record({
  date: maybe(day),
  reviewedOn: maybe(day),
  status: fc.constantFrom(...statuses),
  severity: fc.constantFrom(1, 2, 3),
  raisedBy: maybe(fc.constantFrom(...raisedByValues)),
  triage: maybe(fc.constantFrom(...triageValues)),
  effort: maybe(fc.nat(10_000)),
  systems: fc.subarray(['fax', 'cards', 'ledger']),
  tags: fc.subarray(['elsewhere']),
  durations: fc.record({
    detect: maybe(duration),
    respond: maybe(duration),
    mitigate: maybe(duration),
    resolve: maybe(duration),
  }),
  improvements: fc.array(improvement, { maxLength: 5 }),
});

const organisation = fc.array(sample, { maxLength: 15 }).map((samples) =>
  samples.map(({ improvements, ...one }, at) =>
    postmortemOf({
      ...one,
      id: `p-${at}`,
      improvements: improvements.map(({ end, ...part }, n) => ({ ...part, ...end, anchor: `task-${n}` })),
    }),
  ),
);

function holds(check: (page: MetricsPage, postmortems: Postmortem[]) => void): void {
  fc.assert(fc.property(organisation, (postmortems) => check(pageOn(today, postmortems, rest), postmortems)));
}

const improvementsOf = (postmortems: Postmortem[]) =>
  postmortems.flatMap(({ questions: answers }) =>
    Object.values(answers).flatMap(({ improvements }) => improvements),
  );

const total = (numbers: Iterable<number | null>): number =>
  [...numbers].reduce((a: number, b) => a + (b ?? 0), 0);

describe('whatever an organisation lived through', () => {
  test('charts and readings are there where there are cases enough, and nowhere else', () => {
    holds(({ figures }) => {
      for (const { chart, reading, n, of, needs } of figures) {
        expect([chart === null, reading === null]).toEqual([n < needs, n < needs]);
        expect(n).toBeLessThanOrEqual(of);
      }
    });
  });

  test('no number is negative, infinite or none', () => {
    holds((page) => {
      JSON.stringify(page, (_, value: unknown) => {
        if (typeof value === 'number' && !(value >= 0 && Number.isFinite(value))) throw new Error(`${value}`);
        return value;
      });
    });
  });

  test('tables and charts are full, and every source is a page that there is', () => {
    holds(({ figures }, postmortems) => {
      const pages = new Set(postmortems.map(({ id }) => `/postmortems/${id}/`));
      for (const { chart, table } of figures) {
        const widths = new Set(table.rows.map(({ cells }) => cells.length));
        expect([...widths].filter((width) => width !== table.columns.length)).toEqual([]);
        const sources = [...sourcesOf(chart), ...table.rows.flatMap((row) => row.sources)];
        expect(sources.filter(({ url }) => !pages.has(url.replace(/#.*/, '')))).toEqual([]);
        if (table.rowsAre === 'one') expect(table.rows.filter((row) => row.sources.length !== 1)).toEqual([]);
        if (chart?.kind === 'columns')
          for (const { values } of chart.series) expect(values).toHaveLength(chart.periods.length);
        if (chart?.kind === 'bars')
          for (const { values } of chart.series) expect(values).toHaveLength(chart.categories.length);
      }
    });
  });

  test('counts over time add up to all incidents with a day, by each of their facts', () => {
    holds((page, postmortems) => {
      const own = postmortems.filter(({ facts }) => facts.systems.length > 0 || facts.tags.length === 0);
      const dated = own.filter(({ date }) => date !== null).length;
      expect(page.incidents + page.elsewhere.length).toBe(postmortems.length);
      expect(page.incidents).toBe(own.length);
      for (const id of ['severity', 'raised-by', 'triage'] as const) {
        const { chart } = figureIn(page, id);
        if (chart === null) continue;
        expect(total(chart.series.flatMap(({ values }) => values.map(({ value }) => value)))).toBe(dated);
        const values = chart.series.flatMap((series) => series.values);
        expect(values.filter(({ value, sources }) => sources.length !== value)).toEqual([]);
      }
    });
  });

  test('on every day, open is created less closed and dropped; in the end it is the backlog of today', () => {
    holds((page, postmortems) => {
      const { chart, reading, n, of } = figureIn(page, 'backlog');
      const counts = (chart?.steps ?? []).map(({ values }) => values);
      const wrong = counts.filter(
        ({ created = -1, closed = -1, dropped = -1, open = -1 }, at) =>
          open !== created - closed - dropped || created < (counts[at - 1]?.['created'] ?? 0),
      );
      expect(wrong).toEqual([]);
      if (chart === null || n < of) return;
      const all = improvementsOf(postmortems);
      expect(chart.steps.at(-1)?.on).toBe(today);
      expect(chart.steps.at(-1)?.values['open']).toBe(all.filter(isOpen).length);
      expect(reading?.overdue).toBe(all.filter((one) => isOverdue(one, today)).length);
    });
  });

  test('dates met are the same as on the backlog’s page, and so are the late ones', () => {
    holds((page, postmortems) => {
      const { chart, reading } = figureIn(page, 'dates-met');
      if (chart === null || reading === null) return;
      const all = improvementsOf(postmortems);
      const [met = -1, late = -1, overdue = -1] = chart.series.map(({ values }) =>
        total(values.map(({ value }) => value)),
      );
      expect({ met, of: met + late }).toEqual(datesMet(all));
      expect({ met: reading.met, of: reading.closed }).toEqual(datesMet(all));
      expect(overdue).toBe(all.filter((one) => isOverdue(one, today)).length);
    });
  });

  test('ages and questions add up', () => {
    holds((page, postmortems) => {
      const age = figureIn(page, 'age');
      if (age.chart !== null)
        expect(total(age.chart.series.flatMap(({ values }) => values.map(({ value }) => value)))).toBe(age.n);
      const balance = figureIn(page, 'questions').chart;
      if (balance !== null)
        expect(total(balance.series.flatMap(({ values }) => values.map(({ value }) => value)))).toBe(
          improvementsOf(postmortems).length,
        );
    });
  });

  test('medians lie between the shortest and the longest of their period', () => {
    holds((page) => {
      for (const id of ['detect', 'respond', 'mitigate', 'resolve', 'review'] as const) {
        const { chart, reading } = figureIn(page, id);
        for (const { period, value, n } of chart?.medians ?? []) {
          const own = chart?.dots.filter(({ on }) => period.from <= on && on <= period.to) ?? [];
          expect(own).toHaveLength(n);
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(Math.min(...own.map(({ min }) => min)));
          expect(value).toBeLessThanOrEqual(Math.max(...own.map(({ max }) => max)));
        }
        if (chart === null || reading === null) continue;
        expect(reading.median).toBeGreaterThanOrEqual(Math.min(...chart.dots.map(({ min }) => min)));
        expect(reading.median).toBeLessThanOrEqual(Math.max(...chart.dots.map(({ max }) => max)));
      }
    });
  });

  test('hours of teams are never more than the hours written down', () => {
    holds((page, postmortems) => {
      const minutes = total(postmortems.map(({ facts }) => facts.effort));
      const shares = figureIn(page, 'capacity').chart?.shares ?? [];
      expect(total(shares.map(({ part }) => part))).toBeLessThanOrEqual(minutes / 60 + 1e-6);
    });
  });

  test('the order of the files makes no difference', () => {
    fc.assert(
      fc.property(organisation, fc.infiniteStream(fc.nat()), (postmortems, keys) => {
        const shuffled = postmortems
          .map((postmortem) => ({ postmortem, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ postmortem }) => postmortem);
        expect(pageOn(today, shuffled, rest)).toEqual(pageOn(today, postmortems, rest));
      }),
    );
  });
});

test('the work grows with the number of postmortems, not with its square', () => {
  const many = fc.sample(organisation, { numRuns: 700, seed: 3 }).flat();
  expect(many.length).toBeGreaterThan(2800);
  const indexOfFirst = (count: number) =>
    indexOn(
      today,
      many.slice(0, count).map((postmortem, at) => ({ ...postmortem, id: `p-${at}` })),
      rest,
    );
  const indexes = new Map([700, 2800].map((count) => [count, indexOfFirst(count)]));
  expect(growth(700, (count) => metricsPage(indexes.get(count) as CatalogIndex))).toBeLessThan(10);
});

function sourcesOf(chart: Chart | null): Source[] {
  if (chart === null || chart.kind === 'steps') return [];
  if (chart.kind === 'dots') return chart.dots.map(({ source }) => source);
  if (chart.kind === 'shares') return chart.shares.flatMap(({ sources }) => sources);
  return chart.series.flatMap(({ values }) => values.flatMap(({ sources }) => sources));
}

import type { Settings, System } from '../../../src/core/catalog/catalog.ts';
import { type CatalogIndex, indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import type { BarsChart, ColumnsChart } from '../../../src/core/metrics/chart.ts';
import type { FigureId, FigureOf, Table } from '../../../src/core/metrics/figures.ts';
import type { MetricsPage } from '../../../src/core/page/metrics-model.ts';
import { metricsPage } from '../../../src/core/page/metrics-page.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { durationsOf } from '../../../src/core/timeline/marks.ts';
import { catalogOf, settings as defaults, postmortemOf } from '../../support/sample-catalog.ts';
import { timelineOf } from '../timeline/timeline-of.ts';

interface Rest {
  settings?: Partial<Settings>;
  systems?: { id: string; team: string | null }[];
}

export function indexOn(
  today: string,
  postmortems: Postmortem[],
  { settings, systems }: Rest = {},
): CatalogIndex {
  const { catalog } = catalogOf(postmortems, {
    settings: { ...defaults, ...settings },
    systems: (systems ?? []).map(
      ({ id, team }): System => ({ id, team, name: id, description: null, dependsOn: [] }),
    ),
  });
  return indexCatalog(catalog, { today, basePath: '/' });
}

/** The metrics page as it is built on a day. */
export function pageOn(today: string, postmortems: Postmortem[], rest: Rest = {}): MetricsPage {
  return metricsPage(indexOn(today, postmortems, rest));
}

export function figureIn<Id extends FigureId>(
  { figures }: Pick<MetricsPage, 'figures'>,
  id: Id,
): FigureOf<Id> {
  const figure = figures.find((one) => one.id === id);
  if (figure === undefined) throw new Error(`no ${id}`);
  return figure as FigureOf<Id>;
}

/** A postmortem with the times of its marks, in UTC. */
export function incident({
  marks,
  ...sample
}: Parameters<typeof postmortemOf>[0] & { marks?: Record<string, string> }): Postmortem {
  if (marks === undefined) return postmortemOf(sample);
  const timeline = timelineOf(
    Object.entries(marks)
      .map(([mark, time]) => `- ${time} **${mark}** It happens.`)
      .join('\n'),
  );
  const date = timeline.entries[0]?.time.date ?? null;
  return postmortemOf({ date, timeline, durations: durationsOf(timeline), ...sample });
}

/** The values of a chart by the key of their series. */
export function valuesOf(chart: ColumnsChart | BarsChart | null): Record<string, (number | null)[]> | null {
  return (
    chart &&
    Object.fromEntries(chart.series.map(({ key, values }) => [key, values.map(({ value }) => value)]))
  );
}

/** The titles of the pages that a chart's values were counted from, by series. */
export function pagesOf(chart: ColumnsChart | BarsChart | null): Record<string, string[][]> | null {
  return (
    chart &&
    Object.fromEntries(
      chart.series.map(({ key, values }) => [
        key,
        values.map(({ sources }) => sources.map(({ text }) => text)),
      ]),
    )
  );
}

export function cellsOf({ rows }: Table): unknown[][] {
  return rows.map(({ cells }) => cells);
}

import type { SeverityLevel } from '../catalog/catalog.ts';
import { raisedByValues, triageValues } from '../vocabulary.ts';
import { byPeriod } from './calendar.ts';
import type { Cases, DatedIncident } from './cases.ts';
import type { SharesChart } from './chart.ts';
import { counted, figureOf, lately, latelyShared, needed, shareOf, sourcesOf } from './figure.ts';
import type { FigureOf } from './figures.ts';

/** Stands for a fact that nobody wrote down. */
const unknown = 'unknown';

export function severityFigure(cases: Cases, levels: readonly SeverityLevel[]): FigureOf<'severity'> {
  const keys = levels.map(({ level }) => level).toSorted((a, b) => a - b);
  return overTime('severity', cases, keys.map(String), ({ postmortem }) => String(postmortem.facts.severity));
}

export function raisedByFigure(cases: Cases): FigureOf<'raised-by'> {
  const keys = [...raisedByValues, unknown];
  return overTime('raised-by', cases, keys, ({ postmortem }) => postmortem.facts.raisedBy ?? unknown);
}

export function triageFigure(cases: Cases): FigureOf<'triage'> {
  const keys = [...triageValues, unknown];
  return overTime('triage', cases, keys, ({ postmortem }) => postmortem.facts.triage ?? unknown);
}

/** Incidents by period and by what one fact says of them. */
function overTime<Id extends 'severity' | 'raised-by' | 'triage'>(
  id: Id,
  { calendar, incidents, dated }: Cases,
  keys: readonly string[],
  keyOf: (incident: DatedIncident) => string,
): FigureOf<Id> {
  const { periods } = calendar;
  const groups = byPeriod(calendar, dated, ({ on }) => on);
  const split = groups.map((group) => Map.groupBy(group, keyOf));
  const series = keys.map((key) => ({ key, values: split.map((byKey) => counted(byKey.get(key) ?? [])) }));
  const counts = Map.groupBy(dated, keyOf);
  const countOf = (key: string): number => counts.get(key)?.length ?? 0;
  return figureOf<'severity' | 'raised-by' | 'triage'>({
    id,
    n: dated.length - countOf(unknown),
    of: incidents.length,
    needs: needed.count,
    definition: null,
    chart: { kind: 'columns', unit: 'count', periods, series },
    reading: () => ({
      total: dated.length,
      tally: keys
        .map((key) => ({ key, count: countOf(key) }))
        .filter(({ key, count }) => key !== unknown && count > 0)
        .sort((a, b) => b.count - a.count),
      ...lately(
        periods,
        groups.map(({ length }) => ({ count: length })),
      ),
    }),
    table: {
      columns: [
        { key: 'period', kind: 'period' },
        ...keys.map((key) => ({ key, kind: 'count' as const })),
        { key: 'total', kind: 'count' },
      ],
      rowsAre: 'several',
      rows: periods.map(({ key }, at) => ({
        cells: [key, ...series.map(({ values }) => values[at]?.value ?? 0), groups[at]?.length ?? 0],
        sources: sourcesOf(groups[at] ?? []),
      })),
    },
  }) as FigureOf<Id>;
}

/** Of the incidents whose raiser is known: how many the system itself reported first. */
export function systemFirstFigure({ calendar, incidents, dated }: Cases): FigureOf<'system-first'> {
  const known = dated.filter(({ postmortem }) => postmortem.facts.raisedBy !== null);
  const first = ({ postmortem }: DatedIncident): boolean => postmortem.facts.raisedBy === 'system';
  const groups = byPeriod(calendar, known, ({ on }) => on);
  const shares: SharesChart['shares'] = calendar.periods.map((period, at) => {
    const group = groups[at] ?? [];
    const [part, of] = [group.filter(first).length, group.length];
    return { period, part, of, share: shareOf(part, of), sources: sourcesOf(group) };
  });
  return figureOf({
    id: 'system-first',
    n: known.length,
    of: incidents.length,
    needs: needed.share,
    definition: null,
    chart: { kind: 'shares', shares },
    reading: () => ({
      part: known.filter(first).length,
      of: known.length,
      ...latelyShared(shares),
    }),
    table: {
      columns: [
        { key: 'period', kind: 'period' },
        { key: 'system', kind: 'count' },
        { key: 'known', kind: 'count' },
        { key: 'share', kind: 'share' },
      ],
      rowsAre: 'several',
      rows: shares.map(({ period, part, of, share, sources }) => ({
        cells: [period.key, part, of, share],
        sources,
      })),
    },
  });
}

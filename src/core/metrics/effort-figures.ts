import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { byPeriod, daysSoFar } from './calendar.ts';
import type { Cases, DatedIncident } from './cases.ts';
import type { Period, Source } from './chart.ts';
import { figureOf, lately, latelyShared, needed, sourcesOf, sum } from './figure.ts';
import type { FigureOf } from './figures.ts';

/** An incident that took hours, as far as anybody wrote them down. */
interface Spent extends DatedIncident {
  /** Person-hours. */
  hours: number | null;
}

/** What still burns could not know its hours yet. */
export function spentOn(incidents: readonly DatedIncident[]): Spent[] {
  return incidents
    .map((incident) => ({ ...incident, hours: hoursOf(incident.postmortem) }))
    .filter(({ hours, postmortem }) => hours !== null || postmortem.facts.status !== 'open');
}

function hoursOf({ facts }: Postmortem): number | null {
  return facts.effort === null ? null : facts.effort / 60;
}

function isKnown<Case extends Spent>(spent: Case): spent is Case & { hours: number } {
  return spent.hours !== null;
}

export function effortFigure({ calendar, incidents, dated }: Cases): FigureOf<'effort'> {
  const { periods } = calendar;
  const undated = incidents.filter(({ on, postmortem }) => on === null && postmortem.facts.status !== 'open');
  const spent = spentOn(dated);
  const known = spent.filter(isKnown);
  const groups = byPeriod(calendar, spent, ({ on }) => on);
  const facts = groups.map((group) => {
    const own = group.filter(isKnown);
    const hours = sum(own.map(({ hours }) => hours));
    return {
      hours: own.length === 0 && group.length > 0 ? null : hours,
      n: own.length,
      of: group.length,
      own,
    };
  });
  return figureOf({
    id: 'effort',
    n: known.length,
    of: spent.length + undated.length,
    needs: needed.count,
    definition: null,
    chart: {
      kind: 'columns',
      unit: 'hours',
      periods,
      series: [
        {
          key: 'effort',
          values: facts.map(({ hours, own }) => ({ value: hours, sources: sourcesOf(own) })),
        },
      ],
    },
    reading: () => {
      const largest = known.toSorted((a, b) => b.hours - a.hours)[0];
      if (largest === undefined) return null;
      return {
        hours: sum(known.map(({ hours }) => hours)),
        largest: { hours: largest.hours, source: largest.source },
        ...lately(
          periods,
          facts.map(({ hours, n, of }) => (hours === null ? null : { hours, n, of })),
        ),
      };
    },
    table: {
      columns: [
        { key: 'period', kind: 'period' },
        { key: 'effort', kind: 'hours' },
        { key: 'known', kind: 'count' },
        { key: 'incidents', kind: 'count' },
      ],
      rowsAre: 'several',
      rows: facts.map(({ hours, n, of, own }, at) => ({
        cells: [periods[at]?.key ?? null, hours, n, of],
        sources: sourcesOf(own),
      })),
    },
  });
}

/** What one team spent in one period. */
interface TeamPeriod {
  team: string;
  part: number;
  /** The team's hours in the days of the period so far. */
  of: number;
  share: number;
  sources: Source[];
}

/**
 * Hours spent on incidents, of the hours that teams have; null where settings name none. An incident counts for the teams
 * of its systems, split evenly; a team whose hours nobody named takes its part with it. A period with incidents and no
 * hours written down for any of them is a gap.
 */
export function capacityFigure(cases: Cases, index: CatalogIndex): FigureOf<'capacity'> | null {
  const teams = [...index.teams.values()].flatMap(({ name, hours }) =>
    hours === null || hours <= 0 ? [] : [{ team: name, hours }],
  );
  if (teams.length === 0) return null;
  const { calendar, dated, today } = cases;
  const teamsOfIncident = ({ postmortem }: DatedIncident): string[] => [
    ...new Set(postmortem.facts.systems.flatMap((id) => index.systems.get(id)?.team ?? [])),
  ];
  const withHours = new Set(teams.map(({ team }) => team));
  const spent = spentOn(dated).map((incident) => ({ ...incident, teams: teamsOfIncident(incident) }));
  const could = spent.filter((incident) => incident.teams.some((team) => withHours.has(team)));
  const known = could.filter(isKnown);
  const groups = byPeriod(calendar, could, ({ on }) => on);
  const inPeriod = (period: Period, group: typeof could): TeamPeriod[] | null => {
    if (group.length > 0 && !group.some(isKnown)) return null;
    const days = daysSoFar(period, today);
    return teams.map(({ team, hours }) => {
      const own = group.filter(isKnown).filter((incident) => incident.teams.includes(team));
      const part = sum(own.map((incident) => incident.hours / incident.teams.length));
      const of = (hours * days) / 7;
      return { team, part, of, share: part / of, sources: sourcesOf(own) };
    });
  };
  const byTeam = calendar.periods.map((period, at) => inPeriod(period, groups[at] ?? []));
  const shares = calendar.periods.map((period, at) => {
    const { part, of } = totalOf(byTeam[at] ?? []);
    const sources = sourcesOf((groups[at] ?? []).filter(isKnown));
    return { period, part, of, share: of === 0 ? null : part / of, sources };
  });
  const all = byTeam.flatMap((rows) => rows ?? []);
  return figureOf({
    id: 'capacity',
    n: known.length,
    of: could.length,
    needs: needed.count,
    definition: { teams },
    chart: { kind: 'shares', shares },
    reading: () => ({
      ...totalOf(all),
      ...latelyShared(shares),
    }),
    table: {
      columns: [
        { key: 'period', kind: 'period' },
        { key: 'team', kind: 'written' },
        { key: 'effort', kind: 'hours' },
        { key: 'capacity', kind: 'hours' },
        { key: 'share', kind: 'share' },
      ],
      rowsAre: 'several',
      rows: calendar.periods.flatMap(({ key }, at) =>
        (byTeam[at] ?? []).map(({ team, part, of, share, sources }) => ({
          cells: [key, team, part, of, share],
          sources,
        })),
      ),
    },
  });
}

function totalOf(rows: readonly TeamPeriod[]): { part: number; of: number } {
  return { part: sum(rows.map(({ part }) => part)), of: sum(rows.map(({ of }) => of)) };
}

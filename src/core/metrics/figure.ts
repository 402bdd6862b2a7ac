import type { Period, SharesChart, Source, Value } from './chart.ts';
import type { FigureFacts, FigureId, FigureOf, Lately } from './figures.ts';

/** How many cases it takes, in all as well as in a period: to count them, to name a median, to speak of a share. */
export const needed = { count: 1, median: 3, share: 3 };

interface Draft<Id extends FigureId>
  extends Pick<FigureOf<Id>, 'id' | 'n' | 'of' | 'needs' | 'definition' | 'table'> {
  chart: FigureFacts[Id]['chart'];
  /** Is asked only where there are cases enough. */
  reading(): FigureFacts[Id]['reading'] | null;
}

/** A figure that says nothing where there are too few cases. */
export function figureOf<Id extends FigureId>(draft: Draft<Id>): FigureOf<Id> {
  const enough = draft.n >= draft.needs;
  return { ...draft, chart: enough ? draft.chart : null, reading: enough ? draft.reading() : null };
}

/** The last two periods that have something to say. */
export function lately<Fact>(periods: readonly Period[], facts: readonly (Fact | null)[]): Lately<Fact> {
  const said = periods.flatMap((period, index) => {
    const fact = facts[index];
    return fact == null ? [] : [{ period, ...fact }];
  });
  return { latest: said.at(-1) ?? null, previous: said.at(-2) ?? null };
}

/** The same of shares by period, as far as there are cases enough to speak of one. */
export function latelyShared(shares: SharesChart['shares']): Lately<{ part: number; of: number }> {
  return lately(
    shares.map(({ period }) => period),
    shares.map(({ part, of, share }) => (share === null ? null : { part, of })),
  );
}

/** So many cases, and which. */
export function counted(cases: readonly { source: Source }[]): Value {
  return { value: cases.length, sources: sourcesOf(cases) };
}

/** Their pages, each once. */
export function sourcesOf(cases: readonly { source: Source }[]): Source[] {
  return [...new Set(cases.map(({ source }) => source))];
}

export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

/** The share of so many cases; null where there are too few to speak of one. */
export function shareOf(part: number, of: number): number | null {
  return of < needed.share ? null : part / of;
}

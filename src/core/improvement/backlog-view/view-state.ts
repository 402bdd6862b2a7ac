import { byFacet, type Facet, type Filters, facets, noFilters, type Option, without } from './filter.ts';
import { type Column, columns, type Sort } from './sort.ts';

export const views = ['table', 'board', 'owner', 'question'] as const;
export type View = (typeof views)[number];

/** Everything a reader chose. */
export interface ViewState {
  view: View;
  /** Null is the order of the backlog: overdue first. */
  sort: Sort | null;
  words: string;
  filters: Filters;
}

export const firstState: ViewState = { view: 'table', sort: null, words: '', filters: noFilters };

/** A part of an address that means nothing here. */
export interface Unknown {
  name: string;
  value: string;
}

/**
 * Reads an address's query. The names are for links from anywhere and stay as they are:
 *
 * - `view`: `table` (may be left out), `board`, `owner`, `question`
 * - `sort`: a column, with `-` in front for descending: `title`, `postmortem`, `state`, `question`, `owner`, `team`,
 *   `due`, `age`, `moved`, `severity`, `system`, `ticket`; left out is overdue first
 * - `q`: words that must all be there
 * - `state`: `open`, `overdue`, `new`, `accepted`, `resolved`, `verified`, `closed`, `dropped`
 * - `due`, of what is open: `late`, `week` (within 7 days), `month` (within 30 days), `later`, `-` (no date)
 * - `owner`: a handle · `team`: a team's slug · `system`: an id · `tag` · `severity`: a level · `year`: of the incident ·
 *   `question`: a slug; `-` is without one
 *
 * A filter named again widens it (`?owner=ana&owner=sam`), another one narrows (`?owner=ana&state=overdue`).
 * What is not known is left out and handed back, names of other things than these are none of its business.
 */
export function readState(
  query: string,
  options: Record<Facet, readonly Option[]>,
): { state: ViewState; unknown: Unknown[] } {
  const parameters = new URLSearchParams(query);
  const unknown: Unknown[] = [];
  const view = parameters.get('view');
  const knownView = views.find((known) => known === view);
  if (view !== null && knownView === undefined) unknown.push({ name: 'view', value: view });
  const written = parameters.get('sort');
  const sort = written === null ? null : readSort(written);
  if (written !== null && sort === null) unknown.push({ name: 'sort', value: written });
  const filters = byFacet((facet) => {
    const asked = [...new Set(parameters.getAll(facet))];
    const known = new Set(options[facet].map(({ value }) => value));
    // Nothing without an owner today is no reason to call the question wrong.
    if (absent.includes(facet)) known.add(without);
    for (const value of asked) if (!known.has(value)) unknown.push({ name: facet, value });
    return asked.filter((value) => known.has(value));
  });
  return {
    state: { view: knownView ?? 'table', sort, words: parameters.get('q')?.trim() ?? '', filters },
    unknown,
  };
}

/** Facets whose fact may be missing. */
const absent: readonly Facet[] = ['owner', 'team', 'system', 'tag', 'year'];

function readSort(text: string): Sort | null {
  const descending = text.startsWith('-');
  const column = columns.find((known): known is Column => known === (descending ? text.slice(1) : text));
  return column === undefined ? null : { column, descending };
}

/** Writes the query of an address, with its `?`; the empty string for what the page shows by itself. */
export function writeState({ view, sort, words, filters }: ViewState): string {
  const parameters = new URLSearchParams();
  if (view !== 'table') parameters.set('view', view);
  if (sort !== null) parameters.set('sort', `${sort.descending ? '-' : ''}${sort.column}`);
  if (words.trim() !== '') parameters.set('q', words.trim());
  for (const facet of facets) for (const value of filters[facet]) parameters.append(facet, value);
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

/** The same with a value taken in, or taken out where it was in. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const own = filters[facet];
  return {
    ...filters,
    [facet]: own.includes(value) ? own.filter((other) => other !== value) : [...own, value],
  };
}

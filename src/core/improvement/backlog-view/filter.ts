import { addDays } from '../../time/dates.ts';
import { improvementStates, questions } from '../../vocabulary.ts';
import { isOpen, isOverdue } from '../backlog.ts';
import type { ViewRow } from './view-row.ts';

/** What the backlog can be narrowed by; the names stand in addresses. */
export const facets = [
  'state',
  'due',
  'owner',
  'team',
  'question',
  'severity',
  'system',
  'tag',
  'year',
] as const;
export type Facet = (typeof facets)[number];

/** The value of rows that have none: no owner, no date. */
export const without = '-';

/** States, and the two that gather several of them. */
export const stateValues = ['open', 'overdue', ...improvementStates] as const;
/** Late; due within 7 days; within 30 days; after that; open without a date. */
export const dueValues = ['late', 'week', 'month', 'later', without] as const;

/** The values asked for, by facet: a row fits one that names none, or any of its values. */
export type Filters = Record<Facet, readonly string[]>;

/** A row with all that filters ask of it, worked out once for a day. */
export interface FacetRow {
  row: ViewRow;
  /** Where it stands in the page's own order. */
  at: number;
  values: Filters;
  /** All its words, in lower case. */
  words: string;
}

export interface Option {
  value: string;
  /** The value's own name; null for the ones of a fixed list, which the page words, and for `without`. */
  name: string | null;
}

export interface Choice {
  shown: FacetRow[];
  /** For each facet how many rows have a value, given the words and all other facets. */
  counts: Record<Facet, Map<string, number>>;
}

export function byFacet<Value>(make: (facet: Facet) => Value): Record<Facet, Value> {
  return Object.fromEntries(facets.map((facet) => [facet, make(facet)])) as Record<Facet, Value>;
}

export const noFilters: Filters = byFacet(() => []);

export function facetRows(rows: readonly ViewRow[], today: string): FacetRow[] {
  const [week, month] = [addDays(today, 7), addDays(today, 30)];
  return rows.map((row, at) => ({
    row,
    at,
    values: {
      state: isOverdue(row, today)
        ? ['open', 'overdue', row.state]
        : isOpen(row)
          ? ['open', row.state]
          : [row.state],
      due: isOpen(row) ? dueValuesOf(row.due, today, week, month) : [],
      owner: [row.owner?.key ?? without],
      team: [row.team?.key ?? without],
      question: [row.question],
      severity: [String(row.severity.level)],
      system: row.systems.length === 0 ? [without] : row.systems.map(({ key }) => key),
      tag: row.tags.length === 0 ? [without] : row.tags,
      year: [row.postmortem.year ?? without],
    },
    words: wordsOf(row).toLowerCase(),
  }));
}

function dueValuesOf(due: string | null, today: string, week: string, month: string): readonly string[] {
  if (due === null) return [without];
  if (due < today) return ['late'];
  if (due <= week) return ['week', 'month'];
  return due <= month ? ['month'] : ['later'];
}

function wordsOf({ title, owner, team, systems, tags, ticket, postmortem, question }: ViewRow): string {
  return [
    title,
    owner === null ? '' : `${owner.name} @${owner.key}`,
    team?.name ?? '',
    ...systems.map(({ name, key }) => `${name} ${key}`),
    ...tags,
    ticket ?? '',
    postmortem.title,
    question,
  ].join('\n');
}

/** The rows that fit the filters and hold every one of the words, in the order given, and what other choices would show. */
export function choose(rows: readonly FacetRow[], filters: Filters, words: string): Choice {
  const counts = byFacet(() => new Map<string, number>());
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const asked = facets.filter((facet) => filters[facet].length > 0);
  const shown: FacetRow[] = [];
  for (const candidate of rows) {
    if (!wanted.every((word) => candidate.words.includes(word))) continue;
    const misses = asked.filter(
      (facet) => !candidate.values[facet].some((value) => filters[facet].includes(value)),
    );
    if (misses.length === 0) shown.push(candidate);
    // A facet's own values count as if nothing were asked of it.
    const [missed] = misses;
    if (missed === undefined) for (const facet of facets) count(counts[facet], candidate.values[facet]);
    else if (misses.length === 1) count(counts[missed], candidate.values[missed]);
  }
  return { shown, counts };
}

function count(counts: Map<string, number>, values: readonly string[]): void {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** The values that each facet can be asked for: fixed lists whole, all others as the rows have them. */
export function optionsOf(rows: readonly FacetRow[]): Record<Facet, Option[]> {
  const fixed = (values: readonly string[]): Option[] => values.map((value) => ({ value, name: null }));
  const found = byFacet(() => new Map<string, string | null>());
  for (const { row, values } of rows) {
    found.owner.set(row.owner?.key ?? without, row.owner?.name ?? null);
    found.team.set(row.team?.key ?? without, row.team?.name ?? null);
    found.severity.set(String(row.severity.level), row.severity.name);
    for (const { key, name } of row.systems) found.system.set(key, name);
    if (row.systems.length === 0) found.system.set(without, null);
    for (const tag of values.tag) found.tag.set(tag, tag === without ? null : tag);
    for (const year of values.year) found.year.set(year, year === without ? null : year);
  }
  const collator = new Intl.Collator('en', { numeric: true });
  const named = (facet: Facet, newestFirst = false): Option[] =>
    [...found[facet]]
      .map(([value, name]) => ({ value, name }))
      .sort(
        (a, b) =>
          Number(a.name === null) - Number(b.name === null) ||
          collator.compare(a.name ?? '', b.name ?? '') * (newestFirst ? -1 : 1),
      );
  return {
    state: fixed(stateValues),
    due: fixed(dueValues),
    owner: named('owner'),
    team: named('team'),
    question: fixed(questions),
    severity: named('severity').sort((a, b) => Number(a.value) - Number(b.value)),
    system: named('system'),
    tag: named('tag'),
    year: named('year', true),
  };
}

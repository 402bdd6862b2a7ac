import { type ImprovementState, improvementStates, type Question, questions } from '../../vocabulary.ts';
import type { Named, ViewRow } from './view-row.ts';

type PackedName = [key: string, name: string, url: string];
type PackedPostmortem = [
  title: string,
  url: string,
  severity: number,
  year: string | null,
  writtenOn: string | null,
  systems: number[],
  tags: string[],
];
type PackedRow = [
  state: number,
  question: number,
  postmortem: number,
  owner: number,
  team: number,
  due: string | null,
  /** When it was done or dropped. */
  ended: string | null,
  ticket: string | null,
  ...moves: [] | [times: number, days: number | null],
];

/**
 * The facts of all rows for the page's script, each name written once; numbers are places in the lists, -1 is none.
 * Titles stand in the table already.
 */
export interface PackedBacklog {
  builtOn: string;
  limits: Partial<Record<ImprovementState, number>>;
  severities: [level: number, name: string][];
  owners: PackedName[];
  teams: PackedName[];
  systems: PackedName[];
  postmortems: PackedPostmortem[];
  rows: PackedRow[];
}

export function packBacklog(
  rows: readonly ViewRow[],
  { builtOn, limits }: Pick<PackedBacklog, 'builtOn' | 'limits'>,
): PackedBacklog {
  const severities = placesIn<number, [number, string]>();
  const owners = placesIn<string, PackedName>();
  const teams = placesIn<string, PackedName>();
  const systems = placesIn<string, PackedName>();
  const postmortems = placesIn<string, PackedPostmortem>();
  const named = (list: typeof owners, value: Named | null): number =>
    value === null ? -1 : list.placeOf(value.key, () => [value.key, value.name, value.url]);
  const packed = rows.map((row): PackedRow => {
    const { severity, postmortem, writtenOn, tags } = row;
    const place = postmortems.placeOf(postmortem.url, () => [
      postmortem.title,
      postmortem.url,
      severities.placeOf(severity.level, () => [severity.level, severity.name]),
      postmortem.year,
      writtenOn,
      row.systems.map((system) => named(systems, system)),
      tags,
    ]);
    return [
      improvementStates.indexOf(row.state),
      questions.indexOf(row.question),
      place,
      named(owners, row.owner),
      named(teams, row.team),
      row.due,
      row.done ?? row.dropped,
      row.ticket,
      ...(row.moves === null ? ([] as []) : ([row.moves.times, row.moves.days] as [number, number | null])),
    ];
  });
  return {
    builtOn,
    limits,
    severities: severities.values,
    owners: owners.values,
    teams: teams.values,
    systems: systems.values,
    postmortems: postmortems.values,
    rows: packed,
  };
}

/** @param titles Of the rows, in their order. */
export function unpackBacklog(packed: PackedBacklog, titles: readonly string[]): ViewRow[] {
  const name = ([key, own, url]: PackedName): Named => ({ key, name: own, url });
  const owners = packed.owners.map(name);
  const teams = packed.teams.map(name);
  const systems = packed.systems.map(name);
  const severities = packed.severities.map(([level, own]) => ({ level, name: own }));
  const postmortems = packed.postmortems.map(([title, url, severity, year, writtenOn, own, tags]) => ({
    postmortem: { title, url, year },
    severity: severities[severity] as ViewRow['severity'],
    writtenOn,
    systems: own.map((place) => systems[place] as Named),
    tags,
  }));
  return packed.rows.map(
    ([state, question, postmortem, owner, team, due, ended, ticket, times, days], at) => ({
      ...(postmortems[postmortem] as (typeof postmortems)[number]),
      title: titles[at] ?? '',
      state: improvementStates[state] as ImprovementState,
      question: questions[question] as Question,
      owner: owners[owner] ?? null,
      team: teams[team] ?? null,
      due,
      done: improvementStates[state] === 'closed' ? ended : null,
      dropped: improvementStates[state] === 'dropped' ? ended : null,
      ticket,
      moves: times === undefined || days === undefined ? null : { times, days },
    }),
  );
}

/** Gathers values, each once, and tells where they stand. */
function placesIn<Key, Value>(): { values: Value[]; placeOf: (key: Key, make: () => Value) => number } {
  const values: Value[] = [];
  const places = new Map<Key, number>();
  return {
    values,
    placeOf: (key, make) => {
      const known = places.get(key);
      if (known !== undefined) return known;
      const place = values.push(make()) - 1;
      places.set(key, place);
      return place;
    },
  };
}

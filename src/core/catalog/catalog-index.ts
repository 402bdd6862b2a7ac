import { type History, noHistory } from '../history/history.ts';
import type { Idea } from '../improvement/improvement.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type {
  BacklogItem,
  Catalog,
  Foreseen,
  HandbookPage,
  Person,
  SeverityLevel,
  System,
} from './catalog.ts';
import { type Places, placesOf } from './places.ts';
import { type Kinship, kinshipOf } from './related.ts';
import { type Team, teamsOf } from './teams.ts';

export interface CatalogOptions {
  /** `YYYY-MM-DD` in the settings' zone. */
  today: string;
  /** `/`, or a path with slashes at both ends such as `/kb/`. */
  basePath: string;
  /** From the repository; left out where there is none to ask. */
  history?: History;
  /** When the files of incidents that burn were last committed, by id, in milliseconds since 1970; left out where nobody asked. */
  committed?: ReadonlyMap<string, number>;
}

/** A catalog with everything that pages look up, gathered once. */
export interface CatalogIndex extends Required<CatalogOptions> {
  catalog: Catalog;
  places: Places;
  kinship: Kinship;
  postmortems: ReadonlyMap<string, Postmortem>;
  /** Where a postmortem stands in `catalog.postmortems`. */
  positions: ReadonlyMap<string, number>;
  handbook: ReadonlyMap<string, HandbookPage>;
  systems: ReadonlyMap<string, System>;
  people: ReadonlyMap<string, Person>;
  /** By name, in the order of names. */
  teams: ReadonlyMap<string, Team>;
  severities: ReadonlyMap<number, SeverityLevel>;
  /** Postmortems by the system they hit, newest first. */
  bySystem: ReadonlyMap<string, readonly Postmortem[]>;
  backlogByPostmortem: ReadonlyMap<string, readonly BacklogItem[]>;
  /** Ids of the postmortems that link to one, newest first, each once. */
  backlinks: ReadonlyMap<string, readonly string[]>;
  /** By the later incident. */
  foreseenBy: ReadonlyMap<string, readonly Foreseen[]>;
  /** By the earlier postmortem, the earliest incident first. */
  foresaw: ReadonlyMap<string, readonly Foreseen[]>;
  /** Risks by the system they name, newest postmortem first. */
  risksBySystem: ReadonlyMap<string, readonly { postmortem: Postmortem; risk: Idea }[]>;
  /** By the risk, the earliest incident first. */
  cameTrue: ReadonlyMap<Idea, readonly Foreseen[]>;
}

export function indexCatalog(catalog: Catalog, options: CatalogOptions): CatalogIndex {
  const { postmortems, handbook, systems, people, settings, backlog, foreseen } = catalog;
  const positions = new Map(postmortems.map(({ id }, position) => [id, position]));
  const position = (id: string): number => positions.get(id) ?? Infinity;
  const backlinks = new Map<string, string[]>();
  for (const [to, references] of groupBy(catalog.references, ({ to }) => [to]))
    backlinks.set(
      to,
      [...new Set(references.map(({ from }) => from))].sort((a, b) => position(a) - position(b)),
    );
  // `foreseen` stands in the order of its incidents, newest first.
  const oldestFirst = foreseen.toReversed();
  return {
    history: noHistory,
    committed: new Map(),
    ...options,
    catalog,
    places: placesOf(postmortems, handbook),
    kinship: kinshipOf(postmortems),
    postmortems: new Map(postmortems.map((postmortem) => [postmortem.id, postmortem])),
    positions,
    handbook: new Map(handbook.map((page) => [page.id, page])),
    systems: new Map(systems.map((system) => [system.id, system])),
    people: new Map((people ?? []).map((person) => [person.handle, person])),
    teams: teamsOf(catalog),
    severities: new Map(settings.severities.map((severity) => [severity.level, severity])),
    bySystem: groupBy(postmortems, ({ facts }) => new Set(facts.systems)),
    backlogByPostmortem: groupBy(backlog, (item) => [item.postmortem.id]),
    backlinks,
    foreseenBy: groupBy(foreseen, ({ incident }) => [incident]),
    foresaw: groupBy(oldestFirst, (match) => [match.postmortem]),
    risksBySystem: groupBy(
      postmortems.flatMap((postmortem) =>
        (postmortem.questions['other-areas-of-risk']?.ideas ?? []).map((risk) => ({ postmortem, risk })),
      ),
      ({ risk }) => new Set(risk.systems),
    ),
    cameTrue: groupBy(oldestFirst, ({ risk }) => [risk]),
  };
}

function groupBy<Item, Key>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  return groups;
}

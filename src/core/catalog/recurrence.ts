import { compareText } from '../diagnostic.ts';
import { isOpen } from '../improvement/backlog.ts';
import { type Postmortem, writtenOn } from '../postmortem/postmortem.ts';
import { daysBetween } from '../time/dates.ts';
import type { BacklogItem } from './catalog.ts';
import type { CatalogIndex } from './catalog-index.ts';

const mostDaysBetween = 365;

/** Whether a group is more than a chance: three incidents or more, or two that lie within a year of each other. */
export function isTelling({ incidents }: Pick<Recurrence, 'incidents'>): boolean {
  return (
    incidents.length > 2 ||
    incidents.some(({ date }, at) => {
      const before = incidents[at - 1];
      return before !== undefined && daysBetween(before.date, date) <= mostDaysBetween;
    })
  );
}

/** An improvement that its group's incidents kept meeting. */
export interface Outlasted {
  item: BacklogItem;
  /** The day it was taken on, `YYYY-MM-DD`. */
  takenOn: string;
  /** How many later incidents of the group came while it was open; at least one. */
  repeats: number;
}

/**
 * Incidents that hit the same system and carry the same tags: perhaps related, since a shared system alone says that a system
 * is busy and a shared tag alone that a word is popular. That they are the same thing only a person can say.
 */
export interface Recurrence {
  /** Unique among them. */
  key: { system: string; tag: string };
  /** The systems and the tags that all of its incidents share, in the order of the alphabet. */
  systems: string[];
  tags: string[];
  /** At least two, the earliest first; those without a day can't be put in order and are left out. */
  incidents: readonly DatedPostmortem[];
  /** Improvements of its incidents that were taken on before a later one and open on its day, see `Outlasted`. */
  outlasted: Outlasted[];
  /** How many of these are open today. */
  stillOpen: number;
}

export type DatedPostmortem = Postmortem & { date: string };

type Known = Pick<CatalogIndex, 'catalog' | 'backlogByPostmortem'>;

/**
 * What may have happened more than once. A group whose incidents all stand in a larger one is told there. The ones with improvements
 * that are still open come first, then the latest to happen again.
 *
 * The work grows with the incidents and their systems and tags, not with their pairs.
 */
export function recurrences({ catalog, backlogByPostmortem }: Known): Recurrence[] {
  const wordsOf = new Map(catalog.systems.map(({ id, name }) => [id, wordsIn(`${id} ${name}`)]));
  const groups = largest(shared(catalog.postmortems, wordsOf));
  return groups
    .map((group) => recurrenceOf(group, { backlogByPostmortem, wordsOf }))
    .sort(
      (a, b) =>
        Number(b.stillOpen > 0) - Number(a.stillOpen > 0) ||
        compareText(lastDay(b), lastDay(a)) ||
        b.stillOpen - a.stillOpen,
    );
}

// A postmortem is another one once its file is: while somebody writes in one, only its own groups are told anew.
const told = new WeakMap<Postmortem, Recurrence[]>();

/** The words of each system's id and name. */
type WordsOf = ReadonlyMap<string, ReadonlySet<string>>;

function recurrenceOf(
  { key, incidents }: Group,
  { backlogByPostmortem, wordsOf }: Pick<Known, 'backlogByPostmortem'> & { wordsOf: WordsOf },
): Recurrence {
  const [first] = incidents;
  const others = (first && told.get(first)) ?? [];
  const before = others.find(({ key: { system, tag } }) => system === key.system && tag === key.tag);
  const isSame =
    before?.incidents.length === incidents.length &&
    before.incidents.every((incident, at) => incident === incidents[at]);
  if (before && isSame) return before;
  const outlasted = outlastedIn(incidents, backlogByPostmortem);
  const systems = inAll(incidents, ({ facts }) => facts.systems);
  const tags = inAll(incidents, ({ facts }) => facts.tags);
  const recurrence = {
    key,
    systems,
    tags: tags.filter(
      (tag) => tag === key.tag || !systems.some((system) => repeatsName(tag, wordsOf.get(system))),
    ),
    incidents,
    outlasted,
    stillOpen: outlasted.filter(({ item }) => isOpen(item.improvement)).length,
  };
  if (first) told.set(first, [...others.filter((other) => other !== before), recurrence]);
  return recurrence;
}

interface Group {
  key: Recurrence['key'];
  incidents: DatedPostmortem[];
}

/** The incidents of every system and tag that have more than one, the earliest first. */
function shared(postmortems: readonly Postmortem[], wordsOf: WordsOf): Group[] {
  const groups = new Map<string, Map<string, Group>>();
  for (const postmortem of postmortems.toReversed()) {
    if (!isDated(postmortem)) continue;
    const { systems, tags } = postmortem.facts;
    for (const system of new Set(systems)) {
      const byTag = groups.get(system) ?? new Map<string, Group>();
      groups.set(system, byTag);
      for (const tag of new Set(tags)) {
        const group = byTag.get(tag);
        if (group === undefined) byTag.set(tag, { key: { system, tag }, incidents: [postmortem] });
        else group.incidents.push(postmortem);
      }
    }
  }
  return [...groups.values()]
    .flatMap((byTag) => [...byTag.values()])
    .filter(({ key, incidents }) => incidents.length > 1 && !repeatsName(key.tag, wordsOf.get(key.system)));
}

/**
 * Whether a tag says no more than the system's own name: `database` of the orders database, `deploy` of the deploys. It would
 * gather whatever hit the system.
 */
function repeatsName(tag: string, words: ReadonlySet<string> | undefined): boolean {
  return words !== undefined && [...wordsIn(tag)].every((word) => words.has(word));
}

/** In small letters, a plural as its singular. */
function wordsIn(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/s$/, '')));
}

/** Those groups that don't lie in another one as a whole; of equal ones the first by system and tag. */
function largest(groups: readonly Group[]): Group[] {
  const kept: Group[] = [];
  /** By each incident, the kept groups that it is in: as many as it has systems and tags at most. */
  const keptWith = new Map<Postmortem, Set<Postmortem>[]>();
  const bySize = groups.toSorted(
    (a, b) =>
      b.incidents.length - a.incidents.length ||
      compareText(a.key.system, b.key.system) ||
      compareText(a.key.tag, b.key.tag),
  );
  for (const group of bySize) {
    const larger = group.incidents[0] === undefined ? [] : (keptWith.get(group.incidents[0]) ?? []);
    if (larger.some((other) => group.incidents.every((incident) => other.has(incident)))) continue;
    kept.push(group);
    const members = new Set<Postmortem>(group.incidents);
    for (const incident of group.incidents) {
      const list = keptWith.get(incident);
      if (list === undefined) keptWith.set(incident, [members]);
      else list.push(members);
    }
  }
  return kept;
}

function outlastedIn(
  incidents: readonly DatedPostmortem[],
  backlog: CatalogIndex['backlogByPostmortem'],
): Outlasted[] {
  const days = incidents.map(({ date }) => date);
  return incidents.flatMap((postmortem) => {
    const takenOn = writtenOn(postmortem) ?? postmortem.date;
    const first = countUpTo(days, takenOn);
    return (backlog.get(postmortem.id) ?? []).flatMap((item) => {
      const { done, dropped } = item.improvement;
      const end = done ?? dropped;
      // Open on a day means neither done nor dropped by its end.
      const repeats = (end === null ? days.length : countBefore(days, end)) - first;
      return repeats > 0 ? [{ item, takenOn, repeats }] : [];
    });
  });
}

const countUpTo = (days: readonly string[], day: string): number => count(days, (one) => one <= day);
const countBefore = (days: readonly string[], day: string): number => count(days, (one) => one < day);

/** How many of ascending days lead before the first one that doesn't fit. */
function count(days: readonly string[], fits: (day: string) => boolean): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(days[middle] as string)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inAll(
  incidents: readonly Postmortem[],
  of: (postmortem: Postmortem) => readonly string[],
): string[] {
  const [first, ...rest] = incidents;
  if (first === undefined) return [];
  return [...new Set(of(first))]
    .filter((one) => rest.every((other) => of(other).includes(one)))
    .sort(compareText);
}

const lastDay = ({ incidents }: Recurrence): string => incidents.at(-1)?.date ?? '';

const isDated = (postmortem: Postmortem): postmortem is DatedPostmortem => postmortem.date !== null;

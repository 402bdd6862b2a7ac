import GithubSlugger from 'github-slugger';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { stillOpenOn } from '../catalog/foreseen.ts';
import { type NamedCause, namedCauses } from '../catalog/named-causes.ts';
import { type DatedPostmortem, isTelling, type Recurrence, recurrences } from '../catalog/recurrence.ts';
import { compareText } from '../diagnostic.ts';
import { isOpen, wasOpenOn } from '../improvement/backlog.ts';
import { writtenOn } from '../postmortem/postmortem.ts';
import { remembered } from '../remembered.ts';
import { daysBetween } from '../time/dates.ts';
import { type Capped, capped } from './capped.ts';
import { postmortemCard, systemLinks } from './card.ts';
import { backlogRow } from './items.ts';
import type { BacklogRow, Link, PostmortemCard } from './model.ts';
import type { Rendering } from './rendering.ts';
import { type StillOpenModel, stillOpenModels } from './still-open.ts';
import { postmortemUrl, recurringUrl, riskUrl, tagUrl } from './urls.ts';

export interface RecurringPage {
  /** Earlier incidents that the root causes of a later one link to, the latest first. */
  named: Capped<NamedCauseModel>;
  /** What is perhaps related. */
  groups: RecurrenceModel[];
  /** Those that are not shown whole. */
  rest: RecurrenceLine[];
  counts: {
    named: number;
    groups: number;
    /** Incidents that are in at least one group. */
    incidents: number;
  };
}

/** The first of the page: what somebody named before what may only look alike. */
export interface ForemostRecurrences {
  named: NamedLine[];
  groups: RecurrenceLine[];
}

/** An incident and the earlier one that its root causes name. */
export interface NamedLine {
  incident: Link;
  date: string;
  earlier: Link;
  /** Whole days. */
  daysBetween: number;
}

/** What a group is called by. */
export interface RecurrenceName {
  url: string;
  systems: Link[];
  tags: Link[];
}

/** A group in one line. */
export interface RecurrenceLine extends RecurrenceName {
  anchor: string;
  incidents: number;
  lastOn: string;
  stillOpen: number;
}

export interface RecurrenceModel extends RecurrenceLine {
  /** The open ones that a later incident found open, the ones that it happened to most often first. */
  open: Capped<{ row: BacklogRow; repeats: number }>;
  /** How many of those that a later incident found open have been done since. */
  doneSince: number;
  /** How many incidents came before the first one of `steps`. */
  earlier: number;
  /** The latest incidents, in the order of time. */
  steps: RecurrenceStep[];
}

export interface RecurrenceStep {
  postmortem: PostmortemCard;
  /** Whole days since the incident before it in its group; null for the first one. */
  daysSince: number | null;
  /** A risk that an earlier incident of the group wrote down and this one made come true: its entry in the register. */
  foreseen: Link | null;
  /** Improvements of earlier incidents of the group that were open on its day. */
  stillOpen: Capped<StillOpenModel>;
}

export interface NamedCauseModel {
  postmortem: PostmortemCard;
  earlier: PostmortemCard;
  /** Whole days from the earlier one to the later one. */
  daysBetween: number;
  /** Improvements of the earlier one that were open on the day of the later one. */
  stillOpen: Capped<StillOpenModel>;
}

const shownGroups = 40;
const shownNamed = 30;
const shownSteps = 4;
const shownOfIncident = 4;
const shownOpen = 5;
const shownOpenThatDay = 4;

/** What happened more than once. */
export function recurringPage(index: CatalogIndex, rendering: Rendering): RecurringPage {
  const { groups, byIncident, named } = gathered(index);
  return {
    named: capped(named, shownNamed, (one) => namedCauseModel(index, one)),
    groups: capped(groups, shownGroups, (group) => recurrenceModel(index, group, rendering)).shown,
    rest: groups.slice(shownGroups).map((group) => recurrenceLine(index, group)),
    counts: { named: named.length, groups: groups.length, incidents: byIncident.size },
  };
}

/** What somebody named, and groups as far as there is room beside it. */
export function foremostRecurrences(index: CatalogIndex, most: number): ForemostRecurrences {
  const { groups, named: all } = gathered(index);
  const named = all.slice(0, most);
  return {
    named: named.map(({ incident, earlier }) => ({
      incident: { text: incident.facts.title, url: postmortemUrl(index, incident.id) },
      date: incident.date,
      earlier: { text: earlier.facts.title, url: postmortemUrl(index, earlier.id) },
      daysBetween: daysBetween(earlier.date, incident.date),
    })),
    groups: groups.slice(0, Math.max(0, most - named.length)).map((group) => recurrenceLine(index, group)),
  };
}

/** The groups in which at least two incidents hit a system, in the order of the page. */
export function recurrencesOfSystem(index: CatalogIndex, system: string): RecurrenceLine[] {
  return (gathered(index).bySystem.get(system) ?? []).map((group) => recurrenceLine(index, group));
}

/**
 * The groups that an incident is in, in the order of the page. Only what changes with the incident's own words, so that its
 * page need not be built anew whenever another one changes.
 */
export function recurrencesOfIncident(index: CatalogIndex, id: string): RecurrenceName[] {
  return (gathered(index).byIncident.get(id) ?? []).slice(0, shownOfIncident).map((group) => {
    const { url, systems, tags } = recurrenceLine(index, group);
    return { url, systems, tags };
  });
}

interface AnchoredRecurrence extends Recurrence {
  anchor: string;
}

interface Gathered {
  /** What a postmortem itself traces back to an earlier one. */
  named: ReturnType<typeof namedCauses>;
  groups: AnchoredRecurrence[];
  byIncident: Map<string, AnchoredRecurrence[]>;
  bySystem: Map<string, AnchoredRecurrence[]>;
}

// Many pages lead to the groups, so they are gathered once for an index.
const known = new WeakMap<CatalogIndex, Gathered>();

function gathered(index: CatalogIndex): Gathered {
  return remembered(known, index, () => {
    const slugger = new GithubSlugger();
    const found = recurrences(index).filter(isTelling);
    // By name, so that an anchor stays the same when the order of the page changes.
    const anchors = new Map(
      found
        .toSorted((a, b) => compareText(a.key.system, b.key.system) || compareText(a.key.tag, b.key.tag))
        .map((group) => [group, slugger.slug(`${group.key.system} ${group.key.tag}`)]),
    );
    const groups = found.map((group) => ({ ...group, anchor: anchors.get(group) ?? '' }));
    const byIncident = new Map<string, AnchoredRecurrence[]>();
    const bySystem = new Map<string, AnchoredRecurrence[]>();
    for (const group of groups) {
      const hits = new Map<string, number>();
      for (const { id, facts } of group.incidents) {
        remembered(byIncident, id, () => []).push(group);
        for (const system of new Set(facts.systems)) hits.set(system, (hits.get(system) ?? 0) + 1);
      }
      for (const [system, count] of hits) if (count > 1) remembered(bySystem, system, () => []).push(group);
    }
    const named = namedCauses(index.catalog.postmortems, index.places);
    return { named, groups, byIncident, bySystem };
  });
}

function recurrenceLine(index: CatalogIndex, group: AnchoredRecurrence): RecurrenceLine {
  const { anchor, systems, tags, incidents, stillOpen } = group;
  return {
    anchor,
    url: recurringUrl(index, anchor),
    systems: systemLinks(index, systems),
    tags: tags.map((tag) => ({ text: tag, url: tagUrl(index, tag) })),
    incidents: incidents.length,
    lastOn: incidents.at(-1)?.date ?? '',
    stillOpen,
  };
}

function recurrenceModel(
  index: CatalogIndex,
  group: AnchoredRecurrence,
  rendering: Rendering,
): RecurrenceModel {
  const { incidents, outlasted } = group;
  const open = outlasted
    .filter(({ item }) => isOpen(item.improvement))
    .toSorted((a, b) => b.repeats - a.repeats);
  const earlier = Math.max(0, incidents.length - shownSteps);
  return {
    ...recurrenceLine(index, group),
    open: capped(open, shownOpen, ({ item, repeats }) => ({
      row: backlogRow(index, item, rendering),
      repeats,
    })),
    doneSince: outlasted.filter(({ item }) => item.improvement.state === 'closed').length,
    earlier,
    steps: incidents
      .slice(earlier)
      .map((incident, at) => step(index, group, incident, incidents[earlier + at - 1] ?? null)),
  };
}

function step(
  index: CatalogIndex,
  { incidents, outlasted }: AnchoredRecurrence,
  incident: DatedPostmortem,
  before: DatedPostmortem | null,
): RecurrenceStep {
  const open = outlasted.filter(
    ({ item, takenOn }) => takenOn < incident.date && wasOpenOn(item.improvement, incident.date),
  );
  return {
    postmortem: postmortemCard(index, incident),
    foreseen: foreseenWithin(index, new Set(incidents.map(({ id }) => id)), incident),
    daysSince: before === null ? null : daysBetween(before.date, incident.date),
    stillOpen: stillOpenModels(
      index,
      open.map(({ item }) => ({ postmortem: item.postmortem.id, improvement: item.improvement })),
      shownOpenThatDay,
    ),
  };
}

function foreseenWithin(
  index: CatalogIndex,
  group: ReadonlySet<string>,
  { id }: DatedPostmortem,
): Link | null {
  const match = index.foreseenBy.get(id)?.find(({ postmortem }) => group.has(postmortem));
  return match === undefined
    ? null
    : { text: match.risk.text, url: riskUrl(index, match.postmortem, match.risk.anchor) };
}

function namedCauseModel(index: CatalogIndex, { incident, earlier }: NamedCause): NamedCauseModel {
  // What was not yet taken on was not open either.
  const open =
    (writtenOn(earlier) ?? earlier.date) < incident.date ? stillOpenOn(earlier, incident.date) : [];
  return {
    postmortem: postmortemCard(index, incident),
    earlier: postmortemCard(index, earlier),
    daysBetween: daysBetween(earlier.date, incident.date),
    stillOpen: stillOpenModels(
      index,
      open.map((improvement) => ({ postmortem: earlier.id, improvement })),
      shownOpenThatDay,
    ),
  };
}

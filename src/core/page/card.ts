import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { isOverdue } from '../improvement/backlog.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { remembered } from '../remembered.ts';
import { durationText } from '../time/duration.ts';
import type { Durations } from '../timeline/timeline.ts';
import { summaryExcerpt } from './excerpt.ts';
import type { DurationFigure, Link, PostmortemCard, SeverityBadge } from './model.ts';
import { postmortemUrl, systemUrl } from './urls.ts';

// Every page that lists a postmortem shows the same card, so each is made once for an index.
const cards = new WeakMap<CatalogIndex, Map<string, PostmortemCard>>();

/** What burns now, newest first. */
export function burningCards(index: CatalogIndex): PostmortemCard[] {
  return index.catalog.postmortems
    .filter(({ facts }) => facts.status === 'open')
    .map((postmortem) => postmortemCard(index, postmortem));
}

/** One line about a postmortem. */
export function postmortemCard(index: CatalogIndex, postmortem: Postmortem): PostmortemCard {
  const known = remembered(cards, index, () => new Map<string, PostmortemCard>());
  return remembered(known, postmortem.id, () => makeCard(index, postmortem));
}

/** The cards of postmortems by id, in the order given; ids that lead nowhere are left out. */
export function cardsOf(index: CatalogIndex, ids: Iterable<string>): PostmortemCard[] {
  return [...ids].flatMap((id) => {
    const postmortem = index.postmortems.get(id);
    return postmortem === undefined ? [] : [postmortemCard(index, postmortem)];
  });
}

export function severityBadge(index: CatalogIndex, level: number): SeverityBadge {
  const { name, meaning, policy } = index.severities.get(level) ?? {
    name: `Severity ${level}`,
    meaning: null,
    policy: null,
  };
  return { level, name, meaning, policy };
}

/** Links to systems by id, with their names. */
export function systemLinks(index: CatalogIndex, ids: Iterable<string>): Link[] {
  return [...new Set(ids)].map((id) => systemLink(index, id));
}

export function systemLink(index: CatalogIndex, id: string): Link {
  return { text: index.systems.get(id)?.name ?? id, url: systemUrl(index, id) };
}

export function durationFigures(durations: Durations): DurationFigure[] {
  return (['detect', 'respond', 'mitigate', 'resolve'] as const).flatMap((name) => {
    const duration = durations[name];
    return duration === null ? [] : [{ name, ...duration, text: durationText(duration) }];
  });
}

function makeCard(index: CatalogIndex, postmortem: Postmortem): PostmortemCard {
  const { id, facts, date, durations } = postmortem;
  const improvements = { open: 0, closed: 0, overdue: 0 };
  for (const { improvement } of index.backlogByPostmortem.get(id) ?? []) {
    if (improvement.state === 'closed') improvements.closed += 1;
    else if (improvement.state !== 'dropped') improvements.open += 1;
    if (isOverdue(improvement, index.today)) improvements.overdue += 1;
  }
  return {
    id,
    url: postmortemUrl(index, id),
    title: facts.title,
    status: facts.status,
    severity: severityBadge(index, facts.severity),
    date,
    systems: systemLinks(index, facts.systems),
    tags: facts.tags,
    summary: summaryExcerpt(postmortem),
    durations: durationFigures(durations),
    improvements,
  };
}

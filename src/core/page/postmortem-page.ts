import type { Foreseen } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemPath } from '../catalog/places.ts';
import { postmortemDue } from '../catalog/postmortems-due.ts';
import { relatedIncidents } from '../catalog/related.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { effortText } from '../time/duration.ts';
import { cardsOf, postmortemCard, systemLinks } from './card.ts';
import { excerpt } from './excerpt.ts';
import type { ForeseenModel, Link, PostmortemPage } from './model.ts';
import { personModel } from './people.ts';
import type { Rendering } from './rendering.ts';
import { sectionModels } from './sections.ts';
import { editUrl, postmortemUrl, resolver } from './urls.ts';

/** Everything the page of one postmortem shows; null where there is none with this id. */
export function postmortemPage(index: CatalogIndex, id: string, rendering: Rendering): PostmortemPage | null {
  const postmortem = index.postmortems.get(id);
  const position = index.positions.get(id);
  if (postmortem === undefined || position === undefined) return null;
  const { facts, file, sections } = postmortem;
  const card = postmortemCard(index, postmortem);
  const writer = rendering.writer(postmortem.document, resolver(index, postmortemPath(postmortem), null));
  const meeting = postmortemDue(index, postmortem);
  return {
    card,
    file,
    timezone: facts.timezone,
    raisedBy: facts.raisedBy,
    triage: facts.triage,
    facilitator: personModel(index, facts.facilitator),
    reviewedOn: facts.reviewedOn,
    meetingDue:
      meeting === null ? null : { days: meeting.days, dueOn: meeting.dueOn, daysLeft: meeting.daysLeft },
    effort: facts.effort === null ? null : effortText(facts.effort),
    tbdCount: sections.filter(({ heading, tbd }) => heading !== null && tbd).length,
    sections: sectionModels(index, postmortem, writer, rendering),
    footnotesHtml: writer.footnotes(),
    backlinks: cardsOf(index, index.backlinks.get(id) ?? []),
    related: relatedIncidents(index.catalog.postmortems, index.kinship, position)
      // What links here stands on the page already.
      .filter((relation) => !index.backlinks.get(id)?.includes(relation.id))
      .flatMap((relation) =>
        cardsOf(index, [relation.id]).map((other) => ({
          postmortem: other,
          systems: systemLinks(index, relation.systems),
          tags: relation.tags,
        })),
      ),
    foreseenBy: (index.foreseenBy.get(id) ?? []).flatMap((match) =>
      foreseenModel(index, match, match.postmortem),
    ),
    foresaw: (index.foresaw.get(id) ?? []).flatMap((match) => foreseenModel(index, match, match.incident)),
    ...neighbours(index, postmortem, position),
    editUrl: editUrl(index, file),
    description: card.summary ?? excerpt(describe(index, postmortem)),
  };
}

/** @param about The postmortem that the reader of the page is told about. */
function foreseenModel(index: CatalogIndex, match: Foreseen, about: string): ForeseenModel[] {
  const earlier = postmortemUrl(index, match.postmortem);
  return cardsOf(index, [about]).map((postmortem) => ({
    postmortem,
    riskUrl: `${earlier}#${match.risk.anchor}`,
    riskText: match.risk.text,
    systems: systemLinks(index, match.systems),
    writtenOn: match.writtenOn,
    daysBetween: match.daysBetween,
    stillOpen: match.stillOpen.map(({ title, anchor, owner, due }) => ({
      title,
      url: `${earlier}#${anchor}`,
      owner: personModel(index, owner)?.name ?? null,
      due,
    })),
  }));
}

/** The incidents before and after this one in time; one without a date has none. */
function neighbours(
  index: CatalogIndex,
  { date }: Postmortem,
  position: number,
): { previous: Link | null; next: Link | null } {
  const link = (other: Postmortem | undefined): Link | null =>
    date === null || !other?.date ? null : { text: other.facts.title, url: postmortemUrl(index, other.id) };
  const { postmortems } = index.catalog;
  return { previous: link(postmortems[position + 1]), next: link(postmortems[position - 1]) };
}

function describe(index: CatalogIndex, { facts, date }: Postmortem): string {
  const systems = systemLinks(index, facts.systems).map(({ text }) => text);
  const parts = [
    `${facts.title}: an incident`,
    ...(systems.length > 0 ? [`on ${systems.join(', ')}`] : []),
    ...(date === null ? [] : [`of ${date}`]),
  ];
  return `${parts.join(' ')}.`;
}

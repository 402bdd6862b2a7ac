import type { Foreseen } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemPath } from '../catalog/places.ts';
import { postmortemDue } from '../catalog/postmortems-due.ts';
import { relatedIncidents } from '../catalog/related.ts';
import { hasMeeting } from '../meeting/which-meetings.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { effortText } from '../time/duration.ts';
import { briefAddress } from './brief-page.ts';
import { type Capped, capped } from './capped.ts';
import { cardsOf, postmortemCard, systemLinks } from './card.ts';
import { excerpt } from './excerpt.ts';
import { guideLink } from './guide-link.ts';
import type { ForesawModel, ForeseenModel, Link, PostmortemPage } from './model.ts';
import { personModel } from './people.ts';
import { recurrencesOfIncident } from './recurring-page.ts';
import type { Rendering } from './rendering.ts';
import { isReplayable } from './replay-page.ts';
import { sectionModels } from './sections.ts';
import { stillOpenFor } from './still-open.ts';
import { anchoredUnknowns, ticketModel, unknownAnchors } from './ticket-page.ts';
import { editUrl, meetingUrl, postmortemUrl, replayUrl, resolver, riskUrl, tagUrl } from './urls.ts';

/** Everything the page of one postmortem shows; null where there is none with this id. */
export function postmortemPage(index: CatalogIndex, id: string, rendering: Rendering): PostmortemPage | null {
  const postmortem = index.postmortems.get(id);
  const position = index.positions.get(id);
  if (postmortem === undefined || position === undefined) return null;
  const { facts, file, sections } = postmortem;
  const card = postmortemCard(index, postmortem);
  const isBurning = facts.status === 'open';
  const found = isBurning ? anchoredUnknowns(postmortem) : [];
  const resolve = resolver(index, postmortemPath(postmortem), null);
  const writer = rendering.writer(
    postmortem.document,
    resolve,
    isBurning ? { unknowns: unknownAnchors(found) } : undefined,
  );
  const written = sectionModels(index, postmortem, writer, rendering);
  const footnotesHtml = writer.footnotes();
  const meeting = postmortemDue(index, postmortem);
  return {
    card,
    file,
    severityGuide: guideLink(index, 'severities'),
    tags: facts.tags.map((tag) => ({ text: tag, url: tagUrl(index, tag) })),
    timezone: facts.timezone,
    raisedBy: facts.raisedBy,
    triage: facts.triage,
    facilitator: personModel(index, facts.facilitator),
    reviewedOn: facts.reviewedOn,
    meetingUrl: hasMeeting(index, postmortem) ? meetingUrl(index, id) : null,
    meetingDue:
      meeting === null ? null : { days: meeting.days, dueOn: meeting.dueOn, daysLeft: meeting.daysLeft },
    effort: facts.effort === null ? null : effortText(facts.effort),
    tbdCount: sections.filter(({ heading, tbd }) => heading !== null && tbd).length,
    sections: written,
    ticket: isBurning
      ? ticketModel(index, postmortem, written, {
          found,
          // For words that are shown a second time.
          writer: rendering.writer(postmortem.document, resolve, { onOtherPage: true }),
          rendering,
        })
      : null,
    footnotesHtml,
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
    foreseenBy: foreseenModels(index, index.foreseenBy.get(id) ?? []),
    foresaw: foresawModels(index, index.foresaw.get(id) ?? []),
    recurs: recurrencesOfIncident(index, id),
    replayUrl: isReplayable(index, postmortem) ? replayUrl(index, id) : null,
    ...neighbours(index, postmortem, position),
    editUrl: editUrl(index, file),
    briefUrl: briefAddress(index, postmortem),
    description: card.summary ?? excerpt(describe(index, postmortem)),
  };
}

/** The number of pairs grows with the square of the incidents, so a page tells of the first few. */
const shownForeseen = 4;
const shownOpen = 5;

function foreseenModels(index: CatalogIndex, matches: readonly Foreseen[]): Capped<ForeseenModel> {
  const byMeeting = Map.groupBy(matches, ({ postmortem }) => postmortem);
  return capped([...byMeeting], shownForeseen, ([id, pairs]) =>
    foreseenModel(index, id, pairs as [Foreseen, ...Foreseen[]]),
  );
}

function foresawModels(index: CatalogIndex, matches: readonly Foreseen[]): Capped<ForesawModel> {
  const byRisk = Map.groupBy(matches, ({ risk }) => risk);
  return capped([...byRisk], shownForeseen, ([risk, pairs]) => ({
    text: risk.text,
    registerUrl: riskUrl(index, pairs[0]?.postmortem ?? '', risk.anchor),
    incidents: capped(pairs, shownForeseen, ({ incident, daysBetween, systems, named, stillOpen }) => {
      const { facts, date } = known(index, incident);
      return {
        postmortem: { text: facts.title, url: postmortemUrl(index, incident) },
        date,
        daysBetween,
        systems: systemLinks(index, systems).map(({ text }) => text),
        named,
        open: stillOpen.length,
      };
    }),
  }));
}

/** @param pairs Of the same two postmortems, so that only the risks differ. */
function foreseenModel(
  index: CatalogIndex,
  about: string,
  pairs: readonly [Foreseen, ...Foreseen[]],
): ForeseenModel {
  const [{ postmortem, writtenOn, daysBetween, stillOpen }] = pairs;
  return {
    postmortem: postmortemCard(index, known(index, about)),
    risks: pairs.map(({ risk, systems, named }) => ({
      text: risk.text,
      url: `${postmortemUrl(index, postmortem)}#${risk.anchor}`,
      registerUrl: riskUrl(index, postmortem, risk.anchor),
      systems: systemLinks(index, systems),
      named,
    })),
    writtenOn,
    daysBetween,
    takenOn: index.backlogByPostmortem.get(postmortem)?.length ?? 0,
    ...stillOpenFor(index, postmortem, {
      risks: pairs.map(({ risk }) => risk),
      open: stillOpen,
      most: shownOpen,
    }),
  };
}

function known({ postmortems }: CatalogIndex, id: string): Postmortem {
  const postmortem = postmortems.get(id);
  if (postmortem === undefined) throw new Error(`There is no postmortem "${id}".`);
  return postmortem;
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

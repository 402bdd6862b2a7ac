import { addressOf } from '../catalog/address.ts';
import type { BacklogItem } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { postmortemPath } from '../catalog/places.ts';
import { teamOf } from '../catalog/teams.ts';
import { systemsAnswered } from '../improvement/answers-risk.ts';
import { doneLateBy, isOverdue, lateFor } from '../improvement/backlog.ts';
import type { Idea, Improvement } from '../improvement/improvement.ts';
import { type Postmortem, writtenOn } from '../postmortem/postmortem.ts';
import { remembered } from '../remembered.ts';
import type { Question } from '../vocabulary.ts';
import { capped } from './capped.ts';
import { postmortemCard, systemLinks } from './card.ts';
import { historyModel } from './history-model.ts';
import type { BacklogRow, IdeaModel, ImprovementModel } from './model.ts';
import { personModel, teamLink } from './people.ts';
import type { HtmlWriter, Rendering } from './rendering.ts';
import { postmortemUrl, resolver, riskUrl } from './urls.ts';

export function improvementModel(
  index: CatalogIndex,
  postmortem: Postmortem,
  improvement: Improvement,
  writer: HtmlWriter,
): ImprovementModel {
  const { anchor, question, title, phrasing, blocks, state, owner, due, done, dropped, ticket } = improvement;
  const id = `${postmortem.id}#${anchor}`;
  return {
    id,
    anchor,
    question,
    html: writer.phrasing(phrasing),
    title,
    blocksHtml: writer.blocks(blocks),
    state,
    owner: personModel(index, owner),
    due,
    done,
    dropped,
    ticket: ticket === null ? null : ticketLink(index.catalog.settings.ticketUrl, ticket),
    answers: systemLinks(index, systemsAnswered(improvement, postmortem.questions[question]?.ideas ?? [])),
    overdue: isOverdue(improvement, index.today),
    lateFor: lateFor(improvement, index.today),
    doneLateBy: doneLateBy(improvement),
    history: historyModel(index, id),
  };
}

/** @param question Under which it stands; the ideas of the last one are its risks. */
export function ideaModel(
  index: CatalogIndex,
  postmortem: Postmortem,
  question: Question,
  idea: Idea,
  writer: HtmlWriter,
): IdeaModel {
  const { anchor, phrasing, text, blocks, systems } = idea;
  return {
    anchor,
    html: writer.phrasing(phrasing),
    text,
    blocksHtml: writer.blocks(blocks),
    systems: systemLinks(index, systems),
    cameTrue: cameTrue(index, idea),
    registerUrl: question === 'other-areas-of-risk' ? riskUrl(index, postmortem.id, anchor) : null,
  };
}

/** So many say that it was no chance; the register tells of the latest. */
const shownIncidents = 3;

/** The later incidents on a system that a risk names, the earliest first. */
export function cameTrue(index: CatalogIndex, risk: Idea): IdeaModel['cameTrue'] {
  return capped(
    index.cameTrue.get(risk) ?? [],
    shownIncidents,
    ({ incident, systems, named, daysBetween }) => ({
      url: postmortemUrl(index, incident),
      title: index.postmortems.get(incident)?.facts.title ?? incident,
      daysLater: daysBetween,
      systems: systemLinks(index, systems).map(({ text }) => text),
      named,
    }),
  );
}

/** The ticket as written, or the end of its address, with the address it is found at. */
export function ticketLink(ticketUrl: string | null, ticket: string): { text: string; url: string | null } {
  const address = addressOf(ticket);
  if (address.kind === 'external') {
    const path = address.href
      .replace(/[?#].*$/, '')
      .split('/')
      .slice(3);
    return { text: path.findLast((segment) => segment !== '') ?? address.href, url: address.href };
  }
  if (ticketUrl === null) return { text: ticket, url: null };
  const url = addressOf(ticketUrl.replaceAll('{id}', () => encodeURIComponent(ticket.toWellFormed())));
  return { text: ticket, url: url.kind === 'external' ? url.href : null };
}

/** Writers and rows for text that is shown away from its own page: its footnotes stay there, its anchors lead there. */
interface Lists {
  writers: Map<Postmortem, HtmlWriter>;
  rows: Map<Improvement, BacklogRow>;
}

// The backlog, the home page and the systems show the same rows, so each is written once.
const lists = new WeakMap<CatalogIndex, WeakMap<Rendering, Lists>>();

function listsOf(index: CatalogIndex, rendering: Rendering): Lists {
  const byRendering = remembered(lists, index, () => new WeakMap<Rendering, Lists>());
  return remembered(byRendering, rendering, () => ({ writers: new Map(), rows: new Map() }));
}

/** A writer for parts of a postmortem on other pages than its own. */
export function listWriter(index: CatalogIndex, postmortem: Postmortem, rendering: Rendering): HtmlWriter {
  return remembered(listsOf(index, rendering).writers, postmortem, () => {
    const resolve = resolver(index, postmortemPath(postmortem), postmortemUrl(index, postmortem.id));
    return rendering.writer(postmortem.document, resolve, { onOtherPage: true });
  });
}

export function backlogRow(
  index: CatalogIndex,
  { postmortem, improvement }: Pick<BacklogItem, 'postmortem' | 'improvement'>,
  rendering: Rendering,
): BacklogRow {
  return remembered(listsOf(index, rendering).rows, improvement, () => ({
    ...improvementModel(index, postmortem, improvement, listWriter(index, postmortem, rendering)),
    url: `${postmortemUrl(index, postmortem.id)}#${improvement.anchor}`,
    postmortem: postmortemCard(index, postmortem),
    team: teamLink(index, teamOf(index, postmortem, improvement)),
    writtenOn: writtenOn(postmortem),
  }));
}

import type { RootContent } from 'mdast';
import type { System } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { ownAnchors, postmortemPath } from '../catalog/places.ts';
import { relatedIncidents } from '../catalog/related.ts';
import { plainText } from '../document/plain-text.ts';
import type { QuestionAnswer } from '../improvement/improvement.ts';
import type { Facts, Postmortem } from '../postmortem/postmortem.ts';
import { readingTime } from '../replay/length.ts';
import { safeTitle } from '../replay/safe-title.ts';
import { stopsOf } from '../replay/stops.ts';
import { storyOf } from '../replay/story.ts';
import { entryAnchors } from '../timeline/entry-anchors.ts';
import type { TimelineEntry } from '../timeline/timeline.ts';
import { questions, type SectionSlug } from '../vocabulary.ts';
import { systemLinks } from './card.ts';
import type { Html, Link } from './model.ts';
import type { HtmlWriter, Rendering } from './rendering.ts';
import type { ReplayEntry, ReplayPage } from './replay-model.ts';
import { entryModel } from './sections.ts';
import { postmortemUrl, replayUrl, resolver } from './urls.ts';

/** Whether an incident can be replayed: its meeting was held, and it has a timeline. */
export function isReplayable(index: CatalogIndex, { id, facts, timeline }: Postmortem): boolean {
  // A postmortem of that name has the address already.
  return facts.status === 'reviewed' && storyOf(timeline) !== null && !index.postmortems.has(`${id}/replay`);
}

/** Everything from which the replay's page is made, as plain data: where it is the same, so is the page. */
export interface ReplayBasis {
  id: string;
  text: string;
  facts: Facts;
  systems: (System | null)[];
  related: Link[];
}

export function replayBasis(index: CatalogIndex, postmortem: Postmortem): ReplayBasis {
  const { id, facts, document } = postmortem;
  const systems = facts.systems.map((system) => index.systems.get(system) ?? null);
  return { id, text: document.source.text, facts, systems, related: relatedLinks(index, postmortem) };
}

/** Null where it can't be replayed. */
export function replayPage(
  index: CatalogIndex,
  postmortem: Postmortem,
  rendering: Rendering,
): ReplayPage | null {
  const { id, facts, hypotheses, timeline } = postmortem;
  const story = isReplayable(index, postmortem) ? storyOf(timeline) : null;
  if (story === null || timeline === null) return null;
  const [{ time: noticed }] = story.told;
  const home = postmortemUrl(index, id);
  const resolve = resolver(index, postmortemPath(postmortem), home);
  const writer = rendering.writer(postmortem.document, resolve, { onOtherPage: true });
  const anchors = entryAnchors(timeline, ownAnchors(postmortem));
  const anchorOf = new Map(timeline.entries.map((entry, at) => [entry, anchors[at] ?? '']));
  const entries = (own: readonly TimelineEntry[], day: string | null): ReplayEntry[] =>
    own.map((entry, at) => ({
      anchor: anchorOf.get(entry) ?? '',
      ...entryModel(entry, noticed.start, facts.timezone, writer),
      day: entry.time.date === (own[at - 1]?.time.date ?? day) ? null : entry.time.date,
    }));
  const stops = stopsOf(story.told, hypotheses);
  return {
    id,
    url: replayUrl(index, id),
    title: safeTitle(index, postmortem),
    postmortemUrl: home,
    scene: {
      systems: [...new Set(facts.systems)].map((system) => ({
        name: index.systems.get(system)?.name ?? system,
        description: index.systems.get(system)?.description ?? null,
      })),
      day: noticed.date,
      clock: noticed.clock,
      approximate: noticed.approximate,
      timezone: facts.timezone,
      raisedBy: facts.raisedBy,
      requestHtml: reportedWords(postmortem, writer),
    },
    steps: entries(story.told, noticed.date).map((entry, at) => ({ entry, stop: stops.get(at) ?? [] })),
    unseen: entries(story.unseen, null),
    hypotheses: hypotheses.map(({ phrasing, tests }) => ({
      html: writer.phrasing(phrasing),
      tests: tests.map((test) => ({ html: writer.phrasing(test.phrasing), verdict: test.verdict })),
    })),
    rootCausesHtml: writer.blocks(withoutDrawings(nodesOf(postmortem, 'root-causes'))),
    answers: questions.flatMap((question) => {
      const answer = postmortem.questions[question];
      return answer === undefined ? [] : [answerModel(answer, writer)];
    }),
    systems: systemLinks(index, facts.systems),
    related: relatedLinks(index, postmortem),
    minutes: readingTime(postmortem).replay,
  };
}

function answerModel(
  { question, prose, ideas, improvements }: QuestionAnswer,
  writer: HtmlWriter,
): ReplayPage['answers'][number] {
  return {
    question,
    proseHtml: writer.blocks(withoutDrawings(prose)),
    ideas: ideas.map(({ phrasing }) => writer.phrasing(phrasing)),
    improvements: improvements.map(({ phrasing }) => writer.phrasing(phrasing)),
  };
}

/** What was quoted, where something was: what stands around a quotation was written when all was known. */
function reportedWords(postmortem: Postmortem, writer: HtmlWriter): Html {
  const nodes = nodesOf(postmortem, 'original-request');
  const quotes = nodes.filter(({ type }) => type === 'blockquote');
  return writer.blocks(quotes.length > 0 ? quotes : nodes);
}

function nodesOf({ sections }: Postmortem, wanted: SectionSlug): RootContent[] {
  return sections.find(({ slug, tbd }) => slug === wanted && !tbd)?.nodes ?? [];
}

/** Drawings stand on the postmortem's own page, and so do the words that only lead up to one. */
function withoutDrawings<Node extends RootContent>(nodes: readonly Node[]): Node[] {
  const isDrawing = (node: Node | undefined): boolean => node?.type === 'code' && node.lang === 'mermaid';
  return nodes.filter(
    (node, at) =>
      !isDrawing(node) &&
      !(node.type === 'paragraph' && isDrawing(nodes[at + 1]) && plainText([node]).endsWith(':')),
  );
}

const mostRelated = 3;

function relatedLinks(index: CatalogIndex, { id }: Postmortem): Link[] {
  const position = index.positions.get(id);
  if (position === undefined) return [];
  return relatedIncidents(index.catalog.postmortems, index.kinship, position)
    .flatMap((relation) => index.postmortems.get(relation.id) ?? [])
    .filter((other) => isReplayable(index, other))
    .slice(0, mostRelated)
    .map((other) => ({ text: safeTitle(index, other), url: replayUrl(index, other.id) }));
}

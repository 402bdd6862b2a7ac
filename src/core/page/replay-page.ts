import type { RootContent } from 'mdast';
import { isFreeBeside } from '../catalog/beside.ts';
import type { System } from '../catalog/catalog.ts';
import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { ownAnchors, postmortemPath } from '../catalog/places.ts';
import { relatedIncidents } from '../catalog/related.ts';
import { plainText } from '../document/plain-text.ts';
import type { QuestionAnswer } from '../improvement/improvement.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { readingTime } from '../replay/length.ts';
import { reportedWords } from '../replay/reported.ts';
import { safeTitle } from '../replay/safe-title.ts';
import { stopsOf } from '../replay/stops.ts';
import { noticedOn, storyOf } from '../replay/story.ts';
import { entryAnchors } from '../timeline/entry-anchors.ts';
import type { TimelineEntry } from '../timeline/timeline.ts';
import { questions, type SectionSlug } from '../vocabulary.ts';
import { systemLinks } from './card.ts';
import type { HtmlWriter, Rendering } from './rendering.ts';
import type { ReplayEntry, ReplayPage } from './replay-model.ts';
import { entryModel } from './sections.ts';
import { postmortemUrl, replayUrl, resolver } from './urls.ts';

/** Whether an incident can be replayed: its meeting was held, and it has a timeline. */
export function isReplayable(index: CatalogIndex, { id, facts, timeline }: Postmortem): boolean {
  return facts.status === 'reviewed' && storyOf(timeline) !== null && isFreeBeside(index, id, 'replay');
}

/** What the replay's page shows besides what the postmortem's shows: where both are the same, so is the page. */
export interface ReplayBasis {
  systems: (System | null)[];
  related: ReplayPage['related'];
}

/** Null where it can't be replayed. */
export function replayBasis(index: CatalogIndex, postmortem: Postmortem): ReplayBasis | null {
  if (!isReplayable(index, postmortem)) return null;
  const systems = postmortem.facts.systems.map((system) => index.systems.get(system) ?? null);
  return { systems, related: relatedLinks(index, postmortem) };
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
  const [noticed, ...later] = story.told;
  const home = postmortemUrl(index, id);
  const resolve = resolver(index, postmortemPath(postmortem), home);
  const writer = rendering.writer(postmortem.document, resolve, { onOtherPage: true });
  const anchors = entryAnchors(timeline, ownAnchors(postmortem));
  const anchorOf = new Map(timeline.entries.map((entry, at) => [entry, anchors[at] ?? '']));
  const entryOf = (entry: TimelineEntry, dayBefore: string | null): ReplayEntry => ({
    anchor: anchorOf.get(entry) ?? '',
    ...entryModel(
      { ...entry, blocks: withoutDrawings(entry.blocks) },
      noticed.time.start,
      facts.timezone,
      writer,
    ),
    day: entry.time.date === dayBefore ? null : entry.time.date,
  });
  const dayBefore = (own: readonly TimelineEntry[], at: number): string | null =>
    own[at - 1]?.time.date ?? null;
  const stops = stopsOf(story.told, hypotheses);
  return {
    id,
    url: replayUrl(index, id),
    title: safeTitle(postmortem),
    postmortemUrl: home,
    scene: {
      day: noticed.time.date,
      timezone: facts.timezone,
      raisedBy: facts.raisedBy,
      systems: knownSystems(index, postmortem, noticed),
      requestHtml: writer.blocks(reportedWords(postmortem)),
      entry: entryOf(noticed, noticed.time.date),
    },
    steps: later.map((entry, at) => ({
      entry: entryOf(entry, dayBefore(story.told, at + 1)),
      stop: stops.get(at + 1) ?? [],
    })),
    unseen: story.unseen.map((entry, at) => entryOf(entry, dayBefore(story.unseen, at))),
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
    improvements: improvements.flatMap(({ state, phrasing }) =>
      state === 'dropped' ? [] : writer.phrasing(phrasing),
    ),
  };
}

/** The systems whose name or id stands in what was first heard. */
function knownSystems(
  index: CatalogIndex,
  postmortem: Postmortem,
  noticed: TimelineEntry,
): ReplayPage['scene']['systems'] {
  const heard = ` ${words(`${noticed.text} ${plainText(reportedWords(postmortem))}`)} `;
  return [...new Set(postmortem.facts.systems)]
    .map((id) => ({ id, ...index.systems.get(id) }))
    .filter(({ id, name = id }) => [id, name].some((called) => heard.includes(` ${words(called)} `)))
    .map(({ id, name = id, description = null }) => ({ name, description }));
}

/** In small letters, one blank between them. */
function words(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
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

function relatedLinks(index: CatalogIndex, { id }: Postmortem): ReplayPage['related'] {
  const position = index.positions.get(id);
  if (position === undefined) return [];
  return relatedIncidents(index.catalog.postmortems, index.kinship, position)
    .flatMap((relation) => index.postmortems.get(relation.id) ?? [])
    .filter((other) => isReplayable(index, other))
    .slice(0, mostRelated)
    .map((other) => ({
      link: { text: safeTitle(other), url: replayUrl(index, other.id) },
      date: noticedOn(other.timeline),
    }));
}

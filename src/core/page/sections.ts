import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { ownAnchors } from '../catalog/places.ts';
import type { Section } from '../document/document.ts';
import { isOnlyTbd } from '../document/plain-text.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { durationText } from '../time/duration.ts';
import { instantOf, instantText, offsetAt } from '../time/zones.ts';
import { entryAnchors } from '../timeline/entry-anchors.ts';
import type { EntryTime, Timeline, TimelineEntry } from '../timeline/timeline.ts';
import { isQuestion, sections as knownSections } from '../vocabulary.ts';
import { sectionGuide } from './guide-link.ts';
import { ideaModel, improvementModel } from './items.ts';
import type { EntryModel, Html, SectionModel } from './model.ts';
import { personModel } from './people.ts';
import type { HtmlWriter, Rendering } from './rendering.ts';

/**
 * The sections of a page in the order their author gave them.
 *
 * @param isShown where a page shows some of the known ones only.
 */
export function sectionModels(
  index: CatalogIndex,
  postmortem: Postmortem,
  writer: HtmlWriter,
  rendering: Rendering,
  isShown: (slug: Section['slug']) => boolean = () => true,
): SectionModel[] {
  return postmortem.sections
    .filter(
      // A heading alone is shown as well: nothing that was written may be lost.
      ({ slug, heading, empty, nodes }) =>
        isShown(slug) && (heading !== null || !empty || nodes.some(({ type }) => type === 'heading')),
    )
    .map((section) => sectionModel(index, postmortem, section, writer, rendering));
}

function sectionModel(
  index: CatalogIndex,
  postmortem: Postmortem,
  section: Section,
  writer: HtmlWriter,
  rendering: Rendering,
): SectionModel {
  const { slug, anchor, tbd } = section;
  const guide = tbd && slug !== null ? sectionGuide(index, slug) : null;
  const base = { anchor, heading: headingOf(section), slug, tbd, guide };
  const answer = isQuestion(slug) ? postmortem.questions[slug] : undefined;
  if (answer !== undefined)
    return {
      ...base,
      kind: 'question',
      question: answer.question,
      proseHtml: isToBeWritten(answer.prose) ? '' : writer.blocks(answer.prose),
      ideas: answer.ideas.map((idea) => ideaModel(index, postmortem, answer.question, idea, writer)),
      improvements: answer.improvements.map((item) => improvementModel(index, postmortem, item, writer)),
    };
  if (slug === 'timeline' && postmortem.timeline !== null && postmortem.timeline.entries.length > 0)
    return {
      ...base,
      kind: 'timeline',
      introductionHtml: writer.blocks(postmortem.timeline.introduction),
      timezone: postmortem.facts.timezone,
      drawings: timelineDrawings(rendering.drawings(postmortem)),
      days: entryDays(postmortem, postmortem.timeline, writer),
      count: postmortem.timeline.entries.length,
    };
  const prose = (): Html => (isToBeWritten(section.nodes) ? '' : writer.blocks(section.nodes));
  // Whatever stands around the bullets of these sections is prose, and shown before them.
  const around = (): Html => writer.blocks(section.nodes.filter(({ type }) => type !== 'list'));
  if (slug === 'hypotheses' && postmortem.hypotheses.length > 0)
    return {
      ...base,
      kind: 'hypotheses',
      introductionHtml: around(),
      hypotheses: postmortem.hypotheses.map(({ phrasing, blocks, tests }) => ({
        html: writer.phrasing(phrasing),
        blocksHtml: writer.blocks(blocks),
        tests: tests.map((test) => ({
          html: writer.phrasing(test.phrasing),
          blocksHtml: writer.blocks(test.blocks),
          verdict: test.verdict,
        })),
      })),
    };
  if (slug === 'whys' && postmortem.whys.length > 0)
    return {
      ...base,
      kind: 'whys',
      introductionHtml: around(),
      whys: postmortem.whys.map(({ phrasing, answer: because }) => ({
        html: writer.phrasing(phrasing),
        answerHtml: writer.blocks(because),
      })),
    };
  if (slug === 'next-actions' && postmortem.nextActions.length > 0)
    return {
      ...base,
      kind: 'next-actions',
      introductionHtml: around(),
      actions: postmortem.nextActions.map(({ phrasing, blocks, done, owner }) => ({
        html: writer.phrasing(phrasing),
        blocksHtml: writer.blocks(blocks),
        done,
        owner: personModel(index, owner),
      })),
    };
  return { ...base, kind: 'prose', html: prose() };
}

/** Those that stand in the section itself. */
function timelineDrawings({ gantt, phases }: ReturnType<Rendering['drawings']>): {
  gantt: Html | null;
  phases: Html | null;
} {
  return { gantt, phases };
}

function headingOf({ slug, heading }: Section): string {
  return heading ?? (slug === null ? '' : knownSections[slug].name);
}

/** A page says kindly that a section is still to be written; the bare word beside that would only repeat it. */
function isToBeWritten(nodes: Section['nodes']): boolean {
  return nodes.length === 1 && isOnlyTbd(nodes);
}

type TimelineDay = Extract<SectionModel, { kind: 'timeline' }>['days'][number];

function entryDays(postmortem: Postmortem, timeline: Timeline, writer: HtmlWriter): TimelineDay[] {
  const { facts } = postmortem;
  const started = timeline.entries.find(({ marks }) => marks.includes('started'))?.time.start ?? null;
  const anchors = entryAnchors(timeline, ownAnchors(postmortem));
  const days: TimelineDay[] = [];
  for (const [position, entry] of timeline.entries.entries()) {
    const { date } = entry.time;
    const model: EntryModel = {
      anchor: anchors[position] ?? '',
      ...entryModel(entry, started, facts.timezone, writer),
    };
    const day = days.at(-1);
    if (day?.date === date) day.entries.push(model);
    else days.push({ date, entries: [model] });
  }
  return days;
}

/** `UTC−04:00` for a time that the clocks of that day showed twice; null for all others. */
function offsetText({ date, clock, start }: EntryTime, timezone: string): string | null {
  if (instantOf(timezone, date, clock).kind !== 'overlap') return null;
  return `UTC${offsetAt(timezone, start).replace('-', '−').replace('Z', '')}`;
}

/** @param started The instant from which `elapsed` counts; null where nobody knows it. */
export function entryModel(
  entry: TimelineEntry,
  started: number | null,
  timezone: string,
  writer: HtmlWriter,
): Omit<EntryModel, 'anchor'> {
  const { time, marks, kinds, phrasing, blocks } = entry;
  return {
    instant: instantText(time.start),
    clock: time.clock,
    end:
      time.endClock === null
        ? null
        : time.endDate === time.date
          ? time.endClock
          : `${time.endDate} ${time.endClock}`,
    offset: offsetText(time, timezone),
    approximate: time.approximate,
    marks,
    kinds,
    html: writer.phrasing(phrasing),
    blocksHtml: writer.blocks(blocks),
    elapsed: started === null ? null : elapsedText(time.start - started),
  };
}

/** `+6 h 15 min` after the start, `−20 min` before it; null at the start itself. */
function elapsedText(milliseconds: number): string | null {
  if (milliseconds === 0) return null;
  const minutes = milliseconds / 60_000;
  const text = durationText({ min: minutes, max: minutes, approximate: false });
  return minutes > 0 ? `+${text}` : text;
}

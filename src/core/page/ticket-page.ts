import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { standingOf } from '../incident/standing.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { type Unknown, unknownsOf } from '../postmortem/unknowns.ts';
import { instantText, localTimeOf } from '../time/zones.ts';
import { isQuestion, type SectionSlug } from '../vocabulary.ts';
import type { SectionModel } from './model.ts';
import type { HtmlWriter, Rendering } from './rendering.ts';
import type { Moment, TicketModel } from './ticket-model.ts';

/** Where each TBD of a page can be jumped to: anchors by the offset of its text node, in the order of its words. */
export type UnknownAnchors = ReadonlyMap<number, readonly string[]>;

/** What is unknown, each with its anchor on the page. */
export function anchoredUnknowns(postmortem: Postmortem): { unknown: Unknown; anchor: string }[] {
  let count = 0;
  return unknownsOf(postmortem.sections).map((unknown) => {
    if (unknown.word === null) return { unknown, anchor: unknown.section.anchor };
    count += 1;
    return { unknown, anchor: `tbd:${count}` };
  });
}

export function unknownAnchors(found: ReturnType<typeof anchoredUnknowns>): UnknownAnchors {
  const anchors = new Map<number, string[]>();
  for (const { unknown, anchor } of found)
    if (unknown.word !== null)
      anchors.set(unknown.word.offset, [...(anchors.get(unknown.word.offset) ?? []), anchor]);
  return anchors;
}

/** What somebody who joins needs besides the sections. */
export function ticketModel(
  index: CatalogIndex,
  postmortem: Postmortem,
  sections: readonly SectionModel[],
  {
    found,
    writer,
    rendering,
  }: { found: ReturnType<typeof anchoredUnknowns>; writer: HtmlWriter; rendering: Rendering },
): TicketModel {
  const { facts, timeline, hypotheses, nextActions } = postmortem;
  const moment = (instant: number): Moment => ({
    ...localTimeOf(facts.timezone, instant - (instant % 60_000)),
    instant: instantText(instant),
  });
  const entries = timeline?.entries ?? [];
  const first = entries.find(({ marks }) => marks.includes('started')) ?? entries[0];
  const last = entries.at(-1);
  const days = sections.find((section) => section.kind === 'timeline');
  const anchor = days?.kind === 'timeline' ? days.days.at(-1)?.entries.at(-1)?.anchor : undefined;
  const committed = index.committed.get(postmortem.id);
  return {
    since: first ? moment(first.time.start) : null,
    latest:
      last && anchor ? { ...moment(last.time.start), anchor, html: writer.phrasing(last.phrasing) } : null,
    committed: committed === undefined ? null : moment(committed),
    unknowns: found.map(({ unknown: { section, text }, anchor: at }) => ({
      anchor: at,
      section: section.heading ?? '',
      text,
    })),
    forMeeting: sections.flatMap(({ slug, tbd, anchor: at, heading }) =>
      tbd && isQuestion(slug) ? [{ anchor: at, heading }] : [],
    ),
    actions:
      nextActions.length === 0
        ? null
        : { open: nextActions.filter(({ done }) => !done).length, all: nextActions.length },
    standings: hypotheses.length === 0 ? null : hypotheses.map(standingOf),
    tree: rendering.drawings(postmortem).tree,
  };
}

const leading: readonly (SectionSlug | null)[] = ['summary', 'symptoms', 'scope', 'impact'];

/** What somebody who joins reads first stands first; what waits for the meeting stands last. */
const order: readonly (SectionSlug | null)[] = [
  ...leading,
  'next-actions',
  'hypotheses',
  'timeline',
  'fixes-for-symptoms',
  'root-causes',
  'fixes-for-root-causes',
  'whys',
  null,
  'original-request',
  'what-happened',
  'what-was-expected',
  'steps-to-reproduce',
  'artifacts',
];

/** Sections as a ticket shows them, and in each what is still to do first: those that tell what it is, and the others. */
export function ticketSections(sections: readonly SectionModel[]): {
  lead: SectionModel[];
  rest: SectionModel[];
} {
  const rank = ({ slug, tbd, heading }: SectionModel): number => {
    if (heading === '') return -1;
    // A summary that is still to be written tells less than the symptoms.
    if (slug === 'summary' && tbd) return order.indexOf('impact') + 0.5;
    const at = order.indexOf(slug);
    return at === -1 ? order.length : at;
  };
  const sorted = sections
    .toSorted((a, b) => rank(a) - rank(b))
    .map((section) =>
      section.kind === 'next-actions'
        ? { ...section, actions: section.actions.toSorted((a, b) => Number(a.done) - Number(b.done)) }
        : section,
    );
  const end = sorted.findLastIndex(({ slug }) => leading.includes(slug)) + 1;
  return { lead: sorted.slice(0, end), rest: sorted.slice(end) };
}

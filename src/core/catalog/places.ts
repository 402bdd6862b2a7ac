import type { Postmortem } from '../postmortem/postmortem.ts';
import { entryAnchors } from '../timeline/entry-anchors.ts';
import type { HandbookPage } from './catalog.ts';

/** What lies where below `content/`, for everything that follows links. */
export interface Places {
  postmortems: ReadonlyMap<string, Postmortem>;
  handbook: ReadonlyMap<string, HandbookPage>;
}

export function postmortemPath({ id }: { id: string }): string {
  return `postmortems/${id}.mdx`;
}

export function handbookPath({ id }: { id: string }): string {
  return `handbook/${id}.mdx`;
}

export function placesOf(postmortems: readonly Postmortem[], handbook: readonly HandbookPage[]): Places {
  return {
    postmortems: new Map(postmortems.map((postmortem) => [postmortemPath(postmortem), postmortem])),
    handbook: new Map(handbook.map((page) => [handbookPath(page), page])),
  };
}

// A postmortem is another one once its file is, so its anchors hold from one reading of the content to the next.
const anchorsKnown = new WeakMap<Postmortem, ReadonlySet<string>>();

/** Every anchor on a postmortem's page: its headings, improvements, ideas, risks and the entries of its timeline. */
export function anchorsOf(postmortem: Postmortem): ReadonlySet<string> {
  const known = anchorsKnown.get(postmortem);
  if (known !== undefined) return known;
  const own = ownAnchors(postmortem);
  const { timeline } = postmortem;
  const anchors = timeline === null ? own : own.union(new Set(entryAnchors(timeline, own)));
  anchorsKnown.set(postmortem, anchors);
  return anchors;
}

/** The anchors that come from what an author wrote; the timeline's entries make way for them. */
export function ownAnchors(postmortem: Postmortem): Set<string> {
  const anchors = new Set(postmortem.document.anchors);
  for (const answer of Object.values(postmortem.questions)) {
    for (const { anchor } of answer.improvements) anchors.add(anchor);
    for (const { anchor } of answer.ideas) anchors.add(anchor);
  }
  return anchors;
}

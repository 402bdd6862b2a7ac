import { excerptOf } from '../../render/search/excerpt.ts';
import { plainWords } from '../../render/search/plain-words.ts';
import { shortDay } from '../dates.ts';
import { search as words } from '../strings/search.ts';
import type { Anchor, Found } from './pagefind.ts';
import { element } from './search-html.ts';

/** A place on a page that matches. */
type Part = Found['sub_results'][number];

const pieceKinds: Record<string, string> = { h3: 'improvement', h4: 'risk' };

/** What a place on a postmortem's page is, besides a section. */
export function pieceOf({ anchor }: Part): string {
  return pieceKinds[anchor?.element ?? ''] ?? '';
}

/** Whether every word typed is, or begins, a word that matched: Pagefind takes shorter ones where it has none. */
export function shows({ content, locations }: Found, term: string): boolean {
  const all = content.split(/\s+/);
  const matched = locations.map((at) => plainWords(all[at] ?? ''));
  return plainWords(term)
    .split(/\s+/)
    .every((word) => matched.some((other) => other.includes(word)));
}

/** @param pieces the kinds of piece to show; null for all that matches. */
export function resultItem(found: Found, pieces: ReadonlySet<string> | null): HTMLElement {
  const { url, meta, sub_results } = found;
  const all = found.content.split(/\s+/);
  const item = element('li', {});
  const parts = sub_results.filter(
    (part) => part.url.includes('#') && (pieces === null || pieces.has(pieceOf(part))),
  );
  const link = element('a', { href: url });
  const facts = element('small', {});
  for (const fact of [
    words.kindName[meta.kind ?? ''],
    meta.severity && `${words.severity} ${meta.severity}`,
    meta.date && shortDay(meta.date),
  ])
    if (fact) facts.append(element('span', {}, fact));
  link.append(element('b', {}, meta.title ?? url), facts);
  item.append(link);
  if (parts.length === 0) {
    link.append(excerpt(found, all));
    return item;
  }
  const list = element('ul', { class: 'links' });
  for (const part of parts.slice(0, pieces === null ? 3 : undefined)) list.append(partItem(found, all, part));
  item.append(list);
  return item;
}

function partItem(found: Found, all: readonly string[], part: Part): HTMLElement {
  const item = element('li', {});
  const link = element('a', { href: part.url });
  const kind = words.kindName[pieceOf(part)];
  link.append(element('b', {}, part.title));
  link.append(kind ? element('small', {}, kind) : excerpt(found, all, part.anchor));
  item.append(link);
  return item;
}

/**
 * @param all The words of its content.
 * @param under The heading of a piece; what stands ahead of all headings, or under the first, where there is none.
 */
function excerpt({ locations, anchors, meta }: Found, all: readonly string[], under?: Anchor): HTMLElement {
  const behind = ({ location, text }: Pick<Anchor, 'location' | 'text'>): number =>
    location + text.trim().split(/\s+/).length;
  const nextTo = (at: number): number =>
    Math.min(all.length, ...anchors.map(({ location }) => location).filter((location) => location > at));
  let from = behind(under ?? { location: 0, text: meta.title ?? '' });
  let to = nextTo(under?.location ?? 0);
  const [first] = anchors;
  if (!under && from >= to && first) {
    from = behind(first);
    to = nextTo(first.location);
  }
  // Of a system, a team or a person, the first words say the most.
  const matches = meta.name === undefined ? locations : [];
  const { isCutBefore, parts, isCutAfter } = excerptOf(all, { from, to }, matches);
  const made = element('span', {});
  made.append(
    isCutBefore ? '… ' : '',
    ...parts.map(({ text, marked }) => (marked ? element('mark', {}, text) : text)),
    isCutAfter ? ' …' : '',
  );
  return made;
}

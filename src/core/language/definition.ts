import { ownAnchors } from '../catalog/places.ts';
import { targetOf } from '../catalog/target.ts';
import type { Place } from '../diagnostic.ts';
import { entryAnchors } from '../timeline/entry-anchors.ts';
import type { Library } from './library.ts';
import { linesOf } from './lines.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import { holds, onLine, type Range } from './range.ts';

/** A stretch of a file. */
export interface Location {
  path: string;
  range: Range;
}

/** What stands at a place of a file, if the product knows more about it. */
export function mentionAt(library: Library, path: string, place: Place): Mention | null {
  const found = mentionsIn(path, library.textOf(path) ?? '').filter(({ range }) => holds(range, place));
  // A word in the text of a link is the word.
  return found.find(({ kind }) => kind !== 'link') ?? found[0] ?? null;
}

/** Where that which stands at a place is written down. */
export function definitionAt(library: Library, path: string, place: Place): Location | null {
  const mention = mentionAt(library, path, place);
  if (mention === null) return null;
  if (mention.kind === 'link') return linkTarget(library, path, mention.url);
  if (mention.kind === 'system' || mention.kind === 'person' || mention.kind === 'severity')
    return locationsOf(library, mention).find(({ defines }) => defines) ?? null;
  return mention.kind === 'improvement' ? { path, range: mention.range } : null;
}

/** Everywhere that the same thing is named, its definition included. */
export function referencesAt(library: Library, path: string, place: Place): Location[] {
  const mention = mentionAt(library, path, place);
  if (mention === null) return [];
  if (mention.kind === 'improvement')
    return [{ path, range: mention.range }, ...linksToAnchor(library, path, mention.name)];
  return locationsOf(library, mention);
}

/** A system, a person or a severity wherever it is named. */
export function locationsOf(library: Library, wanted: Mention): (Location & { defines: boolean })[] {
  const isSame = (other: Mention): boolean =>
    (wanted.kind === 'severity' && other.kind === 'severity' && wanted.level === other.level) ||
    ((wanted.kind === 'system' || wanted.kind === 'person') &&
      wanted.kind === other.kind &&
      wanted.name === other.name);
  const name = wanted.kind === 'severity' ? `${wanted.level}` : 'name' in wanted ? wanted.name : '';
  return library.paths.flatMap((path) => {
    const text = library.textOf(path) ?? '';
    if (!text.includes(name)) return [];
    return mentionsIn(path, text)
      .filter(isSame)
      .map((mention) => ({ path, range: mention.range, defines: 'defines' in mention && mention.defines }));
  });
}

/** The anchors of links that lead to one place of a page. */
export function linksToAnchor(library: Library, page: string, anchor: string): Location[] {
  return library.paths.flatMap((path) => {
    const text = library.textOf(path) ?? '';
    if (!text.includes(`#${anchor}`)) return [];
    return mentionsIn(path, text).flatMap((mention) => {
      if (mention.kind !== 'link' || !mention.url.endsWith(`#${anchor}`)) return [];
      const target = targetOf(path, mention.url);
      const leadsThere =
        target.kind === 'here' ? path === page : target.kind === 'content' && target.path === page;
      if (!leadsThere) return [];
      const { start, end } = mention.urlRange;
      const from = { line: start.line, column: end.column - anchor.length };
      return [{ path, range: { start: from, end } }];
    });
  });
}

function linkTarget(library: Library, from: string, url: string): Location | null {
  const target = targetOf(from, url);
  if (target.kind !== 'content' && target.kind !== 'here') return null;
  const path = target.kind === 'here' ? from : target.path;
  const text = library.textOf(path);
  if (text === null) return null;
  const place = target.anchor ? placeOfAnchor(library, path, target.anchor) : null;
  const { line, column } = place ?? { line: 1, column: 1 };
  return { path, range: onLine(line, column - 1, linesOf(text)[line - 1]?.length ?? 0) };
}

/** The heading, improvement, idea or entry of the timeline that an anchor names. */
function placeOfAnchor(library: Library, path: string, anchor: string): Place | null {
  const heading = library.documentOf(path)?.headings.find((own) => own.anchor === anchor);
  if (heading !== undefined) return heading.place;
  const postmortem = postmortemAt(library, path);
  if (postmortem === null) return null;
  for (const { improvements, ideas } of Object.values(postmortem.questions)) {
    const item = [...improvements, ...ideas].find((own) => own.anchor === anchor);
    if (item !== undefined) return item.place;
  }
  const { timeline } = postmortem;
  if (timeline === null) return null;
  const at = entryAnchors(timeline, ownAnchors(postmortem)).indexOf(anchor);
  return timeline.entries[at]?.place ?? null;
}

export function postmortemAt({ catalog }: Library, path: string) {
  return catalog.postmortems.find(({ id }) => path === `postmortems/${id}.mdx`) ?? null;
}

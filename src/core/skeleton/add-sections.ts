import type { Section } from '../document/document.ts';
import { type Question, questions, type SectionSlug, sections } from '../vocabulary.ts';

const ranks = Object.keys(sections) as SectionSlug[];

/**
 * A file's text with sections added that it does not have yet, each where it belongs; every other byte stays.
 *
 * @param raw The file's text as it is on disk; `found` are its sections.
 * @param textOf What a section says, its heading included, with `\n` between lines and none at its end.
 */
export function addSections(
  raw: string,
  found: readonly Section[],
  wanted: readonly SectionSlug[],
  textOf: (slug: SectionSlug) => string,
): { text: string; added: SectionSlug[] } {
  const lines = linesOf(raw);
  const newline = newlineOf(raw);
  const added: SectionSlug[] = [];
  const pieces = new Map<number, SectionSlug[]>();
  let order = laidOut(found, lines.length);
  for (const slug of wanted) {
    if (order.some((section) => section.slug === slug)) continue;
    const at = placeFor(slug, order);
    const end = order[at - 1]?.end ?? order[at]?.start ?? lines.length;
    order = order.toSpliced(at, 0, { slug, start: end, end });
    pieces.set(end, [...(pieces.get(end) ?? []), slug]);
    added.push(slug);
  }
  const parts: string[] = [];
  for (let index = 0; index <= lines.length; index += 1) {
    const slugs = order.flatMap(({ slug }) =>
      slug !== null && pieces.get(index)?.includes(slug) ? [slug] : [],
    );
    for (const slug of slugs) {
      const text = textOf(slug).replaceAll('\n', newline);
      parts.push(gapAfter(parts.at(-1) ?? '', parts.at(-2) ?? '', newline), `${text}${newline}`);
    }
    const next = lines[index];
    if (next !== undefined && slugs.length > 0) parts.push(newline);
    if (next !== undefined) parts.push(next);
  }
  return { text: parts.join(''), added };
}

/** The lines of a file, each with its line break. */
export function linesOf(raw: string): string[] {
  return raw.split(/(?<=\r\n|\n|\r(?!\n))/);
}

/** The line break of a file: that of its first line. */
export function newlineOf(raw: string): string {
  return /\r\n|\n|\r/.exec(raw)?.[0] ?? '\n';
}

/** A section of the file: lines from 0, `end` is that of the next one. */
interface Extent {
  slug: SectionSlug | null;
  start: number;
  end: number;
}

function laidOut(found: readonly Section[], lineCount: number): Extent[] {
  return found.map(({ slug, place }, index) => ({
    slug,
    start: place.line - 1,
    end: (found[index + 1]?.place.line ?? lineCount + 1) - 1,
  }));
}

/** Where in the order a section belongs: the questions keep theirs, everything else stands behind what is read before it. */
function placeFor(slug: SectionSlug, order: readonly Extent[]): number {
  const rank = questions.indexOf(slug as Question);
  if (rank !== -1) {
    const rankOf = (section: Extent): number => questions.indexOf(section.slug as Question);
    const before = order.findLastIndex((section) => rankOf(section) !== -1 && rankOf(section) < rank);
    if (before !== -1) return before + 1;
    const after = order.findIndex((section) => rankOf(section) > rank);
    if (after !== -1) return after;
  }
  const before = order.findLastIndex(
    (section) => section.slug !== null && ranks.indexOf(section.slug) < ranks.indexOf(slug),
  );
  if (before !== -1) return before + 1;
  const first = order.findIndex((section) => section.slug !== null);
  return first === -1 ? order.length : first;
}

/** What is missing of a blank line after a text. */
function gapAfter(last: string, before: string, newline: string): string {
  if (last === '') return before === '' ? '' : gapAfter(before, '', newline);
  if (!/[\r\n]$/.test(last)) return newline + newline;
  return last.trim() === '' ? '' : newline;
}

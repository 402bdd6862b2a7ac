import type { Heading, List, Root } from 'mdast';
import { type Fix, type Place, type Problem, problem } from '../diagnostic.ts';
import { withFix } from '../fix/fix.ts';
import type { SectionSlug } from '../vocabulary.ts';
import type { DocumentHeading, SourceText } from './document.ts';
import { sectionNamed } from './section-names.ts';

/** The heading of a known section that is indented below an item, and so is part of that item and no section. */
export interface IndentedHeading {
  slug: SectionSlug;
  text: string;
  place: Place;
  /** The last line that is indented with it. */
  lastLine: number;
}

/** In the order written. */
export function indentedHeadings(
  { children }: Root,
  headings: readonly Pick<DocumentHeading, 'node' | 'depth' | 'text' | 'place'>[],
  source: SourceText,
): IndentedHeading[] {
  return headings.flatMap(({ node, depth, text, place }) => {
    // `- ## Detect` begins an item, and `> ## Detect` is quoted.
    if (depth !== 2 || !isBlank(indentOf(place, source))) return [];
    const slug = sectionNamed(text);
    const list = children.find((child): child is List => child.type === 'list' && holds(child, node));
    if (slug === null || list === undefined) return [];
    return [
      { slug, text, place, lastLine: lastLineOf(place, list.position?.end.line ?? place.line, source) },
    ];
  });
}

/** Whether a place is below one of them, and so moves with it. */
export function isBelowIndented(found: readonly IndentedHeading[], { line }: Place): boolean {
  return found.some(({ place, lastLine }) => place.line < line && line <= lastLine);
}

/** Each told where it stands; the first of some that are indented together has the one right answer for all. */
export function indentedProblems(found: readonly IndentedHeading[], source: SourceText): Problem[] {
  let mendedTo = 0;
  return found.map((heading) => {
    const { place, text, lastLine } = heading;
    const isMended = place.line <= mendedTo;
    if (!isMended) mendedTo = lastLine;
    const told = problem(
      'heading-indented',
      place,
      `${indentedHeading(heading)}, and begins no section.`,
      beginAtStart(text),
    );
    return withFix({ ...told, severity: 'warning' }, isMended ? null : dedent(heading, source));
  });
}

/** `## Detect in line 47 is indented, so it belongs to the list above it` */
export function indentedHeading({ text, place }: Pick<IndentedHeading, 'text' | 'place'>): string {
  return `## ${text} in line ${place.line} is indented, so it belongs to the list above it`;
}

export function beginAtStart(text: string): string {
  return `Begin it at the start of the line: ## ${text}. What belongs to it moves to the left as well.`;
}

function holds({ position }: List, { position: inner }: Heading): boolean {
  const at = inner?.start.offset ?? -1;
  return (position?.start.offset ?? 0) <= at && at < (position?.end.offset ?? 0);
}

const indentOf = ({ line, column }: Place, source: SourceText): string =>
  source.line(line).slice(0, column - 1);

const isBlank = (text: string): boolean => text !== '' && text.trim() === '';

/** What follows it is its own as long as it is indented as far. */
function lastLineOf(place: Place, end: number, source: SourceText): number {
  const indent = indentOf(place, source);
  let last = place.line;
  for (let line = place.line + 1; line <= end; line += 1) {
    const text = source.line(line);
    if (text.startsWith(indent) && text.trim() !== '') last = line;
    else if (text.trim() !== '') break;
  }
  return last;
}

function dedent({ text, place, lastLine }: IndentedHeading, source: SourceText): Fix {
  const indent = indentOf(place, source);
  const lines = Array.from({ length: lastLine - place.line + 1 }, (_, at) => place.line + at);
  return {
    title: `Begin ## ${text} at the start of its line`,
    edits: lines
      .filter((line) => source.line(line).startsWith(indent))
      .map((line) => ({
        start: { line, column: 1 },
        end: { line, column: 1 + indent.length },
        text: '',
      })),
  };
}

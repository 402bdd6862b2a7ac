import type { Nodes, Paragraph, Parents } from 'mdast';
import type { Place } from '../diagnostic.ts';
import type { Document, SourceText } from '../document/document.ts';
import type { SectionSlug } from '../vocabulary.ts';
import { maskForeign, notWords } from './foreign-words.ts';

/** A paragraph, heading, item, table cell or title in the author's own words. */
export interface Passage {
  kind: 'title' | 'heading' | 'paragraph' | 'item' | 'cell';
  /** Null outside the known sections. */
  section: SectionSlug | null;
  /**
   * As typed, character for character, line breaks too; markers are blanks, and each character of what is not the
   * author's own words (code, quotations, logs, addresses) is `notWords`.
   */
  text: string;
  placeAt(index: number): Place;
}

/** Sections that hold what others said, or what was collected. */
const foreignSections: ReadonlySet<SectionSlug | null> = new Set(['original-request', 'artifacts'] as const);

/** Everything in a postmortem that its author says, in the order written. */
export function passagesOf(document: Document, title: string): Passage[] {
  const { source } = document;
  const passages: Passage[] = [titlePassage(document, title)];
  for (const section of document.sections) {
    if (foreignSections.has(section.slug)) continue;
    const add = (kind: Passage['kind'], node: Parents): void => {
      const start = node.position?.start.offset ?? 0;
      const text = wordsOf(node, source);
      passages.push({
        kind,
        section: section.slug,
        text: maskForeign(text),
        placeAt: (index) => source.placeAt(start + index),
      });
    };
    const visit = (node: Nodes, inItem: boolean): void => {
      switch (node.type) {
        case 'heading':
          add('heading', node);
          break;
        case 'paragraph':
          add(inItem ? 'item' : 'paragraph', node);
          break;
        case 'tableCell':
          add('cell', node);
          break;
        case 'list':
        case 'table':
        case 'tableRow':
        case 'footnoteDefinition':
        case 'mdxJsxFlowElement':
          for (const child of node.children) visit(child, inItem);
          break;
        case 'listItem':
          for (const child of node.children) visit(child, true);
          break;
      }
    };
    if (section.slug === null && section.heading !== null) {
      const heading = document.headings.find(({ anchor }) => anchor === section.anchor);
      if (heading !== undefined) visit(heading.node, false);
    }
    for (const node of section.nodes) visit(node, false);
  }
  return passages;
}

/** Finding out where the title stands reads the front matter a second time, so nobody does before something was found in it. */
function titlePassage(document: Document, title: string): Passage {
  return {
    kind: 'title',
    section: null,
    text: maskForeign(title),
    placeAt(index) {
      const place = document.frontMatterPlace(['title'], 'value');
      const at = document.source.line(place.line).indexOf(title, place.column - 1);
      return at === -1 ? place : { line: place.line, column: at + index + 1 };
    },
  };
}

/** A block's text as typed, with blanks for markers and `notWords` for code and pictures. */
function wordsOf(block: Parents, { text }: SourceText): string {
  const start = block.position?.start.offset ?? 0;
  const end = block.position?.end.offset ?? start;
  let words = '';
  let cursor = start;
  const skipTo = (offset: number, filler: string): void => {
    if (offset > cursor)
      words += filler === ' ' ? blank(text.slice(cursor, offset)) : filler.repeat(offset - cursor);
    cursor = Math.max(cursor, offset);
  };
  const visit = (nodes: readonly Nodes[]): void => {
    for (const node of nodes) {
      const from = node.position?.start.offset ?? cursor;
      const to = node.position?.end.offset ?? from;
      skipTo(from, ' ');
      if (node.type === 'text') {
        words += text.slice(cursor, to);
        cursor = to;
      } else if ('children' in node && !isOpaque(node)) visit(node.children as Nodes[]);
      else if (node.type === 'break') skipTo(to, ' ');
      else skipTo(to, notWords);
    }
  };
  visit((block as Paragraph).children);
  skipTo(end, ' ');
  return words;
}

/** Keys that are pressed are what a screen says, not the author. */
function isOpaque(node: Nodes): boolean {
  return node.type === 'mdxJsxTextElement' && node.name === 'kbd';
}

function blank(markers: string): string {
  return markers.includes('\n') ? markers.replace(/[^\n]/g, ' ') : ' '.repeat(markers.length);
}

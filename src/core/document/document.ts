import type { Heading, Root, RootContent } from 'mdast';
import type { Place, Problem } from '../diagnostic.ts';
import type { SectionSlug } from '../vocabulary.ts';

/**
 * The text of a file with its line starts, so that offsets become places in constant-ish time. Line breaks are `\n` and
 * there is no byte order mark, whatever the file has; lines and columns are the file's.
 */
export interface SourceText {
  text: string;
  /** The place of a UTF-16 offset. */
  placeAt(offset: number): Place;
  /** Line `n` (from 1) without its line break. */
  line(n: number): string;
}

/** A `##` section. Whatever stands before the first `##` is a section with `heading: null`. */
export interface Section {
  /** The known section this is, or null for a heading of the author's own. */
  slug: SectionSlug | null;
  /** The heading as the author wrote it, as plain text; null for what stands before the first heading. */
  heading: string | null;
  /** Unique in the document; the known slug, or one made by github-slugger. */
  anchor: string;
  /** Of the heading; of the first line of the body where there is none. */
  place: Place;
  nodes: RootContent[];
  /** Nothing in it, or the word TBD stands in it outside code. */
  tbd: boolean;
  /** Nothing in it at all (comments do not count). */
  empty: boolean;
}

/** A relative or absolute link or image target in the body, as written. */
export interface LinkTarget {
  kind: 'link' | 'image';
  url: string;
  place: Place;
}

/** A ```mermaid fence. */
export interface MermaidFence {
  source: string;
  /** Of the first line inside the fence, in the file. */
  place: Place;
}

/** A heading of any level, wherever in the body it stands. */
export interface DocumentHeading {
  node: Heading;
  depth: number;
  /** Plain text. */
  text: string;
  /** Unique in the document. */
  anchor: string;
  place: Place;
}

/** A comment in braces. The tree and the page don't hold it. */
export interface Comment {
  /** Between the slashes and stars, trimmed. */
  text: string;
  /** Offsets in the text of the source. */
  start: number;
  end: number;
  /** Stands in no paragraph. */
  alone: boolean;
}

/** One MDX file, read: what it says and where, without judging what a postmortem needs. */
export interface Document {
  source: SourceText;
  /**
   * The mdast tree of the body. Nodes carry `position`. It holds no front matter, comments, imports, expressions or raw
   * HTML; the only MDX elements are the known components and tags, with plain attributes. What else was written is
   * reported, and stands in the tree as the text it looks like. At most 200 levels deep, so it may be walked by recursion.
   */
  tree: Root;
  /** The front matter as plain values (dates stay strings), or null where there is none or it is broken. */
  frontMatter: Record<string, unknown> | null;
  /** The place of a front matter key or of an item in it, or of the front matter's first line. */
  frontMatterPlace(path: readonly (string | number)[], of?: 'key' | 'value'): Place;
  sections: Section[];
  links: LinkTarget[];
  fences: MermaidFence[];
  comments: Comment[];
  /** In the order written. */
  headings: DocumentHeading[];
  /** Every anchor on the page that the body makes, one for each of `headings`, in their order. */
  anchors: string[];
  problems: Problem[];
}

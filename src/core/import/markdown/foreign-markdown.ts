import type {
  Definition,
  FootnoteDefinition,
  ImageReference,
  LinkReference,
  Nodes,
  Root,
  RootContent,
} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { plainText } from '../../document/plain-text.ts';
import { frontMatterOf } from './front-matter.ts';
import { withoutHtml } from './without-html.ts';

/** Somebody else's Markdown as a tree that our writer can write: no raw HTML, no references, no front matter in it. */
export interface ForeignMarkdown {
  /** Blocks with the places they had; of what was HTML only some have one. */
  blocks: RootContent[];
  footnotes: FootnoteDefinition[];
  /** The front matter as plain values and as text; null where there is none. */
  frontMatter: {
    value: Record<string, unknown>;
    text: string;
    language: 'yaml' | 'toml';
    lines: { first: number; last: number };
  } | null;
  /** Link definitions that nothing refers to. */
  unused: Definition[];
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export function readForeignMarkdown(raw: string): ForeignMarkdown {
  const text = raw
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\ufffd');
  const front = frontMatterOf(text);
  // Blank lines in its place keep every other line where it is.
  const body = front === null ? text : front.whole.replace(/[^\n]/g, '') + text.slice(front.whole.length);
  const tree = parser.parse(body) as Root;
  const { definitions, footnotes } = takeDefinitions(tree);
  const used = new Set<Definition>();
  resolve(tree, new Map(definitions.map((node) => [node.identifier, node] as const).reverse()), used);
  for (const footnote of footnotes)
    resolve(footnote, new Map(definitions.map((node) => [node.identifier, node])), used);
  return {
    blocks: withoutHtml(tree.children, body) as RootContent[],
    footnotes: distinct(footnotes).map(
      (node) => ({ ...node, children: withoutHtml(node.children, body) }) as FootnoteDefinition,
    ),
    frontMatter: front && {
      value: front.value,
      text: front.text,
      language: front.language,
      lines: { first: 1, last: front.whole.trimEnd().split('\n').length },
    },
    unused: definitions.filter((node) => !used.has(node)),
  };
}

/** Of two footnotes with one name the second would be lost, so it is written with the first. */
function distinct(footnotes: readonly FootnoteDefinition[]): FootnoteDefinition[] {
  return [...Map.groupBy(footnotes, ({ identifier }) => identifier).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [{ ...first, children: [first, ...others].flatMap(({ children }) => children) }],
  );
}

function takeDefinitions(tree: Root): { definitions: Definition[]; footnotes: FootnoteDefinition[] } {
  const definitions: Definition[] = [];
  const footnotes: FootnoteDefinition[] = [];
  const take = (node: Nodes): void => {
    if (!('children' in node)) return;
    node.children = (node.children as Nodes[]).filter((child) => {
      if (child.type === 'definition') definitions.push(child);
      else if (child.type === 'footnoteDefinition') footnotes.push(child);
      take(child);
      return child.type !== 'definition' && child.type !== 'footnoteDefinition';
    }) as never;
  };
  take(tree);
  return { definitions, footnotes };
}

/** References become links and images themselves, since what they refer to may end up far away. */
function resolve(node: Nodes, definitions: ReadonlyMap<string, Definition>, used: Set<Definition>): void {
  if (!('children' in node)) return;
  node.children = (node.children as Nodes[]).map((child): Nodes => {
    resolve(child, definitions, used);
    if (child.type !== 'linkReference' && child.type !== 'imageReference') return child;
    const definition = definitions.get(child.identifier);
    if (definition === undefined) return child;
    used.add(definition);
    const { url } = definition;
    const title = definition.title ?? labelBeyond(child, definition);
    const position = child.position === undefined ? {} : { position: child.position };
    return child.type === 'linkReference'
      ? { type: 'link', url, title, children: child.children, ...position }
      : { type: 'image', url, title, alt: child.alt ?? null, ...position };
  }) as never;
}

/** What somebody called a target, `[our notes][night of the fax]`, where neither its words nor its address say that. */
function labelBeyond(reference: LinkReference | ImageReference, { url }: Definition): string | null {
  const label = (reference.label ?? '').replace(/\s+/g, ' ').trim();
  const shown = `${reference.type === 'linkReference' ? plainText(reference.children) : (reference.alt ?? '')} ${url}`;
  const isSaid = shown.toLowerCase().includes(label.toLowerCase());
  return isSaid || !/\p{L}/u.test(label) ? null : label;
}

import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { plainText } from '../../document/plain-text.ts';
import { tagRule } from '../../document/tags.ts';
import { comment } from '../../skeleton/section-prompts.ts';
import { decoded, type HtmlToken, htmlTokens } from './html-tokens.ts';

/**
 * Nodes in which HTML has become Markdown, tags that ours knows, or, where there is neither, code with the HTML in it.
 * The `html` nodes that are left hold MDX, to be written as it is.
 *
 * @param source The text that the nodes' places are of.
 */
export function withoutHtml(nodes: readonly Nodes[], source: string): Nodes[] {
  return inDetails(nodes.flatMap((node) => block(node, source)));
}

function block(node: Nodes, source: string): Nodes[] {
  if (node.type === 'html') return htmlBlock(node.value, node);
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return [{ ...node, children: phrasing(node.children, source, node.type === 'tableCell') } as Nodes];
  if (!('children' in node)) return [node];
  return [{ ...node, children: withoutHtml(node.children as Nodes[], source) } as Nodes];
}

/** Words and tags of a line. */
function phrasing(nodes: readonly PhrasingContent[], source: string, isCell: boolean): PhrasingContent[] {
  const items = nodes.flatMap((node): Item[] => {
    if (node.type === 'html') return htmlTokens(node.value).map(tokenItem);
    if (node.type === 'link' && isBare(node, source))
      return [{ node: { type: 'html', value: rawOf(node, source) } }];
    if (node.type === 'break' && isCell) return [{ node: { type: 'html', value: '<br />' } }];
    if (!('children' in node)) return [{ node }];
    return [
      {
        node: {
          ...node,
          children: phrasing(node.children as PhrasingContent[], source, isCell),
        } as PhrasingContent,
      },
    ];
  });
  return inTags(items);
}

type Item = { node: PhrasingContent } | { token: Exclude<HtmlToken, { kind: 'text' }> };

function tokenItem(token: HtmlToken): Item {
  return token.kind === 'text' ? { node: { type: 'text', value: decoded(token.text) } } : { token };
}

/** An address that was typed as it is stays as it is, where nothing follows that would become part of it. */
function isBare(node: Nodes, source: string): boolean {
  const next = source.charAt(node.position?.end.offset ?? source.length);
  return (
    /^(?:[\s)\].,;:!?'"*_|])?$/.test(next) &&
    /^https?:\/\/[\w\-./?=&%#:+,~@;!$'()]*[\w/]$/.test(rawOf(node, source))
  );
}

function rawOf({ position }: Nodes, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

const asMarkdown: Readonly<Record<string, 'strong' | 'emphasis' | 'delete'>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  s: 'delete',
  del: 'delete',
  strike: 'delete',
};
/** They change how words look, and say nothing. */
const looks = new Set([
  'span',
  'u',
  'font',
  'small',
  'big',
  'ins',
  'p',
  'div',
  'center',
  'tt',
  'section',
  'nobr',
]);
const spoken = ['href', 'src', 'alt', 'title', 'name', 'id', 'cite', 'datetime', 'value'];

/** Pairs tags with their ends. What has no partner is shown as code. */
function inTags(items: readonly Item[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at] as Item;
    if ('node' in item) {
      out.push(item.node);
      continue;
    }
    const { token } = item;
    if (token.kind === 'comment') out.push({ type: 'html', value: comment(token.text) });
    else if (token.kind === 'other') out.push(codeOf(token.raw));
    else if (token.kind === 'close') {
      if (!looks.has(token.name) && token.name !== 'br') out.push(codeOf(token.raw));
    } else if (token.alone) out.push(...aloneTag(token));
    else {
      const end = endOf(items, at, token.name);
      if (end === -1) {
        if (!(looks.has(token.name) && isSilent(token.attributes))) out.push(codeOf(token.raw));
        continue;
      }
      out.push(...paired(token, inTags(items.slice(at + 1, end))));
      at = end;
    }
  }
  return out;
}

type OpenTag = Extract<HtmlToken, { kind: 'open' | 'close' }>;

function isSilent(attributes: ReadonlyMap<string, string>): boolean {
  return spoken.every((name) => !attributes.has(name));
}

function paired(tag: OpenTag, children: PhrasingContent[]): PhrasingContent[] {
  const { name, attributes, raw } = tag;
  const kind = Object.hasOwn(asMarkdown, name) ? asMarkdown[name] : undefined;
  const isPlain = isSilent(attributes);
  if (kind !== undefined && isPlain && hasWords(children))
    return [{ type: kind, children } as PhrasingContent];
  if (name === 'code' && isPlain && children.every(({ type }) => type === 'text') && children.length > 0)
    return [codeOf(children.map((child) => ('value' in child ? child.value : '')).join(''))];
  const href = attributes.get('href');
  if (name === 'a' && href !== undefined && children.length > 0)
    return [{ type: 'link', url: href, title: attributes.get('title') ?? null, children } as PhrasingContent];
  const title = attributes.get('title');
  const rule = name === 'abbr' || title === undefined ? tagRule(name) : null;
  if (rule?.kind === 'html' && children.length > 0) {
    const said =
      name === 'abbr' && title !== undefined
        ? ` title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
        : '';
    return [{ type: 'html', value: `<${name}${said}>` }, ...children, { type: 'html', value: `</${name}>` }];
  }
  if (looks.has(name) && isPlain) return children;
  return [codeOf(raw), ...children, codeOf(`</${name}>`)];
}

/** Emphasis needs words at both of its ends to be read as such. */
function hasWords(children: readonly PhrasingContent[]): boolean {
  const [first, last] = [children[0], children.at(-1)];
  return (
    first !== undefined &&
    !(first.type === 'text' && /^\s/.test(first.value)) &&
    !(last?.type === 'text' && /\s$/.test(last.value)) &&
    plainText(children) !== ''
  );
}

function aloneTag({ name, attributes, raw }: OpenTag): PhrasingContent[] {
  if (name === 'br' || name === 'wbr') return [{ type: 'html', value: '<br />' }];
  const src = attributes.get('src');
  if (name === 'img' && src !== undefined)
    return [
      { type: 'image', url: src, alt: attributes.get('alt') ?? '', title: attributes.get('title') ?? null },
    ];
  if (name === 'input' && attributes.get('type') === 'checkbox')
    return [{ type: 'text', value: attributes.has('checked') ? '☑ ' : '☐ ' }];
  return [codeOf(raw)];
}

function codeOf(value: string): PhrasingContent {
  return { type: 'inlineCode', value: value.replace(/\s*\n\s*/g, ' ') };
}

function endOf(items: readonly Item[], from: number, name: string): number {
  let depth = 0;
  for (let at = from; at < items.length; at += 1) {
    const item = items[at] as Item;
    if (!('token' in item) || !('name' in item.token) || item.token.name !== name || item.token.alone)
      continue;
    depth += item.token.kind === 'open' ? 1 : -1;
    if (depth === 0) return at;
  }
  return -1;
}

/** A mark of where a `<details>` begins or ends, until both are found. */
const detailsOpen = '\uE000details';
const detailsClose = '\uE000/details';

const inBlocks = new Set([
  ...Object.keys(asMarkdown),
  ...looks,
  'a',
  'abbr',
  'br',
  'code',
  'details',
  'img',
  'kbd',
  'mark',
  'sub',
  'summary',
  'sup',
  'wbr',
]);

/** HTML that stands for itself, between Markdown's blocks. */
function htmlBlock(html: string, { position }: Nodes): Nodes[] {
  const tokens = htmlTokens(html);
  const place = position === undefined ? {} : { position };
  const heading = /^\s*<h([1-6])(?:\s[^>]*)?>([^<]*)<\/h\1>\s*$/i.exec(html);
  if (heading !== null)
    return [
      {
        type: 'heading',
        depth: Number(heading[1]) as 1,
        children: [{ type: 'text', value: decoded(heading[2] ?? '').trim() }],
        ...place,
      },
    ];
  if (/^\s*<hr\s*\/?>\s*$/i.test(html)) return [{ type: 'thematicBreak', ...place }];
  const isKnown = tokens.every(
    (token) =>
      token.kind === 'text' || token.kind === 'comment' || ('name' in token && inBlocks.has(token.name)),
  );
  if (!isKnown) return [{ type: 'code', lang: 'html', value: html, ...place }];
  const out: Nodes[] = [];
  let line: Item[] = [];
  const flush = (): void => {
    const children = trimmed(inTags(line));
    line = [];
    if (children.length === 0) return;
    if (
      children.every(({ type }) => type === 'html') &&
      children.every((child) => 'value' in child && child.value.startsWith('{/*'))
    )
      out.push(...children.map((child) => ({ ...child, ...place }) as Nodes));
    else out.push({ type: 'paragraph', children, ...place } as Paragraph);
  };
  let summary: Item[] | null = null;
  for (const token of tokens) {
    if (token.kind === 'comment' && line.every((item) => 'node' in item && plainText([item.node]) === '')) {
      flush();
      out.push({ type: 'html', value: comment(token.text), ...place });
    } else if ('name' in token && token.name === 'details') {
      flush();
      out.push({ type: 'html', value: token.kind === 'open' ? detailsOpen : detailsClose, ...place });
    } else if ('name' in token && token.name === 'summary') {
      if (token.kind === 'open') {
        flush();
        summary = line;
      } else if (summary !== null) {
        const said = inTags(line);
        line = [];
        summary = null;
        out.push({
          type: 'paragraph',
          children: said.length === 0 ? [{ type: 'text', value: 'Details' }] : said,
          data: { summary: true } as never,
          ...place,
        });
      }
    } else line.push(tokenItem(token));
  }
  flush();
  return out;
}

function trimmed(children: PhrasingContent[]): PhrasingContent[] {
  const texts = children.map((child) =>
    child.type === 'text' ? { ...child, value: child.value.replace(/\s+/g, ' ') } : child,
  );
  const isBlank = (child: PhrasingContent | undefined): boolean =>
    child?.type === 'text' && child.value.trim() === '';
  while (isBlank(texts[0])) texts.shift();
  while (isBlank(texts.at(-1))) texts.pop();
  return texts;
}

/** Makes `<Details>` of marks that match; where they don't, the summary stays as a paragraph. */
function inDetails(nodes: readonly Nodes[]): Nodes[] {
  const out: Nodes[] = [];
  const open: number[] = [];
  for (const node of nodes) {
    if (node.type === 'html' && node.value === detailsOpen) {
      open.push(out.length);
      out.push(node);
      continue;
    }
    if (!(node.type === 'html' && node.value === detailsClose)) {
      out.push(node);
      continue;
    }
    const start = open.pop();
    if (start === undefined) continue;
    const [mark, ...inside] = out.splice(start);
    const [first] = inside;
    const isSummary =
      first?.type === 'paragraph' && (first.data as { summary?: boolean } | undefined)?.summary === true;
    const summary = isSummary ? plainText([first]) : '';
    const rest = isSummary ? inside.slice(1) : inside;
    const place = mark?.position === undefined ? {} : { position: mark.position };
    out.push(
      {
        type: 'html',
        value: `<Details summary="${escaped(summary === '' ? 'Details' : summary)}">`,
        ...place,
      },
      ...rest,
      { type: 'html', value: '</Details>', ...place },
    );
  }
  return out.filter((node) => !(node.type === 'html' && node.value === detailsOpen)) as RootContent[];
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('{', '&#123;');
}

import type { PhrasingContent } from 'mdast';
import { plainText } from '../../document/plain-text.ts';
import { tagRule } from '../../document/tags.ts';
import { comment } from '../../skeleton/section-prompts.ts';
import { decoded, type HtmlToken } from './html-tokens.ts';

/** A piece of a line: a node of Markdown, or a tag that has not found its end yet. */
export type Item = { node: PhrasingContent } | { token: Exclude<HtmlToken, { kind: 'text' }> };

export function tokenItem(token: HtmlToken): Item {
  return token.kind === 'text' ? { node: { type: 'text', value: decoded(token.text) } } : { token };
}

export const asMarkdown: Readonly<Record<string, 'strong' | 'emphasis' | 'delete'>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  s: 'delete',
  del: 'delete',
  strike: 'delete',
};
/** They change how words look, and say nothing. */
export const looks = new Set([
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
export function inTags(items: readonly Item[]): PhrasingContent[] {
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

import type { Nodes, Paragraph, PhrasingContent } from 'mdast';
import { plainText } from '../../document/plain-text.ts';
import { comment } from '../../skeleton/section-prompts.ts';
import { detailsClose, detailsOpen } from './html-details.ts';
import { asMarkdown, type Item, inTags, looks, tokenItem } from './html-phrasing.ts';
import { decoded, htmlTokens } from './html-tokens.ts';

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
export function htmlBlock(html: string, { position }: Nodes): Nodes[] {
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

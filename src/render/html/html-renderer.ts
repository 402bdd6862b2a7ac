import type {
  Code,
  FootnoteDefinition,
  Heading,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  RootContent,
  Table,
  Text,
} from 'mdast';
import { addressOf } from '../../core/catalog/address.ts';
import type { Document } from '../../core/document/document.ts';
import { tbdWord } from '../../core/document/plain-text.ts';
import type { Html, HtmlWriter, TargetKind } from '../../core/page/rendering.ts';
import { type Component, writeComponent } from './component.ts';
import { escapeHtml } from './escape.ts';
import { highlight } from './highlight.ts';
import { footnotesAndDefinitions, plainText } from './tree.ts';
import { englishWords, type HtmlWords } from './words.ts';

export interface HtmlContext {
  document: Pick<Document, 'tree' | 'headings'>;
  /** The site's URL for a relative target as written, or null where it leads nowhere: then only its text is shown. */
  resolve(url: string, kind: TargetKind): string | null;
  /** Figures already drawn, by the source of their ```mermaid fence; a fence without one is shown as code. */
  drawings: ReadonlyMap<string, Html>;
  /** Whether the text is shown away from its own page: then footnotes are not mentioned and headings have no anchors. */
  onOtherPage?: boolean;
  /** The anchors of the words TBD, by the offset of their text node. */
  unknowns?: ReadonlyMap<number, readonly string[]>;
  words?: HtmlWords;
}

/** Nesting deeper than any person writes is shown as text, so that no input exhausts the stack. */
const deepest = 100;

/**
 * Writes a document's Markdown as HTML, piece by piece: footnotes and tables are numbered in the order of the calls.
 *
 * Every type of node has its writer here and every text passes `escapeHtml`, so no input becomes executable. Node types
 * that are code (expressions, imports) write nothing.
 */
export function createHtmlRenderer(context: HtmlContext): HtmlWriter {
  const { document, drawings, onOtherPage = false, words = englishWords, unknowns } = context;
  let lookup: ReturnType<typeof footnotesAndDefinitions> | undefined;
  let headings: ReadonlyMap<Heading, string> | undefined;
  const footnoteNumbers = new Map<FootnoteDefinition, number>();
  let tables = 0;
  let depth = 0;
  let insideLink = false;

  const definitions = () => (lookup ??= footnotesAndDefinitions(document.tree));

  const inline = (nodes: readonly Nodes[]): Html => {
    let html = '';
    for (const node of nodes) html += write(node);
    return html;
  };

  const blocks = (nodes: readonly Nodes[]): Html => {
    let html = '';
    for (const node of nodes) {
      const block = write(node);
      if (block !== '') html += html === '' ? block : `\n${block}`;
    }
    return html;
  };

  const write = (node: Nodes): Html => {
    if (depth >= deepest) return escapeHtml(plainText(node));
    depth += 1;
    const html = writeNode(node);
    depth -= 1;
    return html;
  };

  const writeNode = (node: Nodes): Html => {
    switch (node.type) {
      case 'text':
        return unknowns === undefined ? escapeHtml(node.value) : textWithUnknowns(node, unknowns);
      case 'paragraph':
        return `<p>${inline(node.children)}</p>`;
      case 'emphasis':
        return `<em>${inline(node.children)}</em>`;
      case 'strong':
        return `<strong>${inline(node.children)}</strong>`;
      case 'delete':
        return `<del>${inline(node.children)}</del>`;
      case 'inlineCode':
        return `<code>${escapeHtml(node.value)}</code>`;
      case 'break':
        return '<br>\n';
      case 'link':
        return link(node.url, node.title, node.children);
      case 'linkReference': {
        const target = definitions().definitions.get(node.identifier);
        return target === undefined ? inline(node.children) : link(target.url, target.title, node.children);
      }
      case 'image':
        return image(node.url, node.alt, node.title);
      case 'imageReference': {
        const target = definitions().definitions.get(node.identifier);
        return target === undefined ? escapeHtml(node.alt ?? '') : image(target.url, node.alt, target.title);
      }
      case 'heading':
        return heading(node);
      case 'list':
        return list(node);
      case 'listItem':
        return listItem(node, node.spread === true);
      case 'blockquote':
        return `<blockquote>\n${blocks(node.children)}\n</blockquote>`;
      case 'thematicBreak':
        return '<hr>';
      case 'code':
        return code(node);
      case 'table':
        return table(node);
      case 'footnoteReference':
        return footnoteReference(node.identifier);
      case 'html':
        return escapeHtml(node.value);
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return writeComponent(node as Component, { inline, blocks, image, words });
      case 'root':
      case 'tableRow':
      case 'tableCell':
        return blocks(node.children);
      case 'definition':
      case 'footnoteDefinition':
      case 'yaml':
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
      case 'mdxjsEsm':
        return '';
      default:
        return escapeHtml(plainText(node));
    }
  };

  const link = (
    url: string,
    title: string | null | undefined,
    children: readonly PhrasingContent[],
  ): Html => {
    const address = addressOf(url);
    const href =
      address.kind === 'forbidden'
        ? null
        : address.kind === 'relative' || address.kind === 'anchor'
          ? context.resolve(url, 'link')
          : address.href;
    if (href === null || insideLink) return inline(children);
    insideLink = true;
    const text = inline(children);
    insideLink = false;
    const rel = address.kind === 'external' ? ' rel="noopener noreferrer"' : '';
    return `<a href="${escapeHtml(href)}"${titleAttribute(title)}${rel}>${text}</a>`;
  };

  const image = (url: string, alt: string | null | undefined, title?: string | null): Html => {
    const address = addressOf(url);
    // A page fetches nothing from other hosts, so a picture there becomes a link to it.
    if (address.kind === 'external') return link(url, title, [{ type: 'text', value: alt || url }]);
    const src = address.kind === 'relative' ? context.resolve(url, 'image') : null;
    if (src === null) return escapeHtml(alt ?? '');
    return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt ?? '')}"${titleAttribute(title)} loading="lazy">`;
  };

  const heading = (node: Heading): Html => {
    headings ??= new Map(document.headings.map((known) => [known.node, known.anchor]));
    const anchor = onOtherPage ? undefined : headings.get(node);
    const tag = `h${node.depth}`;
    const text = inline(node.children);
    if (anchor === undefined) return `<${tag}>${text}</${tag}>`;
    const label = escapeHtml(words.anchor(plainText(node)));
    const id = escapeHtml(anchor);
    return `<${tag} id="${id}">${text}<a class="anchor" href="#${id}" aria-label="${label}"></a></${tag}>`;
  };

  const list = (node: List): Html => {
    const tag = node.ordered ? 'ol' : 'ul';
    const start =
      node.ordered && typeof node.start === 'number' && node.start !== 1 ? ` start="${node.start}"` : '';
    const tasks = node.children.some((item) => typeof item.checked === 'boolean') ? ' class="task-list"' : '';
    const loose = node.spread === true || node.children.some((item) => item.spread === true);
    let items = '';
    for (const item of node.children) items += `${listItem(item, loose)}\n`;
    return `<${tag}${start}${tasks}>\n${items}</${tag}>`;
  };

  const listItem = (item: ListItem, loose: boolean): Html => {
    const box =
      typeof item.checked === 'boolean'
        ? `<input type="checkbox" disabled${item.checked ? ' checked' : ''} aria-label="${escapeHtml(item.checked ? words.taskDone : words.taskOpen)}"> `
        : '';
    const [first, ...rest] = item.children;
    const open = box === '' ? '<li>' : '<li class="task">';
    if (first === undefined) return `${open}${box}</li>`;
    if (first.type !== 'paragraph') return `${open}${box}\n${blocks(item.children)}\n</li>`;
    const lead = inline(first.children);
    const head = loose ? `<p>${box}${lead}</p>` : `${box}${lead}`;
    return rest.length === 0 ? `${open}${head}</li>` : `${open}${head}\n${itemBlocks(rest, loose)}\n</li>`;
  };

  /** A tight list's further paragraphs are shown without their tag, as Markdown asks. */
  const itemBlocks = (nodes: readonly Nodes[], loose: boolean): Html =>
    loose
      ? blocks(nodes)
      : nodes.map((node) => (node.type === 'paragraph' ? inline(node.children) : write(node))).join('\n');

  const code = (node: Code): Html => {
    const language = node.lang ?? null;
    if (language === 'mermaid') {
      const figure = drawings.get(node.value);
      if (figure !== undefined) return figure;
    }
    const name = language === null ? '' : ` class="language-${escapeHtml(language)}"`;
    return `<pre tabindex="0"><code${name}>${highlight(node.value, language)}\n</code></pre>`;
  };

  const table = (node: Table): Html => {
    const [head, ...body] = node.children;
    const row = (cells: Table['children'][number], tag: 'th' | 'td'): Html => {
      const scope = tag === 'th' ? ' scope="col"' : '';
      let html = '<tr>';
      cells.children.forEach((cell, column) => {
        const align = node.align?.[column];
        html += `<${tag}${scope}${align ? ` class="align-${align}"` : ''}>${inline(cell.children)}</${tag}>`;
      });
      return `${html}</tr>\n`;
    };
    tables += 1;
    const columns = head?.children.map((cell) => plainText(cell).trim()).filter((text) => text !== '') ?? [];
    const label = escapeHtml(words.table(tables, columns));
    const rows = body.map((cells) => row(cells, 'td')).join('');
    return `<div class="table-scroll" tabindex="0" role="region" aria-label="${label}"><table>\n${
      head === undefined ? '' : `<thead>\n${row(head, 'th')}</thead>\n`
    }${rows === '' ? '' : `<tbody>\n${rows}</tbody>\n`}</table></div>`;
  };

  const footnoteReference = (identifier: string): Html => {
    const definition = definitions().footnotes.get(identifier);
    if (definition === undefined || onOtherPage) return '';
    const again = footnoteNumbers.has(definition);
    const number = footnoteNumbers.get(definition) ?? footnoteNumbers.size + 1;
    footnoteNumbers.set(definition, number);
    if (insideLink) return `<sup>${number}</sup>`;
    return `<sup><a href="#fn:${number}"${again ? '' : ` id="fnref:${number}"`}>${number}</a></sup>`;
  };

  const footnotes = (): Html => {
    let items = '';
    // A note may mention another note, so the map can grow while it is walked.
    for (const [definition, number] of footnoteNumbers) {
      const back = `<a href="#fnref:${number}" aria-label="${escapeHtml(words.footnoteBack(number))}">↩</a>`;
      const text = blocks(definition.children);
      items += `<li id="fn:${number}">${text} ${back}</li>\n`;
    }
    if (items === '') return '';
    return `<section class="footnotes" aria-label="${escapeHtml(words.footnotes)}"><ol>\n${items}</ol></section>`;
  };

  return {
    blocks: (nodes: readonly RootContent[]) => blocks(nodes),
    phrasing: (nodes: readonly PhrasingContent[]) => inline(nodes),
    footnotes,
  };
}

function titleAttribute(title: string | null | undefined): string {
  return title ? ` title="${escapeHtml(title)}"` : '';
}

/** A text in which each TBD can be jumped to. */
function textWithUnknowns({ value, position }: Text, unknowns: ReadonlyMap<number, readonly string[]>): Html {
  const anchors = unknowns.get(position?.start.offset ?? -1);
  if (anchors === undefined) return escapeHtml(value);
  let at = 0;
  return escapeHtml(value).replace(tbdWord, (word) => {
    const anchor = anchors[at];
    at += 1;
    return anchor === undefined
      ? word
      : `<mark class="unknown-word" id="${escapeHtml(anchor)}">${word}</mark>`;
  });
}

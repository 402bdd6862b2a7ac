import type { FootnoteDefinition, Heading, Nodes, Paragraph, Root, Text } from 'mdast';
import { type Place, type Problem, problem } from '../diagnostic.ts';
import { checkTag } from './check-tag.ts';
import type { Comment, LinkTarget, MermaidFence, SourceText } from './document.ts';
import { lostFootnotes } from './footnotes.ts';
import type { ParsedBody } from './parse-body.ts';
import { tagRule } from './tags.ts';
import { unsafeUrl } from './unsafe-url.ts';

/** What one walk over the tree gathers. */
export interface Collected {
  links: LinkTarget[];
  fences: MermaidFence[];
  /** In no order. */
  comments: Comment[];
  headings: Heading[];
  /** The root's children that hold something to read, markup aside. */
  filled: ReadonlySet<Nodes>;
  problems: Problem[];
}

/** How deep a tree may be. Nobody writes so deep, and below it everybody may recurse. */
const maximumDepth = 200;

/** Nodes that say something by themselves. */
const speaking = new Set<Nodes['type']>(['inlineCode', 'code', 'image', 'imageReference']);

/**
 * Walks the tree once: gathers what others need, and takes out of it what may not reach a page. Comments go without a
 * word; everything else that goes is reported.
 */
export function collect({ tree, tags }: Pick<ParsedBody, 'tree' | 'tags'>, source: SourceText): Collected {
  const links: LinkTarget[] = [];
  const fences: MermaidFence[] = [];
  const comments: Comment[] = [];
  const headings: Heading[] = [];
  const filled = new Set<Nodes>();
  const footnotes = { definitions: [] as FootnoteDefinition[], mentioned: new Set<string>() };
  const problems: Problem[] = [];
  let tooDeep = false;

  const stack: [node: Nodes, top: Nodes, depth: number][] = [];
  const enter = (parent: Root | (Nodes & { children: Nodes[] }), top: Nodes | null, depth: number): void => {
    const children = parent.children as Nodes[];
    let kept: Nodes[] | null = null;
    for (let index = 0; index < children.length; index += 1) {
      const child = children[index] as Nodes;
      const replaced = replacement(child, source, problems, comments);
      if (replaced !== child) kept ??= children.slice(0, index);
      if (replaced !== null) kept?.push(replaced);
    }
    if (kept !== null) parent.children = kept as typeof parent.children;
    const entered = kept ?? children;
    for (let index = entered.length - 1; index >= 0; index -= 1) {
      const child = entered[index] as Nodes;
      stack.push([child, top ?? child, depth + 1]);
    }
  };

  enter(tree, null, 0);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [node, top, depth] = next;
    const url = (kind: LinkTarget['kind'], target: string): boolean => {
      const place = placeOf(node);
      const unsafe = unsafeUrl(target, kind);
      if (unsafe === null) links.push({ kind, url: target, place });
      else problems.push(problem('link-scheme', place, unsafe.message, unsafe.hint));
      return unsafe === null;
    };
    switch (node.type) {
      case 'text':
        if (/\S/.test(node.value)) filled.add(top);
        continue;
      case 'heading':
        headings.push(node);
        break;
      case 'footnoteDefinition':
        footnotes.definitions.push(node);
        break;
      case 'footnoteReference':
        footnotes.mentioned.add(node.identifier);
        break;
      case 'link':
      case 'definition':
        if (!url('link', node.url)) node.url = '#';
        break;
      case 'image':
        if (!url('image', node.url)) node.url = '';
        break;
      case 'code':
        if (node.lang === 'mermaid') fences.push(fence(node, source));
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement': {
        const rule = node.name === null ? null : tagRule(node.name, true);
        // The parser sees known tags only, so this is the last door, not the first.
        if (rule === null) {
          problems.push(unknownTag(node.name, source, offsetOf(node)));
          node.name = 'mark';
          node.attributes = [];
          break;
        }
        problems.push(...checkTag(node, tags.get(offsetOf(node)), rule, source));
        if (node.name === 'Figure') {
          filled.add(top);
          const src = node.attributes.find(
            (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'src',
          );
          if (typeof src?.value === 'string' && !url('image', src.value)) node.attributes = [];
        }
        break;
      }
    }
    if (speaking.has(node.type)) filled.add(top);
    if (!('children' in node)) continue;
    if (depth < maximumDepth) {
      enter(node, top, depth);
      continue;
    }
    node.children = [];
    if (!tooDeep)
      problems.push(
        problem(
          'nesting-depth',
          source.placeAt(offsetOf(node)),
          `This is nested more than ${maximumDepth / 2} levels deep; what lies deeper was not read.`,
          'Take it out of the quotations or lists that it stands in.',
        ),
      );
    tooDeep = true;
  }
  for (const lost of lostFootnotes(footnotes)) problems.push(lost);
  return { links, fences, comments, headings, filled, problems };
}

/** The node that may stay in a child's stead; null where nothing may. */
function replacement(
  node: Nodes,
  source: SourceText,
  problems: Problem[],
  comments: Comment[],
): Nodes | null {
  switch (node.type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      if (/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) {
        comments.push(commentOf(node, node.type === 'mdxFlowExpression'));
        return null;
      }
      problems.push(
        problem(
          'code-expression',
          source.placeAt(offsetOf(node)),
          'What stands in braces is code. A postmortem is data, never code.',
          'Write \\{ and \\} for plain braces.',
        ),
      );
      return null;
    }
    case 'mdxjsEsm':
      problems.push(
        problem(
          'code-import',
          source.placeAt(offsetOf(node)),
          'Imports and exports are code. A postmortem is data, never code.',
          'Delete the line.',
        ),
      );
      return null;
    case 'html':
      problems.push(
        problem(
          'code-html',
          source.placeAt(offsetOf(node)),
          "Raw HTML can't stand in a postmortem.",
          'Delete it and keep the words.',
        ),
      );
      return null;
    case 'yaml':
      return null;
    case 'paragraph':
      if (!onlyComments(node)) return node;
      for (const child of node.children)
        if (child.type === 'mdxTextExpression') comments.push(commentOf(child, true));
      return null;
    default:
      return (node.type as string) === 'toml' ? null : node;
  }
}

function onlyComments({ children }: Paragraph): boolean {
  return (
    children.length > 0 &&
    children.some(({ type }) => type === 'mdxTextExpression') &&
    children.every((child) => child.type === 'mdxTextExpression' || (child.type === 'text' && isBlank(child)))
  );
}

function commentOf(
  node: Extract<Nodes, { type: 'mdxTextExpression' | 'mdxFlowExpression' }>,
  alone: boolean,
): Comment {
  const start = offsetOf(node);
  const text = node.value.trim().slice(2, -2).trim();
  return { text, start, end: node.position?.end.offset ?? start, alone };
}

function isBlank({ value }: Text): boolean {
  return !/\S/.test(value);
}

function fence(node: Extract<Nodes, { type: 'code' }>, source: SourceText): MermaidFence {
  const { line, column } = placeOf(node);
  const first = line + 1;
  const exists = source.placeAt(source.text.length).line >= first;
  const place = exists
    ? { line: first, column: Math.min(column, source.line(first).length + 1) }
    : { line, column };
  return { source: node.value, place };
}

function unknownTag(name: string | null, source: SourceText, offset: number): Problem {
  return problem(
    'code-component',
    source.placeAt(offset),
    `<${name ?? ''}> is no tag that a postmortem can hold.`,
    'Delete it and keep the words, or put it between backticks to show the tag itself.',
  );
}

function placeOf(node: Nodes): Place {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  return { line, column };
}

function offsetOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

import type { Nodes, RootContent } from 'mdast';
import { isComment } from '../document/plain-text.ts';
import { sentencesOf } from '../document/sentences.ts';
import type { Block, Passage } from './brief.ts';
import type { PlainSpeech } from './internal-words.ts';

/** What becomes of an author's Markdown on the page of a brief. */
export interface Teller {
  /** Null where nothing is left that could be said. */
  passage(nodes: readonly RootContent[]): Passage | null;
  sentence(nodes: readonly Nodes[]): string;
  /** Pieces of code that sentences hold, each once. */
  code: ReadonlySet<string>;
  /** Drawings, pictures, tables and blocks of code that were left out so far. */
  omitted(): number;
}

export function teller(speech: PlainSpeech): Teller {
  const code = new Set<string>();
  let omitted = 0;
  const sentence = (nodes: readonly Nodes[]): string =>
    speech.prose(
      wordsOf(nodes, (value) => {
        const said = speech.code(value);
        if (said !== '' && speech.prose(said) === said) code.add(said);
        return said;
      }),
    );
  const blocksOf = (nodes: readonly RootContent[]): Block[] => {
    const blocks: Block[] = [];
    for (const node of nodes) {
      switch (node.type) {
        case 'paragraph':
        case 'heading': {
          const text = sentence(node.children);
          if (text !== '') blocks.push({ kind: 'paragraph', text });
          else if (node.children.some(({ type }) => type === 'image')) leaveOut(blocks);
          break;
        }
        case 'blockquote':
          blocks.push(...blocksOf(node.children));
          break;
        case 'list': {
          const items = node.children.flatMap(({ children }) => itemText(blocksOf(children)));
          if (items.length > 0) blocks.push({ kind: 'list', items, more: 0 });
          break;
        }
        case 'mdxJsxFlowElement':
          if (node.name === 'Callout') blocks.push(...blocksOf(node.children as RootContent[]));
          else leaveOut(blocks);
          break;
        case 'code':
        case 'table':
        case 'html':
          leaveOut(blocks);
          break;
      }
    }
    return blocks;
  };
  /** What only led up to it goes as well. */
  const leaveOut = (blocks: Block[]): void => {
    omitted += 1;
    const before = blocks.at(-1);
    if (before?.kind !== 'paragraph' || !before.text.endsWith(':')) return;
    blocks.pop();
    const text = sentencesOf(before.text).slice(0, -1).join('').trim();
    if (text !== '') blocks.push({ kind: 'paragraph', text });
  };
  return {
    passage(nodes) {
      const blocks = blocksOf(nodes);
      return blocks.length === 0 ? null : { blocks, isShortened: false };
    },
    sentence,
    code,
    omitted: () => omitted,
  };
}

/** An item is one line of text, whatever is nested in it. */
function itemText(blocks: readonly Block[]): string[] {
  const text = blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : block.items.map(ended).join(' ')))
    .map((part, at, parts) => (at < parts.length - 1 ? ended(part) : part))
    .join(' ');
  return text === '' ? [] : [text];
}

function ended(text: string): string {
  return /[.!?:;…]["”’)]?$/u.test(text) ? text : `${text}.`;
}

/** The words of inline Markdown in one line, with the code in it as `say` says it. Pictures and notes at the foot say nothing. */
function wordsOf(nodes: readonly Nodes[], say: (code: string) => string): string {
  const gather = (node: Nodes): string => {
    if (isComment(node) || node.type === 'image' || node.type === 'footnoteReference') return '';
    if (node.type === 'inlineCode') return say(node.value);
    if (node.type === 'break') return ' ';
    if (node.type === 'text') return node.value;
    return 'children' in node ? (node.children as Nodes[]).map(gather).join('') : '';
  };
  return nodes.map(gather).join('').replace(/\s+/gu, ' ').trim();
}

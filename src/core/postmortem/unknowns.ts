import type { Nodes, RootContent } from 'mdast';
import type { Section } from '../document/document.ts';
import { plainText, tbdWord, textSaysTbd, walk } from '../document/plain-text.ts';
import { isQuestion } from '../vocabulary.ts';

/** A TBD while the fire burns: something to be found out. */
export interface Unknown {
  section: Section;
  /** The sentence it stands in, or what it answers; null where the section says nothing else. */
  text: string | null;
  /** Where its word begins: the offset of its text node, and which TBD of that node it is, from 0; null where `text` is. */
  word: { offset: number; nth: number } | null;
}

/** Every TBD outside code, in the order written. The five questions wait for the meeting, so theirs don't count. */
export function unknownsOf(sections: readonly Section[]): Unknown[] {
  return sections
    .filter(({ slug, heading, tbd: isOpen }) => isOpen && heading !== null && !isQuestion(slug))
    .flatMap((section) => {
      const found = wordsIn(section);
      const saysMore = plainText(section.nodes).replace(/\bTBD\b|\P{L}/gu, '') !== '';
      return saysMore ? found : [{ section, text: null, word: null }];
    });
}

function wordsIn(section: Section): Unknown[] {
  const found: Unknown[] = [];
  const visit = (nodes: readonly Nodes[], above: string): void => {
    for (const node of nodes) {
      if (isTextBlock(node)) found.push(...wordsOfBlock(section, node, above));
      else if (node.type === 'listItem') {
        const [first, ...rest] = node.children;
        if (first) visit([first], above);
        visit(rest, first === undefined ? above : plainText([first]));
      } else if ('children' in node) visit(node.children, above);
    }
  };
  visit(section.nodes as RootContent[], '');
  return found;
}

function isTextBlock(node: Nodes): boolean {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

function wordsOfBlock(section: Section, block: Nodes, above: string): Unknown[] {
  const words: { offset: number; nth: number }[] = [];
  walk([block], (node) => {
    if (node.type !== 'text' || !textSaysTbd(node.value)) return;
    const offset = node.position?.start.offset ?? 0;
    for (const nth of [...node.value.matchAll(tbdWord)].keys()) words.push({ offset, nth });
  });
  const text = plainText([block]);
  const sentences = [...text.matchAll(tbdWord)].map(({ index }) => sentenceAt(text, index));
  return words.map((word, at) => {
    const sentence = sentences[at] ?? text;
    const alone = sentence.replace(/\bTBD\b|\P{L}/gu, '') === '';
    return { section, text: alone ? above || section.heading : sentence, word };
  });
}

/** The sentence around an index; a long one is cut at a word. */
function sentenceAt(text: string, index: number): string {
  const before = text.slice(0, index);
  const start = Math.max(
    0,
    ...[...before.matchAll(/[.!?]["”’)]?\s+/g)].map((end) => end.index + end[0].length),
  );
  const behind = /[.!?]["”’)]?(?=\s|$)/.exec(text.slice(index));
  const end = behind === null ? text.length : index + behind.index + behind[0].length;
  const sentence = text.slice(start, end);
  if (sentence.length <= longest) return sentence;
  // What is unknown is most often said last.
  const cut = sentence.slice(-longest).toWellFormed();
  return `… ${cut.slice(cut.indexOf(' ') + 1)}`;
}

const longest = 140;

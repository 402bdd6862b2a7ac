import type { Heading, Nodes, Paragraph, Parents, PhrasingContent, Text } from 'mdast';
import type { Place } from '../diagnostic.ts';
import type { SourceText } from '../document/document.ts';
import { isComment, walk } from '../document/plain-text.ts';
import type { OffsetEdit } from '../fix/fix.ts';

/** Stands for whatever is no plain text: code, a link with words of its own, an image, a component. */
export const notText = '\uFFFC';

/**
 * The first paragraph of an item as the author typed it, without markers of emphasis and comments. Words are read
 * from here and not from the tree, where `ticket:https://…` has become a text and a link.
 */
export interface Lead {
  text: string;
  placeAt(index: number): Place;
  /** Edits of `text` as edits of the file; null where the stretch is not in the file as it is in `text`. */
  editsAt(edits: readonly OffsetEdit[]): OffsetEdit[] | null;
  /** The inline nodes of `text` up to an index, with what follows cut off. The tree stays as it is. */
  phrasingUntil(end: number): PhrasingContent[];
}

export function readLead(node: Paragraph | Heading, source: SourceText): Lead {
  const pieces: Piece[] = [];
  let length = 0;
  let cursor = startOf(node);
  const add = (text: string, start: number, end: number): void => {
    if (text === '') return;
    pieces.push({ at: length, text, start, end });
    length += text.length;
  };
  walk(node.children, (child) => {
    const [start, end] = [startOf(child), endOf(child)];
    const isLeaf = !('children' in child) || isOpaque(child, source);
    if (!isLeaf) return true;
    const between = source.text.slice(cursor, start);
    if (between.trim() === '') add(between, cursor, start);
    cursor = end;
    if (isComment(child)) add(' ', start, end);
    else if (child.type === 'break') add('\n', start, end);
    else if (child.type !== 'text')
      add(isOpaque(child, source) ? notText : source.text.slice(start, end), start, end);
    else addUnescaped(source.text, start, end, add);
    return false;
  });

  const text = pieces.length === 1 ? (pieces[0] as Piece).text : pieces.map((piece) => piece.text).join('');
  const pieceAt = (index: number): Piece | undefined => {
    let [low, high] = [0, pieces.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((pieces[middle] as Piece).at <= index) low = middle;
      else high = middle - 1;
    }
    return pieces[low];
  };
  const offsetAt = (index: number): number => {
    const piece = pieceAt(index);
    if (!piece) return startOf(node);
    return isVerbatim(piece) ? piece.start + index - piece.at : piece.start;
  };

  /** Where something is put in: behind the character before, and behind emphasis that ends there. */
  const behind = (index: number): number => {
    const piece = pieceAt(index - 1);
    if (index === 0 || !piece) return offsetAt(index);
    const end = isVerbatim(piece) ? piece.start + index - piece.at : piece.end;
    const markers = /^[*_~]+(?=\s|$)/.exec(source.text.slice(end, endOf(node)))?.[0];
    return end + (markers?.length ?? 0);
  };

  return {
    text,
    placeAt: (index) => source.placeAt(offsetAt(index)),
    editsAt(edits) {
      const found = edits.map((edit) => {
        const start = edit.start === edit.end ? behind(edit.start) : offsetAt(edit.start);
        return { start, end: start + edit.end - edit.start, text: edit.text };
      });
      const isSame = found.every(
        ({ start, end }, at) =>
          source.text.slice(start, end) === text.slice(edits[at]?.start, edits[at]?.end),
      );
      return isSame ? found : null;
    },
    phrasingUntil(end) {
      if (end >= length) return node.children;
      if (end <= 0) return [];
      const last = pieceAt(end - 1);
      const cut = last && !isVerbatim(last) ? last.end : offsetAt(end - 1) + 1;
      return cutChildren(node, cut, source) as PhrasingContent[];
    },
  };
}

/** A stretch of the lead's text and of the file that it comes from. */
interface Piece {
  at: number;
  text: string;
  start: number;
  end: number;
}

const isVerbatim = (piece: Piece): boolean => piece.text.length === piece.end - piece.start;

/** `a\_b` is `a_b`; `\@ana` stays, so that there is a way to write a word that is none. */
function addUnescaped(
  text: string,
  start: number,
  end: number,
  add: (text: string, start: number, end: number) => void,
): void {
  const written = text.slice(start, end);
  let from = 0;
  for (let at = written.indexOf('\\'); at !== -1; at = written.indexOf('\\', at + 1)) {
    if (!'_*~'.includes(written.charAt(at + 1)) || at + 1 === written.length) continue;
    add(written.slice(from, at), start + from, start + at);
    from = at + 1;
  }
  add(written.slice(from), start + from, end);
}

function isOpaque(node: Nodes, source: SourceText): boolean {
  if (node.type === 'text' || node.type === 'break' || isComment(node)) return false;
  if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') return false;
  // A bare address: the parser made it a link, the author typed text.
  return !(node.type === 'link' && !/[[<]/.test(source.text.charAt(startOf(node))));
}

/** The children up to an offset. Goes down along the one branch that the offset lies in. */
function cutChildren(parent: Parents, cut: number, source: SourceText): Nodes[] {
  const branch: { node: Parents; kept: Nodes[] }[] = [];
  let straddling: Nodes | undefined = parent;
  while (straddling && 'children' in straddling && !(straddling !== parent && isOpaque(straddling, source))) {
    const children: Nodes[] = straddling.children;
    branch.push({ node: straddling, kept: children.filter((child) => endOf(child) <= cut) });
    straddling = children.find((child) => startOf(child) < cut && endOf(child) > cut);
  }
  let last: Nodes | null = straddling ? cutNode(straddling, cut, source) : null;
  for (const { node, kept } of branch.reverse()) {
    const children: Nodes[] = last ? [...kept, last] : kept;
    if (node === parent) return children;
    last = children.length === 0 ? null : ({ ...node, children } as Nodes);
  }
  return [];
}

function cutNode(node: Nodes, cut: number, source: SourceText): Nodes | null {
  if (node.type !== 'text' || !node.position) return node;
  // The value has no escapes and no indentation, so an offset of the file says nothing in it; words do.
  const words = source.text.slice(cut, endOf(node)).match(/\S+/g)?.length ?? 0;
  const value = withoutLast(words, node.value);
  if (value === '') return null;
  const end = { ...source.placeAt(cut), offset: cut };
  return { ...node, value, position: { start: node.position.start, end } } satisfies Text;
}

/** A text without its last words and the blanks before them. */
function withoutLast(words: number, text: string): string {
  let end = text.trimEnd().length;
  const skip = (form: RegExp): void => {
    while (end > 0 && form.test(text.charAt(end - 1))) end -= 1;
  };
  for (let left = words; left > 0 && end > 0; left -= 1) {
    skip(/\S/);
    skip(/\s/);
  }
  return text.slice(0, end);
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

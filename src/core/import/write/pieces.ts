import type { ListItem, Nodes } from 'mdast';
import type { Blocks, Origin } from '../imported.ts';
import { markdownText } from './markdown-text.ts';

/** A piece of the result's text, and what of the source is in it. */
export interface Piece {
  text: string;
  from: { origin: Origin; what: string; to: string }[];
  /** Whether it follows the piece before without a blank line: the next item of a list. */
  isNext?: boolean;
}

export function piece(blocks: readonly Nodes[], from: Piece['from'] = []): Piece {
  return { text: markdownText(blocks), from };
}

/** Pieces as one text, with the line on which each begins. */
export function joined(pieces: readonly Piece[]): { text: string; lines: number[] } {
  let text = '';
  const lines: number[] = [];
  let line = 1;
  for (const { text: own, isNext } of pieces) {
    if (own === '') {
      lines.push(line);
      continue;
    }
    const gap = text === '' ? '' : isNext ? '\n' : '\n\n';
    line += gap.length;
    lines.push(line);
    text += `${gap}${own}`;
    line += own.split('\n').length - 1;
  }
  return { text: `${text}\n`, lines };
}

export function bulletList(children: ListItem[]): Blocks[number] {
  return { type: 'list', ordered: false, spread: false, children };
}

import { sentencesOf } from '../document/sentences.ts';
import type { Block, Brief, Passage } from './brief.ts';

/** Of the printed page, measured on A4 and Letter; letters are counted, so there is some room to spare. */
const page = { lines: 51.5, lettersALine: 104 };

/** What a heading takes, with the room above it. */
const headingLines = 1.8;
/** The room below a paragraph, and below an item of a list. */
const paragraphGap = 0.3;
const itemGap = 0.12;
/** The title with its day, and the line with which a brief ends. */
const frameLines = 3.6;

/** Parts get room in this proportion where not all of it fits. */
const shares = { happened: 9, affected: 7, cause: 9, stabilised: 7, mended: 4, steps: 12 };

interface Part {
  lines: number;
  share: number;
  /** Takes away the last sentence or item; null where nothing more can go. */
  shorter(): Brief | null;
}

/** Shortens the longest parts until all fits on one printed page. */
export function onOnePage(brief: Brief): Brief {
  let current = brief;
  for (;;) {
    const parts = partsOf(current);
    const lines = fixedLines(current) + parts.reduce((total, part) => total + part.lines, 0);
    if (lines <= page.lines) return current;
    const next = parts
      .toSorted((a, b) => b.lines / b.share - a.lines / a.share)
      .reduce<Brief | null>((found, part) => found ?? part.shorter(), null);
    if (next === null) return current;
    current = next;
  }
}

function fixedLines({ title, timeline, affected, isAffectedInSummary }: Brief): number {
  const headings = isAffectedInSummary && affected === null ? 5 : 6;
  const told =
    timeline === null ? 1 : timeline.lines.reduce((sum, { text }) => sum + textLines(text, 17), 1.5);
  return frameLines + textLines(title, 40) + headings * headingLines + told;
}

function partsOf(brief: Brief): Part[] {
  const passages = (['happened', 'affected', 'cause', 'stabilised'] as const).map((name): Part => {
    const passage = brief[name];
    return {
      lines: passageLines(passage),
      share: shares[name],
      shorter: () => {
        const shorter = passage && shortened(passage);
        return shorter && { ...brief, [name]: shorter };
      },
    };
  });
  const { remediation } = brief;
  const { text, steps } = remediation;
  return [
    ...passages,
    {
      lines: text === null ? 0 : passageLines(text),
      share: shares.mended,
      shorter: () => {
        const shorter = text && shortened(text);
        return shorter && { ...brief, remediation: { ...remediation, text: shorter } };
      },
    },
    {
      lines: steps.reduce((sum, step) => sum + textLines(step.text, 26) + itemGap, 1) + 0.3,
      share: shares.steps,
      shorter: () =>
        steps.length <= 1
          ? null
          : {
              ...brief,
              remediation: { ...remediation, steps: steps.slice(0, -1), more: remediation.more + 1 },
            },
    },
  ];
}

function passageLines(passage: Passage | null): number {
  if (passage === null) return 1 + paragraphGap;
  return passage.blocks.reduce((sum, block) => sum + blockLines(block), 0);
}

function blockLines(block: Block): number {
  if (block.kind === 'paragraph') return textLines(block.text) + paragraphGap;
  const more = block.more > 0 ? 1 : 0;
  return block.items.reduce((sum, item) => sum + textLines(item, 4) + itemGap, paragraphGap + more);
}

/** @param beside Letters of what stands in the same lines. */
function textLines(text: string, beside = 0): number {
  return Math.max(1, Math.ceil((text.length + beside) / page.lettersALine));
}

const ellipsis = ' …';
/** A sentence longer than this can be cut between words. */
const longSentence = 260;

/** Without its last item or sentence; null where one short one is all there is. */
function shortened({ blocks }: Passage): Passage | null {
  const last = blocks.at(-1);
  if (last === undefined) return null;
  const rest = blocks.slice(0, -1);
  const give = (changed: Block[]): Passage => ({ blocks: changed, isShortened: true });
  if (last.kind === 'list') {
    if (last.items.length > 1) {
      const items = last.items.slice(0, -1);
      return give([...rest, { ...last, items, more: last.more + 1 }]);
    }
    if (rest.length > 0) return give(withEllipsis(rest));
    const [item = ''] = last.items;
    const shorter = shorterText(item);
    return shorter === null ? null : give([{ ...last, items: [shorter] }]);
  }
  const shorter = shorterText(last.text);
  if (shorter !== null) return give([...rest, { kind: 'paragraph', text: shorter }]);
  return rest.length === 0 ? null : give(withEllipsis(rest));
}

function shorterText(text: string): string | null {
  const bare = text.endsWith(ellipsis) ? text.slice(0, -ellipsis.length) : text;
  const sentences = sentencesOf(bare);
  if (sentences.length > 1) return `${sentences.slice(0, -1).join('').trim()}${ellipsis}`;
  if (bare.length <= longSentence) return null;
  return `${atWord(bare, bare.length - 80)}${ellipsis}`;
}

/** The words that fit into so many letters. */
export function atWord(text: string, most: number): string {
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return (space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, '').toWellFormed();
}

/** A paragraph that led up to what is gone goes with it. */
function withEllipsis(blocks: readonly Block[]): Block[] {
  const last = blocks.at(-1);
  if (last?.kind === 'list') return [...blocks.slice(0, -1), { ...last, more: last.more + 1 }];
  if (last === undefined || last.text.endsWith(ellipsis)) return [...blocks];
  return [...blocks.slice(0, -1), { ...last, text: `${last.text}${ellipsis}` }];
}

import type { Heading, List, PhrasingContent, RootContent } from 'mdast';
import { plainText } from '../../document/plain-text.ts';
import type { Question } from '../../vocabulary.ts';
import type { Origin } from '../imported.ts';
import type { DateOrder } from './foreign-time.ts';
import { type HeadingMeaning, meaningOf, questionOf } from './headings.ts';
import { detailsOf, unfolded } from './html-details.ts';
import { originOf } from './origins.ts';
import { dropStart, flatText } from './phrases.ts';
import { isTimed } from './read-entries.ts';
import { asParagraph } from './title.ts';

/** A part of the source that goes to one place. */
export interface Part {
  meaning: HeadingMeaning | { kind: 'lead' } | { kind: 'other' };
  heading: string | null;
  depth: number;
  /** Of headings that group actions by question. */
  groupDepth: number;
  /** What actions answer that no group says more of. */
  question: Question | null;
  blocks: RootContent[];
  origin: Origin;
}

/** Cuts the blocks into parts at the headings that mean something, and at bold words that stand for headings. */
export function partsOf(source: readonly RootContent[], order: DateOrder): Part[] {
  const parts: Part[] = [];
  const blocks = plainBlocks(source);
  let open: Part = {
    meaning: { kind: 'lead' },
    heading: null,
    depth: 0,
    groupDepth: 0,
    question: null,
    blocks: [],
    origin: { kind: 'lines', first: 1, last: 1 },
  };
  const begin = (part: Part): void => {
    if (open.meaning.kind !== 'lead' || open.blocks.length > 0) parts.push(open);
    open = part;
  };
  for (const block of blocks) {
    const labelled = block.type === 'paragraph' ? labelOf(block.children) : null;
    if (labelled !== null && (open.meaning.kind === 'lead' || open.depth === 7)) {
      begin({
        meaning: labelled.meaning,
        heading: labelled.name,
        depth: 7,
        groupDepth: 0,
        question: null,
        blocks: [],
        origin: originOf(block),
      });
      if (labelled.rest.length > 0)
        open.blocks.push({
          type: 'paragraph',
          children: labelled.rest,
          ...(block.position === undefined ? {} : { position: block.position }),
        });
      continue;
    }
    if (block.type !== 'heading') {
      open.blocks.push(...(open.meaning.kind === 'actions' ? unfoldedActions(block) : [block]));
      continue;
    }
    const name = plainText([block]);
    const isWithin = block.depth > open.depth && open.meaning.kind !== 'lead';
    if (isTimed(block.children, order)) {
      if (open.meaning.kind !== 'timeline')
        begin({
          meaning: { kind: 'timeline' },
          heading: null,
          depth: block.depth - 1,
          groupDepth: 0,
          question: null,
          blocks: [],
          origin: originOf(block),
        });
      open.blocks.push(block);
      continue;
    }
    const meaning = meaningOf(name);
    if (open.meaning.kind === 'actions' && isWithin) {
      const question = questionOf(name);
      const isGroup = block.depth <= open.groupDepth && (meaning === null || open.depth > 1);
      if (question !== null || isGroup) {
        // A heading with nothing below it but groups goes with the first of them.
        const isBare = open.blocks.length === 0 && open.heading !== null;
        const outer = isBare ? `${open.heading}: ` : '';
        const part: Part = {
          meaning: { kind: 'actions', question: question ?? open.question },
          heading: question === null ? null : `${outer}${name}`,
          depth: open.depth,
          groupDepth: block.depth,
          question: open.question,
          blocks: question === null ? [{ ...block, depth: 3 }] : withHeadingExtras(block),
          origin: originOf(block),
        };
        if (isBare && question !== null) open = part;
        else begin(part);
        continue;
      }
    }
    // Below a title that happens to be a section's name, everything is; elsewhere a timeline or a list of actions is its own.
    const isOwn =
      open.depth > 1 &&
      (open.meaning.kind === 'timeline' ||
        open.meaning.kind === 'actions' ||
        (open.meaning.kind === 'section' && meaning?.kind === 'section'));
    if (isWithin && (meaning === null || isOwn)) {
      open.blocks.push(
        open.meaning.kind === 'timeline'
          ? block
          : { ...block, depth: Math.min(6, 2 + block.depth - open.depth) as Heading['depth'] },
      );
      continue;
    }
    begin({
      meaning: meaning ?? { kind: 'other' },
      heading: name,
      depth: block.depth,
      groupDepth: 0,
      question: meaning?.kind === 'actions' ? meaning.question : null,
      blocks: withHeadingExtras(block),
      origin: originOf(block),
    });
  }
  begin({ ...open });
  return parts
    .map((part) => ({ ...part, blocks: withoutEndRules(part.blocks) }))
    .filter(({ meaning, blocks: own }) => meaning.kind !== 'lead' || own.length > 0);
}

/** The blocks with what is folded up or listed as a whole report taken apart. */
function plainBlocks(blocks: readonly RootContent[]): RootContent[] {
  let depth: Heading['depth'] = 2;
  return blocks.flatMap((block): RootContent[] => {
    if (block.type === 'heading') depth = block.depth;
    const details = detailsOf(block);
    if (
      details !== null &&
      (meaningOf(details.summary) !== null || details.blocks.some(({ type }) => type === 'heading'))
    ) {
      const [summary, ...inner] = unfolded(block) ?? [];
      const isNamed = meaningOf(details.summary) !== null && summary?.type === 'paragraph';
      const first: RootContent[] =
        summary === undefined
          ? []
          : isNamed
            ? [{ type: 'heading', depth, children: summary.children, ...placeOf(block) }]
            : [summary];
      // The line ends what was folded up, where more follows.
      return [...first, ...plainBlocks(inner), { type: 'thematicBreak' }];
    }
    return block.type === 'list' ? labelledList(block) : [block];
  });
}

/** A list whose every item is a bold name and what there is to say of it: each is a part of the report. */
function labelledList(list: List): RootContent[] {
  const items = list.children.map((item) => {
    const [first, ...rest] = item.children;
    const [name] = first?.type === 'paragraph' ? first.children : [];
    return first?.type === 'paragraph' && name?.type === 'strong' && item.checked == null
      ? { first, rest }
      : null;
  });
  const parts = items.filter((item) => item !== null);
  const known = parts.filter(({ first }) => labelOf(first.children) !== null);
  if (parts.length < list.children.length || known.length < 2) return [list];
  return parts.flatMap(({ first, rest }) => [first, ...rest]);
}

function unfoldedActions(block: RootContent): RootContent[] {
  const inner = unfolded(block);
  return inner?.some(({ type }) => type === 'list' || type === 'table') ? inner : [block];
}

function placeOf({ position }: RootContent): Pick<Heading, 'position'> {
  return position === undefined ? {} : { position };
}

/** Our sections need no line between them. */
function withoutEndRules(blocks: readonly RootContent[]): RootContent[] {
  const isRule = (block: RootContent | undefined): boolean => block?.type === 'thematicBreak';
  let [start, end] = [0, blocks.length];
  while (start < end && isRule(blocks[start])) start += 1;
  while (end > start && isRule(blocks[end - 1])) end -= 1;
  return blocks.slice(start, end);
}

/** A heading becomes plain text; where it held more than words, they stand below it too. */
function withHeadingExtras(heading: Heading): RootContent[] {
  const isPlain = heading.children.every(
    ({ type }) =>
      type === 'text' ||
      type === 'inlineCode' ||
      type === 'strong' ||
      type === 'emphasis' ||
      type === 'delete',
  );
  return isPlain ? [] : [asParagraph(heading)];
}

/** `**Impact:** words` and `Impact: words`, where people did without headings. */
function labelOf(
  children: readonly PhrasingContent[],
): { meaning: HeadingMeaning; name: string; rest: PhrasingContent[] } | null {
  const text = flatText(children);
  const [first] = children;
  const colon =
    /^\s*([^:\n]{3,40}):(?=\s|$)/.exec(text) ?? /^\s*(\p{Lu}[^:.\n]{3,40})(?=\n|\s*$)/u.exec(text);
  const name =
    first?.type === 'strong' ? flatText([first]).replace(/:\s*$/, '').trim() : (colon?.[1]?.trim() ?? '');
  const meaning = name === '' ? null : meaningOf(name);
  if (meaning === null) return null;
  const begin = text.indexOf(name) + name.length;
  const sign = /^\s*:?\s*/.exec(text.slice(begin))?.[0] ?? '';
  if (first?.type !== 'strong' && colon === null) return null;
  if (first?.type === 'strong' && !sign.includes(':') && text.slice(begin).trim() !== '') return null;
  return { meaning, name, rest: dropStart(children, begin + sign.length) };
}

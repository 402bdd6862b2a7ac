import type { FootnoteDefinition, Heading, Nodes, PhrasingContent, RootContent } from 'mdast';
import { plainText, walk } from '../../document/plain-text.ts';
import { isDate } from '../../time/dates.ts';
import type { Question } from '../../vocabulary.ts';
import { blankImported } from '../blank.ts';
import type { Blocks, ImportContext, Imported, Origin } from '../imported.ts';
import { type ForeignMarkdown, readForeignMarkdown } from './foreign-markdown.ts';
import { dateOrderOf } from './foreign-time.ts';
import { declaredZone, type SaidZone } from './foreign-zones.ts';
import { type HeadingMeaning, meaningOf, questionOf } from './headings.ts';
import { originOf } from './origins.ts';
import { dropStart, flatText } from './phrases.ts';
import { addMoments, placeInZones, readMarks } from './place-entries.ts';
import { readActions } from './read-actions.ts';
import { isTimed, readEntries, type SaidEntry, type TimelineState } from './read-entries.ts';
import { dayNamed, factsIn, foundFacts, type SaidFact } from './said-facts.ts';
import { readTimeTable } from './time-table.ts';

/** A part of the source that goes to one place. */
interface Part {
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

/**
 * Reads an incident report in Markdown, whatever its shape. Every word of it is in the result: in a fact, an entry, an
 * action or a section, or among what is left over under its own heading.
 *
 * @param source The file's name, with its folder if that helps a person.
 */
export function readMarkdown(text: string, source: string, context: ImportContext): Imported {
  const imported = blankImported(source);
  const foreign = readForeignMarkdown(text);
  const order = context.given.dateOrder ?? dateOrderOf(text);
  const { title, blocks } = takeTitle(foreign);
  imported.facts.title = title;
  imported.footnotes = mentioned(foreign.footnotes, blocks);
  const parts = partsOf(blocks, order);

  const told = [
    ...parts
      .filter(({ meaning }) => meaning.kind !== 'timeline' && meaning.kind !== 'actions')
      .flatMap((part) => factsIn(part.blocks)),
    ...frontMatterFacts(foreign),
  ];
  Object.assign(imported.facts, foundFacts(told, order));
  const titleDay = title === null ? null : dayNamed(title.value, order);
  const nameDay = /(?:^|\/)([12]\d{3}-\d{2}-\d{2})(?!\d)/.exec(source)?.[1] ?? null;
  if (title !== null && titleDay !== null) imported.facts.date = { value: titleDay, origin: title.origin };
  else if (imported.facts.date === null && nameDay !== null && isDate(nameDay))
    imported.facts.date = { value: nameDay, origin: { kind: 'path', path: source } };

  const day = context.given.date ?? imported.facts.date?.value ?? null;
  const state: TimelineState = {
    order,
    year: day?.slice(0, 4) ?? null,
    day,
    lastClock: null,
    zone: zoneOfAll(parts),
    notes: imported.notes,
  };
  const entries: SaidEntry[] = [];
  const hasSummary = parts.some(({ meaning }) => meaning.kind === 'section' && meaning.slug === 'summary');
  for (const part of parts) {
    // What a report begins with sums it up, where nothing else does.
    const isSummary = part.meaning.kind === 'lead' && !hasSummary && part.blocks.some(isProse);
    const meaning = isSummary ? ({ kind: 'section', slug: 'summary' } as const) : part.meaning;
    addPart(imported, { ...part, meaning }, state, entries, context);
  }
  addMoments(entries, told, state);
  placeInZones(imported, entries, context);
  readMarks(imported);
  addRest(imported, foreign);
  return imported;
}

function takeTitle({ blocks, frontMatter }: ForeignMarkdown): {
  title: Imported['facts']['title'];
  blocks: RootContent[];
} {
  const first = blocks.findIndex((block) => block.type === 'heading');
  const heading = blocks[first];
  const peers = blocks.filter(
    (block) => block.type === 'heading' && block.depth <= (heading as Heading).depth,
  );
  // Without a `#`, a heading above all others is the title as well.
  const isTitle =
    heading?.type === 'heading' &&
    (heading.depth === 1 || (first === 0 && peers.length === 1 && blocks.length > 1));
  if (isTitle && meaningOf(plainText([heading])) === null && !isTimed(heading.children, null)) {
    const value = plainText([heading]);
    const isOnlyText = heading.children.every(
      ({ type }) => type === 'text' || type === 'inlineCode' || type === 'strong' || type === 'emphasis',
    );
    if (value !== '')
      return {
        title: { value, origin: originOf(heading) },
        // What a title can't hold, such as a link, stays in the text as well.
        blocks: isOnlyText
          ? blocks.filter((_, at) => at !== first)
          : blocks.map((block, at) => (at === first ? asParagraph(heading) : block)),
      };
  }
  const named = frontMatter?.value['title'];
  return typeof named === 'string' && named.trim() !== '' && frontMatter !== null
    ? { title: { value: named.trim(), origin: { kind: 'lines', ...frontMatter.lines } }, blocks }
    : { title: null, blocks };
}

function asParagraph({ children, position }: Heading): RootContent {
  return { type: 'paragraph', children, ...(position === undefined ? {} : { position }) };
}

/** Cuts the blocks into parts at the headings that mean something, and at bold words that stand for headings. */
function partsOf(blocks: readonly RootContent[], order: TimelineState['order']): Part[] {
  const parts: Part[] = [];
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
      open.blocks.push(block);
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
      if (question !== null || block.depth <= open.groupDepth) {
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
  const colon = /^\s*([^:\n]{3,40}):(?=\s|$)/.exec(text);
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

/** The zone that a sentence names for all times of the report. */
function zoneOfAll(parts: readonly Part[]): SaidZone | null {
  for (const { blocks } of parts)
    for (const block of blocks) {
      const text = block.type === 'paragraph' ? flatText(block.children) : '';
      const zone = /\btimes\b/i.test(text) ? declaredZone(text) : null;
      if (zone !== null) return zone;
    }
  return null;
}

function isProse(block: RootContent): boolean {
  return block.type === 'paragraph' && flatText(block.children).length > 80 && factsIn([block]).length === 0;
}

function addPart(
  imported: Imported,
  { meaning, heading, blocks, origin: began }: Part,
  state: TimelineState,
  entries: SaidEntry[],
  context: ImportContext,
): void {
  const origin =
    blocks.length === 0 ? began : originOf(...blocks, ...(began.kind === 'lines' ? [placeOf(began)] : []));
  const content = blocks as Blocks;
  if (
    meaning.kind === 'timeline' ||
    ((meaning.kind === 'other' || meaning.kind === 'lead') && isTimeline(blocks, state.order))
  ) {
    state.zone = (heading === null ? null : declaredZone(`Times in ${heading}`)) ?? state.zone;
    const before = state.notes.length;
    const read = readEntries(blocks, state);
    if (read.entries.length === 0 && blocks.length > 0 && !isEmptyTable(blocks)) {
      imported.leftovers.push({ heading: heading ?? 'Timeline', content, origin });
      if (state.notes.length === before)
        imported.notes.push({
          message: 'The timeline of the source has no times that could be read.',
          hint: 'It stands under a heading of its own. Move what it says to Timeline: - 2018-05-04 08:25 What happened',
          origin,
        });
      return;
    }
    entries.push(...read.entries);
    imported.sections.push({ slug: 'timeline', heading, content: read.introduction, origin });
  } else if (meaning.kind === 'actions') {
    const { actions, others } = readActions(blocks, {
      order: state.order,
      question: meaning.question,
      people: context.catalog.people,
    });
    imported.actions.push(...actions);
    // Prose alone says what to do as well, and stays under its own heading.
    if (actions.length === 0)
      imported.leftovers.push({ heading: heading ?? 'Actions', content: others, origin });
    else imported.sections.push({ slug: meaning.question ?? 'prevent', heading, content: others, origin });
  } else if (
    meaning.kind === 'section' &&
    !(meaning.prose === true && blocks.some(({ type }) => type === 'list'))
  )
    imported.sections.push({ slug: meaning.slug, heading, content, origin });
  else imported.leftovers.push({ heading: heading ?? 'Introduction', content, origin });
}

function placeOf({ first, last }: Extract<Origin, { kind: 'lines' }>): RootContent {
  return {
    type: 'thematicBreak',
    position: { start: { line: first, column: 1 }, end: { line: last, column: 1 } },
  };
}

function isEmptyTable(blocks: readonly RootContent[]): boolean {
  return blocks.some((block) => block.type === 'table' && block.children.length < 2);
}

/** Whether what stands under a heading of its own is a timeline in all but name: two times or more, and half of its blocks. */
function isTimeline(blocks: readonly RootContent[], order: TimelineState['order']): boolean {
  let timed = 0;
  let all = 0;
  for (const block of blocks) {
    if (block.type === 'list')
      for (const item of block.children) {
        const [first] = item.children;
        all += 1;
        if (first?.type === 'paragraph' && isTimed(first.children, order)) timed += 1;
      }
    else if (block.type === 'paragraph') {
      all += 1;
      if (isTimed(block.children, order)) timed += 1;
    } else if (block.type === 'table') {
      const rows = readTimeTable(block, order)?.rows.length ?? 0;
      timed += rows;
      all += Math.max(1, rows);
    }
  }
  return timed >= 2 && timed * 2 >= all;
}

function frontMatterFacts({ frontMatter }: ForeignMarkdown): SaidFact[] {
  if (frontMatter === null) return [];
  const origin: Origin = { kind: 'lines', ...frontMatter.lines };
  return Object.entries(frontMatter.value).flatMap(([name, value]): SaidFact[] =>
    [value]
      .flat()
      .flatMap((one) =>
        typeof one === 'string' || typeof one === 'number' ? [{ name, value: String(one), origin }] : [],
      ),
  );
}

/** What has no other place: front matter as it was, and addresses that nothing links to. */
function addRest(imported: Imported, { frontMatter, unused, footnotes }: ForeignMarkdown): void {
  const lost = footnotes.filter((footnote) => !imported.footnotes.includes(footnote));
  if (lost.length > 0)
    imported.leftovers.push({
      heading: 'Footnotes that nothing mentions',
      content: lost.flatMap(({ children }) => children),
      origin: originOf(...lost),
    });
  if (frontMatter !== null && frontMatter.text !== '')
    imported.leftovers.push({
      heading: 'Front matter of the source',
      content: [{ type: 'code', lang: 'yaml', value: frontMatter.text }],
      // It is read last, for it says least.
      origin: { kind: 'lines', first: Number.MAX_SAFE_INTEGER, last: Number.MAX_SAFE_INTEGER },
    });
  for (const { label, identifier, url, title, position } of unused)
    imported.details.push({
      name: label ?? identifier,
      value: [
        { type: 'inlineCode', value: url === '' ? '<>' : url },
        ...(title ? [{ type: 'text' as const, value: ` ${title}` }] : []),
      ],
      origin: { kind: 'lines', first: position?.start.line ?? 1, last: position?.end.line ?? 1 },
    });
}

/** The footnotes that the blocks mention, or that such a footnote does. */
function mentioned(
  footnotes: readonly FootnoteDefinition[],
  blocks: readonly RootContent[],
): FootnoteDefinition[] {
  const names = new Set<string>();
  const waiting: Nodes[] = [...blocks];
  while (waiting.length > 0)
    walk(waiting.splice(0), (node) => {
      if (node.type !== 'footnoteReference' || names.has(node.identifier)) return;
      names.add(node.identifier);
      waiting.push(...footnotes.filter(({ identifier }) => identifier === node.identifier));
    });
  return footnotes.filter(({ identifier }) => names.has(identifier));
}

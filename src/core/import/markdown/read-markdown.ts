import type { FootnoteDefinition, Nodes, RootContent } from 'mdast';
import { walk } from '../../document/plain-text.ts';
import { comment } from '../../skeleton/section-prompts.ts';
import { isDate } from '../../time/dates.ts';
import { blankImported } from '../blank.ts';
import type { Blocks, ImportContext, Imported, Origin } from '../imported.ts';
import { type ForeignMarkdown, readForeignMarkdown } from './foreign-markdown.ts';
import { dateOrderOf } from './foreign-time.ts';
import { declaredZone, type SaidZone } from './foreign-zones.ts';
import { originOf } from './origins.ts';
import { type Part, partsOf } from './parts.ts';
import { flatText } from './phrases.ts';
import { addMoments, placeInZones, readMarks } from './place-entries.ts';
import { readActions } from './read-actions.ts';
import { isTimed, readEntries } from './read-entries.ts';
import type { SaidEntry, TimelineState } from './said-entry.ts';
import { dayNamed, factsIn, foundFacts, type SaidFact } from './said-facts.ts';
import { readTimeAtEnd } from './time-at-end.ts';
import { readTimeTable } from './time-table.ts';
import { takeTitle } from './title.ts';

/**
 * Reads an incident report in Markdown, whatever its shape. Every word of it is in the result: in a fact, an entry, an
 * action or a section, or among what is left over under its own heading.
 *
 * @param source The file's name, with its folder if that helps a person.
 */
export function readMarkdown(text: string, source: string, context: ImportContext): Imported {
  const imported = blankImported(source);
  const foreign = readForeignMarkdown(text);
  const nameDay = /^.*(?<!\d)([12]\d{3}-\d{2}-\d{2})(?!\d)/.exec(source)?.[1] ?? null;
  const order = context.given.dateOrder ?? dateOrderOf(text, nameDay);
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
  if (title !== null && titleDay !== null) imported.facts.date = { value: titleDay, origin: title.origin };
  else if (imported.facts.date === null && nameDay !== null && isDate(nameDay))
    imported.facts.date = { value: nameDay, origin: { kind: 'path', path: source } };

  const day = context.given.date ?? imported.facts.date?.value ?? null;
  const state: TimelineState = {
    order,
    year: day?.slice(0, 4) ?? null,
    day,
    lastClock: null,
    isNextDay: false,
    zone: zoneOfAll(parts),
    zoneNames: new Set(),
    shortYears: [],
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
  sayHowTimesAreWritten(imported, state);
  placeInZones(imported, entries, context);
  readMarks(imported);
  addRest(imported, foreign);
  return imported;
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

/** What every time of the source said and ours say once, or not at all. */
function sayHowTimesAreWritten(
  { sections, notes }: Imported,
  { zoneNames, shortYears }: TimelineState,
): void {
  const names = [...zoneNames].join(', ');
  sections
    .find(({ slug }) => slug === 'timeline')
    ?.content.push(
      ...(names === ''
        ? []
        : [{ type: 'html' as const, value: comment(`Times in the source are in ${names}.`) }]),
    );
  const [first, ...more] = shortYears;
  if (first === undefined) return;
  const others = more.length === 0 ? '' : `, and ${more.length} more like it`;
  notes.push({
    message: `The year in ${first.written} has two digits${others}; it was read as 20….`,
    hint: 'Correct the days if it was another century.',
    origin: first.origin,
  });
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
        if (
          first?.type === 'paragraph' &&
          (isTimed(first.children, order) || readTimeAtEnd(first.children, order) !== null)
        )
          timed += 1;
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
      content: [{ type: 'code', lang: frontMatter.language, value: frontMatter.text }],
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

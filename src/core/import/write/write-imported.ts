import type { ListItem, Nodes } from 'mdast';
import type { Problem } from '../../diagnostic.ts';
import { readDocument } from '../../document/read-document.ts';
import { sectionNamed } from '../../document/sections.ts';
import { readPostmortem } from '../../postmortem/read-postmortem.ts';
import { freeId, titleSlug } from '../../skeleton/file-name.ts';
import { comment } from '../../skeleton/section-prompts.ts';
import { isDate } from '../../time/dates.ts';
import { questions, type SectionSlug, sections } from '../../vocabulary.ts';
import type {
  Blocks,
  ImportContext,
  Imported,
  ImportedAction,
  ImportedLeftover,
  ImportedSection,
  ImportNote,
  Origin,
  WrittenImport,
} from '../imported.ts';
import { frontFacts } from './front-facts.ts';
import { joined, type Piece, piece } from './pieces.ts';
import { placeEntries } from './placed-entries.ts';
import { safeBlocks } from './safe-blocks.ts';
import { taskItem, withoutBoxes } from './task.ts';
import { timelinePieces } from './timeline-pieces.ts';

/**
 * Writes an imported incident as a postmortem of ours, and says what went where. It is `resolved` where the file has all
 * that this promises, else `open`, with TBD where something is missing. Never throws.
 */
export function writeImported(imported: Imported, context: ImportContext): WrittenImport {
  const wanted = context.given.status ?? imported.facts.status?.value ?? 'resolved';
  const written = write(imported, wanted, context);
  if (wanted === 'open' || context.given.status !== null || errors(written) === 0) return written;
  const open = write(imported, 'open', context);
  const missing = written.report.problems.filter(
    ({ severity, message }) =>
      severity === 'error' && !open.report.problems.some((other) => other.message === message),
  );
  if (missing.length === 0) return written;
  open.report.notes.unshift({
    message: `It stays open until it has what a resolved one needs: ${missing.map(({ message }) => message).join(' ')}`,
    hint: 'Write what is missing, then status: resolved.',
    origin: null,
  });
  return open;
}

function errors({ report }: WrittenImport): number {
  return report.problems.filter(({ severity }) => severity === 'error').length;
}

function write(imported: Imported, status: 'open' | 'resolved', context: ImportContext): WrittenImport {
  const { settings } = context.catalog;
  const zone = context.given.timezone ?? imported.facts.timezone?.value ?? settings.timezone;
  const notes: ImportNote[] = [...imported.notes];
  const day = dayOf(imported, context);
  const { placed, undated, notes: timeNotes } = placeEntries(imported, zone, day);
  const facts = frontFacts(imported, status, zone, context);
  notes.push(...facts.notes, ...timeNotes);

  const head: Piece[] = [
    { text: '---', from: [] },
    ...facts.lines.map(({ line, from }) => ({
      text: line,
      from: from === null ? [] : [{ ...from, to: line }],
      isNext: true,
    })),
    { text: '---', from: [], isNext: true },
    { text: comment(`Imported from ${imported.source}.`), from: [] },
  ];
  const leftovers = [...imported.leftovers, ...undatedLeftover(undated, notes)];
  const body = bodyPieces({ ...imported, leftovers }, timelinePieces(placed, context, notes), context, notes);
  const more = [...imported.details, ...facts.details];
  const tail: Piece[] = more.length === 0 ? [] : [{ text: '## More facts', from: [] }];
  for (const [index, { name, value, origin }] of more.entries())
    tail.push({
      ...piece(
        safeBlocks(
          [
            bulletList([
              {
                type: 'listItem',
                spread: false,
                children: [
                  {
                    type: 'paragraph',
                    children: [
                      { type: 'strong', children: [{ type: 'text', value: `${name}:` }] },
                      { type: 'text', value: ' ' },
                      ...value,
                    ],
                  },
                ],
              },
            ]),
          ],
          context,
          notes,
          origin,
        ),
        [{ origin, what: name, to: 'More facts' }],
      ),
      ...(index > 0 ? { isNext: true } : {}),
    });
  if (imported.footnotes.length > 0) tail.push(piece(safeBlocks(imported.footnotes, context, notes, null)));

  const pieces = [...head, ...body, ...tail];
  const { text, lines } = joined(pieces);
  const [first] = placed;
  const date = day ?? (first === undefined ? null : first.time.slice(0, 10));
  const id = freeId(idOf(facts.title, imported.source, date), context.taken);
  return {
    path: `postmortems/${id}.mdx`,
    text,
    report: {
      source: imported.source,
      status,
      placements: pieces.flatMap(({ from }, index) =>
        from.map((part) => ({ ...part, line: lines[index] ?? 1 })),
      ),
      notes: unique(notes),
      problems: check(text, id, context),
    },
  };
}

/** The day on which entries without one stand. */
function dayOf({ facts, timeline }: Imported, { given }: ImportContext): string | null {
  const day = given.date ?? facts.date?.value ?? null;
  if (day !== null && isDate(day)) return day;
  const dated = timeline.find(({ start }) => start.kind === 'local' && start.date !== null)?.start;
  return dated?.kind === 'local' ? dated.date : null;
}

function idOf(title: string, source: string, date: string | null): string {
  const slug = titleSlug(title) ?? titleSlug(source.replace(/\.\w+$/, '')) ?? 'imported';
  return date === null || /^\d{4}-\d{2}-\d{2}/.test(slug) ? slug : `${date}-${slug}`;
}

/** What `check` says of the text, without what concerns other files. */
function check(
  text: string,
  id: string,
  { catalog: { settings, systems, people } }: ImportContext,
): Problem[] {
  const { problems } = readPostmortem({
    id,
    file: `${id}.mdx`,
    document: readDocument(text),
    settings,
    systemIds: new Set(systems.map(({ id: own }) => own)),
    handles: people && new Set(people.map(({ handle }) => handle)),
  });
  return problems.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

/** Entries of which nobody knows the day. */
function undatedLeftover(
  undated: readonly Imported['timeline'][number][],
  notes: ImportNote[],
): ImportedLeftover[] {
  const [first] = undated;
  if (first === undefined) return [];
  notes.push({
    message: 'The source says times, but not on which day.',
    hint: 'They stand under "Times without a day". Say the day with --date, or write it before the first of them under Timeline.',
    origin: first.origin,
  });
  const items = undated.map(({ start, end, approximate, labels, content }): ListItem => {
    const clock =
      start.kind === 'local' ? `${approximate ? '~' : ''}${start.clock}${start.offset ?? ''}` : '';
    const until = end?.kind === 'local' ? `–${end.clock}` : '';
    const [lead, ...rest] = content;
    const words = [`${clock}${until}`, ...labels].join(' ');
    return lead?.type === 'paragraph'
      ? {
          type: 'listItem',
          spread: rest.length > 0,
          children: [
            { ...lead, children: [{ type: 'text', value: `${words} ` }, ...lead.children] },
            ...rest,
          ],
        }
      : {
          type: 'listItem',
          spread: content.length > 0,
          children: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }, ...content],
        };
  });
  return [{ heading: 'Times without a day', content: [bulletList(items)], origin: first.origin }];
}

/** A group of pieces below one `##` heading. */
interface Chapter {
  rank: number;
  pieces: Piece[];
}

function bodyPieces(
  imported: Imported,
  timeline: readonly Piece[],
  context: ImportContext,
  notes: ImportNote[],
): Piece[] {
  const chapters: Chapter[] = [];
  const bySlug = Map.groupBy(imported.sections, ({ slug }) => slug);
  const tasks = Map.groupBy(imported.actions, ({ question }) => question ?? 'prevent');
  const unasked = imported.actions.filter(({ question }) => question === null);
  const [asked] = unasked;
  if (asked !== undefined)
    notes.push({
      message: `The source does not say which of the five questions ${unasked.length === 1 ? 'an action answers' : `${unasked.length} actions answer`}.`,
      hint: 'They stand under Prevent. Move those that help to detect, to react or to stop the bleeding faster.',
      origin: asked.origin,
    });
  const questionRank = Math.min(
    ...[...imported.actions, ...imported.sections.filter(({ slug }) => isQuestion(slug))].map(({ origin }) =>
      rankOf(origin),
    ),
    last - 1,
  );
  const wanted: SectionSlug[] = ['summary', 'timeline', 'root-causes', ...questions];
  for (const slug of new Set([...wanted, ...bySlug.keys()])) {
    const parts = bySlug.get(slug) ?? [];
    const rest: Piece[] = slug === 'timeline' ? [...timeline] : [];
    if (isQuestion(slug)) rest.push(...taskPieces(tasks.get(slug) ?? [], slug, context, notes));
    const first = parts[0]?.origin ?? rest[0]?.from[0]?.origin;
    chapters.push({
      rank:
        slug === 'summary'
          ? -1
          : isQuestion(slug)
            ? questionRank
            : first === undefined
              ? emptyRank(slug)
              : rankOf(first),
      pieces: sectionPieces(slug, parts, rest, context, notes),
    });
  }
  for (const { heading, content, origin } of imported.leftovers) {
    const name = sectionNamed(heading.trim()) === null ? heading.trim() : `${heading.trim()} in the source`;
    chapters.push({
      rank: rankOf(origin),
      pieces: [
        piece(
          [
            {
              type: 'heading',
              depth: 2,
              children: [{ type: 'text', value: name === '' ? 'More of the source' : name }],
            },
            ...safeBlocks(content, context, notes, origin),
          ],
          [
            {
              origin,
              what: heading === '' ? 'text' : `"${heading}"`,
              to: name === '' ? 'More of the source' : name,
            },
          ],
        ),
      ],
    });
  }
  return chapters.toSorted((a, b) => a.rank - b.rank).flatMap(({ pieces }) => pieces);
}

/** The ranks of what the source does not have: Timeline and Root causes follow the Summary. */
const last = Number.MAX_SAFE_INTEGER;

function emptyRank(slug: SectionSlug): number {
  return slug === 'timeline' ? -0.5 : slug === 'root-causes' ? -0.4 : last;
}

function rankOf(origin: Origin): number {
  return origin.kind === 'lines' ? origin.first : 0;
}

function isQuestion(slug: SectionSlug): slug is (typeof questions)[number] {
  return (questions as readonly string[]).includes(slug);
}

function sectionPieces(
  slug: SectionSlug,
  parts: readonly ImportedSection[],
  rest: readonly Piece[],
  context: ImportContext,
  notes: ImportNote[],
): Piece[] {
  const { name } = sections[slug];
  const [first] = parts;
  // A heading that is read as the same section may stay as its author wrote it.
  const isOurs = first?.heading != null && sectionNamed(first.heading.trim()) === slug;
  const shown = isOurs ? first.heading?.trim() : name;
  const pieces: Piece[] = [{ text: `## ${shown}`, from: [] }];
  for (const [index, { heading, content, origin }] of parts.entries()) {
    const own = heading?.trim() ?? '';
    const placed = { origin, what: own === '' ? 'text' : `"${own}"`, to: name };
    const blocks: Nodes[] = [];
    if (own !== '' && !(index === 0 && isOurs)) {
      if (index === 0) pieces.push({ text: comment(`"${own}" in the source.`), from: [] });
      // In a timeline a heading is an entry.
      else if (slug === 'timeline') pieces.push({ text: comment(`"${own}" in the source.`), from: [] });
      else blocks.push({ type: 'heading', depth: 3, children: [{ type: 'text', value: own }] });
    }
    blocks.push(...safeContent(slug, content, context, notes, origin));
    pieces.push(piece(blocks, [placed]));
  }
  pieces.push(...rest);
  if (pieces.every(({ text }, index) => index === 0 || text === '' || text.startsWith('{/*')))
    pieces.push({ text: 'TBD', from: [] });
  return pieces;
}

function safeContent(
  slug: SectionSlug,
  content: Blocks,
  context: ImportContext,
  notes: ImportNote[],
  origin: Origin,
): Blocks {
  const safe = safeBlocks(content, context, notes, origin);
  return isQuestion(slug) ? withoutBoxes(safe) : safe;
}

function taskPieces(
  actions: readonly ImportedAction[],
  slug: SectionSlug,
  context: ImportContext,
  notes: ImportNote[],
): Piece[] {
  return actions.flatMap((action, index): Piece[] => {
    const item = taskItem(action, context, notes);
    const isGrouped = action.group === actions[index - 1]?.group;
    const own: Piece = {
      ...piece(safeBlocks([bulletList([item])], context, notes, action.origin), [
        { origin: action.origin, what: 'an action', to: sections[slug].name },
      ]),
      ...(index > 0 && isGrouped ? { isNext: true } : {}),
    };
    if (isGrouped || action.group === undefined) return [own];
    return [piece([{ type: 'heading', depth: 3, children: [{ type: 'text', value: action.group }] }]), own];
  });
}

function bulletList(children: ListItem[]): Blocks[number] {
  return { type: 'list', ordered: false, spread: false, children };
}

function unique(notes: readonly ImportNote[]): ImportNote[] {
  const seen = new Set<string>();
  return notes.filter(({ message, origin }) => {
    const key = `${message}\n${JSON.stringify(origin)}`;
    return !seen.has(key) && seen.add(key);
  });
}

import type { Nodes } from 'mdast';
import { sectionNamed } from '../../document/section-names.ts';
import { comment } from '../../skeleton/section-prompts.ts';
import { isQuestion, questions, type SectionSlug, sections } from '../../vocabulary.ts';
import type {
  Blocks,
  ImportContext,
  Imported,
  ImportedAction,
  ImportedSection,
  ImportNote,
  Origin,
} from '../imported.ts';
import { bulletList, type Piece, piece } from './pieces.ts';
import { safeBlocks } from './safe-blocks.ts';
import { taskItem, withoutBoxes } from './task.ts';

/** A group of pieces below one `##` heading. */
interface Chapter {
  rank: number;
  pieces: Piece[];
}

/** The sections of the result in the order of the source, with all that our format wants, and what has no place in it. */
export function bodyPieces(
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

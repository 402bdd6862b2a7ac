import type { Problem } from '../../diagnostic.ts';
import { readDocument } from '../../document/read-document.ts';
import { readPostmortem } from '../../postmortem/read-postmortem.ts';
import { freeId, titleSlug } from '../../skeleton/file-name.ts';
import { comment } from '../../skeleton/section-prompts.ts';
import { isDate } from '../../time/dates.ts';
import type { ImportContext, Imported, ImportNote, WrittenImport } from '../imported.ts';
import { bodyPieces } from './body-pieces.ts';
import { frontFacts } from './front-facts.ts';
import { bulletList, joined, type Piece, piece } from './pieces.ts';
import { placeEntries } from './placed-entries.ts';
import { safeBlocks } from './safe-blocks.ts';
import { timelinePieces } from './timeline-pieces.ts';
import { undatedLeftover } from './undated.ts';

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
    message: `It stays open until it has what a resolved one needs: ${missing.map(({ message }) => message.replace(/, and a resolved postmortem [^.]*(?=\.$)/, '')).join(' ')}`,
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

function unique(notes: readonly ImportNote[]): ImportNote[] {
  const seen = new Set<string>();
  return notes.filter(({ message, origin }) => {
    const key = `${message}\n${JSON.stringify(origin)}`;
    return !seen.has(key) && seen.add(key);
  });
}

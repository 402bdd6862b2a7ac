import { calledAfter } from '../catalog/lines-to-add.ts';
import type { Diagnostic, TextEdit } from '../diagnostic.ts';
import { type ListFile, withEntry } from '../skeleton/list-entry.ts';
import { type SectionSlug, sections } from '../vocabulary.ts';
import { wordList } from '../word-list.ts';
import type { Library } from './library.ts';
import { linesOf } from './lines.ts';
import { findingRange, onLine } from './range.ts';

/** A way to mend a finding. */
export interface QuickFix {
  title: string;
  /** What was most likely meant, so that an editor may do it at a keystroke. */
  preferred: boolean;
  /** The file to change. */
  path: string;
  edits: readonly TextEdit[];
}

/**
 * How a finding in a file could be mended: its one right answer, what was meant by a slip, or what to add to a list.
 *
 * @param others All findings in that file.
 */
export function quickFixesFor(
  library: Library,
  path: string,
  diagnostic: Diagnostic,
  others: readonly Diagnostic[],
): QuickFix[] {
  const { fix } = diagnostic;
  if (fix !== undefined) return [{ title: fix.title, preferred: true, path, edits: fix.edits }];
  return [
    ...meant(library, path, diagnostic),
    ...added(library, diagnostic, others),
    ...begun(library, path, diagnostic),
  ];
}

/** What the hint asks about: `Did you mean fax-gateway?` */
function meant(library: Library, path: string, { rule, line, column, hint = '' }: Diagnostic): QuickFix[] {
  const word = /^Did you mean (\S+(?: \S+)?)\?(?: If not, |$)/.exec(hint)?.[1];
  const text = linesOf(library.textOf(path) ?? '')[line - 1];
  if (word === undefined || text === undefined) return [];
  const { frontMatter = null } = library.documentOf(path) ?? {};
  // The key that was meant is there as well; which of the two holds, only a person knows.
  if (rule === 'front-matter-key' && Object.hasOwn(frontMatter ?? {}, word)) return [];
  const at = column - 1;
  const { end } = findingRange(text, { line, column });
  const found = text.slice(at, end.column - 1);
  const link = /^!?\[.*\]\(\s*<?([^\s()<>]+)/d.exec(found)?.indices?.[1];
  const name = /^(?:@|system:|["'])?([\p{L}\p{N}_][^\s:"',\]]*)/du.exec(found)?.indices?.[1];
  // `Did you mean status: open?` repeats the key that stands before the value.
  const value = /^\w+: (.*)$/.exec(word)?.[1] ?? word;
  const [from, to] = (/[./#]/.test(value) ? (link ?? name) : name) ?? [0, 0];
  if (to === from) return [];
  return [
    {
      title: `Write ${value}`,
      preferred: true,
      path,
      edits: [{ ...onLine(line, at + from, at + to), text: value }],
    },
  ];
}

const lists: Readonly<Record<string, ListFile>> = {
  'system-unknown': 'systems.yaml',
  'handle-unknown': 'people.yaml',
};

/** A name that nobody knows yet, in the list where it belongs; where the file names more of them, all at once, too. */
function added(
  library: Library,
  { rule, hint, message }: Diagnostic,
  others: readonly Diagnostic[],
): QuickFix[] {
  const path = lists[rule];
  const text = path === undefined ? null : library.textOf(path);
  const name = nameIn(message);
  if (path === undefined || text === null || name === null) return [];
  const isSlip = hint?.startsWith('Did you mean') ?? false;
  const fresh = others.flatMap((other) =>
    other.rule === rule && !other.hint?.startsWith('Did you mean') ? (nameIn(other.message) ?? []) : [],
  );
  const all = isSlip ? [] : [...new Set([name, ...fresh])];
  return [[name], ...(all.length > 1 ? [all] : [])].flatMap((names) => {
    const grown = names.reduce<string | null>(
      (list, id) =>
        list === null ? null : withEntry(list, { file: path, id, name: calledAfter(path, id), team: null }),
      text,
    );
    if (grown === null) return [];
    const lines = linesOf(text);
    const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    return [
      {
        title: `Add ${wordList(names)} to ${path}`,
        preferred: false,
        path,
        edits: [{ start: end, end, text: grown.slice(text.length) }],
      },
    ];
  });
}

/** The name between quotes, as both messages say it. */
function nameIn(message: string): string | null {
  return /"([^"]+)"/.exec(message)?.[1] ?? null;
}

/** A section that its status asks for, in its place among the others. */
function begun(library: Library, path: string, { rule, message }: Diagnostic): QuickFix[] {
  if (rule !== 'section-missing' && rule !== 'question-missing') return [];
  const slugs = Object.keys(sections) as SectionSlug[];
  const document = library.documentOf(path);
  if (document === null) return [];
  return slugs.flatMap((slug, at): QuickFix[] => {
    const { name } = sections[slug];
    if (!new RegExp(`\\b${name}\\b`).test(message) || document.sections.some((own) => own.slug === slug))
      return [];
    const later = new Set<SectionSlug | null>(slugs.slice(at + 1));
    const next = document.sections.find((own) => later.has(own.slug));
    const lines = linesOf(library.textOf(path) ?? '');
    const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    const place = next === undefined ? end : { line: next.place.line, column: 1 };
    const text =
      next === undefined ? `${lines.at(-1) === '' ? '' : '\n'}\n## ${name}\n\n` : `## ${name}\n\n\n`;
    return [
      {
        title: `Add the section ${name}`,
        preferred: false,
        path,
        edits: [{ start: place, end: place, text }],
      },
    ];
  });
}

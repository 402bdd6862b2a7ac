import type { Diagnostic, TextEdit } from '../diagnostic.ts';
import { type SectionSlug, sections } from '../vocabulary.ts';
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

/** How a finding in a file could be mended: its one right answer, what was meant by a slip, or what to add to a list. */
export function quickFixesFor(library: Library, path: string, diagnostic: Diagnostic): QuickFix[] {
  const { fix } = diagnostic;
  if (fix !== undefined) return [{ title: fix.title, preferred: true, path, edits: fix.edits }];
  return [
    ...meant(library, path, diagnostic),
    ...added(library, diagnostic),
    ...begun(library, path, diagnostic),
  ];
}

/** What the hint asks about: `Did you mean fax-gateway?` */
function meant(library: Library, path: string, { rule, line, column, hint = '' }: Diagnostic): QuickFix[] {
  const word = /^Did you mean (\S+(?: \S+)?)\?$/.exec(hint)?.[1];
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

/** A name that nobody knows yet, in the list where it belongs. */
function added(library: Library, { rule, hint = '' }: Diagnostic): QuickFix[] {
  const entry = /^Add (?:it|the person) there: - \{ (id|handle): ([^\s,{}]+), name: (.+) \}$/.exec(hint);
  if (entry === null || (rule !== 'system-unknown' && rule !== 'handle-unknown')) return [];
  const [, key = '', name = '', called = ''] = entry;
  const path = key === 'id' ? 'systems.yaml' : 'people.yaml';
  const text = library.textOf(path);
  if (text === null) return [];
  const lines = linesOf(text);
  const last = lines.at(-1) ?? '';
  const place = { line: lines.length, column: last.length + 1 };
  const item = `- ${key}: ${name}\n  name: ${called}\n`;
  return [
    {
      title: `Add ${name} to ${path}`,
      preferred: false,
      path,
      edits: [{ start: place, end: place, text: last === '' ? item : `\n${item}` }],
    },
  ];
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

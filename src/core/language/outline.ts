import type { Document, Section } from '../document/document.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { shortLine } from '../shortened.ts';
import { questions } from '../vocabulary.ts';
import { postmortemAt } from './definition.ts';
import type { Library } from './library.ts';
import { linesOf } from './lines.ts';
import { mentionsIn } from './mentions.ts';
import { onLine, type Range } from './range.ts';

/** A part of a file, for an editor's outline. */
export interface OutlineItem {
  name: string;
  detail: string;
  kind: 'section' | 'entry' | 'improvement' | 'idea' | 'hypothesis' | 'system' | 'person' | 'severity';
  /** All of it; parts lie within. */
  range: Range;
  /** Where to go. */
  selection: Range;
  parts: OutlineItem[];
}

/** What a file consists of: the sections of a postmortem with entries, hypotheses, ideas and improvements, or what a list defines. */
export function outlineOf(library: Library, path: string): OutlineItem[] {
  const lines = linesOf(library.textOf(path) ?? '');
  const document = library.documentOf(path);
  if (document !== null) return sectionItems(document, postmortemAt(library, path), lines);
  return mentionsIn(path, lines.join('\n')).flatMap((mention): OutlineItem[] => {
    if (!('defines' in mention) || !mention.defines || mention.kind === 'improvement') return [];
    const { range, kind } = mention;
    const name = kind === 'severity' ? `Severity ${mention.level}` : mention.name;
    return [{ name, detail: detailOf(library, name), kind, range, selection: range, parts: [] }];
  });
}

function detailOf({ catalog }: Library, name: string): string {
  return (
    catalog.systems.find(({ id }) => id === name)?.name ??
    catalog.people?.find(({ handle }) => handle === name)?.name ??
    catalog.settings.severities.find(({ level }) => name === `Severity ${level}`)?.name ??
    ''
  );
}

function sectionItems(
  { sections }: Document,
  postmortem: Postmortem | null,
  lines: readonly string[],
): OutlineItem[] {
  const headed = sections.filter(({ heading }) => heading !== null);
  return headed.map((section, at) => {
    const next = headed[at + 1]?.place.line ?? lines.length + 1;
    const parts = postmortem === null ? [] : partsOf(section, postmortem);
    return {
      name: section.heading || 'Section',
      detail: '',
      kind: 'section',
      range: linesRange(section.place.line, next, lines),
      selection: linesRange(section.place.line, section.place.line + 1, lines),
      parts: parts
        .filter(({ line }) => line >= section.place.line && line < next)
        .sort((a, b) => a.line - b.line)
        .map(({ line, ...part }, index, all) => ({
          ...part,
          range: linesRange(line, all[index + 1]?.line ?? next, lines),
          selection: linesRange(line, line + 1, lines),
          parts: [],
        })),
    };
  });
}

/** What an outline has room for. */
const longest = 80;

type Part = Pick<OutlineItem, 'name' | 'detail' | 'kind'> & { line: number };

function partsOf({ slug }: Section, { timeline, questions: answers, hypotheses }: Postmortem): Part[] {
  if (slug === 'timeline')
    return (timeline?.entries ?? []).map(({ place, time, text, marks, kinds }) => ({
      line: place.line,
      kind: 'entry',
      name: `${time.approximate ? '~' : ''}${time.clock} ${shortLine(text, longest)}`.trim(),
      detail: [...marks, ...kinds].join(', '),
    }));
  if (slug === 'hypotheses')
    return hypotheses.map(({ place, text, tests }) => ({
      line: place.line,
      kind: 'hypothesis',
      name: shortLine(text, longest) || 'Hypothesis',
      detail: tests.findLast(({ verdict }) => verdict !== null)?.verdict ?? '',
    }));
  const question = questions.find((known) => known === slug);
  const answer = question === undefined ? undefined : answers[question];
  return [
    ...(answer?.improvements ?? []).map(
      ({ place, title, owner, due, state }): Part => ({
        line: place.line,
        kind: 'improvement',
        name: shortLine(title, longest) || 'Improvement',
        detail: [owner === null ? null : `@${owner}`, due === null ? null : `due ${due}`, state]
          .filter((part) => part !== null)
          .join(' · '),
      }),
    ),
    ...(answer?.ideas ?? []).map(
      ({ place, text, systems }): Part => ({
        line: place.line,
        kind: 'idea',
        name: shortLine(text, longest) || 'Idea',
        detail: systems.join(', '),
      }),
    ),
  ];
}

/** Whole lines, up to the end of the one before `next`. */
function linesRange(first: number, next: number, lines: readonly string[]): Range {
  const last = Math.max(first, next - 1);
  return { start: { line: first, column: 1 }, end: onLine(last, 0, lines[last - 1]?.length ?? 0).end };
}

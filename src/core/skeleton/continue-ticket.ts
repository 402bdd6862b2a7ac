import type { Document } from '../document/document.ts';
import { questions, type SectionSlug } from '../vocabulary.ts';
import { addSections, linesOf } from './add-sections.ts';
import type { PromptExamples } from './section-prompts.ts';
import { sectionText } from './skeleton.ts';

/** What a postmortem has that its ticket may not have yet. */
const needed: readonly SectionSlug[] = ['summary', 'timeline', 'root-causes', ...questions];

/** An open ticket as the beginning of its postmortem. */
export interface ContinuedTicket {
  text: string;
  /** The sections that were added, in their order. */
  added: SectionSlug[];
}

/**
 * Takes an open ticket on to `resolved`: the status changes, the sections that are missing come in with their prompts, and
 * every other byte stays.
 *
 * @param raw The file's text as it is on disk; `document` is its reading.
 * @param examples What the prompts name.
 * @returns Null where the status does not stand in the file as plain `status: open`.
 */
export function continueTicket(
  raw: string,
  document: Document,
  examples: PromptExamples,
): ContinuedTicket | null {
  const lines = linesOf(raw);
  const { line, column } = document.frontMatterPlace(['status'], 'value');
  const written = lines[line - 1] ?? '';
  const value = /^(["']?)open\1(?=[\s,}]|$)/.exec(written.slice(column - 1));
  if (value === null) return null;
  const quote = value[1] ?? '';
  lines[line - 1] =
    `${written.slice(0, column - 1)}${quote}resolved${quote}${written.slice(column - 1 + value[0].length)}`;

  return addSections(lines.join(''), document.sections, needed, (slug) =>
    sectionText(slug, 'resolved', examples),
  );
}

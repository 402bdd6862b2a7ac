import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';

/** Something wrong in a file, as its page shows it. */
export interface ProblemLine {
  isError: boolean;
  /** From 1, as editors count. */
  line: number;
  column: number;
  rule: string;
  message: string;
  hint: string | null;
  /** What stands in that line; null where there is nothing in it. */
  source: string | null;
  /** The heading on the page under which it stands; null before the first one. */
  under: { anchor: string; heading: string } | null;
}

export interface FileProblems {
  /** Path from the project's root. */
  file: string;
  errors: ProblemLine[];
  warnings: ProblemLine[];
}

/**
 * What `check` finds in one file, beside the headings of its page.
 *
 * @param text What the file says now; null where it can't be read.
 * @param document The same, read; null where it can't be, and for what is no page.
 */
export function fileProblems(
  file: string,
  diagnostics: readonly Diagnostic[],
  text: string | null,
  document: Document | null,
): FileProblems {
  const lines = text?.split(/\r\n?|\n/) ?? [];
  const problems = diagnostics
    .filter((diagnostic) => diagnostic.file === file)
    .map(({ line, column, severity, rule, message, hint }): ProblemLine => {
      const source = lines[line - 1] ?? '';
      const section = document?.sections.findLast(
        ({ heading, place }) => heading !== null && place.line <= line,
      );
      return {
        isError: severity === 'error',
        line,
        column,
        rule,
        message,
        hint: hint ?? null,
        source: source.trim() === '' ? null : source,
        under: section ? { anchor: section.anchor, heading: section.heading ?? '' } : null,
      };
    });
  return {
    file,
    errors: problems.filter(({ isError }) => isError),
    warnings: problems.filter(({ isError }) => !isError),
  };
}

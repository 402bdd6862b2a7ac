/** A position in a text file: line and column count from 1, columns in UTF-16 code units as editors count them. */
export interface Place {
  line: number;
  column: number;
}

/** How much a finding weighs: only errors keep a site from being built, and advice is worth a thought. */
export type Severity = 'error' | 'warning' | 'advice';

/** What settings may ask of a rule. */
export const weights = ['error', 'warning', 'advice', 'off'] as const satisfies readonly (Severity | 'off')[];
export type Weight = (typeof weights)[number];

/** Text that takes the place of what stands between two places of a file; `end` is behind the last character replaced. */
export interface TextEdit {
  start: Place;
  end: Place;
  /** Line breaks are `\n`; whoever writes the file writes them as the file does. */
  text: string;
}

/** The one right answer to a problem, for `check --fix` and for an editor. Problems with several answers have none. */
export interface Fix {
  /** What it does, as an editor's menu shows it: `Write 08:25`. */
  title: string;
  /** In the file of the problem; none overlaps another. */
  edits: readonly TextEdit[];
}

/** What was found, where, and what to write instead. Knows no file yet: whoever read the file adds it. */
export interface Problem {
  /** Permanent kebab-case name of the rule, for example `timeline-order`. */
  rule: string;
  severity: Severity;
  place: Place;
  /** What was found and what was expected, in one or two plain sentences. */
  message: string;
  /** What to do or to write instead. */
  hint?: string;
  fix?: Fix;
}

/** A problem in a named file; without its fix, the shape that `check --format json` prints. */
export interface Diagnostic {
  /** Path from the project's root, with forward slashes. */
  file: string;
  line: number;
  column: number;
  severity: Severity;
  rule: string;
  message: string;
  hint?: string;
  fix?: Fix;
}

/** Makes an error-level problem. */
export function problem(rule: string, place: Place, message: string, hint?: string): Problem {
  return { rule, severity: 'error', place, message, ...(hint === undefined ? {} : { hint }) };
}

/** Places problems in their file. */
export function inFile(file: string, problems: readonly Problem[]): Diagnostic[] {
  return problems.map(({ rule, severity, place, message, hint, fix }) => ({
    file,
    line: place.line,
    column: place.column,
    severity,
    rule,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(fix === undefined ? {} : { fix }),
  }));
}

/** The order every report lists in: file, line, column, rule. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

/** Compares by code unit, so that an order never depends on the machine's language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A position in a text file: line and column count from 1, columns in UTF-16 code units as editors count them. */
export interface Place {
  line: number;
  column: number;
}

/** What was found, where, and what to write instead. Knows no file yet: whoever read the file adds it. */
export interface Problem {
  /** Permanent kebab-case name of the rule, for example `timeline-order`. */
  rule: string;
  severity: 'error' | 'warning';
  place: Place;
  /** What was found and what was expected, in one or two plain sentences. */
  message: string;
  /** What to do or to write instead. */
  hint?: string;
}

/** A problem in a named file; the shape that `check --format json` prints. */
export interface Diagnostic {
  /** Path from the project's root, with forward slashes. */
  file: string;
  line: number;
  column: number;
  severity: 'error' | 'warning';
  rule: string;
  message: string;
  hint?: string;
}

/** Makes an error-level problem. */
export function problem(rule: string, place: Place, message: string, hint?: string): Problem {
  return { rule, severity: 'error', place, message, ...(hint === undefined ? {} : { hint }) };
}

/** Places problems in their file. */
export function inFile(file: string, problems: readonly Problem[]): Diagnostic[] {
  return problems.map(({ rule, severity, place, message, hint }) => ({
    file,
    line: place.line,
    column: place.column,
    severity,
    rule,
    message,
    ...(hint === undefined ? {} : { hint }),
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

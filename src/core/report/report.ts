import type { Diagnostic, Severity } from '../diagnostic.ts';
import { linesOf } from '../language/lines.ts';
import { findingRange } from '../language/range.ts';
import { remembered } from '../remembered.ts';
import { type PrettyInput, pretty } from './pretty.ts';
import { controls, printable } from './printable.ts';

export const formats = ['pretty', 'unix', 'editor', 'json', 'github'] as const;
export type Format = (typeof formats)[number];

/** What a format prints, without the last line break; empty where there is nothing to print. */
export function report(format: Format, input: PrettyInput): string {
  switch (format) {
    case 'pretty':
      return pretty(input);
    case 'unix':
      return input.diagnostics.map(unixLine).join('\n');
    case 'editor':
      return editorLines(input);
    case 'json':
      return jsonText(input.diagnostics.map(asPromised), 2);
    case 'github':
      return input.diagnostics.map(githubLine).join('\n');
  }
}

/** What the format `json` prints, on one line, for who reads one report after another. */
export function jsonLine(diagnostics: readonly Diagnostic[]): string {
  return jsonText(diagnostics.map(asPromised), 0);
}

/** `file:line:column: error|warning: message [rule]` */
function unixLine({ file, line, column, severity, message, rule }: Diagnostic): string {
  return `${oneLine(file)}:${line}:${column}: ${promised(severity)}: ${oneLine(message)} [${rule}]`;
}

const editorWords: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  advice: 'info',
};

/** `file:line:column:endLine:endColumn: error|warning|info: message → hint [rule]`: all that a problem matcher can take over. */
function editorLines({ diagnostics, textOf }: PrettyInput): string {
  const read = new Map<string, readonly string[]>();
  const told = new Map<string, number>();
  return diagnostics
    .map((diagnostic) => {
      const { file, line, severity, message, hint, rule } = diagnostic;
      const source = remembered(read, file, () => linesOf(textOf(file) ?? ''))[line - 1];
      const { start, end } =
        source === undefined ? { start: diagnostic, end: diagnostic } : findingRange(source, diagnostic);
      // VS Code takes two problems of one rule on one stretch for the same, and shows one: each gets an end of its own.
      const same = [file, start.line, start.column, end.column, rule].join(':');
      const before = told.get(same) ?? 0;
      told.set(same, before + 1);
      const stretch = [start.line, start.column, end.line, end.column + before].join(':');
      const said = hint === undefined ? message : `${message} → ${hint}`;
      return `${oneLine(file)}:${stretch}: ${editorWords[severity]}: ${oneLine(said)} [${rule}]`;
    })
    .join('\n');
}

/** The two weights that `unix` and `json` know: who reads them was promised no third. */
function promised(severity: Severity): 'error' | 'warning' {
  return severity === 'advice' ? 'warning' : severity;
}

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'notice' };

/** A workflow command of GitHub Actions; https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function githubLine({ file, line, column, severity, message, hint, rule }: Diagnostic): string {
  const property = (text: string): string => githubData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const text = hint === undefined ? message : `${message}\n${hint}`;
  return `::${commands[severity]} file=${property(file)},line=${line},col=${column},title=${property(rule)}::${githubData(text)}`;
}

function githubData(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

/** A finding with the keys and values that `--format json` promises. */
function asPromised(diagnostic: Diagnostic): Omit<Diagnostic, 'fix'> {
  return { ...withoutFix(diagnostic), severity: promised(diagnostic.severity) };
}

/** A finding that offers no fix. */
export function withoutFix({ fix: _, ...keys }: Diagnostic): Omit<Diagnostic, 'fix'> {
  return keys;
}

/** What JSON leaves as it is but a terminal does not. */
function jsonText(value: unknown, indent: number): string {
  return JSON.stringify(value, null, indent).replace(
    controls,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function oneLine(text: string): string {
  return printable(text).replace(/\s*\n\s*/g, ' ');
}

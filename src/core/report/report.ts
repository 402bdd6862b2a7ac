import type { Diagnostic, Severity } from '../diagnostic.ts';

export const formats = ['pretty', 'unix', 'json', 'github'] as const;
export type Format = (typeof formats)[number];

/** How a terminal paints; every function returns its text, with or without escape codes. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  cyan(text: string): string;
}

const same = (text: string): string => text;

/** For whoever is no terminal. */
export const plainPaint: Paint = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };

export interface ReportInput {
  /** Already in the order of the report. */
  diagnostics: readonly Diagnostic[];
  /** Files that were read, for the closing count. */
  fileCount: number;
  /** The text of a file, for code frames; null where it can't be had. */
  textOf(file: string): string | null;
  /** Where more is said of a rule; null where its message says it all. */
  explained(rule: string): string | null;
  paint: Paint;
}

/** What a format prints, without the last line break; empty where there is nothing to print. */
export function report(format: Format, input: ReportInput): string {
  switch (format) {
    case 'pretty':
      return pretty(input);
    case 'unix':
      return input.diagnostics.map(unixLine).join('\n');
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

function pretty(input: ReportInput): string {
  const { diagnostics, paint } = input;
  const lines: string[] = [];
  let file: string | null = null;
  let sourceLines: string[] = [];
  const told = new Set<string>();
  const kept = new Set(diagnostics.filter(({ rule }) => keptBack.has(rule)).map(lineOf));
  for (const diagnostic of diagnostics) {
    if (diagnostic.file !== file) {
      file = diagnostic.file;
      sourceLines = input.textOf(file)?.split(/\r\n?|\n/) ?? [];
      lines.push(...(lines.length > 0 ? [''] : []), paint.bold(printable(file)));
    }
    lines.push('', ...entry(diagnostic, kept.has(lineOf(diagnostic)) ? [] : sourceLines, paint));
    const more = told.has(diagnostic.rule) ? null : input.explained(diagnostic.rule);
    told.add(diagnostic.rule);
    if (more !== null)
      lines.push(`  ${' '.repeat(String(diagnostic.line).length)} ${paint.dim(`more: ${more}`)}`);
  }
  if (lines.length > 0) lines.push('');
  lines.push(closing(input));
  return lines.join('\n');
}

/** What these rules find is not to be read in the log of a CI run either, so the line is not shown. */
const keptBack: ReadonlySet<string> = new Set(['secret', 'card-number']);

function lineOf({ file, line }: Diagnostic): string {
  return `${line}:${file}`;
}

function entry(diagnostic: Diagnostic, sourceLines: readonly string[], paint: Paint): string[] {
  const { line, column, severity, message, hint, rule } = diagnostic;
  const word = colours(paint)[severity](paint.bold(severity));
  const lines = [`  ${word} ${printable(message)} ${paint.dim(`${line}:${column} ${rule}`)}`];
  const source = sourceLines[line - 1];
  const gutter = ' '.repeat(String(line).length);
  if (source !== undefined && source.trim() !== '') {
    const frame = cut(source, column);
    lines.push(
      `  ${paint.dim(`${line} │`)} ${printable(frame.text)}`,
      `  ${paint.dim(`${gutter} │`)} ${' '.repeat(frame.caret)}${paint.cyan('^')}`,
    );
  }
  if (hint !== undefined)
    lines.push(
      ...printable(hint)
        .split('\n')
        .map((text, i) => `  ${gutter} ${i === 0 ? paint.cyan('→') : ' '} ${text}`),
    );
  return lines;
}

function colours(paint: Paint): Record<Severity, (text: string) => string> {
  return { error: paint.red, warning: paint.yellow, advice: paint.cyan };
}

const frameWidth = 100;

/** At most a hundred characters of a line around the column, with the caret's offset in display cells. */
function cut(source: string, column: number): { text: string; caret: number } {
  const from = column > frameWidth - 10 ? column - 60 : 0;
  const slice = source.slice(from, from + frameWidth).toWellFormed();
  const text = `${from > 0 ? '…' : ''}${slice}${source.length > from + frameWidth ? '…' : ''}`.replaceAll(
    '\t',
    ' ',
  );
  const before = source.slice(from, Math.max(from, column - 1));
  return { text, caret: (from > 0 ? 1 : 0) + displayWidth(printable(before)) };
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{M}|\p{Cf}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** The last line of the pretty report. */
function closing({ diagnostics, fileCount, paint }: ReportInput): string {
  const of = (wanted: Severity): number => diagnostics.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings, advice] = [of('error'), of('warning'), of('advice')];
  const read = count(fileCount, 'file');
  if (diagnostics.length === 0) return `${paint.green('✔')} ${read} checked, nothing to mend.`;
  const parts = [
    ...(errors > 0 ? [paint.red(count(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint.yellow(count(warnings, 'warning'))] : []),
    ...(advice > 0
      ? [paint.cyan(advice === 1 ? '1 piece of advice' : `${advice.toLocaleString('en')} pieces of advice`)]
      : []),
  ];
  const touched = new Set(diagnostics.map(({ file }) => file)).size;
  const total = `${listed(parts)} in ${count(touched, 'file')}; ${read} checked.`;
  const fixable = diagnostics.filter(({ fix }) => fix !== undefined).length;
  if (fixable === 0) return total;
  return `${total}\n${paint.bold('npm run check -- --fix')} can mend ${fixable.toLocaleString('en')} of them.`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 3 ? parts.join(' and ') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

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

/** Content is foreign text: control characters must not reach a terminal as commands. */
export function printable(text: string): string {
  return text.replace(controls, '·');
}

function oneLine(text: string): string {
  return printable(text).replace(/\s*\n\s*/g, ' ');
}

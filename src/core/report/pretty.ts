import type { Diagnostic, Severity } from '../diagnostic.ts';
import { wordList } from '../word-list.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';

export interface PrettyInput {
  /** Already in the order of the report. */
  diagnostics: readonly Diagnostic[];
  /** Files that were read, for the closing count. */
  fileCount: number;
  /** The text of a file, for code frames; null where it can't be had. */
  textOf(file: string): string | null;
  /** Where more is said of a rule; null where its message says it all. */
  explained(rule: string): string | null;
  paint: Paint;
  /** The lightest weight that is told one by one; lighter findings are only counted. */
  least: Severity;
}

/** The report a person reads: by file, each finding with its line, and a closing count. */
export function pretty(input: PrettyInput): string {
  const { diagnostics, paint, least } = input;
  const told = diagnostics.filter(({ severity }) => weight[severity] >= weight[least]);
  const kept = new Set(diagnostics.filter(({ rule }) => keptBack.has(rule)).map(lineOf));
  const explained = new Set<string>();
  const lines: string[] = [];
  for (const [file, all] of Map.groupBy(told, ({ file }) => file)) {
    const sourceLines = input.textOf(file)?.split(/\r\n?|\n/) ?? [];
    lines.push(paint.bold(printable(file)), '');
    const [shown, folded] = foldRepeats(all);
    for (const diagnostic of shown) {
      lines.push(...entry(diagnostic, kept.has(lineOf(diagnostic)) ? [] : sourceLines, paint));
      const more = explained.has(diagnostic.rule) ? null : input.explained(diagnostic.rule);
      explained.add(diagnostic.rule);
      if (more !== null)
        lines.push(`  ${' '.repeat(String(diagnostic.line).length)} ${paint.dim(`more: ${more}`)}`);
      lines.push('');
    }
    lines.push(...folded.flatMap((repeats) => [foldedLine(repeats, paint), '']));
  }
  lines.push(...closing(input, told.length < diagnostics.length));
  return lines.join('\n');
}

const weight: Readonly<Record<Severity, number>> = { advice: 0, warning: 1, error: 2 };

/** As many findings of one rule in one file as a person reads one by one. */
const repeatsShown = 20;

/** The findings of a file that are told one by one, and those that say the same once more, by rule. */
function foldRepeats(all: readonly Diagnostic[]): [Diagnostic[], Diagnostic[][]] {
  const counts = new Map<string, number>();
  const shown: Diagnostic[] = [];
  const folded = new Map<string, Diagnostic[]>();
  for (const diagnostic of all) {
    const { rule } = diagnostic;
    const nth = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, nth);
    if (nth <= repeatsShown) shown.push(diagnostic);
    else if (nth === repeatsShown + 1) folded.set(rule, [diagnostic]);
    else folded.get(rule)?.push(diagnostic);
  }
  return [shown, [...folded.values()]];
}

function foldedLine(repeats: readonly Diagnostic[], paint: Paint): string {
  const [first, last] = [repeats[0], repeats.at(-1)] as [Diagnostic, Diagnostic];
  const where = first.line === last.line ? `in line ${first.line}` : `in lines ${first.line} to ${last.line}`;
  const number = repeats.length.toLocaleString('en');
  return `  … and ${number} more of ${first.rule} ${where}. ${paint.dim('--format unix lists each.')}`;
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

/** The last lines of the report. */
function closing({ diagnostics, fileCount, paint, least }: PrettyInput, hasUntold: boolean): string[] {
  const of = (wanted: Severity): number => diagnostics.filter(({ severity }) => severity === wanted).length;
  const [errors, warnings, advice] = [of('error'), of('warning'), of('advice')];
  const read = count(fileCount, 'file');
  if (diagnostics.length === 0) return [`${paint.green('✔')} ${read} checked, nothing to mend.`];
  const parts = [
    ...(errors > 0 ? [paint.red(count(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint.yellow(count(warnings, 'warning'))] : []),
    ...(advice > 0
      ? [paint.cyan(advice === 1 ? '1 piece of advice' : `${advice.toLocaleString('en')} pieces of advice`)]
      : []),
  ];
  const touched = new Set(diagnostics.map(({ file }) => file)).size;
  const total = `${wordList(parts)} in ${count(touched, 'file')}; ${read} checked.`;
  const fixable = diagnostics.filter(({ fix }) => fix !== undefined).length;
  return [
    total,
    ...(hasUntold
      ? [
          `${paint.bold('npm run check')} shows the ${least === 'error' ? 'warnings and the advice' : 'advice'}.`,
        ]
      : []),
    ...(fixable > 0
      ? [`${paint.bold('npm run check -- --fix')} can mend ${fixable.toLocaleString('en')} of them.`]
      : []),
  ];
}

export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

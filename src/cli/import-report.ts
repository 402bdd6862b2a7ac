import type { Placement } from '../core/import/imported.ts';
import { kindNames } from '../core/import/recognise.ts';
import type { Paint } from '../core/report/paint.ts';
import { count } from '../core/report/pretty.ts';
import { printable } from '../core/report/printable.ts';
import { withoutFix } from '../core/report/report.ts';
import type { ImportOptions } from './import-options.ts';
import type { Outcome } from './import-outcome.ts';

export interface ImportResult {
  outcomes: readonly Outcome[];
  passedOver: readonly { name: string; why: string }[];
  options: ImportOptions;
}

/** From how many sources on only what needs a person is said of each. */
const many = 4;

/** What a person reads after an import: each source, then all of them, then what to do next. */
export function importText(result: ImportResult, paint: Paint): string {
  const { outcomes, passedOver, options } = result;
  const isBrief = outcomes.length >= many && !options.verbose;
  const parts = outcomes.map((each) => one(each, isBrief, options.dryRun, paint));
  const lines = isBrief ? [parts.join('\n')] : [parts.join('\n\n')];
  if (passedOver.length > 0)
    lines.push(
      [paint.bold('Passed over'), ...passedOver.map(({ name, why }) => `  ${printable(name)} ${why}.`)].join(
        '\n',
      ),
    );
  if (outcomes.length === 0) lines.push('There is nothing to import here.');
  if (outcomes.length > 1) lines.push(summary(outcomes, options.dryRun, paint));
  const steps = nextSteps(outcomes, options.dryRun, paint);
  if (steps !== null) lines.push(steps);
  return lines.filter((line) => line !== '').join('\n\n');
}

/** The same for programs: an array with one object an incident. */
export function importJson({ outcomes }: ImportResult): string {
  return JSON.stringify(
    outcomes.map((each) => ({ ...each, problems: each.problems.map(withoutFix) })),
    null,
    2,
  );
}

function one(each: Outcome, isBrief: boolean, isDryRun: boolean, paint: Paint): string {
  const { source, kind, file, result } = each;
  const name = `${printable(source)}${kind === null ? '' : paint.dim(` · ${kindNames[kind]}`)}`;
  const lines = isBrief ? [] : [paint.bold(name)];
  const lead = isBrief ? `${name}\n  ` : '';
  switch (result) {
    case 'written':
      lines.push(`${lead}${paint.green('✔')} Wrote ${file}`);
      break;
    case 'would-be-written':
      lines.push(`${lead}${paint.cyan('○')} Would write ${file}`);
      break;
    case 'printed':
      lines.push(`${lead}${paint.cyan('○')} Nothing was written; these are its actions.`);
      break;
    case 'there':
      lines.push(`${lead}${paint.dim('=')} Already there: ${file}`);
      break;
    case 'refused': {
      const place = each.place === null ? '' : `${each.place.line}:${each.place.column} `;
      lines.push(`${lead}${paint.red('✘')} Not taken in. ${place}${printable(each.message ?? '')}`);
    }
  }
  if (result !== 'refused' && each.message !== null) lines.push(`  ${printable(each.message)}`);
  if (each.hint !== null) lines.push(`  ${paint.cyan('→')} ${printable(each.hint)}`);
  const held = contents(each);
  if (held !== '') lines.push(`  ${held}`);
  for (const copied of each.copied)
    lines.push(`  ${isDryRun ? 'Would copy' : 'Copied'} ${printable(copied)}`);
  if (each.text !== null && (!isBrief || result === 'printed'))
    lines.push(
      '',
      ...each.text
        .trimEnd()
        .split('\n')
        .map((line) => `    ${printable(line)}`),
    );
  if (!isBrief) lines.push(...placed(each.placements, paint));
  lines.push(...decisions(each, isBrief, paint));
  return lines.join('\n');
}

/** `resolved, severity 1, fax-gateway · 9 entries · 5 improvements` */
function contents({ facts, entries, improvements, ownHeadings }: Outcome): string {
  const known =
    facts === null
      ? []
      : [
          facts.date ?? 'no day yet',
          facts.status,
          facts.severity === null ? 'no severity' : `severity ${facts.severity}`,
          ...facts.systems,
        ];
  return [
    known.join(', '),
    ...(entries > 0 ? [entriesText(entries)] : []),
    ...(improvements > 0 ? [count(improvements, 'improvement')] : []),
    ...(ownHeadings.length > 0
      ? [
          `under ${ownHeadings.length === 1 ? 'a heading' : 'headings'} of its own: ${ownHeadings.map(printable).join(', ')}`,
        ]
      : []),
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

function entriesText(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries.toLocaleString('en')} entries`;
}

/** Neighbours that went to the same place are one line. */
function placed(placements: readonly Placement[], paint: Paint): string[] {
  const groups: { to: string; line: number; parts: Placement[] }[] = [];
  for (const placement of placements) {
    const last = groups.at(-1);
    if (last?.to === placement.to) last.parts.push(placement);
    else groups.push({ to: placement.to, line: placement.line, parts: [placement] });
  }
  if (groups.length === 0) return [];
  const width = Math.max(...groups.map(({ line }) => String(line).length));
  return [
    '',
    `  ${paint.bold('What went where')}`,
    ...groups.map(({ to, line, parts }) => {
      const what = [...new Set(parts.map((part) => part.what))];
      const shown = what.length > 2 ? `${parts.length} parts` : what.join(', ');
      return `    ${paint.dim(`line ${String(line).padStart(width)}`)}  ${printable(to)} ${paint.dim(`← ${printable(shown)}, ${source(parts)}`)}`;
    }),
  ];
}

/** `lines 12–30`, `log_entries[3]` */
function source(parts: readonly Placement[]): string {
  const lines = parts.flatMap(({ origin }) => (origin.kind === 'lines' ? [origin.first, origin.last] : []));
  if (lines.length > 0) {
    const [first, last] = [Math.min(...lines), Math.max(...lines)];
    return first === last ? `line ${first}` : `lines ${first}–${last}`;
  }
  const paths = [
    ...new Set(parts.flatMap(({ origin }) => (origin.kind === 'path' ? [origin.path] : []))),
  ].filter(Boolean);
  if (paths.length === 0) return 'the source';
  return paths.length <= 2 ? paths.join(', ') : `${paths[0]} … ${paths.at(-1)}`;
}

/** Where a person must decide, by line: what the import left open, and what check says. */
function decisions({ file, notes, problems }: Outcome, isBrief: boolean, paint: Paint): string[] {
  const at = (line: number, column: number): string =>
    file === null
      ? ''
      : isBrief
        ? `${paint.cyan(`${line}:${column}`)}  `
        : `${paint.cyan(`${printable(file)}:${line}:${column}`)}  `;
  const indented = (hint: string | null | undefined): string[] =>
    hint == null || isBrief
      ? []
      : printable(hint)
          .split('\n')
          .map((line) => `      ${paint.cyan('→')} ${line}`);
  const lines: string[] = [];
  if (notes.length > 0)
    lines.push(
      ...(isBrief ? [] : ['']),
      `  ${paint.bold('Please look at')}`,
      ...(isBrief ? eachOnce(notes) : notes).flatMap(({ line, message, hint }) => [
        `    ${at(line, 1)}${printable(message)}`,
        ...indented(hint),
      ]),
    );
  if (problems.length > 0)
    lines.push(
      ...(isBrief ? [] : ['']),
      `  ${paint.bold('check says')}`,
      ...problems.flatMap(({ line, column, severity, message, hint, rule }) => [
        `    ${at(line, column)}${severity === 'error' ? paint.red(severity) : paint.yellow(severity)} ${printable(message)} ${paint.dim(rule)}`,
        ...indented(hint),
      ]),
    );
  return lines;
}

/** The same words of several lines, once. */
function eachOnce(notes: Outcome['notes']): Outcome['notes'] {
  return [...Map.groupBy(notes, ({ message }) => message).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            ...first,
            message: `${first.message}${others.length === 0 ? '' : ` (${others.length} more of these)`}`,
          },
        ],
  );
}

function summary(outcomes: readonly Outcome[], isDryRun: boolean, paint: Paint): string {
  const number = (result: Outcome['result']): number =>
    outcomes.filter((each) => each.result === result).length;
  const sum = (of: (each: Outcome) => number): number =>
    outcomes.reduce((total, each) => total + of(each), 0);
  const done = number(isDryRun ? 'would-be-written' : 'written');
  const parts = [
    `${done.toLocaleString('en')} ${isDryRun ? 'would be written' : 'written'}`,
    ...(number('printed') > 0 ? [`${number('printed')} printed`] : []),
    ...(number('there') > 0 ? [`${number('there')} already there`] : []),
    ...(number('refused') > 0 ? [paint.red(`${number('refused')} not taken in`)] : []),
  ];
  const spots = sum(({ notes }) => notes.length);
  const errors = sum(({ problems }) => problems.filter(({ severity }) => severity === 'error').length);
  const touched = outcomes.filter(({ notes, problems }) => notes.length + problems.length > 0).length;
  return [
    paint.bold(`${count(outcomes.length, 'source')}: ${parts.join(', ')}`),
    `  ${entriesText(sum(({ entries }) => entries))}, ${count(
      sum(({ improvements }) => improvements),
      'improvement',
    )}, ${count(
      sum(({ copied }) => copied.length),
      'file',
    )} copied.`,
    ...(touched === 0
      ? []
      : [
          `  ${count(spots, 'spot')} to look at and ${count(errors, 'error')} of check, in ${count(touched, 'file')}.`,
        ]),
    ...common(outcomes),
  ].join('\n');
}

/** What is to be decided in many files may have one answer for all. */
function common(outcomes: readonly Outcome[]): string[] {
  const counts = new Map<string, number>();
  for (const { notes } of outcomes)
    for (const message of new Set(notes.map((note) => note.message)))
      counts.set(message, (counts.get(message) ?? 0) + 1);
  return [...counts]
    .filter(([, files]) => files >= 3)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([message, files]) => `  In ${files} of them: ${printable(message)}`);
}

function nextSteps(outcomes: readonly Outcome[], isDryRun: boolean, paint: Paint): string | null {
  if (isDryRun) return 'Nothing was written. Without --dry-run it is.';
  const written = outcomes.filter(({ result }) => result === 'written');
  const [first, second] = written;
  if (first === undefined) return null;
  const id = (first.file ?? '').replace(/^.*?postmortems\//, '').replace(/\.mdx$/, '');
  return [
    paint.bold('Next:'),
    second === undefined
      ? `  npm run dev                   shows it at /postmortems/${id}/`
      : '  npm run dev                   shows them at /postmortems/',
    second === undefined
      ? `  npm run check -- ${first.file}`
      : '  npm run check                 says what is left, file by file',
    `  git diff                      nothing is committed yet; the sources stay as they are`,
  ].join('\n');
}

import type { Diagnostic } from '../core/diagnostic.ts';
import type { Document } from '../core/document/document.ts';
import type { Status } from '../core/vocabulary.ts';
import { displayPath, type Project } from '../workspace/project.ts';
import type { Terminal } from './terminal.ts';

/** A file that was written, for the words about what comes next. */
export interface WrittenFile {
  id: string;
  /** Path from the project's root. */
  file: string;
  status: Status;
  document: Document;
  /** What `check` says of it. */
  diagnostics: readonly Diagnostic[];
}

/** What is left to write and where, as lines that an editor's terminal opens, and which commands come next. */
export function nextSteps(
  { id, file, status, document, diagnostics }: WrittenFile,
  { paint }: Terminal,
): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const asked = new Set(errors.map(({ line }) => line));
  const pending = document.sections.filter(
    ({ tbd, heading, place }) => tbd && heading !== null && !asked.has(place.line),
  );
  const at = (line: number, column: number): string => paint.cyan(`${file}:${line}:${column}`);
  const lines = [
    ...(errors.length === 0
      ? []
      : [
          paint.bold(`To write before the site can be built again (a ${status} one promises them):`),
          ...errors.map(({ line, column, message }) => `  ${at(line, column)}  ${message}`),
          '',
        ]),
    ...(pending.length === 0
      ? []
      : [
          paint.bold(status === 'open' ? 'Still TBD, which is fine while it burns:' : 'For the meeting:'),
          ...pending.map(({ heading, place, nodes }) => {
            const { line, column } = nodes[0]?.position?.start ?? place;
            return `  ${at(line, column)}  ${heading}`;
          }),
          '',
        ]),
    paint.bold('Next:'),
    `  npm run dev                   shows it at /postmortems/${id}/`,
    `  npm run check -- ${file}`,
    ...(status === 'open' ? [`  npm run new -- --from ${id}   once the fire is out`] : []),
  ];
  return lines.join('\n');
}

/** `Wrote content/postmortems/….mdx` */
export function wrote(project: Project, path: string, { paint }: Terminal): string {
  return `${paint.green('✔')} Wrote ${displayPath(project, path)}`;
}

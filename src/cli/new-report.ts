import type { Workspace } from '../workspace/load.ts';
import { displayPath, type Project } from '../workspace/project.ts';
import type { Terminal } from './terminal.ts';

/**
 * What is left to write in a file and where, as lines that an editor's terminal opens, and which commands come next.
 *
 * @param workspace As it is after writing; `file` is a path from the project's root.
 */
export function nextSteps(
  { catalog, documents, diagnostics }: Workspace,
  file: string,
  { paint, taskKey }: Terminal,
): string {
  const postmortem = catalog.postmortems.find((candidate) => candidate.file === file);
  const { id = '', facts: { status } = { status: 'open' } } = postmortem ?? {};
  const errors = diagnostics.filter((found) => found.file === file && found.severity === 'error');
  const asked = new Set(errors.map(({ line }) => line));
  const pending = (documents.get(file)?.sections ?? []).filter(
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
    ...(taskKey === null
      ? []
      : [
          `  ${taskKey.padEnd(28)}  underlines after each save what is missing, where nothing is underlined in the new file`,
        ]),
    ...(status === 'open' ? [`  npm run new -- --from ${id}   once the fire is out`] : []),
  ];
  return lines.join('\n');
}

/** `Wrote content/postmortems/….mdx` */
export function wrote(project: Project, path: string, { paint }: Terminal): string {
  return `${paint.green('✔')} Wrote ${displayPath(project, path)}`;
}

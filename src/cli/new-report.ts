import type { Diagnostic } from '../core/diagnostic.ts';
import type { Section } from '../core/document/document.ts';
import type { Status } from '../core/vocabulary.ts';
import type { Workspace } from '../workspace/load.ts';
import { displayPath, type Project } from '../workspace/project.ts';
import type { Terminal } from './terminal.ts';

/**
 * What is left to write in a file and where, as lines that an editor's terminal opens, and which steps come next.
 *
 * @param workspace As it is after writing; `file` is a path from the project's root.
 */
export function nextSteps(
  { catalog, documents, diagnostics }: Workspace,
  file: string,
  { paint, editor }: Terminal,
): string {
  const postmortem = catalog.postmortems.find((candidate) => candidate.file === file);
  const { id = '', facts: { status } = { status: 'open' as const } } = postmortem ?? {};
  const sections = documents.get(file)?.sections ?? [];
  const missing = diagnostics
    .filter((found) => found.file === file && found.severity === 'error')
    .map((error) => gapOf(error, sections));
  const asked = new Set(missing.map(({ section }) => section));
  const pending = sections
    .filter((section) => section.tbd && section.heading !== null && !asked.has(section))
    .map(unwritten);
  const listed = (gaps: readonly Gap[]): string[] =>
    gaps.map(({ line, column, words }) => `  ${paint.cyan(`${file}:${line}:${column}`)}  ${words}`);
  const lines = [
    ...(missing.length === 0
      ? []
      : [
          paint.bold(
            `To write before the site can be built again (a ${status} one promises ${missing.length === 1 ? 'it' : 'them'}):`,
          ),
          ...listed(missing),
          '',
        ]),
    ...(pending.length === 0 ? [] : [paint.bold(pendingWords[status]), ...listed(pending), '']),
    paint.bold('Next:'),
    ...table([
      ...(editor === null
        ? []
        : [
            [`${editor.click} a line above`, 'to write there; then save'] as const,
            [editor.problemsKey, 'lists what is missing'] as const,
            [editor.taskKey, 'if it lists nothing'] as const,
          ]),
      ['npm run dev', `shows it at /postmortems/${id}/`],
      // The list of problems says the same, beside the text.
      ...(editor === null
        ? [[`npm run check -- ${file}`, 'says what is missing, and what to write'] as const]
        : []),
      ...(status === 'open'
        ? [[`npm run new -- --from ${id}`, 'once the fire is out'] as const]
        : status === 'resolved'
          ? [[`npm run status -- ${id} reviewed`, 'once the meeting was held'] as const]
          : []),
    ]),
  ];
  return lines.join('\n');
}

const pendingWords: Record<Status, string> = {
  open: 'Still TBD, which is fine while it burns:',
  resolved: 'For the meeting:',
  reviewed: 'If the notes of the meeting say it:',
};

/** Something to write, and where. */
interface Gap {
  line: number;
  column: number;
  words: string;
  section: Section | null;
}

/** A section that nobody has written yet needs no more words than its name, and is written where it says TBD. */
function gapOf({ rule, line, column, message }: Diagnostic, sections: readonly Section[]): Gap {
  const section = sections.findLast(({ place }) => place.line <= line) ?? null;
  const isUnwritten = rule === 'section-tbd' || rule === 'question-unanswered';
  if (section === null || !isUnwritten) return { line, column, words: message, section };
  return section.place.line === line ? unwritten(section) : { ...unwritten(section), line, column };
}

function unwritten(section: Section): Gap {
  const { line, column } = section.nodes[0]?.position?.start ?? section.place;
  return { line, column, words: section.heading ?? '', section };
}

/** Steps below each other, for terminals as narrow as an editor's; what a long one is for stands on a line of its own. */
function table(steps: readonly (readonly [step: string, use: string])[]): string[] {
  const width = 23;
  return steps.flatMap(([step, use]) =>
    step.length > width || use.length > 32
      ? [`  ${step}`, `    ${use}`]
      : [`  ${step.padEnd(width)}  ${use}`],
  );
}

/** `Wrote content/postmortems/….mdx` */
export function wrote(project: Project, path: string, { paint }: Terminal): string {
  return `${paint.green('✔')} Wrote ${displayPath(project, path)}`;
}

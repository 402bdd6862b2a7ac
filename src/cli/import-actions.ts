import { resolve } from 'node:path';
import { closest } from '../core/catalog/closest.ts';
import type { ImportContext } from '../core/import/imported.ts';
import type { JiraRead } from '../core/import/jira.ts';
import { jiraTasks } from '../core/import/jira-tasks.ts';
import { putImprovements } from '../core/import/put-improvements.ts';
import { sections } from '../core/vocabulary.ts';
import { currentWorkspace } from '../workspace/current.ts';
import { type Project, UsageError } from '../workspace/project.ts';
import { writeOver } from '../workspace/write-files.ts';
import type { ImportOptions } from './import-options.ts';
import { type Outcome, outcome } from './import-outcome.ts';
import type { ReadSourceResult } from './import-sources.ts';

/**
 * Puts the actions of a Jira export into a postmortem, or prints them. What has a ticket that stands in it already is left
 * out, so that a second run changes nothing.
 *
 * @throws UsageError where there is no such postmortem.
 */
export function importActions(
  project: Project,
  source: ReadSourceResult,
  read: JiraRead,
  options: ImportOptions,
  context: ImportContext,
): Outcome {
  const workspace = currentWorkspace(project);
  const target = options.into === null ? null : targetOf(workspace.catalog.postmortems, options.into);
  const tickets = new Set(
    Object.values(target?.questions ?? {}).flatMap(({ improvements }) =>
      improvements.flatMap(({ ticket }) => ticket ?? []),
    ),
  );
  const fresh = read.actions.filter(({ key }) => key === null || !tickets.has(key));
  const known = read.actions.length - fresh.length;
  const tasks = jiraTasks(fresh, options.question, context);
  const problems = read.notes.map((message) => ({ line: 1, message, hint: null }));
  const said =
    known === 0 ? null : `${known} of ${read.actions.length} actions are there already, by their tickets.`;
  if (read.actions.length === 0)
    return outcome(source.name, 'jira', 'refused', { message: 'There is no action in it, only a heading.' });
  const own = tasks.notes.map(({ message, hint }) => ({ line: 1, message, hint }));
  if (target === null)
    return outcome(source.name, 'jira', 'printed', {
      text: tasks.text,
      improvements: fresh.length,
      notes: [...problems, ...own],
      hint: 'To put them into a postmortem: --into ID --question prevent',
    });
  if (fresh.length === 0) return outcome(source.name, 'jira', 'there', { file: target.file, message: said });
  const raw = workspace.textOf(target.file) ?? '';
  const put = putImprovements(raw, target.document, options.question, tasks.text);
  if (!options.dryRun) writeOver(project, resolve(project.root, target.file), raw, put.text);
  return outcome(source.name, 'jira', options.dryRun ? 'would-be-written' : 'written', {
    file: target.file,
    message: said,
    improvements: fresh.length,
    notes: [...problems, ...own].map((note) => ({ ...note, line: put.line })),
    placements: fresh.map(({ row, key, summary }) => ({
      origin: { kind: 'path', path: `row ${row}` },
      what: key ?? summary,
      to: sections[options.question].name,
      line: put.line,
    })),
    text: options.dryRun ? tasks.text : null,
  });
}

type Postmortems = ReturnType<typeof currentWorkspace>['catalog']['postmortems'];

function targetOf(postmortems: Postmortems, into: string): Postmortems[number] {
  const id = into
    .replaceAll('\\', '/')
    .replace(/^.*?postmortems\//, '')
    .replace(/\.mdx$|\/$/g, '');
  const found = postmortems.find((postmortem) => postmortem.id === id);
  if (found !== undefined) return found;
  const near = closest(
    id,
    postmortems.map((postmortem) => postmortem.id),
  );
  throw new UsageError(
    `--into: there is no postmortem "${id}"${near === null ? '; npm run check says whether it has errors.' : `. Did you mean ${near}?`}`,
  );
}

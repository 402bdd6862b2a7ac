import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { closest } from '../core/catalog/closest.ts';
import type { Postmortem } from '../core/postmortem/postmortem.ts';
import { continueTicket } from '../core/skeleton/continue-ticket.ts';
import { promptExamples } from '../core/skeleton/prompt-examples.ts';
import type { PromptExamples } from '../core/skeleton/section-prompts.ts';
import { sections } from '../core/vocabulary.ts';
import { today } from '../workspace/clock.ts';
import { currentWorkspace, refreshWorkspace } from '../workspace/current.ts';
import type { Workspace } from '../workspace/load.ts';
import { type Project, UsageError } from '../workspace/project.ts';
import { writeOver } from '../workspace/write-files.ts';
import { diffText } from './diff.ts';
import { nextSteps, wrote } from './new-report.ts';
import type { Terminal } from './terminal.ts';

/**
 * Makes the postmortem of an open ticket, in place: shows what would change, and writes it after a yes.
 *
 * @param from An id, or the path of the file.
 * @returns 0 when it is written, was only shown, or was not wanted.
 * @throws UsageError where there is no such ticket or it is not open; nothing is written then.
 */
export async function continueCommand(
  project: Project,
  args: readonly string[],
  from: string,
  terminal: Terminal,
): Promise<number> {
  const { yes, dryRun } = fromOptions(args);
  const workspace = currentWorkspace(project);
  const ticket = openTicket(workspace, from);
  const path = join(project.content, 'postmortems', `${ticket.id}.mdx`);
  const before = readFileSync(path, 'utf8');
  const continued =
    before === workspace.textOf(ticket.file)
      ? continueTicket(before, ticket.document, examplesFor(ticket, workspace))
      : null;
  if (continued === null)
    throw new UsageError(
      `${ticket.file} does not say status: open on a line of its own. Change the status in your editor; npm run check names what is missing.`,
    );
  terminal.out(diffText(ticket.file, before, continued.text, terminal.paint));
  if (dryRun) return 0;
  if (!yes) {
    if (terminal.keyboard === null)
      throw new UsageError('Nobody is here to be asked, so nothing was written. Add --yes to write it.');
    const { confirm } = await import('@inquirer/prompts');
    const count = continued.added.length;
    const message =
      count === 0
        ? 'Change the status?'
        : `Change the status and add ${count} ${count === 1 ? 'section' : 'sections'} (${continued.added.map((slug) => sections[slug].name).join(', ')})?`;
    if (!(await confirm({ message, default: true }, terminal.keyboard))) {
      terminal.out('Nothing was written.');
      return 0;
    }
  }
  writeOver(project, path, before, continued.text);
  terminal.out(`${wrote(project, path, terminal)}\n`);
  terminal.out(nextSteps(refreshWorkspace(project), ticket.file, terminal));
  return 0;
}

function examplesFor({ facts }: Postmortem, { catalog }: Workspace): PromptExamples {
  const day = today(catalog.settings.timezone);
  return promptExamples(catalog, { ...facts, present: [], entries: [], day });
}

function fromOptions(args: readonly string[]): { yes: boolean; dryRun: boolean } {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      from: { type: 'string' },
      yes: { type: 'boolean', short: 'y' },
      'dry-run': { type: 'boolean' },
    },
  });
  const { from: _, yes, 'dry-run': dryRun, ...others } = values;
  const [other] = Object.keys(others);
  if (other !== undefined)
    throw new UsageError(`--from takes every fact from the ticket, so --${other} can't go with it.`);
  return { yes: yes === true, dryRun: dryRun === true };
}

function openTicket({ catalog, diagnostics, documents }: Workspace, from: string): Postmortem {
  const named = from.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/$/, '');
  const id = named.replace(/^.*?postmortems\//, '').replace(/\.mdx$/, '');
  const ticket = catalog.postmortems.find((candidate) => candidate.id === id || candidate.file === named);
  const file = ticket?.file ?? [...documents.keys()].find((path) => path.endsWith(`postmortems/${id}.mdx`));
  const errors = diagnostics.filter((found) => found.file === file && found.severity === 'error');
  if (ticket !== undefined && ticket.facts.status !== 'open')
    throw new UsageError(
      `${ticket.file} is ${ticket.facts.status} already; --from takes on what is open. npm run check says what it lacks.`,
    );
  if (errors.length > 0)
    throw new UsageError(
      `${file} has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}, so what stands where can't be told for sure. Mend it first: npm run check -- ${file}`,
    );
  if (ticket !== undefined) return ticket;
  const open = catalog.postmortems
    .filter(({ facts }) => facts.status === 'open')
    .map((postmortem) => postmortem.id);
  const near = closest(
    id,
    catalog.postmortems.map((postmortem) => postmortem.id),
  );
  throw new UsageError(
    `There is no postmortem "${id}". ${
      near !== null
        ? `Did you mean ${near}?`
        : open.length === 0
          ? 'No ticket is open.'
          : `Open are: ${open.slice(0, 10).join(', ')}${open.length > 10 ? ', …' : ''}`
    }`,
  );
}

import { parseArgs } from 'node:util';
import { closest } from '../core/catalog/closest.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { readDocument } from '../core/document/read-document.ts';
import { changeStatus } from '../core/incident/change-status.ts';
import { printable } from '../core/report/printable.ts';
import { readBack } from '../core/report/read-back.ts';
import { type Status, statuses } from '../core/vocabulary.ts';
import { wordList } from '../core/word-list.ts';
import { changeFile, contentText } from '../workspace/change-file.ts';
import { today } from '../workspace/clock.ts';
import { currentWorkspace, refreshWorkspace } from '../workspace/current.ts';
import { type FoundPostmortem, findPostmortem } from '../workspace/find-postmortem.ts';
import { load, type Workspace } from '../workspace/load.ts';
import { type Project, UsageError } from '../workspace/project.ts';
import { readBackContext } from './check.ts';
import { diffText } from './diff.ts';
import { findingsIn, orRefused } from './incident-report.ts';
import type { Terminal } from './terminal.ts';

export const statusUsage = `npm run status: where an incident stands, and on to the next status.

  npm run status -- ID               where it stands, and what the next status asks
  npm run status -- ID resolved      the fire is out
  npm run status -- ID reviewed      the meeting was held; its day is today where the file names none

  ID          the file's id or path, or a part of its name that no other has: order-mails
  --dry-run   show what would change, and change nothing

What is missing for a status is listed with its line and what to write there; nothing is changed then.
Exit code 0: done, or told; 1: something is missing, nothing is changed; 2: the call can't be understood.
`;

const meanings: Record<Status, string> = {
  open: 'the fire is still burning',
  resolved: 'the fire is out, the meeting is still to come',
  reviewed: 'the meeting was held',
};

/**
 * Tells where an incident stands, or moves it on.
 *
 * @returns 0 when it is told or moved, 1 where something is missing for the status, 2 where the file can't be changed.
 * @throws UsageError where the call can't be understood.
 */
export async function statusCommand(
  project: Project,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    terminal.out(statusUsage);
    return 0;
  }
  const [id, wanted, ...more] = positionals;
  if (id === undefined) throw new UsageError('Say which incident: npm run status -- ID');
  if (more.length > 0) throw new UsageError(`One status is enough; found "${more[0]}" as well.`);
  const status = wanted === undefined ? null : statusNamed(wanted);
  return orRefused(terminal, async () => {
    const found = findPostmortem(project, id);
    return status === null
      ? tell(project, found, terminal)
      : move(project, found, status, { dryRun: values['dry-run'] }, terminal);
  });
}

function statusNamed(wanted: string): Status {
  const status = statuses.find((known) => known === wanted.toLowerCase());
  if (status !== undefined) return status;
  const near = closest(wanted, statuses);
  throw new UsageError(
    `A status is ${wordList(statuses, 'or')}; found "${wanted}".${near === null ? '' : ` Did you mean ${near}?`}`,
  );
}

async function tell(project: Project, found: FoundPostmortem, terminal: Terminal): Promise<number> {
  const { paint } = terminal;
  const text = contentText(project, found.path);
  const status = statusIn(text);
  if (status === null)
    throw new UsageError(
      `${found.file} has no status that is one. npm run check -- ${found.file} says what to write.`,
    );
  terminal.out(`${printable(found.file)} is ${paint.bold(status)}: ${meanings[status]}.`);
  const next = statuses[statuses.indexOf(status) + 1];
  const missing = await missingFor(project, found, [text, next ?? status], terminal);
  if (next === undefined) {
    if (missing.length > 0) terminal.out(listed(missing, found, terminal, 'Missing:'));
    else {
      terminal.out('Nothing is missing.');
      tellBack(currentWorkspace(project), found, terminal);
    }
    return 0;
  }
  terminal.out(
    missing.length === 0
      ? `\nNothing is missing for ${next}: npm run status -- ${found.id} ${next}`
      : `\n${listed(missing, found, terminal, `For ${next} (${meanings[next]}) it needs:`)}`,
  );
  return 0;
}

/** What stops a change; nothing is written then. */
class Missing extends Error {
  findings: readonly Diagnostic[] = [];
}

async function move(
  project: Project,
  found: FoundPostmortem,
  status: Status,
  { dryRun }: { dryRun: boolean },
  terminal: Terminal,
): Promise<number> {
  const { paint } = terminal;
  const change = async (before: string): Promise<{ text: string; from: Status | null }> => {
    const from = statusIn(before);
    const missing = await missingFor(project, found, [before, status], terminal);
    if (missing.length > 0) throw Object.assign(new Missing(), { findings: missing });
    return { text: changed(project, found, before, status).text, from };
  };
  try {
    if (dryRun) {
      const before = contentText(project, found.path);
      terminal.out(diffText(found.file, before, (await change(before)).text, paint));
      return 0;
    }
    const { from } = await changeFile(project, found.path, change);
    terminal.out(
      from === status
        ? `${printable(found.file)} is ${status} already.`
        : `${paint.green('✔')} ${printable(found.file)} is ${paint.bold(status)} now: ${meanings[status]}.`,
    );
    // What a meeting agreed on is best looked over before everybody has gone.
    if (status === 'reviewed') tellBack(refreshWorkspace(project), found, terminal);
    return 0;
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    const title = `Not ${status} yet, and nothing was changed. What is missing:`;
    terminal.error(listed(error.findings, found, terminal, title));
    if (status === 'resolved' && error.findings.some(({ rule }) => rule === 'section-missing'))
      terminal.error(`\nnpm run new -- --from ${found.id}   adds the sections, with what to write in each`);
    return 1;
  }
}

function tellBack(workspace: Workspace, { file }: FoundPostmortem, { out, paint }: Terminal): void {
  const postmortem = workspace.catalog.postmortems.find((candidate) => candidate.file === file);
  if (postmortem !== undefined) out(`\n${readBack(postmortem, readBackContext(workspace), paint)}`);
}

/** Everything that `check` would refuse in the file with a status, at its line in the file as it is. */
async function missingFor(
  project: Project,
  found: FoundPostmortem,
  [before, status]: readonly [text: string, status: Status],
  terminal: Terminal,
): Promise<Diagnostic[]> {
  const { text, addedLine } = changed(project, found, before, status);
  const draft = load(project, undefined, new Map([[`postmortems/${found.id}.mdx`, text]]));
  const findings = await findingsIn(draft, found.file, terminal);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) =>
      addedLine !== null && finding.line >= addedLine ? { ...finding, line: finding.line - 1 } : finding,
    );
}

function changed(
  project: Project,
  { file }: FoundPostmortem,
  before: string,
  status: Status,
): { text: string; addedLine: number | null } {
  const { timezone } = currentWorkspace(project).catalog.settings;
  const result = changeStatus(before, readDocument(before), status, today(timezone));
  if (result !== null) return result;
  throw new UsageError(
    `${file} does not say its status on a line like "status: open". Change it in your editor; npm run check -- ${file} names what is missing.`,
  );
}

function statusIn(text: string): Status | null {
  const status = readDocument(text).frontMatter?.['status'];
  return statuses.find((known) => known === status) ?? null;
}

function listed(
  findings: readonly Diagnostic[],
  { file }: FoundPostmortem,
  { paint }: Terminal,
  title: string,
): string {
  const lines = findings.flatMap(({ line, column, message, hint }) => [
    `  ${paint.cyan(`${printable(file)}:${line}:${column}`)}  ${printable(message)}`,
    ...(hint === undefined ? [] : [`      ${printable(hint)}`]),
  ]);
  return [paint.bold(title), ...lines].join('\n');
}

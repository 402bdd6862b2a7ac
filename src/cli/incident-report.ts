import type { Diagnostic } from '../core/diagnostic.ts';
import { refreshWorkspace } from '../workspace/current.ts';
import type { FoundPostmortem } from '../workspace/find-postmortem.ts';
import type { Workspace } from '../workspace/load.ts';
import { type Project, UsageError } from '../workspace/project.ts';
import { everyFinding, reportText } from './check.ts';
import type { Terminal } from './terminal.ts';

/** What `check` finds in one file. */
export async function findingsIn(
  workspace: Workspace,
  file: string,
  terminal: Terminal,
): Promise<Diagnostic[]> {
  const only = <Value>(all: ReadonlyMap<string, Value>): Map<string, Value> =>
    new Map([...all].filter(([name]) => name === file));
  const narrow = { ...workspace, texts: only(workspace.texts), documents: only(workspace.documents) };
  return (await everyFinding(narrow, terminal)).filter((found) => found.file === file);
}

/** Says what `check` would say of a file that was just written, advice aside; nothing where all is well. */
export async function tellFindings(
  project: Project,
  { file }: FoundPostmortem,
  terminal: Terminal,
): Promise<void> {
  const workspace = refreshWorkspace(project);
  const found = await findingsIn(workspace, file, terminal);
  const findings = found.filter(({ severity }) => severity !== 'advice');
  if (findings.length === 0) return;
  terminal.error(
    `\nIt is written. What check says of the file:\n\n${reportText('pretty', workspace, findings, 1, terminal, 'warning')}`,
  );
}

/** What a command answers; where it is refused by what it finds, the reason alone, since the call was a good one. */
export async function orRefused(terminal: Terminal, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.error(error.message);
    return 2;
  }
}

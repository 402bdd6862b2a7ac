import { byPlace, type Diagnostic } from '../core/diagnostic.ts';
import { report } from '../core/report/report.ts';
import { checkSecrets } from '../render/secrets/check-secrets.ts';
import { refreshWorkspace } from '../workspace/current.ts';
import type { FoundPostmortem } from '../workspace/find-postmortem.ts';
import type { Workspace } from '../workspace/load.ts';
import { type Project, UsageError } from '../workspace/project.ts';
import type { Terminal } from './terminal.ts';

/** What is wrong with one file, secrets in it included. Diagrams are for `check`. */
export async function findingsIn(workspace: Workspace, file: string): Promise<Diagnostic[]> {
  const only = <Value>(all: ReadonlyMap<string, Value>): Map<string, Value> =>
    new Map([...all].filter(([name]) => name === file));
  const secrets = await checkSecrets({ texts: only(workspace.texts), documents: only(workspace.documents) });
  return [...workspace.diagnostics.filter((found) => found.file === file), ...secrets].sort(byPlace);
}

/** Says what `check` would say of a file that was just written; nothing where all is well. */
export async function tellFindings(
  project: Project,
  { file }: FoundPostmortem,
  terminal: Terminal,
): Promise<void> {
  const workspace = refreshWorkspace(project);
  const diagnostics = (await findingsIn(workspace, file)).filter(({ severity }) => severity !== 'advice');
  if (diagnostics.length === 0) return;
  terminal.error(
    `\nIt is written. What check says of the file:\n\n${report('pretty', { diagnostics, fileCount: 1, textOf: workspace.textOf, paint: terminal.paint })}`,
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

import { resolve } from 'node:path';
import { printable } from '../core/report/printable.ts';
import { currentWorkspace, refreshWorkspace } from '../workspace/current.ts';
import { type FixedFile, fixContent } from '../workspace/fix.ts';
import type { Project } from '../workspace/project.ts';
import { replaceFile } from '../workspace/replace-file.ts';
import { type CheckOptions, checkCommand, formatNamed, wantedFiles } from './check.ts';
import { diffText } from './diff.ts';
import type { Terminal } from './terminal.ts';

/**
 * Fixes what has one right answer, then checks what is left. A dry run shows what would change and writes nothing.
 *
 * @returns 0 without errors, 1 with errors; of a dry run 0 where nothing would change, 1 where something would.
 * @throws UsageError as `checkCommand` does.
 */
export async function fixCommand(
  project: Project,
  options: CheckOptions & { dryRun: boolean },
  terminal: Terminal,
): Promise<number> {
  formatNamed(options.format);
  const files = fixContent(project, wantedFiles(currentWorkspace(project), options.files));
  if (options.dryRun) {
    for (const file of files) terminal.out(diffText(file.file, file.before, file.after, terminal.paint));
    terminal.error(files.length === 0 ? 'Nothing to fix.' : `Would fix ${sum(files)}.`);
    return files.length === 0 ? 0 : 1;
  }
  const written = files.filter(({ file, before, after }) => {
    const result = replaceFile(resolve(project.root, file), before, after);
    if (result.kind === 'kept') terminal.error(`${printable(file)} was left as it is: ${result.why}.`);
    return result.kind === 'written';
  });
  terminal.error(written.length === 0 ? 'Nothing was fixed.' : `Fixed ${sum(written)}.`);
  refreshWorkspace(project);
  return checkCommand(project, { ...options, isFixed: true }, terminal);
}

function sum(files: readonly FixedFile[]): string {
  const fixes = files.reduce((total, { fixed }) => total + fixed.length, 0);
  return `${fixes} ${fixes === 1 ? 'problem' : 'problems'} in ${files.length} ${files.length === 1 ? 'file' : 'files'}`;
}

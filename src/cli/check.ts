import { join, resolve } from 'node:path';
import process from 'node:process';
import { byPlace, type Diagnostic, type Severity } from '../core/diagnostic.ts';
import type { Postmortem } from '../core/postmortem/postmortem.ts';
import { type ReadBackContext, readBack } from '../core/report/read-back.ts';
import { type Format, formats, report, withoutFix } from '../core/report/report.ts';
import { whereExplained } from '../core/rules/rule-address.ts';
import { applyRuleSettings } from '../core/rules.ts';
import { checkFences } from '../render/mermaid/check-fences.ts';
import { createMermaid } from '../render/mermaid/index.ts';
import { checkSecrets } from '../render/secrets/check-secrets.ts';
import { today } from '../workspace/clock.ts';
import { currentWorkspace } from '../workspace/current.ts';
import type { Workspace } from '../workspace/load.ts';
import { cacheFolder, displayPath, type Project, UsageError } from '../workspace/project.ts';
import type { Terminal } from './terminal.ts';

export interface CheckOptions {
  format: string;
  /** Paths from the working directory or the project's root; empty means everything. */
  files: readonly string[];
}

/**
 * Checks the content and prints what it finds.
 *
 * @returns 0 without errors, 1 with errors.
 * @throws UsageError for an unknown format, an unknown file or a missing content folder.
 */
export async function checkCommand(
  project: Project,
  options: CheckOptions & {
    /** Fixes that were refused are not to be offered again. */
    isFixed?: boolean;
  },
  terminal: Terminal,
): Promise<number> {
  const format = formatNamed(options.format);
  const workspace = currentWorkspace(project);
  const all = await everyFinding(workspace, terminal);
  const wanted = wantedFiles(workspace, options.files);
  const diagnostics = all
    .filter(({ file }) => wanted?.has(file) ?? true)
    .map((diagnostic) => (options.isFixed ? withoutFix(diagnostic) : diagnostic));
  const text = reportText(
    format,
    workspace,
    diagnostics,
    wanted?.size ?? workspace.fileCount,
    terminal,
    'advice',
  );
  if (text !== '') terminal.out(text);
  const [file, ...others] = wanted ?? [];
  if (format === 'pretty' && file !== undefined && others.length === 0) {
    const postmortem = flawless(workspace, diagnostics, file);
    if (postmortem !== null)
      terminal.out(`\n${readBack(postmortem, readBackContext(workspace), terminal.paint)}`);
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** What a postmortem of the content is read back with. */
export function readBackContext({ catalog: { people, settings } }: Workspace): ReadBackContext {
  return { people, today: today(settings.timezone) };
}

/** The postmortem in a file that has no errors; null where there is none. */
export function flawless(
  { catalog }: Workspace,
  diagnostics: readonly Diagnostic[],
  file: string,
): Postmortem | null {
  const hasErrors = diagnostics.some((found) => found.file === file && found.severity === 'error');
  return hasErrors ? null : (catalog.postmortems.find((candidate) => candidate.file === file) ?? null);
}

/** @throws UsageError where there is no such format. */
export function formatNamed(wanted: string): Format {
  const format = formats.find((name) => name === wanted);
  if (format === undefined)
    throw new UsageError(`There is no format "${wanted}". Choose one of ${formats.join(', ')}.`);
  return format;
}

/**
 * Files that were named, as reports show them; null where none were, which means all.
 *
 * @throws UsageError where one is not in the content.
 */
export function wantedFiles(workspace: Workspace, files: readonly string[]): ReadonlySet<string> | null {
  return files.length === 0 ? null : new Set(files.map((file) => known(workspace, file)));
}

/** Everything that is wrong with the content: also the authors' diagrams, and secrets. */
export async function everyFinding(workspace: Workspace, terminal: Terminal): Promise<Diagnostic[]> {
  const mermaid = createMermaid({
    cacheDirectory: cacheFolder(workspace.project, 'mermaid'),
    onProgress: ({ done, total }) => terminal.progress(`Drawing diagrams: ${done} of ${total}`),
  });
  const fences = await checkFences(workspace.documents, workspace.catalog.settings, mermaid);
  await mermaid.close();
  terminal.progress(null);
  const secrets = applyRuleSettings(await checkSecrets(workspace), workspace.catalog.settings.rules);
  return [...workspace.diagnostics, ...fences, ...secrets].sort(byPlace);
}

/** The report of some findings in a format; `pretty` only counts those that are lighter than `least`. */
export function reportText(
  format: Format,
  workspace: Workspace,
  diagnostics: readonly Diagnostic[],
  fileCount: number,
  terminal: Terminal,
  least: Severity,
): string {
  return report(format, {
    diagnostics,
    fileCount,
    textOf: workspace.textOf,
    explained: (rule) => whereExplained(rule, workspace.project),
    paint: terminal.paint,
    least,
  });
}

function known(workspace: Workspace, file: string): string {
  const { project } = workspace;
  const candidates = [resolve(process.env.INIT_CWD ?? process.cwd(), file), join(project.root, file)];
  for (const candidate of candidates) {
    const shown = displayPath(project, candidate);
    if (
      workspace.textOf(shown) !== null ||
      workspace.diagnostics.some((diagnostic) => diagnostic.file === shown)
    )
      return shown;
  }
  throw new UsageError(`${file} is not among the files in ${displayPath(project, project.content)}/.`);
}

import type { Diagnostic } from '../core/diagnostic.ts';
import type { Postmortem } from '../core/postmortem/postmortem.ts';
import { count } from '../core/report/pretty.ts';
import { printable } from '../core/report/printable.ts';
import { readBack, readBackLine } from '../core/report/read-back.ts';
import { type Format, jsonLine } from '../core/report/report.ts';
import { refreshWorkspace } from '../workspace/current.ts';
import type { Workspace } from '../workspace/load.ts';
import { displayPath, type Project, UsageError } from '../workspace/project.ts';
import { isReadAlong, onReadAlong } from '../workspace/reading-along.ts';
import { watchContent } from '../workspace/watch.ts';
import { declineTyping } from './busy-terminal.ts';
import {
  type CheckOptions,
  flawless,
  formatNamed,
  readBackContext,
  reportText,
  wantedFiles,
} from './check.ts';
import { createFindings } from './language-server/findings.ts';
import type { Terminal } from './terminal.ts';

/**
 * Checks the content, and again whenever something in it is saved, until it is told to stop.
 *
 * @returns 0: that it was stopped is how it ends.
 * @throws UsageError as `checkCommand` does, but only at its start; later on it says so and waits.
 */
export async function watchCommand(
  project: Project,
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const format = formatNamed(options.format);
  const first = wantedFiles(refreshWorkspace(project), options.files);
  const findings = createFindings(project);
  const voice = voiceIn(format, project, terminal);
  let stopped = false;
  let wake = (): void => {};
  let changed = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const isEditor = format === 'editor';
  const forget = isEditor ? declineTyping(terminal) : () => {};
  const watch = await watchContent(project, () => wake(), terminal.error);
  // One of the two tells VS Code: the language server, where there is one.
  const unlisten = isEditor ? onReadAlong(project, () => wake()) : () => {};
  const ending = terminal.stopped().then(() => {
    stopped = true;
    wake();
  });
  let before: Workspace | null = null;
  let [saved] = first?.size === 1 ? first : [];
  while (!stopped) {
    changed = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const start = performance.now();
    voice.begin();
    try {
      const workspace = refreshWorkspace(project);
      // What is saved while diagrams are drawn makes this run old before it is told of.
      const isNews = await Promise.race([
        findings.complete(workspace).then(() => true),
        changed.then(() => false),
      ]);
      if (!isNews) continue;
      const wanted = wantedFiles(workspace, options.files);
      saved = lastSaved(before, workspace) ?? saved;
      before = workspace;
      const isToldAlready = isEditor && isReadAlong(project);
      if (isToldAlready) terminal.error('The language server tells what there is to mend.');
      const diagnostics = isToldAlready
        ? []
        : findings.now(workspace).filter(({ file }) => wanted?.has(file) ?? true);
      voice.tell({
        workspace,
        diagnostics,
        saved: isToldAlready || saved === undefined ? null : flawless(workspace, diagnostics, saved),
        fileCount: wanted?.size ?? workspace.fileCount,
        milliseconds: performance.now() - start,
      });
    } catch (error) {
      voice.fail(
        error instanceof UsageError || !(error instanceof Error)
          ? String(error instanceof Error ? error.message : error)
          : (error.stack ?? error.message),
      );
    }
    await changed;
  }
  forget();
  unlisten();
  await Promise.all([ending, watch.close(), findings.close()]);
  return 0;
}

interface Run {
  workspace: Workspace;
  diagnostics: readonly Diagnostic[];
  /** The postmortem that was saved last, where it has no errors. */
  saved: Postmortem | null;
  fileCount: number;
  milliseconds: number;
}

/** The file that has changed; undefined where none has, or more than one, as where a branch was changed. */
function lastSaved(before: Workspace | null, { documents }: Workspace): string | undefined {
  if (before === null) return undefined;
  const [file, ...others] = [...documents.keys()].filter(
    (path) => documents.get(path) !== before.documents.get(path),
  );
  return others.length === 0 ? file : undefined;
}

/** How runs are told. Lines that begin and end a run go to the other stream where a program reads the findings. */
interface Voice {
  begin(): void;
  tell(run: Run): void;
  /** Why there is no report this time. */
  fail(message: string): void;
}

function voiceIn(format: Format, project: Project, terminal: Terminal): Voice {
  const { paint } = terminal;
  const folder = `${displayPath(project, project.content)}/`;
  switch (format) {
    case 'pretty':
      return {
        begin: () => {},
        tell({ workspace, diagnostics, saved, fileCount, milliseconds }) {
          terminal.clear();
          terminal.out(reportText(format, workspace, diagnostics, fileCount, terminal, 'advice'));
          if (saved !== null) terminal.out(`\n${readBack(saved, readBackContext(workspace), paint)}`);
          const took = `Checked at ${clock()} in ${Math.round(milliseconds)} ms.`;
          terminal.out(`\n${paint.dim(`${took} Waiting for a save in ${printable(folder)} (Ctrl+C stops)`)}`);
        },
        fail(message) {
          terminal.clear();
          terminal.out(
            `${paint.red(message)}\n\n${paint.dim(`Waiting for a change at ${printable(folder)} (Ctrl+C stops)`)}`,
          );
        },
      };
    case 'json':
      return {
        begin: () => {},
        tell: ({ diagnostics }) => terminal.out(jsonLine(diagnostics)),
        fail: (message) => terminal.error(message),
      };
    case 'unix':
    case 'editor':
    case 'github':
      return {
        begin: () => terminal.error('fire-marshal: checking…'),
        tell({ workspace, diagnostics, saved, fileCount }) {
          const told =
            format === 'editor' && saved !== null ? [asAdvice(saved), ...diagnostics] : diagnostics;
          const text = reportText(format, workspace, told, fileCount, terminal, 'advice');
          if (text !== '') terminal.out(text);
          const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
          terminal.error(
            `fire-marshal: ${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`,
          );
        },
        fail(message) {
          terminal.error(message);
          terminal.error('fire-marshal: not checked');
        },
      };
  }
}

/** A postmortem read back, where an editor lists what is to be mended: at its status, which it explains. */
function asAdvice(postmortem: Postmortem): Diagnostic {
  const { file, document } = postmortem;
  return {
    file,
    ...document.frontMatterPlace(['status']),
    severity: 'advice',
    rule: 'read-back',
    message: readBackLine(postmortem),
  };
}

function clock(): string {
  return new Date().toTimeString().slice(0, 8);
}

import { join } from 'node:path';
import {
  type Draft,
  type DraftContext,
  type DraftProblem,
  draftFacts,
  draftProblems,
  statusOf,
} from '../core/skeleton/draft.ts';
import { freeId, titleSlug } from '../core/skeleton/file-name.ts';
import { entryLines, type ListEntry, type ListFile, withEntry } from '../core/skeleton/list-entry.ts';
import { skeletonText } from '../core/skeleton/skeleton.ts';
import { currentInstant } from '../workspace/clock.ts';
import { currentWorkspace, refreshWorkspace } from '../workspace/current.ts';
import type { Workspace } from '../workspace/load.ts';
import { displayPath, type Project, UsageError } from '../workspace/project.ts';
import { textOrNull } from '../workspace/text-or-null.ts';
import { assertWritable, createFile, writeOver } from '../workspace/write-files.ts';
import { continueCommand } from './new-from.ts';
import { type NewOptions, newOptions, newUsage } from './new-options.ts';
import { nextSteps, wrote } from './new-report.ts';
import type { Terminal } from './terminal.ts';

const flags: Partial<Record<keyof Draft, string>> = {
  systems: '--system',
  raisedBy: '--raised-by',
  reviewedOn: '--reviewed-on',
  entries: '--add-system, --add-person',
};

/**
 * Begins the file of an incident.
 *
 * @returns 0 when it is written.
 * @throws UsageError where the call can't be understood; nothing is written then.
 */
export async function newCommand(
  project: Project,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const options = newOptions(args);
  if (options.help) {
    terminal.out(newUsage);
    return 0;
  }
  if (options.from !== null) return continueCommand(project, args, options.from, terminal);
  const workspace = currentWorkspace(project);
  const context: DraftContext = { catalog: workspace.catalog, now: currentInstant() };
  const draft = await completeDraft(options, context, terminal);
  const { facts, date, examples } = draftFacts(draft, context);
  const text = skeletonText(facts, {
    severities: context.catalog.settings.severities,
    hasSystems: context.catalog.systems.length > 0,
    examples,
  });
  const lists = grownLists(workspace, draft.entries);
  const wanted = draft.id ?? `${date}-${titleSlug(facts.title) ?? 'incident'}`;
  const pathOf = (id: string): string => join(project.content, 'postmortems', `${id}.mdx`);
  const files = new Set([...workspace.documents.keys()].map((file) => file.toLowerCase()));
  const taken = (id: string): boolean => files.has(displayPath(project, pathOf(id)).toLowerCase());
  if (draft.id !== null && taken(draft.id)) throw takenId(project, pathOf(draft.id));
  let id = freeId(wanted, taken);

  if (options.dryRun) {
    for (const entry of draft.entries) terminal.out(`# ${entry.file}\n${entryLines(entry)}`);
    terminal.out(`# ${displayPath(project, pathOf(id))}\n${text}`);
    return 0;
  }
  assertWritable(project, pathOf(id));
  for (const { path, before, grown } of lists) writeOver(project, path, before, grown);
  while (!createFile(pathOf(id), text)) {
    if (draft.id !== null) throw takenId(project, pathOf(id));
    files.add(displayPath(project, pathOf(id)).toLowerCase());
    id = freeId(wanted, taken);
  }
  for (const { path } of lists) terminal.out(wrote(project, path, terminal));
  terminal.out(`${wrote(project, pathOf(id), terminal)}\n`);
  terminal.out(nextSteps(refreshWorkspace(project), displayPath(project, pathOf(id)), terminal));
  return 0;
}

/** Everything the file needs to know: from the flags, from the person, from the pipe. */
async function completeDraft(options: NewOptions, context: DraftContext, terminal: Terminal): Promise<Draft> {
  const { title, severity, status, when, detected, mitigated, resolved } = options;
  const { reviewedOn, systems, raisedBy, triage, facilitator, timezone, id } = options;
  const piped = options.request === '-' ? await terminal.piped() : null;
  const draft: Draft = {
    ...{
      title,
      severity,
      status,
      when,
      detected,
      mitigated,
      resolved,
      reviewedOn,
      systems,
      raisedBy,
      triage,
      facilitator,
      timezone,
    },
    present: [],
    request: piped ?? options.request,
    id: id?.replace(/\.mdx$/, '') ?? null,
    entries: [
      ...options.addSystems.map((entry) => namedEntry('systems.yaml', entry)),
      ...options.addPeople.map((entry) => namedEntry('people.yaml', entry)),
    ],
  };
  refuse(draftProblems(draft, context));
  if (terminal.keyboard !== null && !options.yes && piped === null) {
    const { askDraft } = await import('./new-questions.ts');
    return askDraft(draft, context, terminal.keyboard);
  }
  const titled =
    draft.title === null && draft.severity !== null ? await titledByPipe(draft, terminal, piped) : draft;
  const missing = [
    ...(titled.title === null ? ['--title "What people call it"'] : []),
    ...(titled.severity === null ? [`--severity ${context.catalog.settings.severities[0]?.level ?? 1}`] : []),
    ...(statusOf(titled) !== 'open' && titled.when === null ? ['--when "2026-11-21 14:10"'] : []),
  ];
  if (missing.length > 0)
    throw new UsageError(
      `Nobody is here to be asked, so please say it on the command line: ${missing.join(' ')}`,
    );
  refuse(draftProblems(titled, context));
  return titled;
}

/** The first line that is piped in is the title, as in a commit message; what follows is the report, word for word. */
async function titledByPipe(draft: Draft, terminal: Terminal, piped: string | null): Promise<Draft> {
  const text = (piped ?? (await terminal.piped())).replace(/^\ufeff/, '').trim();
  const [first = '', ...rest] = text.split(/\r\n?|\n/);
  if (first.trim() === '') return draft;
  const body = rest.join('\n').trim();
  return { ...draft, title: first.trim(), request: draft.request ?? (body === '' ? null : text) };
}

function refuse(problems: readonly DraftProblem[]): void {
  if (problems.length === 0) return;
  throw new UsageError(
    problems.map(({ field, message }) => `${flags[field] ?? `--${field}`}: ${message}`).join('\n'),
  );
}

/** `fax-gateway: Fax gateway` */
function namedEntry(file: ListFile, text: string): ListEntry {
  const [, id, name] = /^\s*@?([^:]+?)\s*:\s*(.+?)\s*$/.exec(text) ?? [];
  if (id === undefined || name === undefined)
    throw new UsageError(
      file === 'systems.yaml'
        ? `--add-system is an id and a name; found "${text}". Write it like --add-system "fax-gateway: Fax gateway"`
        : `--add-person is a handle and a name; found "${text}". Write it like --add-person "ana: Ana Ribeiro"`,
    );
  return { file, id, name, team: null };
}

/** The texts of `systems.yaml` and `people.yaml` with the new entries at their ends. */
function grownLists(
  workspace: Workspace,
  entries: readonly ListEntry[],
): { path: string; before: string | null; grown: string }[] {
  const { project, catalog } = workspace;
  return (['systems.yaml', 'people.yaml'] as const).flatMap((file) => {
    const added = entries.filter((entry) => entry.file === file);
    if (added.length === 0) return [];
    const path = join(project.content, file);
    const before = textOrNull(path);
    if (file === 'people.yaml' && before === null && catalog.postmortems.length > 0)
      throw new UsageError(
        'There is no people.yaml yet, so handles are not checked, and nobody needs to be added. Once there is one, it has to name everybody.',
      );
    let grown = before;
    for (const entry of added) {
      grown = withEntry(grown, entry);
      if (grown === null)
        throw new UsageError(
          `${displayPath(project, path)} has mistakes or a shape of its own, so nothing is added to it. Add it yourself:\n\n${entryLines(entry, '  ')}`,
        );
    }
    return grown === null ? [] : [{ path, before, grown }];
  });
}

function takenId(project: Project, path: string): UsageError {
  return new UsageError(
    `${displayPath(project, path)} is there already, and nothing is ever overwritten. Choose another --id, or leave it out.`,
  );
}

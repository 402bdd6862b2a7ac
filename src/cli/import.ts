import { join, posix } from 'node:path';
import process from 'node:process';
import type { ImportContext, Imported } from '../core/import/imported.ts';
import { withFingerprint } from '../core/import/remembered.ts';
import { writeImported } from '../core/import/write/write-imported.ts';
import { freeId } from '../core/skeleton/file-name.ts';
import { currentWorkspace, refreshWorkspace } from '../workspace/current.ts';
import { type Companion, linkedFile, writeWithCompanions } from '../workspace/import-files.ts';
import { emptyMemory, load, type Workspace } from '../workspace/load.ts';
import { displayPath, type Project, UsageError } from '../workspace/project.ts';
import { assertWritable } from '../workspace/write-files.ts';
import { everyFinding } from './check.ts';
import { importActions } from './import-actions.ts';
import { type ImportOptions, importOptions, importUsage } from './import-options.ts';
import { contentsOf, isTakenIn, type Outcome, outcome, placedNotes } from './import-outcome.ts';
import { importJson, importText } from './import-report.ts';
import { type ReadSourceResult, readSources } from './import-sources.ts';
import { type KnownImports, knownImports } from './known-imports.ts';
import type { Terminal } from './terminal.ts';

/**
 * Takes somebody else's incident reports in.
 *
 * @returns 0 when every source was taken in or was there already, 1 when one was not.
 * @throws UsageError where the call can't be understood; nothing is written then.
 */
export async function importCommand(
  project: Project,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(importUsage);
    return 0;
  }
  const workspace = currentWorkspace(project);
  const { settings } = workspace.catalog;
  const options = importOptions(
    args,
    settings.severities.map(({ level }) => level),
  );
  const folder = process.env.INIT_CWD ?? process.cwd();
  const run: Run = {
    project,
    options,
    workspace,
    known: knownImports(workspace),
    siblings: new Map(),
    results: new Map(),
  };
  const { sources, passedOver } = await readSources(options, contextOf(run), folder, terminal);
  for (const source of sources)
    if (source.result === 'read' && source.file !== null) run.siblings.set(source.file.path, source);
  const outcomes = sources.flatMap((source) => {
    if (source.result === 'refused') {
      const { name, kind, message, hint, place } = source;
      return [outcome(name, kind, 'refused', { message, hint, place })];
    }
    if (source.actions !== null)
      return [importActions(project, source, source.actions, options, contextOf(run))];
    return source.incidents.map((imported, index) => importIncident(source, imported, index, run));
  });
  await checkResults(run, outcomes, terminal);
  const result = { outcomes, passedOver, options };
  if (options.format === 'json') terminal.out(importJson(result));
  else terminal.out(importText(result, terminal.paint));
  return outcomes.every(isTakenIn) && outcomes.length > 0 ? 0 : 1;
}

/** What one call of the command knows. */
interface Run {
  project: Project;
  options: ImportOptions;
  workspace: Workspace;
  known: KnownImports;
  /** The sources of this call by their absolute paths: reports link to one another. */
  siblings: Map<string, ReadSourceResult>;
  /** What was written or would be: texts by path below the content folder. */
  results: Map<string, string>;
}

function contextOf({ options, workspace }: Run): ImportContext {
  const { status, severity, zone, date, dateOrder } = options;
  return {
    catalog: workspace.catalog,
    taken: () => false,
    given: { status, severity, timezone: zone, date, dateOrder },
    fileOf: () => null,
  };
}

function importIncident(source: ReadSourceResult, imported: Imported, index: number, run: Run): Outcome {
  const { project, known, options, results } = run;
  const print = index === 0 ? source.fingerprint : `${source.fingerprint}.${index + 1}`;
  const name = imported.source;
  const there = known.byFingerprint(print);
  if (there !== null)
    return outcome(name, source.kind, 'there', { file: there, message: 'It was taken in before.' });
  // The day and the title make the name, whatever the links lead to.
  const wanted = writeImported(imported, contextOf(run)).path;
  const occupant = known.at(wanted);
  if (occupant !== null && !occupant.isOther(name))
    return outcome(name, source.kind, 'there', {
      file: occupant.file,
      message: occupant.isEarlier
        ? 'An earlier version of this source was taken in before. Delete the file to take it in anew.'
        : 'A postmortem of that day and title is there, and nothing is overwritten. Give one of them another title if they are two incidents.',
    });
  for (;;) {
    const companions = new Map<string, Companion>();
    const context: ImportContext = {
      ...contextOf(run),
      taken: (id) => known.at(`postmortems/${id}.mdx`) !== null,
    };
    const id = freeId(wanted.slice('postmortems/'.length, -'.mdx'.length), context.taken);
    const written = writeImported(imported, {
      ...context,
      fileOf: (target) => companionOf(run, source, id, target, companions),
    });
    const text = withFingerprint(written.text, print);
    const file = join(project.content, written.path);
    const { report } = written;
    const more: Partial<Outcome> = {
      ...contentsOf(imported),
      file: displayPath(project, file),
      copied: [...companions.values()].map(({ to }) => displayPath(project, to)),
      placements: report.placements,
      notes: placedNotes(report.notes, report.placements),
    };
    try {
      if (!options.dryRun) {
        assertWritable(project, file);
        if (!writeWithCompanions(project, file, text, [...companions.values()])) {
          // Somebody else was faster: perhaps another import of the same source.
          const now = known.look(written.path);
          if (now?.fingerprint === print)
            return outcome(name, source.kind, 'there', {
              file: now.file,
              message: 'It was taken in just now.',
            });
          continue;
        }
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return outcome(name, source.kind, 'refused', { message: error.message });
    }
    known.add(written.path, name, print);
    results.set(written.path, text);
    for (const { to } of companions.values()) results.set(posix.normalize(contentPath(project, to)), '');
    return outcome(name, source.kind, options.dryRun ? 'would-be-written' : 'written', {
      ...more,
      message: source.remark,
      text: options.dryRun ? text : null,
    });
  }
}

/** Where a file that a source shows will lie: in a folder beside the postmortem with the same name. */
function companionOf(
  run: Run,
  source: ReadSourceResult,
  id: string,
  target: string,
  companions: Map<string, Companion>,
): string | null {
  if (source.file === null) return null;
  const from = linkedFile(source.file, target);
  if (from === null) return null;
  const suffix = /[?#].*$/.exec(target)?.[0] ?? '';
  const sibling = siblingOf(run, from);
  // The anchors of a source are not those of its result.
  if (sibling !== null) return `./${posix.relative(posix.dirname(id), sibling)}`;
  const { project } = run;
  const folder = id.split('/').at(-1) ?? id;
  const known = companions.get(from);
  const taken = new Set([...companions.values()].map(({ to }) => to.toLowerCase()));
  const [, stem = '', ending = ''] =
    /^(.*?)(\.[^.]*)?$/.exec(safeName(from.split(/[\\/]/).at(-1) ?? '')) ?? [];
  const pathOf = (name: string): string => join(project.content, 'postmortems', id, name);
  let name = `${stem}${ending}`;
  for (let number = 2; taken.has(pathOf(name).toLowerCase()); number += 1)
    name = `${stem}-${number}${ending}`;
  const to = known?.to ?? pathOf(name);
  companions.set(from, { from, to });
  return `./${folder}/${to.split(/[\\/]/).at(-1)}${suffix}`;
}

/** Where another source of this call is or will be, below `postmortems/`. */
function siblingOf(run: Run, from: string): string | null {
  const source = run.siblings.get(from);
  const [only, another] = source?.incidents ?? [];
  if (source === undefined || only === undefined || another !== undefined) return null;
  const there = run.known.byFingerprint(source.fingerprint);
  const path = there ?? writeImported(only, contextOf(run)).path;
  return path.replace(/^.*?postmortems\//, '');
}

/** Letters that stand in an address and in a Markdown link as they are; Markdown itself must not look like a page. */
function safeName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[.-]+/, '');
  return (plain === '' ? 'file' : plain).replace(/\.(mdx?|markdown|ya?ml)$/i, '.$1.txt');
}

/** What `check` says of the new files, in the outcome of each. */
async function checkResults(run: Run, outcomes: readonly Outcome[], terminal: Terminal): Promise<void> {
  const { project, options, results } = run;
  const fresh = new Set(
    outcomes.flatMap(({ file, result }) => (/written/.test(result) && file !== null ? [file] : [])),
  );
  if (fresh.size === 0) return;
  const workspace = options.dryRun ? load(project, emptyMemory(), results) : refreshWorkspace(project);
  const documents = new Map([...workspace.documents].filter(([file]) => fresh.has(file)));
  const texts = new Map([...workspace.texts].filter(([file]) => fresh.has(file)));
  const found = (await everyFinding({ ...workspace, documents, texts }, terminal)).filter(({ file }) =>
    fresh.has(file),
  );
  const byFile = Map.groupBy(found, ({ file }): string => file);
  for (const each of outcomes) {
    if (each.file === null || !fresh.has(each.file)) continue;
    each.problems = byFile.get(each.file) ?? [];
    const postmortem = workspace.catalog.postmortems.find(({ file }) => file === each.file);
    if (postmortem === undefined) continue;
    const { status, severity, systems } = postmortem.facts;
    each.facts = { status, severity, systems, date: postmortem.date };
  }
}

function contentPath({ content }: Project, path: string): string {
  return path.slice(content.length + 1).replaceAll('\\', '/');
}

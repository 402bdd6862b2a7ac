import { relative, resolve, sep } from 'node:path';
import type { Diagnostic, Fix } from '../core/diagnostic.ts';
import { applyFixes } from '../core/fix/apply-fixes.ts';
import { emptyMemory, load, type Workspace } from './load.ts';
import type { Project } from './project.ts';

/** What fixing makes of a file. */
export interface FixedFile {
  /** As reports show it. */
  file: string;
  before: string;
  after: string;
  /** What was fixed, in the order it was done. */
  fixed: Diagnostic[];
}

/**
 * Works out what the content would be with every problem fixed that has one right answer. Writes nothing. A fix is left
 * out where its problem would stay or another error would come of it.
 *
 * @param wanted Files as reports show them; null means all.
 * @throws UsageError where the content folder is missing.
 */
export function fixContent(project: Project, wanted: ReadonlySet<string> | null): FixedFile[] {
  const memory = emptyMemory();
  const refused = new Set<string>();
  const files = new Map<string, FixedFile>();
  let drafts: ReadonlyMap<string, string> = new Map();
  let workspace = load(project, memory);

  const tryOut = (from: State, fixes: readonly Fixable[]): State => {
    const { texts, applied } = applyAll(from.workspace, fixes);
    const tried = new Map(from.drafts);
    for (const [file, text] of texts) tried.set(contentPath(project, file), text);
    return { drafts: tried, workspace: load(project, memory, tried), applied: [...from.applied, ...applied] };
  };
  const accept = (trial: State): true => {
    remember(files, workspace, trial);
    ({ drafts, workspace } = trial);
    return true;
  };

  /** Applies what can be applied at once; where that does harm, parts it until the harm is found. */
  const attempt = (candidates: readonly Fixable[]): boolean => {
    const trial = tryOut({ drafts, workspace, applied: [] }, candidates);
    const { applied } = trial;
    const harmed = harmedFiles(workspace, trial.workspace, applied);
    if (harmed.size === 0) return applied.length > 0 && accept(trial);
    const byFile = [...Map.groupBy(applied, ({ file }) => file)];
    const isHarmed = ([file]: readonly [string, unknown]): boolean => harmed.has(file);
    const sound = byFile.filter((entry) => !isHarmed(entry)).flatMap(([, fixes]) => fixes);
    // Harm is most often in the file that was fixed, so files go their own ways first.
    if (byFile.length > 1 && sound.length < applied.length)
      return [sound, ...byFile.filter(isHarmed).map(([, fixes]) => fixes)]
        .map((fixes) => fixes.length > 0 && attempt(fixes))
        .includes(true);
    const [only] = applied;
    if (applied.length === 1 && only) return attemptWithNext(trial) || !refused.add(nameOf(only));
    const half = applied.length >> 1;
    // After the first half has changed a file, the places of the second are the next pass's matter.
    return attempt(applied.slice(0, half)) || attempt(applied.slice(half));
  };

  /** `- [] Page @Ana due: 2018-06-01` is a task with two slips once it is a task: a fix may need the next ones. */
  const attemptWithNext = (first: State): boolean => {
    const known = new Set(workspace.diagnostics.filter(isFixable).map(nameOf));
    let trial = first;
    for (let steps = 3; steps > 0; steps -= 1) {
      const next = trial.workspace.diagnostics
        .filter(isFixable)
        .filter((found) => found.file === first.applied[0]?.file && !known.has(nameOf(found)));
      if (next.length === 0) return false;
      trial = tryOut(trial, next);
      if (harmedFiles(workspace, trial.workspace, first.applied).size === 0) return accept(trial);
    }
    return false;
  };

  const open = (): Fixable[] =>
    workspace.diagnostics
      .filter(isFixable)
      .filter((diagnostic) => (wanted?.has(diagnostic.file) ?? true) && !refused.has(nameOf(diagnostic)));
  // What did harm may do none once others are fixed, so it is tried again until a whole round brings nothing.
  let isNews = false;
  for (let left = 4 * open().length + 10; left > 0; left -= 1) {
    const candidates = open();
    const known = refused.size;
    if (candidates.length > 0 && attempt(candidates)) isNews = true;
    else if (candidates.length === 0 || refused.size === known) {
      if (!isNews || refused.size === 0) break;
      refused.clear();
      isNews = false;
    }
  }
  return [...files.values()].filter(({ before, after }) => before !== after);
}

type Fixable = Diagnostic & { fix: Fix };

interface State {
  drafts: ReadonlyMap<string, string>;
  workspace: Workspace;
  /** Since the last state that was accepted. */
  applied: readonly Fixable[];
}

function isFixable(diagnostic: Diagnostic): diagnostic is Fixable {
  return diagnostic.fix !== undefined;
}

function applyAll(
  workspace: Workspace,
  candidates: readonly Fixable[],
): { texts: Map<string, string>; applied: Fixable[] } {
  const texts = new Map<string, string>();
  const applied: Fixable[] = [];
  for (const [file, own] of Map.groupBy(candidates, (candidate) => candidate.file)) {
    const text = workspace.textOf(file);
    if (text === null) continue;
    const result = applyFixes(
      text,
      own.map(({ fix }) => fix),
    );
    texts.set(file, result.text);
    applied.push(...own.filter(({ fix }) => result.applied.includes(fix)));
  }
  return { texts, applied };
}

/** Files in which a problem stays that was to be fixed, or an error is that was not. */
function harmedFiles(before: Workspace, after: Workspace, applied: readonly Fixable[]): Set<string> {
  const [old, fresh] = [countKinds(before.diagnostics), countKinds(after.diagnostics)];
  const expected = countKinds(applied);
  const unread = unreadFiles(before);
  const harmed = new Set<string>();
  const retold = new Set(
    applied.filter(({ rule }) => rule.startsWith('front-matter-')).map(({ file }) => file),
  );
  const opened = new Set(applied.filter(({ rule }) => rule === 'heading-indented').map(({ file }) => file));
  for (const [kind, { count, example }] of fresh) {
    const allowed = (old.get(kind)?.count ?? 0) - (expected.get(kind)?.count ?? 0);
    if (count <= allowed || (example.severity !== 'error' && !expected.has(kind))) continue;
    // Links of a file are followed once its front matter can be used: then they are found, not made.
    if (unread.has(example.file) && /^(?:link|image)-/.test(example.rule)) continue;
    // So is what a status asks for, and which systems are unknown, once both are written as they are read.
    if (retold.has(example.file) && asked.test(example.rule)) continue;
    // What stood in a list, indented, is read as what it is: two of one section would be made, and all else found.
    if (opened.has(example.file) && example.rule !== 'section-duplicate') continue;
    harmed.add(example.file);
  }
  return harmed;
}

const asked =
  /^(?:front-matter-(?:required|value)|section-(?:missing|tbd|order)|question-(?:missing|unanswered|order)|mark-missing|improvement-(?:owner|due)|systems?-.*)$/;

function countKinds(diagnostics: readonly Diagnostic[]): Map<string, { count: number; example: Diagnostic }> {
  const kinds = new Map<string, { count: number; example: Diagnostic }>();
  for (const diagnostic of diagnostics) {
    const kind = `${diagnostic.file}\0${diagnostic.rule}\0${diagnostic.severity}`;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { count: 1, example: diagnostic });
    else known.count += 1;
  }
  return kinds;
}

/** Files whose front matter can't be used. */
function unreadFiles({ documents, catalog }: Workspace): Set<string> {
  const unread = new Set(documents.keys());
  for (const { file } of [...catalog.postmortems, ...catalog.handbook]) unread.delete(file);
  return unread;
}

function remember(files: Map<string, FixedFile>, before: Workspace, { workspace, applied }: State): void {
  for (const [file, fixed] of Map.groupBy(applied, (diagnostic) => diagnostic.file)) {
    const known = files.get(file);
    files.set(file, {
      file,
      before: known?.before ?? before.textOf(file) ?? '',
      after: workspace.textOf(file) ?? '',
      fixed: [...(known?.fixed ?? []), ...fixed],
    });
  }
}

/** What a fix is, wherever others have moved it to in its line. */
function nameOf({ file, line, rule, fix }: Fixable): string {
  return [file, line, rule, fix.title].join('\0');
}

/** A path in reports as a path below the content folder. */
function contentPath(project: Project, file: string): string {
  return relative(project.content, resolve(project.root, file)).split(sep).join('/');
}

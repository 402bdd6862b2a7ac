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
  const drafts = new Map<string, string>();
  const refused = new Set<Fix['title']>();
  const files = new Map<string, FixedFile>();
  let workspace = load(project, memory, drafts);

  /** Applies what can be applied at once; where that does harm, halves it until the harm is found. */
  const attempt = (candidates: readonly Fixable[]): boolean => {
    const { texts, applied } = applyAll(workspace, candidates);
    if (applied.length === 0) return false;
    const before = new Map([...texts.keys()].map((file) => [file, drafts.get(contentPath(project, file))]));
    for (const [file, text] of texts) drafts.set(contentPath(project, file), text);
    const next = load(project, memory, drafts);
    if (!isHarmful(workspace, next, applied)) {
      remember(files, workspace, texts, applied);
      workspace = next;
      return true;
    }
    for (const [file, text] of before) {
      if (text === undefined) drafts.delete(contentPath(project, file));
      else drafts.set(contentPath(project, file), text);
    }
    if (applied.length === 1) {
      refused.add(nameOf(applied[0] as Fixable));
      return false;
    }
    const half = applied.length >> 1;
    // After the first half has changed a file, the places of the second are the next pass's matter.
    return attempt(applied.slice(0, half)) || attempt(applied.slice(half));
  };

  const open = (): Fixable[] =>
    workspace.diagnostics
      .filter(isFixable)
      .filter((diagnostic) => (wanted?.has(diagnostic.file) ?? true) && !refused.has(nameOf(diagnostic)));
  let candidates = open();
  // Each pass settles at least one, and fixes that touch one another take turns.
  for (let left = 2 * candidates.length + 10; candidates.length > 0 && left > 0; left -= 1) {
    const known = refused.size;
    if (!attempt(candidates) && refused.size === known) break;
    candidates = open();
  }
  return [...files.values()].filter(({ before, after }) => before !== after);
}

type Fixable = Diagnostic & { fix: Fix };

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

/** Whether a problem stays that was to be fixed, or an error is there that was not. */
function isHarmful(before: Workspace, after: Workspace, applied: readonly Fixable[]): boolean {
  const [old, fresh] = [countKinds(before.diagnostics), countKinds(after.diagnostics)];
  const expected = countKinds(applied);
  const unread = unreadFiles(before);
  for (const kind of new Set([...fresh.keys(), ...expected.keys()])) {
    const { file = '', rule = '', severity } = fresh.get(kind)?.example ?? expected.get(kind)?.example ?? {};
    const count = fresh.get(kind)?.count ?? 0;
    const allowed = (old.get(kind)?.count ?? 0) - (expected.get(kind)?.count ?? 0);
    if (count <= allowed || (severity === 'warning' && !expected.has(kind))) continue;
    // Links of a file are followed once its front matter can be used: then they are found, not made.
    if (unread.has(file) && /^(?:link|image)-/.test(rule)) continue;
    return true;
  }
  return false;
}

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

function remember(
  files: Map<string, FixedFile>,
  workspace: Workspace,
  texts: ReadonlyMap<string, string>,
  applied: readonly Fixable[],
): void {
  for (const [file, after] of texts) {
    const fixed = applied.filter((diagnostic) => diagnostic.file === file);
    const known = files.get(file);
    files.set(file, {
      file,
      before: known?.before ?? workspace.textOf(file) ?? '',
      after,
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

import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Library } from '../../core/language/library.ts';
import { ruleDocument, rulePageAddress } from '../../core/rules/rule-address.ts';
import { dataFiles } from '../../core/vocabulary.ts';
import { today } from '../../workspace/clock.ts';
import { emptyMemory, load, type Workspace } from '../../workspace/load.ts';
import { displayPath, type Project } from '../../workspace/project.ts';

/** The content as an editor has it: files from the disk, and open texts in their place. Paths are those below the content folder. */
export interface Session {
  /** Null for a file that is no part of the content. */
  pathOf(uri: string): string | null;
  /** As the editor wrote it where the file is open. */
  uriOf(path: string): string;
  /** From a path in diagnostics. */
  pathOfFile(file: string): string;
  /** The address of what is said of a rule: its page on the site, or the documentation's file. Null for an unknown rule. */
  explained(rule: string): string | null;
  open(uri: string, text: string): void;
  close(uri: string): void;
  /** Something on the disk is another than before. */
  touch(): void;
  /**
   * Reads what has changed.
   *
   * @throws UsageError where the content folder is missing.
   */
  workspace(): Workspace;
  /** As it was read last, which may be older than what is open. Null before the first reading. */
  lastWorkspace(): Workspace | null;
  /** For the helpers of an editor: texts as they are typed now, and of the rest what is asked for. */
  library(workspace: Workspace): Library;
}

export function createSession(project: Project): Session {
  const memory = emptyMemory();
  const drafts = new Map<string, string>();
  const uris = new Map<string, string>();
  const shownFolder = displayPath(project, project.content);
  let workspace: Workspace | null = null;
  let stale = true;

  const pathOf = (uri: string): string | null => {
    const file = fileOf(uri);
    if (file === null) return null;
    const path = below(project.content, file) ?? below(real(project.content), real(file));
    return path === null || path.split('/').some((name) => name.startsWith('.') || name === 'node_modules')
      ? null
      : path;
  };
  const shown = (path: string): string => (shownFolder === '' ? path : `${shownFolder}/${path}`);
  const pathOfFile = (file: string): string =>
    shownFolder === '' ? file : file.slice(shownFolder.length + 1);
  return {
    pathOf,
    uriOf: (path) => uris.get(path) ?? pathToFileURL(join(project.content, path)).href,
    pathOfFile,
    explained(rule) {
      const document = ruleDocument(rule);
      if (document === null) return null;
      const { href } = pathToFileURL(join(project.root, document.path));
      return rulePageAddress(rule, project) ?? `${href}#${document.anchor}`;
    },
    open(uri, text) {
      const path = pathOf(uri);
      if (path === null) return;
      uris.set(path, uri);
      drafts.set(path, text);
      stale = true;
    },
    close(uri) {
      const path = pathOf(uri);
      if (path === null) return;
      uris.delete(path);
      drafts.delete(path);
      stale = true;
    },
    touch() {
      stale = true;
    },
    workspace() {
      if (workspace === null || stale) workspace = load(project, memory, drafts);
      stale = false;
      return workspace;
    },
    lastWorkspace: () => workspace,
    library: ({ catalog, documents, textOf }) => ({
      catalog,
      today: today(catalog.settings.timezone),
      paths: [
        ...new Set([
          ...dataFiles.filter((path) => textOf(shown(path)) !== null),
          ...[...documents.keys()].map(pathOfFile),
          ...drafts.keys(),
        ]),
      ],
      textOf: (path) => drafts.get(path) ?? textOf(shown(path)),
      documentOf: (path) => documents.get(shown(path)) ?? null,
    }),
  };
}

/** Null for a text that is no file, or lies on another host. */
function fileOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

function below(folder: string, file: string): string | null {
  const path = relative(folder, file);
  return path === '' || isAbsolute(path) || path.startsWith('..') ? null : path.split(sep).join('/');
}

/** Through symbolic links, also for a file that is not there yet. */
function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return dirname(file) === file ? file : join(real(dirname(file)), basename(file));
  }
}

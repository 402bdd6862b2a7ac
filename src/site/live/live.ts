import type { CatalogIndex } from '../../core/catalog/catalog-index.ts';
import { byPlace, type Diagnostic } from '../../core/diagnostic.ts';
import { type FileProblems, fileProblems } from '../../core/page/file-problems.ts';
import { plainPaint } from '../../core/report/paint.ts';
import { report } from '../../core/report/report.ts';
import { whereExplained } from '../../core/rules/rule-address.ts';
import { dataFiles } from '../../core/vocabulary.ts';
import type { Workspace } from '../../workspace/load.ts';
import { displayPath } from '../../workspace/project.ts';
import { type Changes, changesBetween, type Gone, pagesOf } from './changes.ts';

/** What every open page is told. */
export interface Update extends Changes {
  /** One more than the time before. */
  version: number;
  /** Addresses of pages whose drawings are there now. */
  drawn: string[];
}

/** What a page says about the files it is made from, beside its content. */
export interface Notices {
  /** The content this page was made from. */
  version: number;
  /** What is wrong with the page's own file; null where it has none, or nothing is. */
  own: (FileProblems & { standsIn: boolean }) | null;
  /** Files that every page is made from, where they have errors. */
  shared: (FileProblems & { standsIn: boolean })[];
}

/** A file, as it stands on disk. */
export interface FileText {
  /** Path from the project's root. */
  file: string;
  text: string;
}

/** The content while somebody writes. */
export interface Live {
  /** Reads what changed on disk, and tells. */
  follow(): void;
  tell(what: Partial<Update>): void;
  onUpdate(listener: (update: Update) => void): void;
  readonly last: Update;
  /** @param address Of a page, site-absolute. */
  notices(address: string): Notices;
  /** What a page's file says, where nothing of it could be shown; null where there is no such file. */
  text(address: string): FileText | null;
  /** Ids of postmortems that have never been readable, and so are in no list. */
  unreadable(): string[];
  gone(address: string): Gone | null;
  /** What `check` would print; null where nothing is wrong. */
  report(): string | null;
}

interface Now {
  workspace: Workspace;
  index: CatalogIndex;
  /** With what is known of authors' diagrams. */
  diagnostics: Diagnostic[];
}

interface Source {
  now(): Now;
  /** Reads the content again, and takes it for the current one. */
  refresh(): void;
  /** Finds what takes its time, such as broken diagrams. Answers whether there was anything new to look at. */
  completeFindings(): Promise<boolean>;
}

const nothing: Omit<Update, 'version'> = {
  changed: [],
  added: [],
  removed: [],
  renamed: [],
  everywhere: false,
  drawn: [],
};

export function createLive({ now, refresh, completeFindings }: Source): Live {
  const listeners: ((update: Update) => void)[] = [];
  const gone = new Map<string, Gone>();
  let last: Update = { version: 1, ...nothing };
  let found: { version: number; diagnostics: Diagnostic[] } | null = null;

  const diagnostics = (): Diagnostic[] => {
    if (found?.version !== last.version)
      found = { version: last.version, diagnostics: now().diagnostics.sort(byPlace) };
    return found.diagnostics;
  };
  const tell = (what: Partial<Update>): void => {
    last = { ...nothing, ...what, version: last.version + 1 };
    for (const listener of listeners) listener(last);
  };
  const complete = (): void => {
    const before = JSON.stringify(diagnostics());
    const at = last.version;
    completeFindings().then(
      (any) => {
        if (!any) return;
        found = null;
        if (last.version !== at || JSON.stringify(diagnostics()) !== before) tell({});
      },
      () => {},
    );
  };
  const about = (file: string): FileProblems & { standsIn: boolean } => {
    const { workspace } = now();
    const document = workspace.documents.get(file) ?? null;
    return {
      ...fileProblems(file, diagnostics(), workspace.textOf(file), document),
      standsIn: workspace.standIns.has(file),
    };
  };
  complete();

  return {
    follow() {
      const { workspace: before } = now();
      refresh();
      tell(changesBetween(before, now().workspace, gone));
      complete();
    },
    tell,
    onUpdate: (listener) => void listeners.push(listener),
    get last() {
      return last;
    },
    notices(address) {
      const { workspace } = now();
      const file = pagesOf(workspace).get(address)?.file;
      const own = file === undefined ? null : about(file);
      const folder = displayPath(workspace.project, workspace.project.content);
      const shared = dataFiles
        .map((name) => about(folder === '' ? name : `${folder}/${name}`))
        .filter(({ errors }) => errors.length > 0);
      return {
        version: last.version,
        own: own !== null && own.errors.length + own.warnings.length > 0 ? own : null,
        shared,
      };
    },
    text(address) {
      const page = pagesOf(now().workspace).get(address);
      return page === undefined ? null : { file: page.file, text: page.document.source.text };
    },
    unreadable() {
      const { workspace, index } = now();
      const prefix = `${workspace.project.basePath}postmortems/`;
      return [...pagesOf(workspace).keys()]
        .filter((url) => url.startsWith(prefix))
        .map((url) => url.slice(prefix.length, -1))
        .filter((id) => !index.postmortems.has(id));
    },
    gone: (address) => gone.get(address) ?? null,
    report() {
      const { workspace } = now();
      const all = diagnostics();
      if (all.length === 0) return null;
      const { fileCount, textOf, project } = workspace;
      const explained = (rule: string): string | null => whereExplained(rule, project);
      return report('pretty', {
        diagnostics: all,
        fileCount,
        textOf,
        explained,
        paint: plainPaint,
        least: 'error',
      });
    },
  };
}

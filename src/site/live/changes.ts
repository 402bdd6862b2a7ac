import type { Document } from '../../core/document/document.ts';
import { type Base, handbookUrl, postmortemUrl } from '../../core/page/urls.ts';
import { remembered } from '../../core/remembered.ts';
import { dataFiles } from '../../core/vocabulary.ts';
import type { Workspace } from '../../workspace/load.ts';
import { displayPath } from '../../workspace/project.ts';

/** What became of pages between two readings of the content; each is named by its address on the site. */
export interface Changes {
  /** Their own file says something else. */
  changed: string[];
  added: string[];
  removed: string[];
  /** Also among the removed and the added. */
  renamed: { from: string; to: string }[];
  /** Settings, systems or people are others, so any page may be. */
  everywhere: boolean;
}

/** A page whose file is gone. */
export interface Gone {
  title: string;
  text: string;
  /** Where the same words are now; null where they are nowhere. */
  movedTo: string | null;
}

/** A file that makes a page. */
interface PageFile {
  /** Path from the project's root. */
  file: string;
  document: Document;
}

const known = new WeakMap<Workspace, ReadonlyMap<string, PageFile>>();

/** Postmortems and guides with what their files say, by the addresses of their pages. */
export function pagesOf(workspace: Workspace): ReadonlyMap<string, PageFile> {
  return remembered(known, workspace, () => {
    const { project, documents } = workspace;
    const folder = displayPath(project, project.content);
    const start = folder === '' ? 0 : folder.length + 1;
    const pages = new Map<string, PageFile>();
    for (const [file, document] of documents) {
      const url = pageUrl(project, file.slice(start));
      if (url !== null) pages.set(url, { file, document });
    }
    return pages;
  });
}

/** The address of the page that a file below the content folder makes. */
function pageUrl(base: Base, path: string): string | null {
  const [, folder, id] = /^(postmortems|handbook)\/(.+)\.mdx$/.exec(path) ?? [];
  if (id === undefined) return null;
  return folder === 'handbook' ? handbookUrl(base, id) : postmortemUrl(base, id);
}

/** @param gone Pages that went, by address; is kept up to date. */
export function changesBetween(before: Workspace, after: Workspace, gone: Map<string, Gone>): Changes {
  const [old, now] = [pagesOf(before), pagesOf(after)];
  const changed = [...now].flatMap(([url, { document }]) => {
    const known = old.get(url);
    return known !== undefined && known.document !== document ? [url] : [];
  });
  const added = [...now.keys()].filter((url) => !old.has(url));
  const removed = [...old.keys()].filter((url) => !now.has(url));
  for (const url of added) gone.delete(url);
  for (const url of removed) {
    const { document } = old.get(url) ?? {};
    if (document === undefined) continue;
    const { title } = document.frontMatter ?? {};
    gone.set(url, {
      title: typeof title === 'string' ? title : '',
      text: document.source.text,
      movedTo: null,
    });
  }
  const renamed: Changes['renamed'] = [];
  if (added.length + removed.length > 0)
    for (const [from, page] of gone) {
      const same = [...now].filter(([, { document }]) => document.source.text === page.text);
      // Where two say the same, nobody can tell which of them it has become.
      const to = same.length === 1 ? (same[0]?.[0] ?? null) : null;
      if (to !== null && to !== page.movedTo) renamed.push({ from, to });
      page.movedTo = to ?? (page.movedTo !== null && now.has(page.movedTo) ? page.movedTo : null);
    }
  const folder = displayPath(after.project, after.project.content);
  const everywhere = dataFiles.some((name) => {
    const file = folder === '' ? name : `${folder}/${name}`;
    return before.textOf(file) !== after.textOf(file);
  });
  return { changed, added, removed, renamed, everywhere };
}

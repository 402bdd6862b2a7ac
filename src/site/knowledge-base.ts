import { join } from 'node:path';
import process from 'node:process';
import { type CatalogIndex, indexCatalog } from '../core/catalog/catalog-index.ts';
import { handbookPath, postmortemPath } from '../core/catalog/places.ts';
import { targetOf } from '../core/catalog/target.ts';
import { byPlace, type Diagnostic } from '../core/diagnostic.ts';
import type { Document } from '../core/document/document.ts';
import { historyOf, type Remembered } from '../core/history/tell.ts';
import type { PostmortemPage } from '../core/page/model.ts';
import { postmortemPage } from '../core/page/postmortem-page.ts';
import type { Rendering } from '../core/page/rendering.ts';
import { type SystemsMapPage, systemsMapPage, systemsMapSource } from '../core/page/systems-map-page.ts';
import { postmortemUrl } from '../core/page/urls.ts';
import type { Postmortem } from '../core/postmortem/postmortem.ts';
import { plainPaint } from '../core/report/paint.ts';
import { report } from '../core/report/report.ts';
import { whereExplained } from '../core/rules/rule-address.ts';
import { applyRuleSettings } from '../core/rules.ts';
import { type ChartRequest, drawCharts } from '../render/charts/index.ts';
import { drawPostmortem, drawSystemsMap, type PostmortemDrawings } from '../render/drawings.ts';
import { createFenceFindings } from '../render/mermaid/fence-findings.ts';
import { createMermaid } from '../render/mermaid/index.ts';
import { buildSearchIndex, type SearchFile } from '../render/search/search-index.ts';
import { searchRecords } from '../render/search/search-records.ts';
import { createSecretSearch } from '../render/secrets/check-secrets.ts';
import { today } from '../workspace/clock.ts';
import { codeFingerprint } from '../workspace/code-fingerprint.ts';
import { currentWorkspace, refreshWorkspace } from '../workspace/current.ts';
import { readHistory } from '../workspace/git-history.ts';
import { lastCommits } from '../workspace/git-last-commits.ts';
import type { LastGood } from '../workspace/last-good.ts';
import type { Workspace } from '../workspace/load.ts';
import { cacheFolder, type Project, projectFromEnvironment } from '../workspace/project.ts';
import { shortHash } from '../workspace/short-hash.ts';
import { createGuides, type Guides } from './guides.ts';
import { createLiveDrawings } from './live/drawings.ts';
import { createLive, type Live } from './live/live.ts';
import { digestOf, type Entry, entriesOf, sharedDigest, withTimeline } from './page-digests.ts';
import { renderingWith } from './rendering.ts';
import { makeSearchIndex, placeSearchIndex } from './search-files.ts';

/** Where files that postmortems link to are served from. */
export const filesFolder = 'files';

/** Content that must not be published. */
export class ContentError extends Error {
  override name = 'ContentError';
}

/** What the pages are made of, in one place for one process. */
export interface KnowledgeBase {
  workspace: Workspace;
  index: CatalogIndex;
  /** For lists: everything but drawings. */
  rendering: Rendering;
  /** Every postmortem with a digest that changes whenever its page does. */
  entries(): { postmortem: Postmortem; digest: string; lacksDrawing: boolean }[];
  /**
   * Leaves out of a build the pages that can be taken over from the last one.
   *
   * @param has whether the page with this digest is at hand.
   * @param tell hears the path of each page that is left out, those that `changed` leaves out later included.
   */
  reusePages(has: (digest: string) => boolean, tell: (url: string) => void): void;
  /** The ids of the postmortems whose pages are to be made. */
  pagesToMake(): string[];
  /**
   * Of pages made from a model alone, those that the last build made otherwise.
   *
   * @param pages each model is plain data that JSON can hold, and all that its page shows besides the site's.
   * @param urlOf the page's path on the site.
   */
  changed<Page>(pages: readonly Page[], urlOf: (page: Page) => string): Page[];
  /**
   * The ids of the postmortems with a page of a kind beside their own that the last build made otherwise.
   *
   * @param more what it shows besides what the postmortem's own page shows, as plain data; null where there is no such page.
   * @param urlOf the page's path on the site.
   */
  changedBeside(more: (postmortem: Postmortem) => unknown, urlOf: (id: string) => string): string[];
  /** Every page that a later build may take over, those left out of this one included. */
  pagesToKeep(): { url: string; digest: string }[];
  /** A postmortem's page, with its drawings; null where there is none with this id. */
  page(id: string): Promise<PostmortemPage | null>;
  /** The page of all systems, with its drawing. */
  systemsMap(): Promise<SystemsMapPage>;
  guides: Guides;
  /** @throws ContentError with the report, where the content has errors. */
  refuseErrors(): void;
  /**
   * Starts indexing in Pagefind's own process, while this one renders pages.
   *
   * @returns What puts the finished index into a new site.
   */
  beginSearchIndex(lastSite: string): (site: string) => Promise<void>;
  /** Charts as HTML, in the order asked for. */
  charts(requests: readonly ChartRequest[]): Promise<string[]>;
  /** A file of the search index, made on first use; null where there is none of that name. */
  searchFile(path: string): Promise<Uint8Array | null>;
  /** Paths below `content/` of files that pages link to or show. */
  linkedFiles(): string[];
  /** Draws what no page has needed yet, on all cores. */
  drawAll(tell: (progress: Progress) => void): Promise<void>;
  /** How the content is followed while somebody writes; null in a build. */
  live: Live | null;
}

interface Progress {
  done: number;
  total: number;
}

let current: { content: string; base: Promise<KnowledgeBase> } | undefined;

/**
 * The one knowledge base of this process.
 *
 * @param isLive Whether it follows the content from now on; whoever asks first says so.
 */
export function knowledgeBase(project: Project, isLive = false): Promise<KnowledgeBase> {
  if (current?.content !== project.content)
    current = { content: project.content, base: open(project, isLive) };
  return current.base;
}

export function environmentProject(): Project {
  return projectFromEnvironment(process.env);
}

async function open(project: Project, isLive: boolean): Promise<KnowledgeBase> {
  let onProgress: (progress: Progress) => void = () => {};
  const mermaid = createMermaid({
    cacheDirectory: cacheFolder(project, 'mermaid'),
    onProgress: (progress) => onProgress(progress),
  });
  /** Drawn before its page asked; let go once it has. */
  const ahead = new Map<Postmortem, PostmortemDrawings>();
  const cache = { folder: cacheFolder(project, 'history'), code: codeFingerprint(project) };
  const reading = readHistory(project, { cache });
  const lastGood: LastGood = new Map();
  const read = (): Workspace => refreshWorkspace(project, lastGood);
  let workspace = isLive ? read() : currentWorkspace(project);
  const burning = workspace.catalog.postmortems.filter(({ facts }) => facts.status === 'open');
  const committing = lastCommits(
    project,
    burning.map(({ id }) => id),
  );
  // Like all history as it was when reading began: what is committed while somebody writes shows the next time.
  const known = { remembered: await reading, committed: await committing };
  let index = indexOf(workspace, known);
  const fences = createFenceFindings(mermaid);
  const secrets = createSecretSearch();
  const diagnostics = (): Diagnostic[] => {
    const { documents, texts, catalog } = workspace;
    const late = [...fences.of(documents), ...secrets.known({ texts, documents })];
    return [...workspace.diagnostics, ...applyRuleSettings(late, catalog.settings.rules)].sort(byPlace);
  };
  /** Finds what takes its time. Answers whether there was anything new to look at. */
  const completeFindings = async (): Promise<boolean> => {
    const { documents, texts } = workspace;
    const drawn = await fences.draw(documents);
    return (await secrets.search({ texts })) || drawn;
  };
  // Who writes sees the page first.
  if (!isLive) await completeFindings();
  let entries: Map<string, Entry> | undefined;
  const reused = new Set<string>();
  let isKept = (_digest: string): boolean => false;
  let tellReused = (_url: string): void => {};
  const modelDigests = new Map<string, string>();
  let searchFiles: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

  const live = isLive
    ? createLive({
        now: () => ({ workspace, index, diagnostics: diagnostics() }),
        refresh() {
          workspace = read();
          index = indexOf(workspace, known);
          base.workspace = workspace;
          base.index = index;
          entries = undefined;
          searchFiles = undefined;
        },
        completeFindings,
      })
    : null;
  const liveDrawings =
    live === null
      ? null
      : createLiveDrawings(mermaid, (id) => live.tell({ drawn: [postmortemUrl(index, id)] }));

  const allEntries = (): Map<string, Entry> => {
    entries ??= entriesOf(index, project);
    return entries;
  };

  const base: KnowledgeBase = {
    workspace,
    index,
    rendering: renderingWith(() => undefined),
    entries: () => [...allEntries().values()],
    reusePages(has, tell) {
      isKept = has;
      tellReused = tell;
      for (const entry of allEntries().values()) {
        if (!has(entry.digest)) continue;
        reused.add(entry.postmortem.id);
        tell(postmortemUrl(project, entry.postmortem.id));
        entry.model = null;
      }
    },
    pagesToMake: () => index.catalog.postmortems.map(({ id }) => id).filter((id) => !reused.has(id)),
    changed(pages, urlOf) {
      const shared = sharedDigest(index, project);
      return pages.filter((page) => {
        const url = urlOf(page);
        const digest = digestOf(shared, url, JSON.stringify(page));
        modelDigests.set(url, digest);
        if (!isKept(digest)) return true;
        tellReused(url);
        return false;
      });
    },
    changedBeside(more, urlOf) {
      const { postmortems } = index.catalog;
      // Whoever writes looks at one, and nothing is taken over.
      if (isLive) return postmortems.filter((postmortem) => more(postmortem) !== null).map(({ id }) => id);
      const own = allEntries();
      const pages = postmortems.flatMap((postmortem) => {
        const basis = more(postmortem);
        return basis === null ? [] : { id: postmortem.id, own: own.get(postmortem.id)?.digest, basis };
      });
      return base.changed(pages, ({ id }) => urlOf(id)).map(({ id }) => id);
    },
    pagesToKeep: () => [
      ...[...allEntries().values()]
        .filter(({ lacksDrawing }) => !lacksDrawing)
        .map(({ postmortem, digest }) => ({ url: postmortemUrl(project, postmortem.id), digest })),
      ...[...modelDigests].map(([url, digest]) => ({ url, digest })),
    ],
    async page(id) {
      const postmortem = index.postmortems.get(id);
      if (postmortem === undefined) return null;
      const drawings =
        ahead.get(postmortem) ??
        (await (liveDrawings === null ? drawPostmortem(postmortem, mermaid) : liveDrawings.of(postmortem)));
      ahead.delete(postmortem);
      const entry = entries?.get(id);
      const model = entry?.model;
      if (entry) {
        entry.model = null;
        entry.lacksDrawing = drawings.failed;
      }
      if (model && drawings.fences.size === 0) return withTimeline(model, drawings);
      return postmortemPage(
        index,
        id,
        renderingWith((document) => (document === postmortem.document ? drawings : undefined)),
      );
    },
    async systemsMap() {
      const source = systemsMapSource(index);
      return systemsMapPage(index, source === null ? null : await drawSystemsMap(source, mermaid));
    },
    guides: createGuides(() => index, mermaid),
    refuseErrors() {
      const found = diagnostics();
      if (found.some(({ severity }) => severity === 'error'))
        throw new ContentError(reportOf(workspace, found));
    },
    beginSearchIndex(lastSite) {
      const searching = makeSearchIndex(index, project, lastSite);
      // A failure is told when the index is asked for, also where that comes later.
      searching.catch(() => {});
      return async (site) => placeSearchIndex(await searching, lastSite, site);
    },
    charts: (requests) =>
      drawCharts(requests, {
        file: join(cacheFolder(project, 'charts'), `${nameOfContent(project)}.json`),
        version: codeFingerprint(project),
      }),
    async searchFile(path) {
      searchFiles ??= buildSearchIndex([...searchRecords(index)]).then(
        (files: SearchFile[]) => new Map(files.map((file) => [file.path, file.content])),
      );
      return (await searchFiles).get(path) ?? null;
    },
    linkedFiles: () => linkedFilesOf(workspace),
    async drawAll(tell) {
      onProgress = tell;
      await Promise.all(
        index.catalog.postmortems
          .filter(({ id }) => !reused.has(id))
          .map(async (postmortem) => ahead.set(postmortem, await drawPostmortem(postmortem, mermaid))),
      );
      onProgress = () => {};
    },
    live,
  };
  return base;
}

/** Content at one address has drawings of its own: links are in them. */
function nameOfContent({ content, basePath }: Project): string {
  return shortHash(`${content}\n${basePath}`);
}

function indexOf(
  { catalog, project }: Workspace,
  { remembered, committed }: { remembered: Remembered; committed: ReadonlyMap<string, number> },
): CatalogIndex {
  return indexCatalog(catalog, {
    today: today(catalog.settings.timezone),
    basePath: project.basePath,
    history: historyOf(remembered, catalog),
    committed,
  });
}

/** What `check` would print. */
function reportOf(workspace: Workspace, diagnostics: readonly Diagnostic[]): string {
  return report('pretty', {
    diagnostics,
    fileCount: workspace.fileCount,
    textOf: workspace.textOf,
    explained: (rule) => whereExplained(rule, workspace.project),
    paint: plainPaint,
    least: 'warning',
  });
}

function linkedFilesOf({ catalog, assets }: Workspace): string[] {
  const linked = new Set<string>();
  const collect = (from: string, document: Document): void => {
    for (const { url } of document.links) {
      const target = targetOf(from, url);
      if (target.kind === 'content' && assets.has(target.path)) linked.add(target.path);
    }
  };
  for (const postmortem of catalog.postmortems) collect(postmortemPath(postmortem), postmortem.document);
  for (const page of catalog.handbook) collect(handbookPath(page), page.document);
  return [...linked].sort();
}

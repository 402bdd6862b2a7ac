import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import { cacheFolder, type Project, variantOf } from '../workspace/project.ts';
import type { ContentWatch } from '../workspace/watch.ts';
import { filesFolder, type KnowledgeBase, knowledgeBase } from './knowledge-base.ts';
import { followContent } from './live/server.ts';
import { openPageCache } from './page-cache.ts';
import { writingAtOnce } from './prerender.ts';
import { searchFolder } from './search-files.ts';

/**
 * Ties the content to Astro: search index, linked files and, in `dev`, what a build writes once at its end.
 *
 * @param outDir where Astro writes, from the project's root; `dist.next` becomes `dist` once it is whole.
 * @param reusedUrls is filled with the absolute addresses of pages that the last build made and this one takes over.
 */
export function fireMarshal(project: Project, outDir: string, reusedUrls: string[]): AstroIntegration {
  const lastSite = join(project.root, outDir.replace(/\.next$/, ''));
  const pages = openPageCache(cacheFolder(project, `pages/${variantOf(project)}`));
  let writeSearchIndex = (_site: string): Promise<void> => Promise.reject(new Error('No build has begun.'));
  let watch: ContentWatch | undefined;
  return {
    name: 'fire-marshal',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig, injectScript }) => {
        updateConfig({
          vite: {
            define: { __PROJECT_ROOT__: JSON.stringify(project.root) },
            plugins: [developmentFiles(project), quietDirectives],
          },
        });
        // As soon as there is content: indexing is the longest part of a build, and has a process of its own.
        if (command === 'build') writeSearchIndex = (await knowledgeBase(project)).beginSearchIndex(lastSite);
        if (command === 'dev') {
          await knowledgeBase(project, true);
          // Before the page's own scripts, so that it sees the page as it was served.
          injectScript('page', "import '/src/site/client/live/live.ts';");
        }
      },
      'astro:server:setup': async ({ server, logger, refreshContent }) => {
        const compile = async (): Promise<void> => refreshContent?.({ loaders: ['guides'] });
        watch = await followContent(project, server, () => compileGuides(project, compile), logger);
      },
      'astro:server:done': async () => {
        await watch?.close();
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        setPrerenderer((astro) =>
          writingAtOnce(astro, pathToFileURL(`${join(project.root, outDir)}/`), project.basePath),
        );
        const base = await knowledgeBase(project);
        base.refuseErrors();
        base.reusePages(pages.has, (url) => reusedUrls.push(`${project.siteUrl}${url}`));
        await base.drawAll(({ done, total }) => {
          if (process.stderr.isTTY)
            process.stderr.write(done === total ? '\r\u001b[K' : `\rDrawing timelines: ${done} of ${total}`);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const base = await knowledgeBase(project);
        const target = fileURLToPath(dir);
        await writeSearchIndex(target);
        copyFiles(base, target);
        pages.exchange(
          base.pagesToKeep().map(({ url, digest }) => ({
            digest,
            file: join(target, decodeURIComponent(url.slice(project.basePath.length)), 'index.html'),
          })),
        );
      },
    },
  };
}

/** Astro writes what it knows of guides once more half a second after the last change. */
const lastWrite = 800;

/**
 * Has Astro look again which guides it compiles, until both files that it keeps of them have all: where two of its
 * writes meet, the older one wins.
 *
 * @throws Error where it still knows less after a minute.
 */
async function compileGuides(project: Project, compile: () => Promise<void>): Promise<void> {
  const files = ['content-modules.mjs', 'data-store.json'].map((name) => join(project.root, '.astro', name));
  for (const until = Date.now() + 60_000; Date.now() < until; ) {
    await compile();
    await delay(lastWrite);
    const { index } = await knowledgeBase(project);
    const coded = index.catalog.handbook.filter(({ hasCode }) => hasCode);
    const lists = files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''));
    if (coded.every(({ id }) => lists.every((list) => list.includes(`/${id}.mdx"`)))) return;
  }
  throw new Error('Astro does not find every guide that holds code. Start `npm run dev` again.');
}

function copyFiles(base: KnowledgeBase, target: string): void {
  for (const path of base.linkedFiles())
    cpSync(join(base.workspace.project.content, path), join(target, filesFolder, path));
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
};

/** While writing, the search index and linked files come from memory and from where they lie. */
function developmentFiles(project: Project): Plugin {
  return {
    name: 'fire-marshal:development-files',
    apply: 'serve',
    configureServer(server: ViteDevServer) {
      server.middlewares.use(async (request, response, next) => {
        const path = decodedPath(request.url ?? '/');
        const below = path?.startsWith(project.basePath)
          ? path.slice(project.basePath.length)
          : path?.slice(1);
        if (below === undefined) return next();
        const send = (bytes: Uint8Array): void => {
          response.setHeader('content-type', types[extname(below)] ?? 'application/octet-stream');
          response.end(bytes);
        };
        try {
          const base = await knowledgeBase(project);
          if (below.startsWith(`${searchFolder}/`)) {
            const file = await base.searchFile(below.slice(searchFolder.length + 1));
            return file === null ? next() : send(file);
          }
          if (below.startsWith(`${filesFolder}/`)) {
            const asset = below.slice(filesFolder.length + 1);
            const file = join(project.content, asset);
            if (base.workspace.assets.has(asset) && existsSync(file) && statSync(file).isFile())
              return send(readFileSync(file));
          }
          next();
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return undefined;
  }
}

/** Astro marks a guide that it compiles with a directive to itself, of which the bundler would warn. */
const quietDirectives: Plugin = {
  name: 'quiet-directives',
  onLog: (_level, { code }) => (code === 'MODULE_LEVEL_DIRECTIVE' ? false : undefined),
};

import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { guideMarkup } from './src/render/guide-markup.ts';
import { fireMarshal } from './src/site/integration.ts';
import { cacheFolder, projectFromEnvironment, variantOf } from './src/workspace/project.ts';

const project = projectFromEnvironment(process.env);
const outDir = process.env.FIRE_MARSHAL_OUT_DIR ?? 'dist';
// Astro keeps one content store a cache folder, so each content folder and address has its own.

/** Pages that Astro does not make itself in a build, because they are taken over from the last one. */
const customPages = [];

/** Pages for whoever comes from another page of ours, and not from a search engine. */
const isUnlisted = (page) =>
  page === `${project.siteUrl}${project.basePath}search/` ||
  /\/postmortems\/.+\/(?:brief|meeting|replay)\/$/.test(page);

export default defineConfig({
  srcDir: './src/site',
  cacheDir: cacheFolder(project, `variants/${variantOf(project)}`),
  outDir,
  ...(project.siteUrl === null ? {} : { site: project.siteUrl }),
  base: project.basePath,
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never', concurrency: 1 },
  integrations: [
    mdx({ processor: satteri({ mdastPlugins: [guideMarkup(project.content, project.basePath)] }) }),
    ...(project.siteUrl === null ? [] : [sitemap({ filter: (page) => !isUnlisted(page), customPages })]),
    fireMarshal(project, outDir, customPages),
  ],
  devToolbar: { enabled: false },
  // Nothing may be inlined: the Content Security Policy allows no inline script.
  vite: { build: { assetsInlineLimit: 0 } },
});

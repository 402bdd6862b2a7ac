import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { guideLinks } from './src/render/guide-links.ts';
import { fireMarshal } from './src/site/integration.ts';
import { projectFromEnvironment } from './src/workspace/project.ts';

const project = projectFromEnvironment(process.env);
const outDir = process.env.FIRE_MARSHAL_OUT_DIR ?? 'dist';
// Astro keeps one content store a cache folder, so each content folder and address has its own.
const variant = createHash('sha256')
  .update(`${project.content}\n${project.basePath}\n${project.siteUrl}`)
  .digest('hex')
  .slice(0, 12);
const standard =
  project.content === join(project.root, 'content') && project.basePath === '/' && project.siteUrl === null;

export default defineConfig({
  srcDir: './src/site',
  cacheDir: standard ? './node_modules/.astro' : `./node_modules/.astro/variants/${variant}`,
  outDir,
  ...(project.siteUrl === null ? {} : { site: project.siteUrl }),
  base: project.basePath,
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never', concurrency: 1 },
  integrations: [
    mdx({ processor: satteri({ mdastPlugins: [guideLinks(project.content, project.basePath)] }) }),
    ...(project.siteUrl === null
      ? []
      : [sitemap({ filter: (page) => page !== `${project.siteUrl}${project.basePath}search/` })]),
    fireMarshal(project, outDir),
  ],
  devToolbar: { enabled: false },
  experimental: { incrementalBuild: true },
  // Nothing may be inlined: the Content Security Policy allows no inline script.
  vite: { build: { assetsInlineLimit: 0 } },
});

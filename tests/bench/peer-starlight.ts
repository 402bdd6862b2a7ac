import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';

/**
 * Makes an Astro Starlight site with a lean sidebar, the fastest way to set it up, for `bench.ts --peer DIR`:
 * `node tests/bench/peer-starlight.ts DIR`. Packages come from npm; a folder that has them keeps them.
 */
export function makeStarlight(folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  if (existsSync(join(folder, 'node_modules/@astrojs/starlight'))) return;
  const options = ['--no-fund', '--no-audit'];
  execFileSync('npm', ['install', ...options], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

// Astro bundles an integration only where package.json names it.
const dependencies = {
  '@astrojs/markdown-remark': '^7.3.0',
  '@astrojs/starlight': '0.42.4',
  astro: '7.3.4',
  'astro-mermaid': '2.1.0',
  mermaid: '^11.0.0',
  sharp: '*',
};

const files = {
  'package.json': `${JSON.stringify({ name: 'peer-starlight', private: true, type: 'module', dependencies }, null, 2)}\n`,
  'bench-peer.json': `${JSON.stringify(
    {
      name: 'Starlight',
      command: ['astro', 'build'],
      dev: ['astro', 'dev', '--host', '127.0.0.1', '--port', '{port}'],
      content: 'src/content/docs',
      public: 'public',
      output: 'dist',
      clean: ['.astro', 'node_modules/.astro', 'node_modules/.vite', 'node_modules/.cache'],
      search: {
        open: 'site-search button[data-open-modal]',
        input: '#starlight__search input',
        result: '.pagefind-ui__result-link',
      },
    },
    null,
    2,
  )}\n`,
  'astro.config.mjs': `import starlight from '@astrojs/starlight';
import mermaid from 'astro-mermaid';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://postmortems.example',
  integrations: [
    mermaid(),
    starlight({ title: 'Postmortems', sidebar: [{ label: 'All postmortems', link: '/' }] }),
  ],
});
`,
  'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

const extend = z.looseObject({
  date: z.coerce.date().optional(),
  severity: z.number().int().optional(),
  systems: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
});
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend }) }) };
`,
};

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Say where: node tests/bench/peer-starlight.ts DIR');
  makeStarlight(resolve(folder));
}

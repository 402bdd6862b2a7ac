import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linkPackages } from './workbench.ts';

/**
 * Makes the smallest site that stock Astro gives for the same texts: a content collection of Markdown and one page an entry,
 * with this project's own Astro, so nothing is installed.
 */
export function makeAstro(folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  linkPackages(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
}

const files = {
  'package.json': `${JSON.stringify({ name: 'peer-astro', private: true, type: 'module' }, null, 2)}\n`,
  'bench-peer.json': `${JSON.stringify(
    {
      name: 'Astro',
      command: ['astro', 'build'],
      dev: ['astro', 'dev', '--host', '127.0.0.1', '--port', '{port}'],
      content: 'texts',
      public: 'public',
      output: 'dist',
      clean: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
    },
    null,
    2,
  )}\n`,
  'astro.config.mjs': `import { defineConfig } from 'astro/config';

export default defineConfig({ devToolbar: { enabled: false } });
`,
  'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  texts: defineCollection({
    loader: glob({ pattern: '**/*.md', base: './texts' }),
    schema: z.looseObject({ title: z.string() }),
  }),
};
`,
  'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';

export async function getStaticPaths() {
  return (await getCollection('texts')).map((entry) => ({ params: { slug: entry.id === 'index' ? undefined : entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---

<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>{entry.data.title}</title></head>
  <body><main><h1>{entry.data.title}</h1><Content /></main></body>
</html>
`,
};

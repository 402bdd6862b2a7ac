import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroPrerenderer } from 'astro';

/**
 * Astro's own way to make pages, but for the writing of those that come from a list: for each of them it goes to the
 * thread pool five times and waits, which for thousands of small files takes longer than to make them.
 *
 * @param outDir where the site is written; ends with a slash.
 * @param basePath begins and ends with a slash.
 */
export function writingAtOnce(astro: AstroPrerenderer, outDir: URL, basePath: string): AstroPrerenderer {
  return {
    ...astro,
    name: 'fire-marshal',
    async render(request, options) {
      const { type, params } = options.routeData;
      const made = await astro.render(request, options);
      const response = made instanceof Response ? made : made.response;
      const { pathname } = new URL(request.url);
      if (type !== 'page' || params.length === 0 || response.status !== 200 || !pathname.endsWith('/'))
        return made;
      const folder = fileURLToPath(new URL(pathname.slice(basePath.length), outDir));
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${folder}index.html`, new Uint8Array(await response.arrayBuffer()));
      // Astro writes nothing where nothing is left.
      return new Response(null);
    },
  };
}

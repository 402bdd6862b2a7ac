import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer, RouteData } from 'astro';
import { describe, expect, test } from 'vitest';
import { writingAtOnce } from '../../src/site/prerender.ts';

interface Made {
  path: string;
  route: { type: string; params: string[] };
  status?: number;
}

const listed = { type: 'page', params: ['...id'] };

/** Where a page was written, or null, and what was left for Astro. */
async function make({ path, route, status = 200 }: Made) {
  const folder = mkdtempSync(join(tmpdir(), 'fire-marshal-prerender-'));
  const astro: AstroPrerenderer = {
    name: 'astro',
    getStaticPaths: async () => [],
    render: async () => new Response('<h1>Größe</h1>', { status }),
  };
  const { render } = writingAtOnce(astro, pathToFileURL(`${folder}/`), '/kb/');
  const made = await render(new Request(`https://example.com${path}`), {
    routeData: route as unknown as RouteData,
  });
  const left = made instanceof Response ? made : made.response;
  return {
    written: (file: string) =>
      existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : null,
    left: left.body === null ? null : await left.text(),
  };
}

describe('a page of a list is written, and nothing is left for Astro', () => {
  test.each([
    ['/kb/postmortems/2018-05-04-fax/', 'postmortems/2018-05-04-fax/index.html'],
    ['/kb/postmortems/2018/fax/meeting/', 'postmortems/2018/fax/meeting/index.html'],
    ['/kb/systems/gr%C3%B6%C3%9Fe/', 'systems/größe/index.html'],
  ])('%s', async (path, file) => {
    const { written, left } = await make({ path, route: listed });
    expect(written(file)).toBe('<h1>Größe</h1>');
    expect(left).toBeNull();
  });
});

describe('Astro writes', () => {
  test.each<[string, Made, string]>([
    ['a page of its own', { path: '/kb/404/', route: { type: 'page', params: [] } }, '404/index.html'],
    ['a file', { path: '/kb/backlog.json', route: { type: 'endpoint', params: ['x'] } }, 'backlog.json'],
    ['a redirect', { path: '/kb/old/', route: listed, status: 301 }, 'old/index.html'],
  ])('%s', async (_name, page, file) => {
    const { written, left } = await make(page);
    expect(written(file)).toBeNull();
    expect(left).toBe('<h1>Größe</h1>');
  });
});

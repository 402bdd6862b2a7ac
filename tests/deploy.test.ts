import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { root } from './support/build-site.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('in a bucket, which has no folders,', () => {
  const answer = (uri: string): unknown =>
    runInNewContext(`${read('deploy/s3/viewer-request.js')}; handler({ request: { uri } })`, { uri });

  test.each([
    ['/', '/index.html'],
    ['/kb/backlog/', '/kb/backlog/index.html'],
    ['/backlog.ics', '/backlog.ics'],
    ['/_astro/base.CGywtLq-.css', '/_astro/base.CGywtLq-.css'],
  ])('%s is %s', (uri, asked) => {
    expect(answer(uri)).toEqual({ uri: asked });
  });

  test('a folder without its slash is sent on to it', () => {
    expect(answer('/backlog')).toMatchObject({
      statusCode: 301,
      headers: { location: { value: '/backlog/' } },
    });
  });
});

const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  ...globSync('docs/*.md', { cwd: root }),
];

describe.each(documents)('%s names', (document) => {
  // What a reader is shown as an example of a postmortem leads elsewhere.
  const text = read(document).replace(/^(`{3,})(?:mdx|yaml|lua|toml|json)\n[\s\S]*?^\1$/gm, '');

  test('files that are there', () => {
    const links = [...text.replace(/`[^`\n]+`/g, '').matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(
      ([, path = '']) => join(document, '..', path),
    );
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const named = [
      ...text.matchAll(/\b(?:deploy|docs|src\/core|tests)\/[\w./-]+\.(?:ts|md|sh|yml|toml|conf|js)\b/g),
    ];
    expect(named.map(([path]) => path).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const called = [...text.matchAll(/\bnpm run (?:--silent )?([a-z]+)/g)].map(([, name = '']) => name);
    expect(called.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

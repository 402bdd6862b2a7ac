import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { load } from '../../src/workspace/load.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const head =
  '---\ntitle: Fax\nstatus: open\nseverity: 1\nsystems: [fax]\nfacilitator: ana\n---\n\n## Summary\n\n';

/** Files by their path below the content folder; `/` at its end makes a folder. */
function foundIn(files: Record<string, string | Uint8Array>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'odd-content-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(path.endsWith('/') ? file : dirname(file), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(file, text);
  }
  return load({ root, content: root, siteUrl: null, basePath: '/' }).diagnostics.map(
    ({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`,
  );
}

test('a folder in the place of a file is told, and nothing that follows from it', () => {
  expect(foundIn({ 'postmortems/a.mdx': `${head}S.`, 'systems.yaml/': '', 'people.yaml/': '' })).toEqual([
    'people.yaml:1:1 file-unreadable',
    'systems.yaml:1:1 file-unreadable',
  ]);
});

test.each([
  ['that is no text', new Uint8Array([0xff, 0xfe, 0]), 'systems.yaml:1:1 file-encoding'],
  ['that is no list', 'fax: Fax', 'systems.yaml:1:1 systems-value'],
  ['whose entry is wrong elsewhere', '- { id: fax }', 'systems.yaml:1:3 systems-value'],
  ['with a control character', '- { id: fax, name: "F\u0007" }', 'systems.yaml:1:22 text-control-character'],
])('from a systems.yaml %s nothing else follows', (_, text, found) => {
  expect(foundIn({ 'postmortems/a.mdx': `${head}S.`, 'systems.yaml': text })).toEqual([found]);
});

test('more mistakes in one file than a function takes arguments are all told', () => {
  const systems = { 'systems.yaml': '- { id: fax, name: Fax }' };
  const headings = foundIn({ 'postmortems/a.mdx': `${head}S.\n\n${'# x\n\n'.repeat(150_000)}`, ...systems });
  expect(headings).toHaveLength(150_000);
  const links = foundIn({ 'postmortems/a.mdx': `${head}S.\n\n${'[a](#b)\n\n'.repeat(150_000)}`, ...systems });
  expect(links).toHaveLength(150_000);
}, 60_000);

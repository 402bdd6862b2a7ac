import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveFolder } from './static-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'static-server-test-'));
const page = 'page '.repeat(100);
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'a'));
  writeFileSync(join(folder, 'a/index.html'), page);
  writeFileSync(join(folder, 'raw.bin'), page);
  server = await serveFolder(folder);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('sends folders as their page, text compressed, and writes down the bytes', async () => {
  const answer = await fetch(`${server.url}/a/`);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await answer.text()).toBe(page);
  await (await fetch(`${server.url}/raw.bin`)).text();
  expect((await fetch(`${server.url}/none`)).status).toBe(404);
  expect((await fetch(`${server.url}/..%2f..%2fetc/passwd`)).status).toBe(404);
  expect(server.served).toEqual([
    { path: '/a/', bytes: gzipSync(page, { level: 9 }).length },
    { path: '/raw.bin', bytes: page.length },
    { path: '/none', bytes: 0 },
    { path: '/../../etc/passwd', bytes: 0 },
  ]);
});

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createCache } from '../../../src/render/mermaid/cache.ts';
import { createMermaid, type Drawing } from '../../../src/render/mermaid/index.ts';

const root = mkdtempSync(join(tmpdir(), 'mermaid-cache-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;
const folder = () => join(root, String(++folders));
const files = (directory: string) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^[\da-f]{12}.*\.\w+$/.test(name),
  );
const broken: Drawing = { kind: 'broken', line: 2, column: 3, message: 'm', hint: 'h' };

describe('the cache', () => {
  test('gives back what was written, by source', () => {
    const cache = createCache(folder());
    cache.write(cache.keyOf('a'), broken);
    expect([cache.read(cache.keyOf('a')), cache.read(cache.keyOf('b'))]).toEqual([broken, undefined]);
  });

  test.each(['', '{"kind":"dra', 'null', '{"kind":"drawn"}', '[]'])(
    'a spoilt file (%s) counts as none',
    (content) => {
      const directory = folder();
      const cache = createCache(directory);
      cache.write(cache.keyOf('a'), broken);
      writeFileSync(join(directory, files(directory)[0] ?? ''), content);
      expect(cache.read(cache.keyOf('a'))).toBeUndefined();
    },
  );

  test('no half-written file stays', () => {
    const directory = folder();
    const cache = createCache(directory);
    for (const source of ['a', 'b', 'a']) cache.write(cache.keyOf(source), broken);
    expect(files(directory).filter((name) => !name.endsWith('.json'))).toEqual([]);
    expect(files(directory).length).toBe(2);
  });

  test('drawings of other versions go after two weeks, other files stay', () => {
    const directory = folder();
    const [old, recent, foreign] = ['0123456789ab', 'ba9876543210', 'compiled'].map((name) =>
      join(directory, name),
    );
    for (const other of [old, recent, foreign]) mkdirSync(other ?? '', { recursive: true });
    const longAgo = new Date(Date.now() - 15 * 24 * 3_600_000);
    for (const other of [old, foreign]) utimesSync(other ?? '', longAgo, longAgo);
    const cache = createCache(directory);
    cache.write(cache.keyOf('a'), broken);
    expect([old, recent, foreign].map((other) => existsSync(other ?? ''))).toEqual([false, true, true]);
  });
});

describe('drawing with a cache', () => {
  const good = 'flowchart TD\n accTitle: t\n a-->b';
  const bad = 'flowchart TD\n a--';

  test('draws once, reads after that, verdicts on broken ones too; the progress counts only what is drawn', async () => {
    const cacheDirectory = folder();
    const progress: string[] = [];
    const start = () =>
      createMermaid({
        cacheDirectory,
        processes: 2,
        onProgress: ({ done, total }) => progress.push(`${done}/${total}`),
      });
    const first = start();
    const drawings = await Promise.all([good, bad, good].map((source) => first.draw(source)));
    await first.close();
    expect(drawings.map(({ kind }) => kind)).toEqual(['drawn', 'broken', 'drawn']);
    expect(progress).toEqual(['1/2', '2/2']);
    const second = start();
    expect(await Promise.all([good, bad, good].map((source) => second.draw(source)))).toEqual(drawings);
    await second.close();
    expect(progress.length).toBe(2);
  });

  test('what took too long is tried again', async () => {
    const cacheDirectory = folder();
    const hurried = createMermaid({ cacheDirectory, processes: 1, timeoutMs: 1 });
    expect(await hurried.draw(good)).toMatchObject({
      kind: 'broken',
      message: 'This diagram took longer than 0.001 s to draw, so it was stopped.',
    });
    await hurried.close();
    const patient = createMermaid({ cacheDirectory, processes: 1 });
    expect((await patient.draw(good)).kind).toBe('drawn');
    await patient.close();
  });

  test('cached drawings come back as they were, without a process to draw them', async () => {
    const cacheDirectory = folder();
    const cache = createCache(cacheDirectory);
    const svg = 'x'.repeat(12_000);
    const sources = Array.from({ length: 500 }, (_, i) => `flowchart TD\n a${i}`);
    for (const source of sources)
      cache.write(cache.keyOf(source), {
        kind: 'drawn',
        svg,
        type: 'flowchart-v2',
        title: 't',
        description: null,
        width: 1,
        height: 1,
        warnings: [],
      });
    const mermaid = createMermaid({ cacheDirectory });
    for (const source of sources) expect(await mermaid.draw(source)).toMatchObject({ kind: 'drawn', svg });
    await mermaid.close();
    expect(readFileSync(join(cacheDirectory, files(cacheDirectory)[0] ?? ''), 'utf8')).toContain(svg);
  });
});

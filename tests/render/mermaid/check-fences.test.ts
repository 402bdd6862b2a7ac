import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { checkFences } from '../../../src/render/mermaid/check-fences.ts';
import { createMermaid } from '../../../src/render/mermaid/index.ts';

const mermaid = createMermaid({ cacheDirectory: mkdtempSync(join(tmpdir(), 'fences-')), processes: 1 });
afterAll(() => mermaid.close());

const file = (fence: string, frontMatter = 'title: T') =>
  new Map([
    [
      'content/postmortems/a.mdx',
      readDocument(`---\n${frontMatter}\n---\n\n\`\`\`mermaid\n${fence}\n\`\`\`\n`),
    ],
  ]);

describe('an author’s diagram', () => {
  test('that can’t be drawn is an error at its own line', async () => {
    const found = await checkFences(file('flowchart TD\n  A --> B\n  B --[ C'), { rules: {} }, mermaid);
    expect(found.map(({ file, line, severity, rule }) => [file, line, severity, rule])).toEqual([
      ['content/postmortems/a.mdx', 8, 'error', 'diagram-broken'],
    ]);
  });

  test('is told of even where the front matter can’t be used', async () => {
    const found = await checkFences(file('nonsense', 'title: [T'), { rules: {} }, mermaid);
    expect(found.map(({ rule }) => rule)).toEqual(['diagram-broken']);
  });

  test('without a name is a warning, which settings can turn off', async () => {
    const unnamed = file('flowchart TD\n  A --> B');
    expect((await checkFences(unnamed, { rules: {} }, mermaid)).map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
    expect(await checkFences(unnamed, { rules: { 'diagram-reading': 'off' } }, mermaid)).toEqual([]);
  });
});

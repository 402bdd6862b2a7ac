import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyMemory, load } from '../../src/workspace/load.ts';
import { root } from '../support/build-site.ts';
import { sampleContent } from '../support/sample.ts';

const steps = [
  ...readFileSync(join(root, 'docs/by-example.md'), 'utf8').matchAll(/^(`{3,})mdx\n([\s\S]*?)^\1$/gm),
].map(([, , text = '']) => ({ status: /^status: (\w+)/m.exec(text)?.[1], text }));

test('the example grows from the first minute to the meeting', () => {
  expect(steps.map(({ status }) => status)).toEqual(['open', 'open', 'resolved', 'reviewed']);
});

test.each(steps.map((step, at) => ({ ...step, number: at + 1 })))('step $number passes check', ({ text }) => {
  const path = 'postmortems/2026-03-09-receipts-left-twice.mdx';
  const project = { root, content: join(root, sampleContent), siteUrl: null, basePath: '/' };
  const { diagnostics } = load(project, emptyMemory(), new Map([[path, text]]));
  expect(diagnostics.filter(({ file }) => file.endsWith(path))).toEqual([]);
});

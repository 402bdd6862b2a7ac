import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { postmortemText } from './postmortem-text.ts';
import { editSummary, setUpWorkbench } from './workbench.ts';

const folder = mkdtempSync(join(tmpdir(), 'workbench-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a workbench', () => {
  it('is a project of its own that keeps nothing but drawings', () => {
    const workbench = setUpWorkbench({ n: 8, seed: 1 });
    const write = (path: string): void => {
      mkdirSync(join(workbench.root, path, '..'), { recursive: true });
      writeFileSync(join(workbench.root, path), 'x');
    };
    const kept = ['node_modules/.astro/mermaid/a', 'node_modules/.astro/2f0c/mermaid/b', 'src/cli/main.ts'];
    const forgotten = [
      'dist/index.html',
      'node_modules/.vite/a',
      'node_modules/.astro/data',
      'node_modules/.astro/2f0c/data',
    ];
    for (const path of [...kept.slice(0, 2), ...forgotten]) write(path);
    workbench.forgetAllButDrawings();
    const present = (path: string): boolean => existsSync(join(workbench.root, path));
    expect(kept.filter(present)).toEqual(kept);
    expect(forgotten.filter(present)).toEqual([]);
    expect(present('node_modules/astro/package.json')).toBe(true);
    workbench.remove();
    expect(existsSync(workbench.root)).toBe(false);
  });
});

describe('an edit', () => {
  it('changes one sentence of a page, and replaces the edit before', () => {
    const file = join(folder, 'page.mdx');
    writeFileSync(file, postmortemText(1, 7));
    const before = readFileSync(file, 'utf8');
    editSummary(file, 'one');
    editSummary(file, 'two');
    const after = readFileSync(file, 'utf8');
    expect(after).toBe(before.replace('## Summary\n\n', '## Summary\n\nEdited as two for the bench. '));
    expect(after).not.toBe(before);
  });
});

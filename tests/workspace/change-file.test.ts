import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeFile } from '../../src/workspace/change-file.ts';
import type { Project } from '../../src/workspace/project.ts';
import { root } from '../support/build-site.ts';
import { contentFolder } from '../support/content-folder.ts';

const folder = '.cache/content/change-file';
const path = join(root, folder, 'postmortems/fax.mdx');
const project: Project = { root, content: join(root, folder), siteUrl: null, basePath: '/' };
const read = (): string => readFileSync(path, 'utf8');

beforeEach(() => {
  contentFolder('change-file', { 'postmortems/fax.mdx': 'One.\n' });
});
afterEach(() => {
  expect(readdirSync(join(root, folder, 'postmortems'))).toEqual(['fax.mdx']);
});

test('a change is made upon what stands there', async () => {
  await Promise.all(
    ['Two.', 'Three.'].map((word) => changeFile(project, path, (before) => ({ text: `${before}${word}\n` }))),
  );
  expect(read().split('\n').toSorted()).toEqual(['', 'One.', 'Three.', 'Two.']);
});

test('it is made anew upon what an editor saves meanwhile, however often', async () => {
  let saves = 0;
  await changeFile(project, path, (before) => {
    if (saves < 3) writeFileSync(path, `${read()}Saved ${++saves}.\n`);
    return { text: `${before}Two.\n` };
  });
  expect(read()).toBe('One.\nSaved 1.\nSaved 2.\nSaved 3.\nTwo.\n');
});

test('a program that saves without end is left to it, and what it saved stands', async () => {
  let saves = 0;
  const change = changeFile(project, path, (before) => {
    writeFileSync(path, `Saved ${++saves}.\n`);
    return { text: `${before}Two.\n` };
  });
  await expect(change).rejects.toThrow('was left as it is: it was changed meanwhile.');
  expect(read()).toBe(`Saved ${saves}.\n`);
});

test('a read-only file stays, though its folder could be written', async () => {
  chmodSync(path, 0o444);
  const change = changeFile(project, path, (before) => ({ text: `${before}Two.\n` }));
  await expect(change).rejects.toThrow('was left as it is: it is read-only.');
  expect(read()).toBe('One.\n');
});

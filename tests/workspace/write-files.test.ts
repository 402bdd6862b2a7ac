import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { assertWritable, createFile, writeOver } from '../../src/workspace/write-files.ts';
import { removeTemporaryFolders, temporaryFolder } from '../support/repository.ts';

afterAll(removeTemporaryFolders);

const projectIn = (folder: string) => ({
  root: folder,
  content: join(folder, 'content'),
  siteUrl: null,
  basePath: '/',
});

test('a new file comes with its folders, once, and leaves nothing beside it', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'a/b/c.mdx');
  expect([createFile(file, 'first'), createFile(file, 'second')]).toEqual([true, false]);
  expect(readFileSync(file, 'utf8')).toBe('first');
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['c.mdx']);
});

test('a link that leads nowhere is a name that is taken', () => {
  const folder = temporaryFolder();
  symlinkSync('gone', join(folder, 'c.mdx'));
  expect(createFile(join(folder, 'c.mdx'), 'text')).toBe(false);
  expect(readdirSync(folder)).toEqual(['c.mdx']);
});

test('what cannot be written is said, and leaves nothing behind', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a'), '');
  expect(() => createFile(join(folder, 'a/c.mdx'), 'text')).toThrow(
    /^c\.mdx can't be written \((?:ENOTDIR|EEXIST)\)\.$/,
  );
  expect(readdirSync(folder)).toEqual(['a']);
});

test('a file that has changed since it was read stays', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'content/systems.yaml');
  mkdirSync(join(folder, 'content'));
  writeFileSync(file, 'theirs');
  expect(() => writeOver(projectIn(folder), file, 'read', 'mine')).toThrow(
    'content/systems.yaml was left as it is: it was changed meanwhile.',
  );
  expect(() => writeOver(projectIn(folder), file, null, 'mine')).toThrow(
    'content/systems.yaml was left as it is: somebody made one meanwhile.',
  );
  expect(readFileSync(file, 'utf8')).toBe('theirs');
  writeOver(projectIn(folder), file, 'theirs', 'mine');
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(readdirSync(join(folder, 'content'))).toEqual(['systems.yaml']);
});

test('nothing is written through a link, which would not be read either', () => {
  const folder = temporaryFolder();
  const project = projectIn(folder);
  mkdirSync(join(folder, 'elsewhere'));
  mkdirSync(project.content);
  symlinkSync('../elsewhere', join(project.content, 'postmortems'));
  expect(() => assertWritable(project, join(project.content, 'postmortems/a.mdx'))).toThrow(
    'content/postmortems is no folder, and links are not followed.',
  );
  expect(() => assertWritable(project, join(project.content, 'handbook/a.mdx'))).not.toThrow();
});

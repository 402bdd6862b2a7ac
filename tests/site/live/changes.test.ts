import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { changesBetween, type Gone } from '../../../src/site/live/changes.ts';
import { emptyMemory, load, type Workspace } from '../../../src/workspace/load.ts';
import type { Project } from '../../../src/workspace/project.ts';
import { root } from '../../support/build-site.ts';
import {
  type ContentFiles,
  contentFolder,
  openPostmortem,
  writeContent,
} from '../../support/content-folder.ts';

const folder = '.cache/content/live-changes';
const project: Project = { root, content: join(root, folder), siteUrl: null, basePath: '/kb/' };
const at = (path: string): string => join(root, folder, path);
const fax = 'postmortems/fax.mdx';
const memory = emptyMemory();

let before: Workspace;
let gone: Map<string, Gone>;
beforeEach(() => {
  const files: ContentFiles = {
    [fax]: openPostmortem('Fax'),
    'postmortems/mail.mdx': openPostmortem('Mail'),
    'handbook/index.mdx': '---\ntitle: Handbook\n---\n\nWords.\n',
    'settings.yaml': 'organisation: Harbour\n',
  };
  contentFolder('live-changes', files);
  before = load(project, memory);
  gone = new Map();
});

const nothing = { changed: [], added: [], removed: [], renamed: [], everywhere: false };
const changes = () => {
  const after = load(project, memory);
  const found = changesBetween(before, after, gone);
  before = after;
  return found;
};

test('a save that changes nothing changes no page', () => {
  expect(changes()).toEqual(nothing);
});

test('a save changes the page of its file', () => {
  writeContent(folder, { [fax]: openPostmortem('Fax, again') });
  expect(changes()).toEqual({ ...nothing, changed: ['/kb/postmortems/fax/'] });
  writeContent(folder, { 'handbook/index.mdx': '---\ntitle: Handbook\n---\n\nMore.\n' });
  expect(changes()).toEqual({ ...nothing, changed: ['/kb/handbook/'] });
});

test('settings change every page', () => {
  writeContent(folder, { 'settings.yaml': 'organisation: Quay\n' });
  expect(changes()).toEqual({ ...nothing, everywhere: true });
});

test('a file with another name is the same page elsewhere', () => {
  renameSync(at(fax), at('postmortems/telefax.mdx'));
  const [from, to] = ['/kb/postmortems/fax/', '/kb/postmortems/telefax/'];
  expect(changes()).toEqual({ ...nothing, added: [to], removed: [from], renamed: [{ from, to }] });
  expect(gone.get(from)).toMatchObject({ title: 'Fax', movedTo: to });
  expect(changes()).toEqual(nothing);
});

test('a file that goes first and comes back later elsewhere is renamed too', () => {
  rmSync(at(fax));
  expect(changes()).toMatchObject({ removed: ['/kb/postmortems/fax/'], renamed: [] });
  writeContent(folder, { 'postmortems/old/fax.mdx': openPostmortem('Fax') });
  expect(changes().renamed).toEqual([{ from: '/kb/postmortems/fax/', to: '/kb/postmortems/old/fax/' }]);
});

test('where two files say the same, nobody is led to either', () => {
  rmSync(at(fax));
  writeContent(folder, {
    'postmortems/a.mdx': openPostmortem('Fax'),
    'postmortems/b.mdx': openPostmortem('Fax'),
  });
  expect(changes().renamed).toEqual([]);
  expect(gone.get('/kb/postmortems/fax/')).toMatchObject({ movedTo: null });
});

test('a page that comes back is gone no more', () => {
  rmSync(at(fax));
  changes();
  writeContent(folder, { [fax]: openPostmortem('Fax') });
  expect(changes()).toMatchObject({ added: ['/kb/postmortems/fax/'], renamed: [] });
  expect(gone.size).toBe(0);
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LastGood } from '../../src/workspace/last-good.ts';
import { emptyMemory, load, type Workspace } from '../../src/workspace/load.ts';
import type { Project } from '../../src/workspace/project.ts';
import { root } from '../support/build-site.ts';
import { contentFolder, openPostmortem, writeContent } from '../support/content-folder.ts';

const folder = '.cache/content/last-good';
const project: Project = { root, content: join(root, folder), siteUrl: null, basePath: '/' };
const fax = 'postmortems/fax.mdx';
let memory = emptyMemory();
let lastGood: LastGood = new Map();

/** What is there after another save. */
function saved(files: Record<string, string>): Workspace {
  writeContent(folder, files);
  return load(project, memory, new Map(), lastGood);
}
const titles = ({ catalog }: Workspace): string[] => catalog.postmortems.map(({ facts }) => facts.title);
const standIns = (workspace: Workspace): string[] =>
  [...workspace.standIns].map((file) => file.slice(folder.length + 1));

beforeEach(() => {
  contentFolder('last-good', {});
  memory = emptyMemory();
  lastGood = new Map();
  saved({ [fax]: openPostmortem('Fax'), 'settings.yaml': 'organisation: Harbour\n' });
});

describe('while somebody writes', () => {
  test.each([
    ['front matter that cannot be used', openPostmortem('Phone').replace('title:', 'titel:')],
    ['a mistake in its MDX', openPostmortem('Phone', 'It took <5 ms.')],
    ['a file of another encoding', '\u0000'],
  ])('%s leaves the last good version standing, and is reported', (_, text) => {
    const broken = saved({ [fax]: text });
    expect(titles(broken)).toEqual(['Fax']);
    expect(standIns(broken)).toEqual([fax]);
    expect(broken.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    const mended = saved({ [fax]: openPostmortem('Phone') });
    expect(titles(mended)).toEqual(['Phone']);
    expect(standIns(mended)).toEqual([]);
  });

  test('a file that was never good says what could be read of it', () => {
    const text = openPostmortem('Phone', 'It took <5 ms.');
    expect(titles(saved({ 'postmortems/phone.mdx': text }))).toContain('Phone');
    expect(standIns(saved({}))).toEqual([]);
  });

  test('settings with an error stay as they were, all of them', () => {
    const broken = saved({ 'settings.yaml': 'organisation: Quay\nfavouriteBird: heron\n' });
    expect(broken.catalog.settings.organisation).toBe('Harbour');
    expect(standIns(broken)).toEqual(['settings.yaml']);
    expect(saved({ 'settings.yaml': 'organisation: Quay\n' }).catalog.settings.organisation).toBe('Quay');
  });

  test('what the settings soften to a warning is no error', () => {
    const softer = { 'settings.yaml': 'rules:\n  front-matter-key: warning\n' };
    const text = openPostmortem('Phone').replace('severity:', 'colour: red\nseverity:');
    const workspace = saved({ ...softer, [fax]: text });
    expect(titles(workspace)).toEqual(['Phone']);
    expect(standIns(workspace)).toEqual([]);
  });

  test('a deleted file is gone, and what it said is forgotten', () => {
    rmSync(join(root, folder, fax));
    expect(titles(saved({}))).toEqual([]);
    expect(lastGood.has(fax)).toBe(false);
  });
});

test('nothing stands in for anything where nobody asked for it', () => {
  load(project, memory);
  writeContent(folder, { [fax]: openPostmortem('Phone').replace('title:', 'titel:') });
  expect(titles(load(project, memory))).toEqual([]);
});

import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, describe, expect, test } from 'vitest';
import { emptyMemory, load } from '../../src/workspace/load.ts';
import { type Project, UsageError } from '../../src/workspace/project.ts';
import { root } from '../support/build-site.ts';
import { type ContentFiles, contentFolder, openPostmortem, writeContent } from '../support/content-folder.ts';

const folder = '.cache/content/load';
const project: Project = { root, content: join(root, folder), siteUrl: null, basePath: '/' };
const at = (path: string): string => join(root, folder, path);

function written(files: ContentFiles): void {
  contentFolder('load', files);
}

/** What a load reports, as `path line:column severity rule`. */
function found(files?: ContentFiles): string[] {
  if (files !== undefined) written(files);
  return load(project).diagnostics.map(
    ({ file, line, column, severity, rule }) =>
      `${file.slice(folder.length + 1)} ${line}:${column} ${severity} ${rule}`,
  );
}

function message(path: string): string {
  const { message, hint } = load(project).diagnostics.find(({ file }) => file === `${folder}/${path}`) ?? {};
  return `${message} ${hint}`;
}

describe('a content folder', () => {
  test('is read whole, whatever else lies in it', () => {
    written({
      'postmortems/b/deep.mdx': openPostmortem('Deep'),
      'postmortems/a.mdx': openPostmortem('A'),
      'postmortems/a.log': 'text',
      'postmortems/.draft.mdx': 'not read',
      '.git/config': 'not read',
      'node_modules/x/index.mdx': 'not read',
      'handbook/guide.mdx': '---\ntitle: Guide\n---\n\nWords.\n',
      'settings.yaml': 'organisation: Harbour\n',
      'README.md': 'not ours',
    });
    const { catalog, diagnostics, assets, fileCount, textOf } = load(project);
    expect(diagnostics).toEqual([]);
    expect(catalog.postmortems.map(({ id }) => id).toSorted()).toEqual(['a', 'b/deep']);
    expect(catalog.handbook.map(({ id }) => id)).toEqual(['guide']);
    expect(catalog.settings.organisation).toBe('Harbour');
    expect([...assets].toSorted()).toEqual(['README.md', 'postmortems/a.log']);
    expect(fileCount).toBe(4);
    expect(textOf(`${folder}/settings.yaml`)).toBe('organisation: Harbour\n');
    expect(textOf(`${folder}/postmortems/a.log`)).toBeNull();
  });

  test('may be empty', () => {
    written({});
    expect(load(project)).toMatchObject({ diagnostics: [], fileCount: 0 });
  });

  test.each(['gone', 'settings.yaml'])('that is none is a slip of the caller: %s', (path) => {
    written({ 'settings.yaml': '' });
    expect(() => load({ ...project, content: at(path) })).toThrow(
      new UsageError(
        `There is no content folder at ${folder}/${path}. Create it, or point CONTENT_DIR at the folder that holds your postmortems.`,
      ),
    );
  });

  test('reports what is wrong in every file at once, in order', () => {
    expect(
      found({
        'postmortems/b.mdx': openPostmortem('B').replace('severity: 1', 'severity: 9'),
        'postmortems/a.mdx': openPostmortem('A', '[x](./gone.mdx)\n\n{oops}'),
        'settings.yaml': 'organization: Harbour\n',
        'people.yaml': '- handle: ana\n',
      }),
    ).toEqual([
      'people.yaml 1:3 error people-value',
      'postmortems/a.mdx 9:1 error link-missing',
      'postmortems/a.mdx 11:1 error code-expression',
      'postmortems/b.mdx 4:11 error front-matter-value',
      'settings.yaml 1:1 error settings-key',
    ]);
  });

  test('judges the text of a file whose facts can’t be used, once', () => {
    const text = '[x](./gone.mdx)\n\nAlex was careless.';
    expect(
      found({ 'postmortems/a.mdx': openPostmortem('A', text).replace('severity: 1', 'severity: high') }),
    ).toEqual([
      'postmortems/a.mdx 4:11 error front-matter-value',
      'postmortems/a.mdx 9:1 error link-missing',
      'postmortems/a.mdx 11:10 warning blame-words',
    ]);
  });
});

test('a first week that names no postmortem is an error at its line, and one that can’t be read is there', () => {
  const files = {
    'postmortems/2018-05-04-fax.mdx': openPostmortem('Fax'),
    'postmortems/2019-03-02-outbox.mdx': '---\ntitle:\n---\n',
  };
  const chosen = 'firstWeek:\n  - 2018-05-04-fax\n  - 2019-03-02-outbox\n';
  expect(found({ ...files, 'settings.yaml': chosen }).filter((line) => line.startsWith('settings'))).toEqual(
    [],
  );
  expect(found({ ...files, 'settings.yaml': `${chosen}  - 2018-05-04-fx\n` })).toContain(
    'settings.yaml 4:5 error settings-value',
  );
  expect(message('settings.yaml')).toContain('Did you mean 2018-05-04-fax?');
});

describe('names', () => {
  test.each([
    ['postmortems/Fax.mdx', 'postmortems/fax.mdx'],
    ['postmortems/the fax.mdx', 'postmortems/the-fax.mdx'],
    ['postmortems/Über Größe.mdx', 'postmortems/uber-gro-e.mdx'],
    ['postmortems/2018.05/fax.mdx', 'postmortems/2018-05/fax.mdx'],
    ['handbook/日本.mdx', 'handbook/untitled.mdx'],
    ['postmortems/a"onclick="x.mdx', 'postmortems/a-onclick-x.mdx'],
  ])('%s can be no address; %s can', (path, better) => {
    const text = path.startsWith('handbook') ? '---\ntitle: T\n---\n\nx\n' : openPostmortem('T');
    expect(found({ [path]: text })).toEqual([`${path} 1:1 error file-id`]);
    expect(message(path)).toBe(
      `"${path}" can't be an address: paths are lower-case letters, digits, "-", "_" and "/". Rename it to ${better}.`,
    );
    expect(found({ [better]: text })).toEqual([]);
  });

  test('two that differ by capitals alone would be one address', () => {
    written({ 'postmortems/fax.mdx': openPostmortem('One'), 'postmortems/FAX.mdx': openPostmortem('Two') });
    expect(found()).toEqual([
      'postmortems/FAX.mdx 1:1 error file-id',
      'postmortems/fax.mdx 1:1 error file-id',
    ]);
    expect(message('postmortems/fax.mdx')).toContain(
      'differs from postmortems/FAX.mdx by capital letters only',
    );
  });

  test.each(['meeting', 'replay', 'brief'])('at the address of a %s page is refused', (page) => {
    const path = `postmortems/fax/${page}.mdx`;
    const text = openPostmortem('Fax');
    expect(found({ [path]: text })).toEqual([]);
    expect(found({ [path]: text, 'postmortems/fax.mdx': text })).toEqual([`${path} 1:1 error file-id`]);
    expect(message(path)).toContain(`such as postmortems/fax/${page}-notes.mdx`);
  });

  test.each([
    ['postmortems/fax.md', 'error file-ending', 'Rename it to fax.mdx.'],
    ['handbook/guide.MDX', 'error file-ending', 'Rename it to guide.mdx.'],
    ['postmortems/a.markdown', 'error file-ending', 'Rename it to a.mdx.'],
    ['fax.mdx', 'warning file-place', 'Move it to postmortems/fax.mdx or handbook/fax.mdx.'],
    ['setings.yaml', 'warning file-place', 'Rename or remove it.'],
    ['people.yml', 'warning file-place', 'Rename it to people.yaml.'],
  ])('%s would be passed over', (path, what, hint) => {
    expect(found({ [path]: 'x: 1\n' })).toEqual([`${path} 1:1 ${what}`]);
    expect(message(path)).toContain(hint);
  });
});

describe('files', () => {
  test.each([
    ['in the middle of a line', [0x61, 0x0a, 0x62, 0x63, 0xff, 0x64], '2:3'],
    ['at the very start', [0xff, 0xfe, 0x61, 0x00], '1:1'],
    ['cut off at the end', [0x61, 0x0d, 0x0a, 0xe2, 0x82], '2:1'],
    ['after letters of two bytes', [0xc3, 0xa4, 0xc3, 0xa4, 0x80], '1:3'],
  ])('that are no UTF-8 are reported at the byte: %s', (_, bytes, place) => {
    expect(found({ 'postmortems/a.mdx': new Uint8Array(bytes) })).toEqual([
      `postmortems/a.mdx ${place} error file-encoding`,
    ]);
  });

  test.each([
    ['at the end', [0x61, 0xe4]],
    ['that would begin a letter', [0x61, 0xe4, 0x28]],
    ['behind a byte order mark', [0xef, 0xbb, 0xbf, 0xe4, 0x61]],
  ])('name the byte that cannot be read: one %s', (_, bytes) => {
    written({ 'settings.yaml': new Uint8Array(bytes) });
    expect(message('settings.yaml')).toContain("the byte 0xe4 here can't be read");
  });

  test('may have 2,000,000 bytes and not one more', () => {
    const text = openPostmortem('Long', `\`\`\`\n${'x'.repeat(99)}\n`);
    const fence = '```\n';
    const lines = `${text}${`${'y'.repeat(99)}\n`.repeat(20_000)}`;
    const filled = (size: number): string => `${lines.slice(0, size - fence.length - 1)}\n${fence}`;
    expect(found({ 'postmortems/a.mdx': filled(2_000_000) })).toEqual([]);
    expect(found({ 'postmortems/a.mdx': filled(2_000_001) })).toEqual([
      'postmortems/a.mdx 1:1 error file-size',
    ]);
    expect(message('postmortems/a.mdx')).toContain('2,000,001 bytes; the limit is 2,000,000 (2 MB)');
  });

  test('behind symbolic links are left out with a warning', () => {
    written({ 'postmortems/a.mdx': openPostmortem('A') });
    symlinkSync(at('postmortems/a.mdx'), at('postmortems/b.mdx'));
    symlinkSync('/etc', at('postmortems/etc'));
    symlinkSync(at('.'), at('postmortems/loop'));
    expect(found()).toEqual([
      'postmortems/b.mdx 1:1 warning symbolic-link',
      'postmortems/etc 1:1 warning symbolic-link',
      'postmortems/loop 1:1 warning symbolic-link',
    ]);
    expect(load(project).catalog.postmortems.map(({ id }) => id)).toEqual(['a']);
  });

  // Whoever is root may read everything.
  describe.skipIf(process.getuid?.() === 0)('that may not be read', () => {
    afterEach(() => {
      for (const path of ['postmortems/a.mdx', 'postmortems']) chmodSync(at(path), 0o755);
    });

    test.each(['postmortems/a.mdx', 'postmortems'])('are reported by name: %s', (path) => {
      written({ 'postmortems/a.mdx': openPostmortem('A') });
      chmodSync(at(path), 0);
      expect(found()).toEqual([`${path} 1:1 error file-unreadable`]);
    });
  });

  test.each([
    ['<svg><rect/><script>alert(1)</script></svg>', '1:13'],
    ['<svg>\n<g onclick="x"/></svg>', '2:3'],
    ['<svg><a xlink:href="javascript:x"/></svg>', '1:21'],
    ['<svg><x:script/></svg>', '1:6'],
    ['<svg><a href="j&#97;v&#x61;script:x"/></svg>', '1:15'],
    ['<!DOCTYPE svg [<!ENTITY x "y">]><svg/>', '1:16'],
    ['<svg><foreignObject/></svg>', '1:6'],
  ])('that are images hold no script: %s', (text, place) => {
    expect(found({ 'postmortems/a.svg': text })).toEqual([`postmortems/a.svg ${place} error image-script`]);
  });

  test.each([
    '<svg xmlns="http://www.w3.org/2000/svg"><title>The one on call</title><text>javascript is a word</text></svg>',
    '<svg><style>.description{fill:red}</style><a href="https://example.com"/></svg>',
  ])('that are images may be plain: %s', (text) => {
    expect(found({ 'postmortems/a.svg': text })).toEqual([]);
  });
});

describe('a second load', () => {
  test('reads again only what has changed', () => {
    written({
      'postmortems/a.mdx': openPostmortem('A'),
      'postmortems/b.mdx': openPostmortem('B'),
      'postmortems/c.mdx': openPostmortem('C'),
    });
    const memory = emptyMemory();
    const before = load(project, memory);
    const documentOf = (workspace: typeof before, id: string) =>
      workspace.catalog.postmortems.find((postmortem) => postmortem.id === id)?.document;
    writeContent(folder, { 'postmortems/b.mdx': openPostmortem('Better') });
    rmSync(at('postmortems/c.mdx'));
    const after = load(project, memory);
    expect(documentOf(after, 'a')).toBe(documentOf(before, 'a'));
    expect(documentOf(after, 'b')).not.toBe(documentOf(before, 'b'));
    expect(after.catalog.postmortems.map(({ facts }) => facts.title).toSorted()).toEqual(['A', 'Better']);
    expect([...memory.documents.keys()].toSorted()).toEqual(['postmortems/a.mdx', 'postmortems/b.mdx']);
    expect([...memory.postmortems.keys()].toSorted()).toEqual(['postmortems/a.mdx', 'postmortems/b.mdx']);
  });

  test('sees a change that keeps a file’s size and time', () => {
    written({ 'postmortems/a.mdx': openPostmortem('One') });
    const memory = emptyMemory();
    utimesSync(at('postmortems/a.mdx'), 1, 1);
    load(project, memory);
    writeFileSync(at('postmortems/a.mdx'), openPostmortem('Two'));
    utimesSync(at('postmortems/a.mdx'), 1, 1);
    expect(load(project, memory).catalog.postmortems[0]?.facts.title).toBe('Two');
  });

  test('judges postmortems anew where settings, systems or people have changed', () => {
    written({
      'postmortems/a.mdx': openPostmortem('A').replace('severity: 1', 'severity: 1\nsystems: [fax]'),
      'systems.yaml': '- { id: fax, name: Fax }\n',
    });
    const memory = emptyMemory();
    expect(load(project, memory).diagnostics).toEqual([]);
    writeContent(folder, { 'systems.yaml': '- { id: mail, name: Mail }\n' });
    expect(load(project, memory).diagnostics.map(({ rule }) => rule)).toEqual(['system-unknown']);
    writeContent(folder, { 'settings.yaml': 'rules: { system-unknown: warning }\n' });
    expect(load(project, memory).diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('follows files that move', () => {
    written({
      'postmortems/a.mdx': openPostmortem('A'),
      'postmortems/b.mdx': openPostmortem('B', '[a](./a.mdx)'),
    });
    const memory = emptyMemory();
    expect(load(project, memory).diagnostics).toEqual([]);
    mkdirSync(at('postmortems/old'));
    renameSync(at('postmortems/a.mdx'), at('postmortems/old/a.mdx'));
    const { diagnostics, catalog } = load(project, memory);
    expect(diagnostics.map(({ rule, hint }) => [rule, hint])).toEqual([
      ['link-missing', 'Did you mean ./old/a.mdx?'],
    ]);
    expect(catalog.postmortems.map(({ id }) => id).toSorted()).toEqual(['b', 'old/a']);
  });
});

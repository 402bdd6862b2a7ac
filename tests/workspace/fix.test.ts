import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixContent } from '../../src/workspace/fix.ts';
import { load } from '../../src/workspace/load.ts';
import { projectFromEnvironment } from '../../src/workspace/project.ts';
import { replaceFile } from '../../src/workspace/replace-file.ts';
import { root } from '../support/build-site.ts';
import { type ContentFiles, contentFolder, openPostmortem, writeContent } from '../support/content-folder.ts';

function project(name: string, files: ContentFiles) {
  return projectFromEnvironment({ CONTENT_DIR: contentFolder(`fix-${name}`, files) });
}

const errorsOf = (files: ContentFiles, name: string): string[] =>
  load(project(name, files))
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ line, rule }) => `${line} ${rule}`);

const timeline = (...entries: string[]): string =>
  `${openPostmortem('A')}\n## Timeline\n\n${entries.map((entry) => `- ${entry}`).join('\n')}\n`;

describe('a fix that would make another error is not applied', () => {
  test('a clock of one digit that was meant for the afternoon', () => {
    const text = timeline('2018-05-04 12:30 Begin.', '1:15 A call.', '2:20 PM On it.');
    const [file] = fixContent(project('order', { 'postmortems/a.mdx': text }), null);
    expect(file?.after).toBe(timeline('2018-05-04 12:30 Begin.', '1:15 A call.', '14:20 On it.'));
    expect(file?.fixed.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['15 timeline-time']);
  });

  test('words whose moving would break a link to the improvement', () => {
    const item = '## Detect\n\n- [ ] Page due:2018-06-01 on-duty\n';
    const link = openPostmortem('B', '[Page](./a.mdx#page-due2018-06-01-on-duty)');
    const files = { 'postmortems/a.mdx': `${openPostmortem('A')}\n${item}`, 'postmortems/b.mdx': link };
    expect(errorsOf(files, 'anchor')).toEqual(['13 word-place']);
    expect(fixContent(project('anchor', files), null)).toEqual([]);
  });
});

test('a clock that can only be of the next day is mended, and its day asked for', () => {
  const text = timeline('2018-05-04 23:50 Begin.', '00.20 A call.');
  const files = { 'postmortems/a.mdx': text };
  expect(errorsOf(files, 'night')).toEqual(['14 timeline-order', '14 timeline-time']);
  expect(fixContent(project('night', files), null)[0]?.after).toBe(text.replace('00.20', '00:20'));
});

test('a fix that needs the next ones is applied together with them', () => {
  const write = (item: string): string => `${openPostmortem('A')}\n## Detect\n\n${item}\n`;
  const files = {
    'people.yaml': '- { handle: ana, name: Ana }\n',
    'postmortems/a.mdx': write('- [] Page @Ana due: 2018-06-01'),
  };
  const [file] = fixContent(project('chain', files), null);
  expect(file?.after).toBe(write('- [ ] Page @ana due:2018-06-01'));
  expect(file?.fixed).toHaveLength(3);
});

test('what does harm in one file does not keep others from being mended', () => {
  const bad = timeline('2018-05-04 12:30 Begin.', '1:15 A call.');
  const good = timeline('2018-05-04 8:25 A call.');
  const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `postmortems/${name}.mdx`);
  const files = Object.fromEntries(names.map((name, at) => [name, at % 2 === 0 ? bad : good]));
  expect(fixContent(project('others', files), null).map(({ file }) => file.slice(-5))).toEqual([
    'b.mdx',
    'd.mdx',
  ]);
});

test('problems that only show once the front matter can be read do not keep it from being mended', () => {
  const text = openPostmortem('A', '[Gone](./gone.mdx)').replace('severity: 1', 'severity: "1"');
  const [file] = fixContent(project('revealed', { 'postmortems/a.mdx': text }), null);
  expect(file?.after).toBe(text.replace('"1"', '1'));
});

test('what was hidden in a list, below a heading that is indented, does not keep it from being mended', () => {
  const write = (indent: string): string =>
    `${openPostmortem('A')}\n## Whys\n\n- Why so late?\n\n${indent}## Detect\n\n${indent}- [ ] Page due:soon\n`;
  const files = { 'postmortems/a.mdx': write('  ') };
  expect(fixContent(project('indented', files), null)[0]?.after).toBe(write(''));
  // A second section of one name would be made.
  const twice = { 'postmortems/a.mdx': `${write('  ')}\n## Detect\n\n- Look\n` };
  expect(fixContent(project('indented-twice', twice), null)).toEqual([]);
});

test('only files that are wanted are touched', () => {
  const files = {
    'postmortems/a.mdx': timeline('2018-05-04 8:25 A call.'),
    'postmortems/b.mdx': timeline('2018-05-04 8:25 A call.'),
  };
  const own = project('wanted', files);
  const fixed = fixContent(own, new Set(['.cache/content/fix-wanted/postmortems/b.mdx']));
  expect(fixed.map(({ file }) => file)).toEqual(['.cache/content/fix-wanted/postmortems/b.mdx']);
});

test('nothing is fixed where a rule is off', () => {
  const files = {
    'settings.yaml': 'rules:\n  timeline-time: off\n',
    'postmortems/a.mdx': timeline('2018-05-04 8:25 A call.'),
  };
  expect(fixContent(project('off', files), null)).toEqual([]);
});

describe('for any file', () => {
  const line = fc.constantFrom(
    '- 2018-05-04 8:25 **detcted** A call.',
    '- 5:00 PM A {call} took <5 ms.',
    '- 1:00 - 2:00 PM **report,** A call.',
    '-[ ] Page on-duty due: 2018-06-01',
    '- [] Page @ana deu:2018-6-1 on-duty',
    '- [ ] Page due:2018-06-01 **on** duty @ana  ',
    '- [X ] Write it down @ana done:2018/06/01',
    '  Words that belong to it, \\{ and `{code}`.',
    '## Timeline',
    '## Detect',
    '<!-- a comment -->',
    'One <br> two {three',
    '',
  );
  const file = fc
    .record({
      head: fc.constantFrom('severity: 1', 'severity: "1"', 'effort: 31 hours\nseverity: 1', 'Severity: 2'),
      body: fc.array(line, { maxLength: 14 }),
      lineBreak: fc.constantFrom('\n', '\r\n'),
      mark: fc.constantFrom('', '\uFEFF'),
    })
    .map(
      ({ head, body, lineBreak, mark }) =>
        mark +
        ['---', 'title: A', 'status: open', head, '---', '', '## Symptoms', '', 'Out.', '', ...body]
          .join('\n')
          .replaceAll('\n', lineBreak),
    );
  const own = project('any', {});

  test('fixing twice is fixing once, leaves fewer problems, and keeps every line that has no problem', () => {
    fc.assert(
      fc.property(file, (text) => {
        const read = (content: string) => {
          writeContent('.cache/content/fix-any', { 'postmortems/a.mdx': content });
          return load(own).diagnostics;
        };
        const before = read(text);
        const [fixed] = fixContent(own, null);
        if (fixed === undefined) return;
        expect(fixed.before).toBe(text);
        const after = read(fixed.after);
        expect(fixContent(own, null)).toEqual([]);
        expect(after.length).toBeLessThan(before.length);
        const [old, fresh] = [text, fixed.after].map((content) => content.split('\n'));
        expect(fresh).toHaveLength(old?.length ?? 0);
        const touched = new Set(
          fixed.fixed.flatMap(({ fix }) => fix?.edits ?? []).map(({ start }) => start.line),
        );
        expect(fresh?.filter((_, at) => !touched.has(at + 1))).toEqual(
          old?.filter((_, at) => !touched.has(at + 1)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a file is replaced whole or not at all', () => {
  const folder = (name: string): string => join(root, contentFolder(`replace-${name}`, { 'a.mdx': 'old' }));

  test('with its mode, and nothing else is left in the folder', () => {
    const own = folder('mode');
    chmodSync(join(own, 'a.mdx'), 0o640);
    expect(replaceFile(join(own, 'a.mdx'), 'old', 'new')).toEqual({ kind: 'written' });
    expect(readFileSync(join(own, 'a.mdx'), 'utf8')).toBe('new');
    expect(statSync(join(own, 'a.mdx')).mode & 0o777).toBe(0o640);
    expect(readdirSync(own)).toEqual(['a.mdx']);
  });

  test('not where it changed since it was read', () => {
    const own = folder('changed');
    writeFileSync(join(own, 'a.mdx'), 'mine');
    expect(replaceFile(join(own, 'a.mdx'), 'old', 'new')).toEqual({
      kind: 'kept',
      why: 'it was changed meanwhile',
    });
    expect(readFileSync(join(own, 'a.mdx'), 'utf8')).toBe('mine');
    expect(readdirSync(own)).toEqual(['a.mdx']);
  });

  test('not where it is a symbolic link or gone', () => {
    const own = folder('link');
    symlinkSync('a.mdx', join(own, 'b.mdx'));
    expect(replaceFile(join(own, 'b.mdx'), 'old', 'new')).toEqual({
      kind: 'kept',
      why: 'it is no plain file',
    });
    expect(replaceFile(join(own, 'c.mdx'), 'old', 'new')).toEqual({
      kind: 'kept',
      why: "it can't be written (ENOENT)",
    });
    expect(readFileSync(join(own, 'a.mdx'), 'utf8')).toBe('old');
    expect(readdirSync(own)).toEqual(['a.mdx', 'b.mdx']);
  });
});

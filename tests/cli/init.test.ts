import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { initOptions } from '../../src/cli/init-options.ts';
import { askInit, type InitSituation } from '../../src/cli/init-questions.ts';
import { freezeSample, removeShipped, sampleFiles } from '../../src/workspace/sample.ts';
import { root, run } from '../support/build-site.ts';
import { contentFolder } from '../support/content-folder.ts';
import { keys, typist } from '../support/keyboard.ts';
import { removeTemporaryFolders, temporaryFolder } from '../support/repository.ts';
import { sampleContent } from '../support/sample.ts';

const own = ['--organisation', 'Blue Door', '--timezone', 'Europe/Berlin', '--remove-sample'];
const init = (folder: string, ...args: string[]) => run(['init', ...args], { CONTENT_DIR: folder });
const textsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.\w+$/.test(path))
      .sort()
      .map((path) => [path, readFileSync(join(root, folder, path), 'utf8')]),
  );
const check = (folder: string) => run(['check', '-f', 'unix'], { CONTENT_DIR: folder });

afterAll(removeTemporaryFolders);

describe('init', () => {
  test('leaves settings, systems and the handbook, and they pass check', async () => {
    const folder = contentFolder('init-remove', {}, sampleContent);
    const { code, stderr } = await init(folder, ...own);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const texts = textsOf(folder);
    expect(Object.keys(texts).filter((path) => !path.startsWith('handbook/'))).toEqual([
      'settings.yaml',
      'systems.yaml',
    ]);
    expect(Object.keys(texts).filter((path) => path.startsWith('handbook/'))).toEqual(
      Object.keys(sampleFiles).filter((path) => path.startsWith('handbook/')),
    );
    expect(texts['settings.yaml']).toContain('organisation: Blue Door\ntimezone: Europe/Berlin\n');
    // What the handbook said of the sample's incidents is gone with them.
    expect(Object.values(texts).join('')).not.toContain('postmortems/20');
    expect(await check(folder)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('changes nothing the second time, whatever it is told', async () => {
    const folder = contentFolder('init-twice', {}, sampleContent);
    await init(folder, ...own);
    const first = textsOf(folder);
    const { code, stdout } = await init(
      folder,
      '--organisation',
      'Red Door',
      '--timezone',
      'UTC',
      '--remove-sample',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('settings.yaml is yours and stays; organisation and zone are in it.');
    expect(textsOf(folder)).toEqual(first);
  });

  test('touches nothing that somebody wrote or changed, were it by one byte', async () => {
    const [changed = '', touched = ''] = Object.keys(sampleFiles).filter((path) =>
      path.startsWith('postmortems/'),
    );
    const before = textsOf(sampleContent);
    const mine = {
      'settings.yaml': `${before['settings.yaml']}# ours\n`,
      'people.yaml': '- handle: ana\n  name: Ana\n',
      'handbook/blameless.mdx': `${before['handbook/blameless.mdx']}\nOur words.\n`,
      'postmortems/2026-11-21-mine.mdx':
        '---\ntitle: Mine\nstatus: open\nseverity: 1\n---\n\n## Symptoms\n\nNone.\n',
      'postmortems/notes.txt': 'Words.',
      [changed]: `${before[changed]} `,
      [touched]: (before[touched] ?? '').replace('title: ', 'title:  '),
    };
    const folder = contentFolder('init-mine', mine, sampleContent);
    const { code, stdout } = await init(folder, '--remove-sample', '--remove-handbook', '-y');
    expect(code).toBe(0);
    const { 'systems.yaml': systems, ...rest } = textsOf(folder);
    expect(rest).toEqual(mine);
    expect(systems).toMatch(/^# Your systems/);
    expect(stdout).toMatch(/\d+ lines need a hand, since what they name is gone: npm run check/);
  });

  test('keeps the sample where it is asked to, under the new name', async () => {
    const folder = contentFolder('init-keep', {}, sampleContent);
    expect((await init(folder, '--organisation', 'Blue "Door"', '--keep-sample')).code).toBe(0);
    const before = textsOf(sampleContent);
    expect(textsOf(folder)).toEqual({
      ...before,
      'settings.yaml': before['settings.yaml']?.replace(
        'organisation: Harbour Supply',
        'organisation: "Blue \\"Door\\""',
      ),
    });
    expect((await check(folder)).code).toBe(0);
  });

  test('begins in a folder that is not there yet', async () => {
    const folder = `${contentFolder('init-empty', {})}/new`;
    expect((await init(folder, ...own)).code).toBe(0);
    expect(Object.keys(textsOf(folder))).toEqual(['settings.yaml', 'systems.yaml']);
    expect((await check(folder)).code).toBe(0);
    const begun = await run(
      ['new', '--title', 'A', '--severity', '1', '--when', '2026-11-21 08:00', '--add-system', 'dns: DNS'],
      { CONTENT_DIR: folder },
    );
    expect(begun.code).toBe(0);
    expect((await check(folder)).code).toBe(0);
  });

  test.each<[args: string[], said: string]>([
    [
      [],
      'please say it on the command line: --organisation "Blue Door" --remove-sample (or --keep-sample) --timezone',
    ],
    [
      ['--organisation', 'A', '--timezone', 'Berlin', '--remove-sample'],
      '--timezone: There is no time zone "Berlin". Did you mean Europe/Berlin?',
    ],
    [['--organisation', ' ', '--remove-sample', '-y'], '--organisation: organisation is empty.'],
    [
      ['--keep-sample', '--remove-sample'],
      '--remove-sample and --keep-sample can’t both be meant. Choose one.',
    ],
    [['--keep-sample', '--timezone', 'UTC'], '--timezone can’t go with --keep-sample'],
    [['--sample'], "Unknown option '--sample'."],
  ])('%j ends with 2 and changes nothing', async (args, said) => {
    const folder = contentFolder('init-refused', {}, sampleContent);
    const { code, stderr } = await init(folder, ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(textsOf(folder)).toEqual(textsOf(sampleContent));
  });

  test('--dry-run changes nothing', async () => {
    const folder = contentFolder('init-dry', {}, sampleContent);
    const { code, stdout } = await init(folder, ...own, '--remove-handbook', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /write {3}.*settings\.yaml\n.*write {3}.*systems\.yaml\n.*remove {2}\d+ incidents of the sample/,
    );
    expect(textsOf(folder)).toEqual(textsOf(sampleContent));
  });
});

test('the tests keep the sample as it was shipped, once', () => {
  const folder = temporaryFolder();
  const project = { root: folder, content: join(folder, 'content'), siteUrl: null, basePath: '/' };
  for (const [path, text] of Object.entries(textsOf(sampleContent))) {
    mkdirSync(join(project.content, path, '..'), { recursive: true });
    writeFileSync(join(project.content, path), text);
  }
  expect(freezeSample(project)).toBe(true);
  const frozen = join(folder, 'tests/fixtures/harbour-supply');
  for (const [path, text] of Object.entries(textsOf(sampleContent)))
    expect(readFileSync(join(frozen, path), 'utf8')).toBe(text);
  expect(freezeSample(project)).toBe(false);
  expect(existsSync(`${frozen}.next`)).toBe(false);
  expect(freezeSample({ ...project, content: join(folder, 'other') })).toBe(false);
});

test('a file that changes at the last moment is not removed', () => {
  const folder = temporaryFolder();
  const project = { root: folder, content: join(folder, 'content'), siteUrl: null, basePath: '/' };
  mkdirSync(project.content);
  writeFileSync(join(project.content, 'people.yaml'), 'mine');
  expect(removeShipped(project, 'people.yaml')).toBe(false);
  expect(readFileSync(join(project.content, 'people.yaml'), 'utf8')).toBe('mine');
});

describe('at a keyboard', () => {
  const situation: InitSituation = {
    hasSample: true,
    hasHandbook: true,
    freshSettings: true,
    zone: 'Europe/Berlin',
    judge: (key, value) => (key === 'organisation' && value === 'bad' ? 'Not that one.' : null),
  };
  const { enter, down, erase, stop } = keys;

  test('everything is asked, and what is wrong again', async () => {
    const keyboard = typist([
      ['What is your organisation called?', `bad${enter}`],
      ['Not that one.', `${erase}Blue Door${enter}`],
      ['Harbour Supply?', enter],
      ['In which time zone', 'new york'],
      ['❯ America/New_York', enter],
      ['Keep the handbook?', enter],
    ]);
    expect(await askInit(initOptions([]), situation, keyboard)).toMatchObject({
      organisation: 'Blue Door',
      timezone: 'America/New_York',
      sample: 'remove',
      removeHandbook: false,
    });
  });

  test('the zone and the handbook stay with the sample', async () => {
    const keyboard = typist([['Harbour Supply?', `${down}${enter}`]]);
    const given = initOptions(['--organisation', 'Blue Door']);
    expect(await askInit(given, situation, keyboard)).toEqual({ ...given, sample: 'keep' });
  });

  test('Enter takes the machine’s zone; Ctrl+C ends it', async () => {
    const given = initOptions(['--organisation', 'Blue Door', '--remove-sample']);
    const keyboard = typist([
      ['In which time zone', enter],
      ['Keep the handbook?', stop],
    ]);
    await expect(askInit(given, situation, keyboard)).rejects.toMatchObject({ name: 'ExitPromptError' });
    expect(keyboard.screen()).toContain('❯ Europe/Berlin');
  });
});

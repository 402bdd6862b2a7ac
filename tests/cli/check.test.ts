import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { formats } from '../../src/core/report/report.ts';
import { root, run } from '../support/build-site.ts';
import { contentFolder, openPostmortem } from '../support/content-folder.ts';
import { sampleContent } from '../support/sample.ts';

const manyErrors = 'tests/fixtures/many-errors';
const check = (content: string, ...args: string[]) => run(['check', ...args], { CONTENT_DIR: content });

describe('check', () => {
  test('goes on quietly where nobody reads it any more, as behind head', async () => {
    const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'check', '--format', 'unix'], {
      env: { ...process.env, CONTENT_DIR: manyErrors },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let complaint = '';
    child.stderr.on('data', (bytes) => (complaint += bytes));
    const [code] = await once(child, 'close');
    expect({ code, complaint }).toEqual({ code: 1, complaint: '' });
  });

  test.each(formats)('lists everything that is wrong in every file at once, in %s', async (format) => {
    const { code, stdout, stderr } = await check(manyErrors, '--format', format);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`./golden/many-errors.${format}.txt`);
  });

  test('lists the same in every format, by file, line, column and rule', async () => {
    const [json, unix, github] = await Promise.all(
      (['json', 'unix', 'github'] as const).map(
        async (format) => (await check(manyErrors, '--format', format)).stdout,
      ),
    );
    const diagnostics: Diagnostic[] = JSON.parse(json ?? '');
    expect(diagnostics.length).toBeGreaterThan(20);
    expect(new Set(diagnostics.map(({ file }) => file)).size).toBe(6);
    const places = diagnostics.map(({ file, line, column, rule }) =>
      [file, String(line).padStart(9), String(column).padStart(9), rule].join('\0'),
    );
    expect(places).toEqual(places.toSorted());
    const lines = unix?.trimEnd().split('\n') ?? [];
    expect(lines).toEqual(
      diagnostics.map(
        ({ file, line, column, severity, rule, message }) =>
          `${file}:${line}:${column}: ${severity}: ${message} [${rule}]`,
      ),
    );
    expect(
      github
        ?.trimEnd()
        .split('\n')
        .map((line) => /file=(.*?),line=(\d+),col=(\d+)/.exec(line)?.slice(1).join(':')),
    ).toEqual(diagnostics.map(({ file, line, column }) => `${file}:${line}:${column}`));
  });

  test.each([
    ['pretty', '✔ 28 files checked, nothing to mend.\n'],
    ['unix', ''],
    ['editor', ''],
    ['json', '[]\n'],
    ['github', ''],
  ])('has nothing to say of the sample in %s', async (format, stdout) => {
    const { stdout: said, ...rest } = await check(sampleContent, '--format', format);
    expect(rest).toEqual({ code: 0, stderr: '' });
    expect(said.replace(/\d+ files/, '28 files')).toBe(stdout);
  });

  test('passes where there are warnings alone', async () => {
    const folder = contentFolder('warnings', { 'postmortems/a.mdx': openPostmortem('A'), 'notes.yaml': '' });
    expect(await check(folder, '-f', 'unix')).toEqual({
      code: 0,
      stdout: `${folder}/notes.yaml:1:1: warning: notes.yaml is not one of settings.yaml, systems.yaml, people.yaml and on-duty.yaml, so it is not read. [file-place]\n`,
      stderr: '',
    });
  });

  test('prints what concerns some files, when they are named', async () => {
    const outbox = `${manyErrors}/postmortems/2019-03-02-outbox.mdx`;
    const systems = `${manyErrors}/systems.yaml`;
    const { code, stdout } = await check(manyErrors, '--format', 'json', systems, `./${outbox}`);
    expect(code).toBe(1);
    const diagnostics: Diagnostic[] = JSON.parse(stdout);
    expect([...new Set(diagnostics.map(({ file }) => file))]).toEqual([outbox, systems]);
    expect(diagnostics).toHaveLength(5);
  });

  test('passes a file without errors, whatever stands in others', async () => {
    const people = `${manyErrors}/people.yaml`;
    expect(await check(manyErrors, people)).toEqual({
      code: 0,
      stdout: '✔ 1 file checked, nothing to mend.\n',
      stderr: '',
    });
  });

  test('reads a postmortem back that is named alone and has no errors, to a person only', async () => {
    const [one, other] = [
      'content/postmortems/2018-05-04-disappearing-fax-provider.mdx',
      'content/postmortems/elsewhere/2017-01-31-gitlab-database.mdx',
    ];
    const reads = `${one} reads as:`;
    expect((await check('content', one)).stdout).toContain(reads);
    expect((await check('content', one, other)).stdout).not.toContain(reads);
    expect((await check('content', '--format', 'unix', one)).stdout).not.toContain(reads);
    expect((await check(manyErrors, `${manyErrors}/postmortems/2019-03-02-outbox.mdx`)).stdout).not.toContain(
      'reads as:',
    );
  });

  test('names files from the project’s root, wherever the folder lies', async () => {
    const { mkdtempSync, mkdirSync, realpathSync, rmSync, writeFileSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    const { join, relative, sep } = await import('node:path');
    const { root } = await import('../support/build-site.ts');
    const outside = mkdtempSync(join(realpathSync(tmpdir()), 'fire-marshal-'));
    try {
      mkdirSync(join(outside, 'postmortems'));
      writeFileSync(join(outside, 'postmortems/a.mdx'), '');
      const { code, stdout } = await check(outside, '--format', 'unix');
      expect(code).toBe(1);
      const shown = relative(root, join(outside, 'postmortems/a.mdx')).split(sep).join('/');
      expect(shown).toMatch(/^\.\.\//);
      expect(stdout.startsWith(`${shown}:1:1: error: `)).toBe(true);
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  test('answers the same twice', async () => {
    const [one, two] = [await check(manyErrors), await check(manyErrors)];
    expect(one.stdout).toBe(two.stdout);
  });

  test('paints only where it is asked to', async () => {
    const painted = await run(['check'], { CONTENT_DIR: manyErrors, NO_COLOR: '', FORCE_COLOR: '1' });
    expect(painted.stdout).toContain('\u001b[31m');
    expect((await check(manyErrors)).stdout).not.toContain('\u001b');
  });
});

describe('a call that cannot be understood ends with 2, says why and how', () => {
  test.each([
    [[], {}, 'Say what to do.'],
    [['chekc'], {}, 'There is no command "chekc".'],
    [
      ['check', '--format', 'xml'],
      {},
      'There is no format "xml". Choose one of pretty, unix, editor, json, github.',
    ],
    [['check', '--fromat', 'json'], {}, "Unknown option '--fromat'."],
    [['check', '--format'], {}, "Option '-f, --format <value>' argument missing."],
    [['check', 'content/gone.mdx'], {}, 'content/gone.mdx is not among the files in content/.'],
    [['check', '../../etc/passwd'], {}, '../../etc/passwd is not among the files in content/.'],
    [
      ['check'],
      { CONTENT_DIR: 'nowhere' },
      'There is no content folder at nowhere. Create it, or point CONTENT_DIR at the folder that holds your postmortems.',
    ],
    [
      ['check'],
      { CONTENT_DIR: 'package.json' },
      'There is no content folder at package.json. Create it, or point CONTENT_DIR at the folder that holds your postmortems.',
    ],
    [
      ['build'],
      { CONTENT_DIR: 'nowhere' },
      'There is no content folder at nowhere. Create it, or point CONTENT_DIR at the folder that holds your postmortems.',
    ],
    [['build', '--fast'], {}, "Unknown option '--fast'."],
    [['build', 'twice'], {}, "Unexpected argument 'twice'."],
    [
      ['build'],
      { SITE_URL: 'kb' },
      'SITE_URL is "kb", which is not a web address. Write it like SITE_URL=https://kb.example.com',
    ],
    [
      ['build'],
      { BASE_PATH: 'a b' },
      'BASE_PATH is "a b", which is not a path. Write it like BASE_PATH=/kb/',
    ],
    [
      ['build'],
      { SOURCE_DATE_EPOCH: 'now', FIRE_MARSHAL_DIST: '.cache/sites/never' },
      'SOURCE_DATE_EPOCH is "now"; it is a whole number of seconds since 1970.',
    ],
    [
      ['build'],
      { FIRE_MARSHAL_DIST: 'src/x' },
      'FIRE_MARSHAL_DIST must name a folder of its own inside the project.',
    ],
    [
      ['build'],
      { FIRE_MARSHAL_DIST: '../x' },
      'FIRE_MARSHAL_DIST must name a folder of its own inside the project.',
    ],
    [
      ['dev', '--port', 'http'],
      {},
      '"http" is no port. Write a number from 0 to 65535, for example --port 8080.',
    ],
    [
      ['serve', '--port', '99999'],
      {},
      '"99999" is no port. Write a number from 0 to 65535, for example --port 8080.',
    ],
  ] as [string[], Record<string, string>, string][])('%j %j', async (args, environment, message) => {
    const { code, stdout, stderr } = await run(args, environment);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const [said, ...usage] = stderr.split('\n\n');
    expect(said).toBe(message);
    expect(usage.join('\n\n')).toMatch(/^Fire Marshal: [\s\S]*npm run check/);
  });

  test.each(['help', '--help', '-h'])('%s is understood', async (word) => {
    const { code, stdout, stderr } = await run([word]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Fire Marshal: [\s\S]*npm run check/);
  });
});

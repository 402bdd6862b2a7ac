import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { watchCommand } from '../../src/cli/check-watch.ts';
import { projectFromEnvironment } from '../../src/workspace/project.ts';
import { plainEnvironment, root, run } from '../support/build-site.ts';
import { contentFolder, openPostmortem, writeContent } from '../support/content-folder.ts';
import { languageClient } from '../support/language-client.ts';
import { silentTerminal } from '../support/silent-terminal.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A watching `check` in a process of its own. */
function watching(content: string, ...args: string[]) {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'check', '--watch', ...args], {
    cwd: root,
    env: { ...plainEnvironment(), CONTENT_DIR: content },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const said = { out: '', error: '' };
  let listen = (): void => {};
  const gather = (key: 'out' | 'error') => (chunk: Buffer) => {
    said[key] += chunk.toString();
    listen();
  };
  child.stdout.on('data', gather('out'));
  child.stderr.on('data', gather('error'));
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return {
    child,
    ended,
    /** Waits until it has said something, then answers all it said since the last time, and forgets it. */
    async until(isSaid: (said: { out: string; error: string }) => boolean) {
      await new Promise<void>((resolve) => {
        listen = () => {
          if (isSaid(said)) resolve();
        };
        listen();
      });
      const before = { ...said };
      Object.assign(said, { out: '', error: '' });
      return before;
    },
  };
}

/** The end of a run in the format `unix`. */
const ends =
  (end: string) =>
  ({ error }: { error: string }): boolean =>
    error.endsWith(`fire-marshal: ${end}\n`);
const finds =
  (text: string) =>
  ({ out }: { out: string }): boolean =>
    out.includes(text);

const fine = openPostmortem('A');
const broken = openPostmortem('A', 'It took <5 ms.');
const inFolder = (content: string, path: string): string => join(root, content, path);

describe('check --watch', () => {
  test('in unix, says on stderr when a run begins and ends, and on stdout what it finds', async () => {
    const content = contentFolder('watch-unix', { 'postmortems/a.mdx': fine });
    const file = inFolder(content, 'postmortems/a.mdx');
    const { child, ended, until } = watching(content, '--format', 'unix');
    const begin = 'fire-marshal: checking…\n';
    const found = (path: string): string =>
      `${content}/${path}:9:9: error: A bare < begins a tag in MDX, and <5 ms is none. [mdx-syntax]\n`;
    const none = { out: '', error: `${begin}fire-marshal: 0 errors, 0 warnings\n` };
    expect(await until(ends('0 errors, 0 warnings'))).toEqual(none);

    // As editors save that write another file first.
    writeFileSync(`${file}~`, broken);
    renameSync(`${file}~`, file);
    const saved = await until((said) => ends('1 error, 0 warnings')(said) && said.out.endsWith('\n'));
    expect(saved.out).toContain(found('postmortems/a.mdx'));
    expect(saved.error).toContain(begin);

    writeFileSync(file, new Uint8Array([0x2d, 0xff, 0x00]));
    await until(finds('[file-encoding]'));

    writeFileSync(file, fine);
    await until(ends('0 errors, 0 warnings'));

    mkdirSync(inFolder(content, 'postmortems/2018/may'), { recursive: true });
    writeFileSync(inFolder(content, 'postmortems/2018/may/b.mdx'), broken);
    await until(finds(found('postmortems/2018/may/b.mdx')));

    renameSync(inFolder(content, 'postmortems/2018'), inFolder(content, 'postmortems/2019'));
    await until(finds(found('postmortems/2019/may/b.mdx')));

    rmSync(inFolder(content, 'postmortems/2019'), { recursive: true });
    await until(ends('0 errors, 0 warnings'));

    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  test('reads everything again when the settings change, and waits while the folder is away', async () => {
    const content = contentFolder('watch-settings', {
      'settings.yaml': 'rules:\n  file-place: warning\n',
      'postmortems/a.mdx': fine,
      'notes.yaml': '',
    });
    const { until } = watching(content, '--format', 'unix');
    await until(ends('0 errors, 1 warning'));
    writeContent(content, { 'settings.yaml': 'rules:\n  file-place: error\n' });
    await until(ends('1 error, 0 warnings'));

    const away = `${inFolder(content, '')}-away`;
    rmSync(away, { recursive: true, force: true });
    renameSync(inFolder(content, ''), away);
    expect((await until(ends('not checked'))).error).toContain(`There is no content folder at ${content}.`);
    renameSync(away, inFolder(content, ''));
    await until(ends('1 error, 0 warnings'));
    writeContent(content, { 'settings.yaml': 'rules:\n  file-place: off\n' });
    await until(ends('0 errors, 0 warnings'));
  });

  test('in editor, leaves the findings to the language server of VS Code, as long as there is one', async () => {
    const content = contentFolder('watch-editor', { 'postmortems/a.mdx': broken });
    const { until } = watching(content, '--format', 'editor');
    expect((await until((said) => ends('1 error, 0 warnings')(said) && finds('\n')(said))).out).toBe(
      `${content}/postmortems/a.mdx:9:9:9:11: error: A bare < begins a tag in MDX, and <5 ms is none. → Write &lt;5 ms, "under 5 ms", or \`<5 ms\` between backticks. [mdx-syntax]\n`,
    );
    const neovim = await languageClient(content, 'Neovim');
    const vsCode = await languageClient(content, 'Visual Studio Code');
    expect(await until(ends('0 errors, 0 warnings'))).toEqual({
      out: '',
      error:
        'fire-marshal: checking…\nThe language server tells what there is to mend.\nfire-marshal: 0 errors, 0 warnings\n',
    });
    await vsCode.end();
    await until(ends('1 error, 0 warnings'));
    await neovim.end();
  });

  test('in editor, reads the postmortem back that was saved last, as long as it has no errors', async () => {
    const content = contentFolder('watch-read-back', {
      'postmortems/a.mdx': fine,
      'postmortems/b.mdx': fine,
      'people.yaml': '- handle: ben\n  name: Ben\n',
    });
    const { until } = watching(content, '--format', 'editor');
    const readBack = (path: string, improvements: string): string =>
      `${content}/postmortems/${path}:3:1:3:13: info: It reads as: ${improvements}.`;
    expect((await until(ends('0 errors, 0 warnings'))).out).toBe('');

    const agreed = openPostmortem('B', '\n\n## Detect\n\n- [ ] Watch it');
    writeContent(content, { 'postmortems/b.mdx': agreed });
    await until(finds(readBack('b.mdx', '1 improvement')));
    writeContent(content, { 'people.yaml': '- handle: ana\n  name: Ana\n' });
    await until(finds(readBack('b.mdx', '1 improvement')));
    writeContent(content, { 'postmortems/b.mdx': `${agreed} <5 ms` });
    expect((await until(ends('1 error, 0 warnings'))).out).not.toContain('[read-back]');
  });

  test('in pretty, reads it back below the findings', async () => {
    const content = contentFolder('watch-read-back-pretty', { 'postmortems/a.mdx': fine });
    const { until } = watching(content);
    await until(finds('Waiting for a save'));
    writeContent(content, {
      'postmortems/a.mdx': openPostmortem('A', '\n\n## Detect\n\n- [ ] Watch it @ana'),
    });
    const { out } = await until(finds('Waiting for a save'));
    expect(out).toContain(`${content}/postmortems/a.mdx reads as:`);
    expect(out).toContain('In the backlog: 1 improvement (@ana).');
  });

  test.each([
    ['editor', true],
    ['unix', false],
  ])('in %s, tells whoever would type into its terminal how to open another: %s', async (format, isTold) => {
    const content = contentFolder(`watch-greeting-${format}`, { 'postmortems/a.mdx': fine });
    const said: string[] = [];
    await watchCommand(
      projectFromEnvironment({ CONTENT_DIR: inFolder(content, '') }),
      { format, files: [] },
      silentTerminal({
        error: (text) => said.push(text),
        keyboard: { input: new PassThrough(), output: new PassThrough() },
      }),
    );
    expect(said[0]?.startsWith('This terminal only checks, after each save.') ?? false).toBe(isTold);
  });

  test('in json, writes one array a run, each on a line of its own', async () => {
    const content = contentFolder('watch-json', { 'postmortems/a.mdx': broken, 'postmortems/b.mdx': fine });
    const { until } = watching(content, '--format', 'json', `${content}/postmortems/a.mdx`);
    const { out, error } = await until(({ out }) => out.endsWith(']\n'));
    expect(JSON.parse(out)).toMatchObject([{ line: 9, rule: 'mdx-syntax' }]);
    expect({ lines: out.split('\n').length, error }).toEqual({ lines: 2, error: '' });
    writeContent(content, { 'postmortems/a.mdx': fine, 'postmortems/b.mdx': broken });
    expect((await until(({ out }) => out.endsWith('[]\n'))).out).toMatch(/^(\[.*\]\n)*\[\]\n$/);
  });

  test('in pretty, says when it looked and what it waits for', async () => {
    const content = contentFolder('watch-pretty', { 'postmortems/a.mdx': fine });
    const { until } = watching(content);
    const { out } = await until(({ out }) => out.endsWith('stops)\n'));
    expect(out.replace(/[\d:]+ in \d+ ms/, '10:00:00 in 80 ms')).toBe(
      `✔ 1 file checked, nothing to mend.\n\nChecked at 10:00:00 in 80 ms. Waiting for a save in ${content}/ (Ctrl+C stops)\n`,
    );
  });

  test('ends when nobody reads it any more', async () => {
    const content = contentFolder('watch-pipe', { 'postmortems/a.mdx': fine });
    const { child, ended, until } = watching(content, '--format', 'json');
    await until(({ out }) => out.endsWith('[]\n'));
    child.stdout.destroy();
    writeContent(content, { 'postmortems/a.mdx': broken });
    expect(await ended).toBe(0);
  });

  test.each([
    [['--fix'], {}, '--watch only looks'],
    [[], { CONTENT_DIR: 'nowhere' }, 'There is no content folder at nowhere.'],
    [['--format', 'xml'], {}, 'There is no format "xml".'],
    [['gone.mdx'], {}, 'gone.mdx is not among the files in content/.'],
  ])('a call with %j that cannot work ends with 2', async (args, environment, message) => {
    const { code, stderr } = await run(['check', '--watch', ...args], environment);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
  });
});

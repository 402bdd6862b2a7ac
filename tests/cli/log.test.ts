import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { withLock } from '../../src/workspace/lock-file.ts';
import { type Finished, plainEnvironment, root, run } from '../support/build-site.ts';
import { contentFolder } from '../support/content-folder.ts';

const clock = { SOURCE_DATE_EPOCH: '1795271700' }; // 2026-11-21 14:35 UTC
const name = '2026-11-21-orders-do-not-leave';
const file = `postmortems/${name}.mdx`;
const text = `---
title: Orders do not leave
status: open
severity: 2
---

## Symptoms

Nothing leaves.

## Timeline

- 2026-11-21 13:10 **started** The last order leaves.

## Whys

TBD
`;

const folderWith = (test: string, body = text) => contentFolder(`log-${test}`, { [file]: body });
const log = (folder: string, ...args: string[]): Promise<Finished> =>
  run(['log', ...args], { CONTENT_DIR: folder, ...clock });
const read = (folder: string): string => readFileSync(join(root, folder, file), 'utf8');
const entriesIn = (body: string): string[] =>
  body.split(/\r?\n/).filter((line) => /^- .*\d\d:\d\d/.test(line));

describe('log', () => {
  test('adds a line, shows it with its place, and changes no other byte', async () => {
    const body = text.replaceAll('\n', '\r\n');
    const folder = folderWith('add', body);
    expect(await log(folder, 'orders', 'On duty restarts the queue: < 5 left', '--label', 'action')).toEqual({
      code: 0,
      stdout: `✔ ${folder}/${file}:14\n- 14:35 **action** On duty restarts the queue: &lt; 5 left\n`,
      stderr: '',
    });
    const line = '- 14:35 **action** On duty restarts the queue: &lt; 5 left\r\n';
    expect(read(folder)).toBe(body.replace('leaves.\r\n\r\n## Whys', `leaves.\r\n${line}\r\n## Whys`));
    expect(readdirSync(join(root, folder, 'postmortems'))).toEqual([`${name}.mdx`]);
  });

  test('a text that begins with a hyphen stands behind one more --, and who forgot it is told', async () => {
    const folder = folderWith('hyphen');
    const { code, stderr } = await log(folder, 'orders', '-5 °C in the server room');
    expect(code).toBe(2);
    expect(stderr).toContain(`stands last, behind one more --: npm run log -- ID -- "-5 °C"`);
    expect(read(folder)).toBe(text);
    await log(folder, 'orders', '--', '-5 °C in the server room');
    expect(read(folder)).toContain('- 14:35 -5 °C in the server room\n');
  });

  test('puts what came earlier in its place, with its mark', async () => {
    const folder = folderWith('earlier');
    await log(folder, name, 'Quiet again');
    const { code } = await log(
      folder,
      `./${folder}/${file}`,
      'A supplier calls',
      '--at',
      '~13:40',
      '--mark',
      'detected',
    );
    expect(code).toBe(0);
    expect(entriesIn(read(folder))).toEqual([
      '- 2026-11-21 13:10 **started** The last order leaves.',
      '- ~13:40 **detected** A supplier calls',
      '- 14:35 Quiet again',
    ]);
  });

  test('takes what is piped in', async () => {
    const folder = folderWith('piped');
    const child = spawn(process.execPath, ['src/cli/main.ts', 'log', name, '-'], {
      cwd: root,
      env: { ...plainEnvironment(), CONTENT_DIR: folder, ...clock },
    });
    child.stdin.end('Relay says {no}\r\n\r\n```\r\n<550>\r\n```\r\n');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(0);
    expect(read(folder)).toContain('- 14:35 Relay says \\{no\\}\n\n  ```\n  <550>\n  ```\n\n## Whys');
    expect((await run(['check'], { CONTENT_DIR: folder })).code).toBe(0);
  });

  test('only shows what it would do, where it is asked to', async () => {
    const folder = folderWith('dry');
    const { code, stdout } = await log(folder, name, 'Quiet', '--dry-run');
    expect({ code, body: read(folder) }).toEqual({ code: 0, body: text });
    expect(stdout).toContain('\n+- 14:35 Quiet\n');
  });

  test('says what check says of the file afterwards, and has written all the same', async () => {
    const folder = folderWith('check');
    const { code, stderr } = await log(folder, name, 'See [the other one](./gone.mdx)');
    expect(code).toBe(0);
    expect(stderr).toContain('It is written. What check says of the file:');
    expect(stderr).toContain('link-');
    expect(entriesIn(read(folder))).toHaveLength(2);
  });

  test.each<[why: string, args: string[], body: string, message: string]>([
    ['no such incident', ['2026-11-21-orders-do-not-laeve', 'x'], text, `Did you mean ${name}?`],
    ['nothing to say', [name, ' '], text, 'Say what happened'],
    ['a time to come', [name, 'x', '--at', '16:00'], text, '16:00 is still to come'],
    ['no time', [name, 'x', '--at', '5 PM'], text, 'Write `17:00`'],
    ['no label', [name, 'x', '--label', 'acton'], text, 'Did you mean action?'],
    [
      'a mark that is there',
      [name, 'x', '--mark', 'started'],
      text,
      `${name}.mdx:13: The timeline has started already`,
    ],
    [
      'what was reviewed',
      [name, 'x'],
      text.replace('status: open', 'status: reviewed'),
      'To add to it all the same, say --even-if-reviewed',
    ],
    ['a file without front matter', [name, 'x'], text.slice(text.indexOf('## S')), 'Mend it first'],
  ])('refuses %s, and changes nothing', async (why, args, body, message) => {
    const folder = folderWith(`refused-${why.replace(/\W/g, '')}`, body);
    const { code, stdout, stderr } = await log(folder, ...args);
    expect({ code, stdout, body: read(folder) }).toEqual({ code: 2, stdout: '', body });
    expect(stderr).toContain(message);
  });
});

describe('a hundred', () => {
  // In waves that two cores can bear: each is held back at the file until all of it is there, and let go at once.
  const waves = Array.from({ length: 5 }, (_, wave) =>
    Array.from({ length: 20 }, (_, at) => String(wave * 20 + at).padStart(2, '0')),
  );

  test('lose nothing, and an editor that saves meanwhile loses nothing either', {
    timeout: 240_000,
  }, async () => {
    const folder = folderWith('hundred');
    const path = join(root, folder, file);
    const clockOf = (number: string): string => `13:${59 - (Number(number) % 40)}`;
    for (const [at, wave] of waves.entries()) {
      const running = await withLock(path, async () => {
        const before = readFileSync(path, 'utf8');
        const started = wave.map((number) => log(folder, name, `Entry ${number}`, '--at', clockOf(number)));
        // One that started last and only looks: when it is through, the others wait at the file.
        expect((await log(folder, name, 'Looks', '--dry-run')).code).toBe(0);
        expect(readFileSync(path, 'utf8')).toBe(before);
        // Saved by hand, upon what they may have read already.
        writeFileSync(
          path,
          before.replace(/Nothing leaves( at all)*\./, `Nothing leaves${' at all'.repeat(at + 1)}.`),
        );
        return { done: Promise.all(started) };
      });
      expect((await running.done).filter(({ code }) => code !== 0)).toEqual([]);
    }

    const body = read(folder);
    const entries = entriesIn(body);
    const said = entries.flatMap((line) => /Entry (\d\d)$/.exec(line)?.[1] ?? []);
    expect(said.toSorted()).toEqual(waves.flat());
    const clocks = entries.map((line) => /\d\d:\d\d/.exec(line)?.[0] ?? '');
    expect(clocks).toEqual(clocks.toSorted());
    // Without the entries it is what it was.
    const own = new Set(entries.filter((line) => line.includes('Entry')));
    expect(
      body
        .split('\n')
        .filter((line) => !own.has(line))
        .join('\n'),
    ).toBe(text.replace('Nothing leaves.', `Nothing leaves${' at all'.repeat(waves.length)}.`));
    expect(readdirSync(join(root, folder, 'postmortems'))).toEqual([`${name}.mdx`]);
  });
});

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { type Finished, plainEnvironment, root, run } from '../support/build-site.ts';
import { contentFolder } from '../support/content-folder.ts';

const clock = { SOURCE_DATE_EPOCH: '1795270200' }; // 2026-11-21 14:10 UTC
const systems = '# Ours.\n- id: fax-gateway\n  name: Fax gateway\n- id: dns\n  name: DNS\n';
const basics = ['--title', 'Orders do not leave', '--severity', '2'];

const startNew = (folder: string, ...args: string[]): Promise<Finished> =>
  run(['new', ...args], { CONTENT_DIR: folder, ...clock });
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .sort();
const textOf = (folder: string, path: string): string => readFileSync(join(root, folder, path), 'utf8');

/** The command with something piped into it. */
function piped(folder: string, text: string, ...args: string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/main.ts', 'new', ...args], {
      cwd: root,
      env: { ...plainEnvironment(), CONTENT_DIR: folder, ...clock },
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      said.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
    child.stdin.end(text);
  });
}

describe('new, with flags', () => {
  test('writes an open file that passes check, and says what comes next', async () => {
    const folder = contentFolder('new-open', { 'systems.yaml': systems });
    const { code, stdout, stderr } = await startNew(
      folder,
      ...basics,
      '--system',
      'fax-gateway',
      '--raised-by',
      'customer',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const file = 'postmortems/2026-11-21-orders-do-not-leave.mdx';
    expect(filesOf(folder)).toEqual([file, 'systems.yaml']);
    expect(textOf(folder, 'systems.yaml')).toBe(systems);
    const text = textOf(folder, file);
    expect(text).toContain('- 2026-11-21 ~14:10 **started** TBD');
    // The first thing to write is where the cursor lands.
    const [, line] = new RegExp(`${file}:(\\d+):1 {2}Original request`).exec(stdout) ?? [];
    expect(text.split('\n')[Number(line) - 1]).toBe('TBD');
    expect(stdout).toContain('npm run new -- --from 2026-11-21-orders-do-not-leave\n');
    expect(await run(['check', '-f', 'unix'], { CONTENT_DIR: folder })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  test('begins what was discussed already, and names everything that the notes of its meeting have to say', async () => {
    const folder = contentFolder('new-reviewed', { 'systems.yaml': systems, 'people.yaml': '# Ours.\n' });
    const { code, stdout } = await startNew(
      folder,
      ...[...basics, '--when', '2026-11-19 10:00', '--detected', '10:30', '--resolved', '12:00'],
      ...['--reviewed-on', '2026-11-20', '--system', 'dns', '--facilitator', 'zoe'],
      ...['--add-person', 'zoe: Zoe Lang', '--add-person', 'kim: Kim Berg', '--yes'],
    );
    expect(code).toBe(0);
    const text = textOf(folder, 'postmortems/2026-11-19-orders-do-not-leave.mdx');
    expect(text).toMatch(/^status: reviewed [\s\S]*^facilitator: zoe [\s\S]*^reviewedOn: 2026-11-20 /m);
    expect(textOf(folder, 'people.yaml')).toContain('- handle: kim\n  name: Kim Berg\n');
    const asked = stdout.slice(stdout.indexOf('To write before'), stdout.indexOf('Next:'));
    expect(asked.match(/(?<=:\d+:\d+ {2}).*$/gm)).toEqual([
      ...['Summary', 'Timeline', 'Root causes', 'Detect', 'React', 'Quick fix', 'Prevent'],
      'Other areas of risk',
      'Hypotheses',
      // What no status asks for, and the meeting may have said.
      'Whys',
    ]);
    // Each line that is named is one to be written over.
    for (const [, line] of asked.matchAll(/:(\d+):\d+ {2}/g))
      expect(text.split('\n')[Number(line) - 1]).toMatch(/TBD$/);
  });

  test.each([
    [
      'vscode',
      /^Next:\n {2}(?:Ctrl|Cmd)\+click a line above .*\n {2}(?:Ctrl\+Shift\+M|⇧⌘M) .*\n {2}(?:Ctrl\+Shift\+B|⇧⌘B) .*\n {2}npm run dev\n.*\n {2}npm run new /m,
    ],
    ['iTerm.app', /^Next:\n {2}npm run dev\n.*\n {2}npm run check -- \S+\n.*\n {2}npm run new/m],
  ])('in the terminal of %s says what to do first', async (TERM_PROGRAM, says) => {
    const folder = contentFolder(`new-in-${TERM_PROGRAM}`, { 'systems.yaml': systems });
    const { stdout } = await run(['new', ...basics, '--yes'], { CONTENT_DIR: folder, TERM_PROGRAM });
    expect(stdout).toMatch(says);
  });

  test('never overwrites: a second one gets a number, a name that was asked for is refused', async () => {
    const file = 'postmortems/2026-11-21-Orders-Do-Not-Leave.mdx';
    const folder = contentFolder('new-taken', { [file]: 'mine' });
    const both = await Promise.all([
      startNew(folder, ...basics),
      startNew(folder, ...basics),
      startNew(folder, ...basics),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(filesOf(folder)).toEqual([
      file,
      ...[2, 3, 4].map((number) => `postmortems/2026-11-21-orders-do-not-leave-${number}.mdx`),
    ]);
    expect(textOf(folder, file)).toBe('mine');
    writeFileSync(join(root, folder, 'postmortems/mine.mdx'), 'mine too');
    const named = await startNew(folder, ...basics, '--id', 'mine');
    expect(named.code).toBe(2);
    expect(named.stderr).toContain('postmortems/mine.mdx is there already, and nothing is ever overwritten.');
    expect(textOf(folder, 'postmortems/mine.mdx')).toBe('mine too');
  });

  test('adds a system and a person where it is told to, and changes no other byte', async () => {
    const people = '- handle: ana # on duty\n  name: Ana Ribeiro';
    const folder = contentFolder('new-added', { 'systems.yaml': systems, 'people.yaml': people });
    const { code } = await startNew(
      folder,
      ...[...basics, '--add-system', 'mail-relay: Mail relay', '--system', 'dns'],
      ...['--add-person', 'dana: Dana Whitfield', '--facilitator', '@dana'],
    );
    expect(code).toBe(0);
    expect(textOf(folder, 'systems.yaml')).toBe(`${systems}- id: mail-relay\n  name: Mail relay\n`);
    expect(textOf(folder, 'people.yaml')).toBe(`${people}\n- handle: dana\n  name: Dana Whitfield\n`);
    expect(textOf(folder, 'postmortems/2026-11-21-orders-do-not-leave.mdx')).toMatch(
      /^systems: \[dns, mail-relay\][\s\S]*^facilitator: dana/m,
    );
    expect((await run(['check'], { CONTENT_DIR: folder })).code).toBe(0);
  });

  test('writes nothing when only asked what it would write', async () => {
    const folder = contentFolder('new-dry', {});
    const { code, stdout } = await startNew(folder, ...basics, '--add-system', 'dns: DNS', '--dry-run');
    expect({ code, files: filesOf(folder) }).toEqual({ code: 0, files: [] });
    expect(stdout).toContain('# systems.yaml\n- id: dns\n  name: DNS\n');
    expect(stdout).toContain('title: Orders do not leave\nstatus: open ');
  });

  test('keeps to the calendar of the settings', async () => {
    const folder = contentFolder('new-zone', { 'settings.yaml': 'timezone: Pacific/Auckland\n' });
    await startNew(folder, ...basics);
    expect(filesOf(folder)).toContain('postmortems/2026-11-22-orders-do-not-leave.mdx');
    await startNew(folder, ...basics, '--timezone', 'America/New_York', '--id', 'elsewhere/york');
    expect(textOf(folder, 'postmortems/elsewhere/york.mdx')).toContain('- 2026-11-21 ~09:10 **started** TBD');
  });
});

describe('new, in a pipe', () => {
  test('takes the first line as the title and everything as the report', async () => {
    const folder = contentFolder('new-piped', {});
    const { code } = await piped(
      folder,
      'Orders come back\r\n\r\nHello <b>{you}</b>,\r\n```\r\n',
      '--severity',
      '1',
    );
    expect(code).toBe(0);
    const text = textOf(folder, 'postmortems/2026-11-21-orders-come-back.mdx');
    expect(text).toContain('title: Orders come back\n');
    expect(text).toContain('````text\nOrders come back\n\nHello <b>{you}</b>,\n```\n````\n');
    expect((await run(['check'], { CONTENT_DIR: folder })).code).toBe(0);
  });

  test('takes the report alone where it is asked to', async () => {
    const folder = contentFolder('new-report', {});
    expect((await piped(folder, 'No order since noon.\n', ...basics, '--request', '-')).code).toBe(0);
    expect(textOf(folder, 'postmortems/2026-11-21-orders-do-not-leave.mdx')).toContain(
      '```text\nNo order since noon.\n```',
    );
  });
});

describe('a call that lacks something ends with 2, says what, and writes nothing', () => {
  test.each<[args: string[], message: string]>([
    [
      [],
      'Nobody is here to be asked, so please say it on the command line: --title "What people call it" --severity 1',
    ],
    [['--title', 'A'], 'Nobody is here to be asked, so please say it on the command line: --severity 1'],
    [
      ['--severity', '1'],
      'Nobody is here to be asked, so please say it on the command line: --title "What people call it"',
    ],
    [
      [...basics, '--status', 'resolved', '--yes'],
      'Nobody is here to be asked, so please say it on the command line: --when "2026-11-21 14:10"',
    ],
    [
      ['--title', 'TBD', '--severity', '2'],
      '--title: TBD can stand in the text below, but not in the front matter. Write Disappearing fax provider',
    ],
    [
      ['--title', 'A', '--severity', '9'],
      '--severity: There is no severity 9; the levels are 1 (Down), 2 (Serious) and 3 (Minor). Write 1, or add the level to settings.yaml.',
    ],
    [
      [...basics, '--raised-by', 'custmer', '--triage', 'cod'],
      '--raised-by: raisedBy is customer, product-owner, security or system; found "custmer". Did you mean customer?\n--triage: triage is user, system or code; found "cod". Did you mean code?',
    ],
    [
      [...basics, '--status', 'reviewed', '--yes'],
      'Nobody is here to be asked, so please say it on the command line: --when "2026-11-21 14:10"',
    ],
    [
      [...basics, '--reviewed-on', '2026-11-20'],
      'Nobody is here to be asked, so please say it on the command line: --when "2026-11-21 14:10"',
    ],
    [
      [...basics, '--when', '10:00', '--reviewed-on', '2026-11-20'],
      '--when: The first entry of a timeline needs its date. Write the day before the time, for example `2018-05-04 10:00`.',
    ],
    [
      [...basics, '--when', '2026-11-20 10:00', '--reviewed-on', '2026-11-19'],
      '--reviewed-on: The meeting can’t have been on 2026-11-19: it started on 2026-11-20.',
    ],
    [
      [...basics, '--when', '2026-11-20 10:00', '--reviewed-on', '2026-11-22'],
      '--reviewed-on: The meeting can’t have been on 2026-11-22: today is 2026-11-21. Before it is held, the status is resolved.',
    ],
    [
      [...basics, '--when', '2026-11-20 10:00', '--status', 'resolved', '--reviewed-on', '2026-11-21'],
      '--reviewed-on: Only a reviewed postmortem has had its meeting: --status reviewed.',
    ],
    [
      [...basics, '--when', '2026-11-20 10:00', '--reviewed-on', '20.11.2026'],
      '--reviewed-on: reviewedOn is a day of the calendar like 2018-05-11; found "20.11.2026". Write year, month and day with hyphens: 2026-11-20',
    ],
    [
      [...basics, '--when', '2026-11-22 10:00'],
      '--when: It can’t have started on 2026-11-22: today is 2026-11-21.',
    ],
    [
      [...basics, '--status', 'opne'],
      '--status: status is open, resolved or reviewed; found "opne". Did you mean open?',
    ],
    [
      [...basics, '--system', 'fax-gatewy'],
      '--system: There is no system "fax-gatewy" in systems.yaml. Did you mean fax-gateway?',
    ],
    [
      [...basics, '--system', 'mail'],
      '--system: There is no system "mail" in systems.yaml. To add it: --add-system "mail: Its name"',
    ],
    [
      [...basics, '--add-system', 'mail'],
      '--add-system is an id and a name; found "mail". Write it like --add-system "fax-gateway: Fax gateway"',
    ],
    [
      [...basics, '--add-system', 'dns: DNS'],
      '--add-system, --add-person: dns stands in systems.yaml already.',
    ],
    [
      [...basics, '--when', '2:10 PM'],
      '--when: `2:10 PM` is on a clock of 12 hours; a timeline counts 24. Write `2026-11-21 14:10`.',
    ],
    [
      [...basics, '--when', '14:00', '--detected', '13:00'],
      '--detected: `13:00` comes before the time given before it, 14:00. The next day? Write the date: `2026-11-22 13:00`. Otherwise correct one of the two.',
    ],
    [
      [...basics, '--timezone', 'Berlin/Europe'],
      '--timezone: There is no time zone "Berlin/Europe". Write its IANA name, for example timezone: America/New_York',
    ],
    [
      [...basics, '--id', '../fax'],
      '--id: "../fax" can’t be an address: ids are lower-case letters, digits, "-", "_" and "/".',
    ],
    [['--titel', 'A'], "Unknown option '--titel'."],
  ])('%j', async (args, message) => {
    const folder = contentFolder('new-refused', { 'systems.yaml': systems });
    const { code, stdout, stderr } = await startNew(folder, ...args);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `${message}\n\nAll flags, with examples: npm run new -- --help\n`,
    });
    expect(filesOf(folder)).toEqual(['systems.yaml']);
  });
});

describe('new --from', () => {
  const ticket = `---\ntitle: No fax\nstatus: open   # burns\nseverity: 1\n---\n\n## Symptoms\n\nNo fax since noon.\n\n## Weather\n\nRain.\n`;
  const begun = (name: string): string =>
    contentFolder(name, {
      'postmortems/2026-11-21-fax.mdx': ticket,
      'postmortems/2026-11-20-old.mdx': ticket.replace('open  ', 'openn '),
    });

  test('takes an open ticket on, and keeps every word of it', async () => {
    const folder = begun('from-yes');
    const { code, stdout } = await startNew(
      folder,
      '--from',
      `${folder}/postmortems/2026-11-21-fax.mdx`,
      '--yes',
    );
    expect(code).toBe(0);
    const text = textOf(folder, 'postmortems/2026-11-21-fax.mdx');
    expect(text.startsWith(ticket.replace('open', 'resolved').split('## Weather')[0] ?? '')).toBe(true);
    expect(text.endsWith('## Weather\n\nRain.\n')).toBe(true);
    expect(stdout).toContain('-status: open   # burns\n+status: resolved   # burns\n');
    const left = await run(['check', '-f', 'unix', `${folder}/postmortems/2026-11-21-fax.mdx`], {
      CONTENT_DIR: folder,
    });
    expect(left.stdout.match(/\[[\w-]+\]$/gm)).toEqual(['[section-tbd]', '[section-tbd]']);
  });

  test.each<[args: string[], code: number, said: string]>([
    [['--from', '2026-11-21-fax', '--dry-run'], 0, '+status: resolved   # burns'],
    [
      ['--from', '2026-11-21-fax'],
      2,
      'Nobody is here to be asked, so nothing was written. Add --yes to write it.',
    ],
    [
      ['--from', '2026-11-21-fxa', '-y'],
      2,
      'There is no postmortem "2026-11-21-fxa". Did you mean 2026-11-21-fax?',
    ],
    [['--from', '2026-11-20-old', '-y'], 2, "has an error, so what stands where can't be told for sure."],
    [
      ['--from', '2026-11-21-fax', '-y', '--title', 'A'],
      2,
      "--from takes every fact from the ticket, so --title can't go with it.",
    ],
  ])('%j writes nothing', async (args, code, said) => {
    const folder = begun('from-not');
    const result = await startNew(folder, ...args);
    expect(result.code).toBe(code);
    expect(result.stdout + result.stderr).toContain(said);
    expect(textOf(folder, 'postmortems/2026-11-21-fax.mdx')).toBe(ticket);
  });

  test('refuses what is resolved already', async () => {
    const folder = begun('from-twice');
    await startNew(folder, '--from', '2026-11-21-fax', '-y');
    const { code, stderr } = await startNew(folder, '--from', '2026-11-21-fax', '-y');
    expect(code).toBe(2);
    expect(stderr).toContain('2026-11-21-fax.mdx is resolved already; --from takes on what is open.');
  });
});

test('new --help names every flag', async () => {
  const { code, stdout } = await run(['new', '--help']);
  expect(code).toBe(0);
  for (const flag of ['--title', '--severity', '--from', '--add-person', '--dry-run'])
    expect(stdout).toContain(flag);
});

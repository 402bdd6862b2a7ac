import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { type Finished, plainEnvironment, root, run } from '../support/build-site.ts';
import { contentFolder, openPostmortem, writeContent } from '../support/content-folder.ts';

const clock = { SOURCE_DATE_EPOCH: '1795270200' }; // 2026-11-21 14:10 UTC
const fixtures = 'tests/fixtures/import';
const basics = {
  'systems.yaml': '- id: fax-gateway\n  name: Fax gateway\n',
  'people.yaml': '- handle: ana\n  name: Ana Ribeiro\n- handle: sam\n  name: Sam Okafor\n',
};

const startImport = (folder: string, ...args: string[]): Promise<Finished> =>
  run(['import', ...args], { CONTENT_DIR: folder, ...clock });
const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.\w+$/.test(path))
    .sort();
const textOf = (folder: string, path: string): string => readFileSync(join(root, folder, path), 'utf8');
const checkOf = (folder: string): Promise<Finished> => run(['check', '-f', 'unix'], { CONTENT_DIR: folder });

/** Folder of sources for one test. */
const sources = (name: string, files: Parameters<typeof contentFolder>[1]): string =>
  contentFolder(`sources-${name}`, files);

function piped(folder: string, bytes: string | Uint8Array, ...args: string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/main.ts', 'import', '-', ...args], {
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
    child.stdin.end(bytes);
  });
}

describe('each shape of source', () => {
  test.each([
    ['pagerduty', [`${fixtures}/pagerduty.json`]],
    ['incident-io', [`${fixtures}/incident-io.json`, '--zone', 'Europe/Berlin']],
    ['slack', [`${fixtures}/slack`, '--reaction', ':pushpin:', '--severity', '1']],
    ['markdown', [`${fixtures}/markdown`]],
  ])('%s: what is said, what is written, and a second time', async (name, args) => {
    const folder = contentFolder(`import-${name}`, basics);
    const first = await startImport(folder, ...args);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const written = filesOf(folder).filter((path) => path.endsWith('.mdx'));
    const golden = [`$ npm run import -- ${args.join(' ')}`, first.stdout.trimEnd()];
    for (const path of written) golden.push(`# ${path}`, textOf(folder, path));
    await expect(`${golden.join('\n\n')}\n`).toMatchFileSnapshot(`golden/import-${name}.txt`);
    expect(await checkOf(folder)).toMatchObject({ code: 0, stderr: '' });

    const before = written.map((path) => textOf(folder, path));
    const second = await startImport(folder, ...args);
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('Already there:');
    expect(second.stdout).not.toContain('Wrote');
    expect(filesOf(folder).filter((path) => path.endsWith('.mdx'))).toEqual(written);
    expect(written.map((path) => textOf(folder, path))).toEqual(before);
  });

  test('jira: into a postmortem that is there, each action once', async () => {
    const folder = contentFolder('import-jira', {
      ...basics,
      'postmortems/2018-05-04-fax.mdx': `${openPostmortem('Fax')}\n## Detect\n\nTBD\n\n## Other areas of risk\n\nInvoices.\n`,
    });
    const args = [`${fixtures}/jira.csv`, '--date-order', 'dmy', '--into', '2018-05-04-fax'];
    const first = await startImport(folder, ...args);
    const golden = [
      `$ npm run import -- ${args.join(' ')}`,
      first.stdout.trimEnd(),
      textOf(folder, 'postmortems/2018-05-04-fax.mdx'),
    ];
    await expect(golden.join('\n\n')).toMatchFileSnapshot('golden/import-jira.txt');
    const text = textOf(folder, 'postmortems/2018-05-04-fax.mdx');
    const second = await startImport(folder, ...args, '--question', 'detect');
    expect(second.stdout).toContain('4 of 4 actions are there already, by their tickets.');
    expect(textOf(folder, 'postmortems/2018-05-04-fax.mdx')).toBe(text);
    expect((await checkOf(folder)).code).toBe(0);

    const printed = await startImport(folder, `${fixtures}/jira.csv`);
    expect(printed.stdout).toContain(
      '    - [x] Page on-duty when the oldest queued fax is old, at last @ana',
    );
    const wrong = await startImport(folder, `${fixtures}/jira.csv`, '--into', '2018-05-04-fxa');
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('there is no postmortem "2018-05-04-fxa". Did you mean 2018-05-04-fax?');
  });
});

test('an incident of PagerDuty, its log and its notes in files of one folder become one postmortem', async () => {
  const { incident, log_entries, notes } = JSON.parse(readFileSync(`${fixtures}/pagerduty.json`, 'utf8'));
  const files = { 'log.json': { log_entries }, 'notes.json': { notes }, 'incident.json': { incident } };
  const texts = Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)]);
  const from = sources('pagerduty', Object.fromEntries(texts));
  const folder = contentFolder('import-pagerduty-files', basics);
  const { code, stdout } = await startImport(folder, from);
  expect(code).toBe(0);
  expect(stdout).toContain('  Read together with log.json and notes.json.');
  const [path, another] = filesOf(folder).filter((file) => file.endsWith('.mdx'));
  expect(another).toBe(undefined);
  const whole = contentFolder('import-pagerduty-whole', basics);
  await startImport(whole, `${fixtures}/pagerduty.json`);
  const bare = (text: string): string => text.replace(/Imported from .*/, '');
  expect(bare(textOf(folder, path ?? ''))).toBe(bare(textOf(whole, path ?? '')));
  expect((await startImport(folder, from)).stdout).toContain('Already there:');
});

test('of an incident of PagerDuty without its log comes what it says of times itself', async () => {
  const incident = {
    type: 'incident',
    id: 'Q1',
    incident_number: 1,
    title: 'Fax',
    status: 'resolved',
    created_at: '2018-05-04T12:25:00Z',
    acknowledgements: [{ at: '2018-05-04T12:40:00Z', acknowledger: { summary: 'Ana' } }],
    resolved_at: '2018-05-04T17:05:00Z',
    conference_bridge: { conference_url: 'https://call.example/fax' },
  };
  const from = sources('pagerduty-lone', { 'incident.json': JSON.stringify({ incident }) });
  const folder = contentFolder('import-pagerduty-lone', basics);
  await startImport(folder, from);
  const text = textOf(folder, 'postmortems/2018-05-04-fax.mdx');
  expect(text).toContain(`- 2018-05-04 12:25 **detected, alert** Triggered in PagerDuty
- 12:40 **responded, action** Acknowledged by Ana
- 17:05 **resolved** Resolved in PagerDuty
`);
  expect(text).toContain('- **Conference:** [https://call.example/fax](https://call.example/fax)');
});

test('a dry run says the same and writes nothing', async () => {
  const folder = contentFolder('import-dry', basics);
  const { code, stdout } = await startImport(folder, `${fixtures}/markdown`, '--dry-run');
  expect(code).toBe(0);
  expect(stdout).toContain('Would write');
  expect(stdout).toContain('Would copy');
  expect(stdout).toContain('Nothing was written. Without --dry-run it is.');
  expect(filesOf(folder)).toEqual(['people.yaml', 'systems.yaml']);
});

test('many sources are told briefly, with a summary, and one that is broken holds up none', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [
      `${index < 25 ? 'a' : 'b/c'}/report-${index}.md`,
      `# Incident ${index}\n\n## Summary\n\nIt was number ${index}.\n\n## Timeline\n\n- 2019-03-02 08:25 Alert ${index}.\n`,
    ]),
  );
  const from = sources('many', {
    ...files,
    'broken.json': '{"log_entries": [\n  {"type": "trigger_log_entry",}\n]}',
    'empty.md': '',
    'notes.docx': 'x',
    'table.csv': 'a,b\n1,2\n',
  });
  const folder = contentFolder('import-many', basics);
  const { code, stdout, stderr } = await startImport(folder, from, '--severity', '2');
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(filesOf(folder).filter((path) => path.endsWith('.mdx'))).toHaveLength(50);
  expect(stdout).toContain('53 sources: 50 written, 3 not taken in\n  50 entries,');
  expect(stdout).toContain(
    'broken.json\n  ✘ Not taken in. 2:32 This JSON is broken. "}" stands where a name in double quotes is expected.',
  );
  expect(stdout).toContain('empty.md\n  ✘ Not taken in. It is empty.');
  expect(stdout).toContain('notes.docx has an ending of none of the known kinds.');
  expect(stdout).not.toContain('What went where');

  const json = await startImport(folder, from, '--format', 'json');
  const outcomes = JSON.parse(json.stdout);
  expect(outcomes.map(({ result }: { result: string }) => result).sort()).toEqual([
    ...Array.from({ length: 3 }, () => 'refused'),
    ...Array.from({ length: 50 }, () => 'there'),
  ]);
});

describe('strange sources', () => {
  const report =
    '# Fax\r\n\r\n## Summary\r\rGrößer.\n\n## Timeline\r\n\r\n- 2018-05-04 08:25 Alert – at last.\r\n';
  const utf16 = Buffer.from(`\ufeff${report}`, 'utf16le');
  test.each([
    ['a byte order mark and mixed line breaks', Buffer.from(`\ufeff${report}`)],
    ['UTF-16', utf16],
    ['UTF-16 with the big end first', Buffer.from(utf16).swap16()],
  ])('%s', async (name, bytes) => {
    const folder = contentFolder(`import-strange-${name.length}`, basics);
    const from = sources(`strange-${name.length}`, { 'fax.md': bytes });
    expect((await startImport(folder, `${from}/fax.md`)).code).toBe(0);
    const text = textOf(folder, 'postmortems/2018-05-04-fax.mdx');
    expect(text).toContain('Größer.');
    expect(text).toContain('Alert – at last.');
    expect(text).not.toMatch(/[\r\ufeff]/);
  });

  test('what can’t be read is refused, and each says why', async () => {
    const refusals: [name: string, content: string | Uint8Array, why: string][] = [
      [
        'a/days.json',
        '[{"ts":"1525436700.000200","type":"message","text":"hello"}]',
        'Which of the messages',
      ],
      ['b/bytes.txt', Buffer.from([1, 2, 0, 0, 0, 9, 8, 0xff]), 'This is no text.'],
      [
        'b/list.json',
        '[1, 2]',
        'This JSON is a list whose first item is only 1, which is none of the known.',
      ],
      ['b/nothing.md', '', 'It is empty.'],
      ['b/page.html', '<!doctype html><p>Hello', 'This is HTML or XML.'],
      ['b/picture.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 0]), 'This is an image.'],
    ];
    const folder = contentFolder('import-refused', basics);
    const from = sources('refused', Object.fromEntries(refusals.map(([name, content]) => [name, content])));
    const { code, stdout } = await startImport(folder, from);
    expect(code).toBe(1);
    for (const [, , why] of refusals) expect(stdout).toContain(`✘ Not taken in. ${why}`);
    expect(stdout.match(/✘/g)).toHaveLength(refusals.length);
    expect(filesOf(folder)).toEqual(['people.yaml', 'systems.yaml']);
  });

  test('5 MB of log entries', async () => {
    const entries = Array.from({ length: 12_000 }, (_, index) => ({
      id: `R${index}`,
      type: 'annotate_log_entry',
      summary: `Note ${index} ${'long '.repeat(60)}`,
      created_at: new Date(Date.UTC(2018, 4, 4) + index * 1000).toISOString(),
    }));
    const text = JSON.stringify({ log_entries: entries });
    expect(text.length).toBeGreaterThan(4_500_000);
    const folder = contentFolder('import-large', basics);
    const from = sources('large', { 'log.json': text });
    const { code, stdout, stderr } = await startImport(folder, `${from}/log.json`, '--format', 'json');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const [{ file, entries: count, problems }] = JSON.parse(stdout);
    expect(count).toBe(12_000);
    // A file of ours has its limits, and check tells them.
    expect(problems.map(({ rule }: { rule: string }) => rule)).toContain('file-size');
    expect(readFileSync(join(root, file), 'utf8')).toContain('Note 11999');
  }, 60_000);

  test('what is piped in', async () => {
    const folder = contentFolder('import-piped', basics);
    const { code } = await piped(folder, '# Fax\n\n## Timeline\n\n- 2018-05-04 08:25 Alert.\n');
    expect({ code, files: filesOf(folder) }).toEqual({
      code: 0,
      files: ['people.yaml', 'postmortems/2018-05-04-fax.mdx', 'systems.yaml'],
    });
  });
});

test('two imports at once make each postmortem once', async () => {
  const folder = contentFolder('import-at-once', basics);
  const from = sources('at-once', {
    'a.md': '# Fax\n\n## Timeline\n\n- 2018-05-04 08:25 One.\n',
    'b.md': '# Fax\n\n## Timeline\n\n- 2018-05-04 08:25 Another of the same name.\n',
    'c.md': '# Mail\n\n## Timeline\n\n- 2018-05-05 08:25 ![The board](board.png)\n',
    'board.png': Buffer.from([0x89, 0x50]),
  });
  const both = await Promise.all([1, 2, 3].map(() => startImport(folder, from)));
  expect(both.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(filesOf(folder)).toEqual([
    'people.yaml',
    'postmortems/2018-05-04-fax-2.mdx',
    'postmortems/2018-05-04-fax.mdx',
    'postmortems/2018-05-05-mail.mdx',
    'postmortems/2018-05-05-mail/board.png',
    'systems.yaml',
  ]);
  expect(both.map(({ stdout }) => stdout.match(/✔ Wrote/g)?.length ?? 0).reduce((a, b) => a + b)).toBe(3);
});

test('what somebody edited after the import, or wrote before it, is left alone', async () => {
  const from = sources('edited', { 'a.md': '# Fax\n\n## Timeline\n\n- 2018-05-04 08:25 One.\n' });
  const folder = contentFolder('import-edited', basics);
  await startImport(folder, from);
  const file = 'postmortems/2018-05-04-fax.mdx';
  writeContent(folder, { [file]: textOf(folder, file).replace('One.', 'One, edited.') });
  const second = await startImport(folder, from);
  expect(second.stdout).toContain('It was taken in before.');
  writeContent(from, { 'a.md': '# Fax\n\n## Timeline\n\n- 2018-05-04 08:25 One, mended.\n' });
  const third = await startImport(folder, from);
  expect(third.stdout).toContain('An earlier version of this source was taken in before.');
  expect(textOf(folder, file)).toContain('One, edited.');
  writeContent(folder, { [file]: openPostmortem('By hand') });
  expect((await startImport(folder, from)).stdout).toContain('nothing is overwritten');
  expect(filesOf(folder).filter((path) => path.endsWith('.mdx'))).toEqual([file]);
});

test('nothing outside what was named is copied', async () => {
  const from = sources('outside', {
    'secret.png': 'secret',
    'in/a.md':
      '# Fax\n\n## Timeline\n\n- 2018-05-04 08:25 ![x](../secret.png) ![y](%2e%2e/secret.png) [z](/etc/hosts)\n',
  });
  const folder = contentFolder('import-outside', basics);
  const { code, stdout } = await startImport(folder, `${from}/in`);
  expect(code).toBe(0);
  expect(stdout).toContain("which can't be reached from here");
  expect(filesOf(folder)).toEqual(['people.yaml', 'postmortems/2018-05-04-fax.mdx', 'systems.yaml']);
  expect(textOf(folder, 'postmortems/2018-05-04-fax.mdx')).toContain('`../secret.png`');
});

test('a call that can’t be understood writes nothing', async () => {
  const folder = contentFolder('import-usage', basics);
  const { code, stderr, stdout } = await startImport(folder, `${fixtures}/jira.csv`, 'nowhere.md');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('There is no file or folder nowhere.md.');
  expect(filesOf(folder)).toEqual(['people.yaml', 'systems.yaml']);
});

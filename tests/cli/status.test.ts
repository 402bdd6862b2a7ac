import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Finished, root, run } from '../support/build-site.ts';
import { contentFolder } from '../support/content-folder.ts';

const clock = { SOURCE_DATE_EPOCH: '1795271700' }; // 2026-11-21 14:35 UTC, 22 November in Auckland
const file = 'postmortems/2026-11-21-orders-do-not-leave.mdx';
const facts = (status: string): string =>
  `---\ntitle: Orders do not leave\nstatus: ${status}   # open | resolved | reviewed\nseverity: 2\n---\n`;
const symptoms = '\n## Symptoms\n\nNothing leaves.\n';
const written = `
## Summary

No order left for an hour.

## Timeline

- 2026-11-21 13:10 **started** The last order leaves.
- 13:25 **detected** A supplier calls.
- 14:10 **resolved** They leave again.
`;
const answered = `
## Root causes

The queue was full.

## Detect

Count them.

## React

Nothing this time.

## Quick fix

Empty it.

## Prevent

- [ ] Page on duty @ana due:2026-12-01

## Other areas of risk

None.
`;

const status = (folder: string, ...args: string[]): Promise<Finished> =>
  run(['status', ...args], { CONTENT_DIR: folder, ...clock });
const folderWith = (name: string, body: string, zone = 'UTC') =>
  contentFolder(`status-${name}`, { [file]: body, 'settings.yaml': `timezone: ${zone}\n` });
const read = (folder: string): string => readFileSync(join(root, folder, file), 'utf8');

describe('status', () => {
  test('tells where it stands and what comes next', async () => {
    const folder = folderWith('tell', facts('open') + symptoms);
    const { code, stdout, stderr } = await status(folder, 'orders');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.replaceAll(`${folder}/`, '')).toMatchInlineSnapshot(`
      "postmortems/2026-11-21-orders-do-not-leave.mdx is open: the fire is still burning.

      For resolved (the fire is out, the meeting is still to come) it needs:
        postmortems/2026-11-21-orders-do-not-leave.mdx:1:1  A resolved postmortem needs the section Summary, which isn't here yet.
            Add a line ## Summary. Say in a few plain sentences what happened and whom it touched.
        postmortems/2026-11-21-orders-do-not-leave.mdx:1:1  A resolved postmortem needs the section Timeline, which isn't here yet.
            Add a line ## Timeline. Begin with a line like: - 2018-05-04 02:10 **started** What happened
      "
    `);
  });

  test('says what is missing, each with its line, and changes nothing', async () => {
    const body = `${facts('open')}${symptoms}${written.replace('**detected** ', '').replace('No order left for an hour.', 'TBD')}`;
    const folder = folderWith('missing', body);
    const { code, stdout, stderr } = await status(folder, 'orders', 'resolved');
    expect({ code, stdout, body: read(folder) }).toEqual({ code: 1, stdout: '', body });
    expect(stderr.replaceAll(`${folder}/`, '')).toMatchInlineSnapshot(`
      "Not resolved yet, and nothing was changed. What is missing:
        postmortems/2026-11-21-orders-do-not-leave.mdx:11:1  The section Summary still says TBD, and a resolved postmortem needs it written.
            Say in a few plain sentences what happened and whom it touched.
        postmortems/2026-11-21-orders-do-not-leave.mdx:15:1  No entry of this timeline is marked **detected**, and a resolved postmortem says when somebody or something first noticed.
            Put **detected** right after the time of that entry, for example: - 08:25 **detected** What happened
      "
    `);
  });

  test('moves it on, and changes nothing but the word', async () => {
    const body = `\ufeff${(facts('open') + written).replaceAll('\n', '\r\n')}`;
    const folder = folderWith('resolved', body);
    const { code, stdout } = await status(folder, 'orders', 'resolved');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `✔ ${folder}/${file} is resolved now: the fire is out, the meeting is still to come.\n`,
    });
    expect(read(folder)).toBe(body.replace('status: open', 'status: resolved'));
    expect((await run(['check'], { CONTENT_DIR: folder })).code).toBe(0);
  });

  test('writes the day of the meeting, in the zone of the settings', async () => {
    const body = facts('resolved') + written + answered;
    const folder = folderWith('reviewed', body, 'Pacific/Auckland');
    const { code, stdout } = await status(folder, 'orders', 'reviewed');
    expect(code).toBe(0);
    expect(stdout).toContain('In the backlog: 1 improvement (@ana).');
    expect((await status(folder, 'orders')).stdout).toContain('In the backlog: 1 improvement (@ana).');
    expect(read(folder)).toBe(
      body.replace(
        'status: resolved   # open | resolved | reviewed\n',
        'status: reviewed   # open | resolved | reviewed\nreviewedOn: 2026-11-22\n',
      ),
    );
  });

  test.each([
    ['that stands there already', 'reviewedOn: 2026-11-20\n', 'reviewedOn: 2026-11-20\n'],
    [
      'in the line that a new file has for it',
      '# reviewedOn: YYYY-MM-DD  # the day of the meeting\n',
      'reviewedOn: 2026-11-21    # the day of the meeting\n',
    ],
  ])('keeps the day %s', async (what, before, after) => {
    const body = (line: string) =>
      facts('resolved').replace('severity: 2\n', `severity: 2\n${line}`) + written + answered;
    const folder = folderWith(`day-${what.replace(/\W/g, '')}`, body(before));
    expect((await status(folder, 'orders', 'reviewed')).code).toBe(0);
    expect(read(folder)).toBe(body(after).replace('status: resolved', 'status: reviewed'));
  });

  test('names lines as they are in the file, also where a line would be added above them', async () => {
    const body = facts('resolved') + written + answered.replace('Count them.', 'TBD');
    const folder = folderWith('lines', body);
    const { code, stderr } = await status(folder, 'orders', 'reviewed');
    const line = body.split('\n').indexOf('## Detect') + 1;
    expect({ code, body: read(folder) }).toEqual({ code: 1, body });
    expect(stderr).toContain(`${file}:${line}:1  The question Detect has no answer yet`);
  });

  test.each([
    ['open again', facts('resolved') + written, 'open', 0],
    ['what it is already', facts('resolved') + written, 'resolved', 0],
  ])('can be moved to %s', async (what, body, wanted, code) => {
    const folder = folderWith(`to-${what.replace(/\W/g, '')}`, body);
    expect((await status(folder, 'orders', wanted)).code).toBe(code);
    expect(read(folder)).toBe(body.replace('status: resolved', `status: ${wanted}`));
  });

  test.each([
    ['a status that is none', ['orders', 'solved'], 'Did you mean resolved?'],
    ['no incident', [], 'Say which incident'],
    [
      'one that is not there',
      ['orders-do-not-laeve', 'open'],
      'Did you mean 2026-11-21-orders-do-not-leave?',
    ],
  ])('refuses %s', async (what, args, message) => {
    const folder = folderWith(`no-${what.replace(/\W/g, '')}`, facts('open') + symptoms);
    const { code, stderr } = await status(folder, ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('only shows what it would do, where it is asked to', async () => {
    const body = facts('open') + written;
    const folder = folderWith('dry', body);
    const { code, stdout } = await status(folder, 'orders', 'resolved', '--dry-run');
    expect({ code, body: read(folder) }).toEqual({ code: 0, body });
    expect(stdout).toContain('\n-status: open   # open | resolved | reviewed\n+status: resolved   # open');
  });
});

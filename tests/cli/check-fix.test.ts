import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, run } from '../support/build-site.ts';
import { contentFolder, openPostmortem } from '../support/content-folder.ts';

const text = `${openPostmortem('A', 'It took <5 ms.')}
## Timeline

- 2018-05-04 5:00 PM A call.
- 18:00 **detected, report** Mail.

## Detect

- [x] Page on-duty @ana
`.replaceAll('\n', '\r\n');
const folder = (name: string, body = text) =>
  contentFolder(`check-fix-${name}`, { 'postmortems/a.mdx': body });
const check = (content: string, ...args: string[]) => run(['check', ...args], { CONTENT_DIR: content });
const read = (content: string): string => readFileSync(join(root, content, 'postmortems/a.mdx'), 'utf8');

describe('check --fix', () => {
  test('--dry-run shows what would change as a diff, and changes nothing', async () => {
    const content = folder('dry');
    const { code, stdout, stderr } = await check(content, '--fix', '--dry-run');
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'Would fix 2 problems in 1 file.\n' });
    expect(stdout.replaceAll('\r', '␍')).toMatchInlineSnapshot(`
      "--- .cache/content/check-fix-dry/postmortems/a.mdx
      +++ .cache/content/check-fix-dry/postmortems/a.mdx
      @@ -6,11 +6,11 @@
       ␍
       ## Summary␍
       ␍
      -It took <5 ms.␍
      +It took &lt;5 ms.␍
       ␍
       ## Timeline␍
       ␍
      -- 2018-05-04 5:00 PM A call.␍
      +- 2018-05-04 17:00 A call.␍
       - 18:00 **detected, report** Mail.␍
       ␍
       ## Detect␍
      "
    `);
    expect(read(content)).toBe(text);
  });

  test('writes what has one right answer, and reports the rest', async () => {
    const content = folder('write');
    const { code, stdout, stderr } = await check(content, '--fix', '--format', 'unix');
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'Fixed 2 problems in 1 file.\n' });
    expect(stdout).toBe(
      `${content}/postmortems/a.mdx:18:3: error: This box is ticked, but nothing says when. [improvement-state]\n`,
    );
    expect(read(content)).toBe(text.replace('<5', '&lt;5').replace('5:00 PM', '17:00'));
  });

  test('ends with 0 where nothing is left, and has nothing to do the second time', async () => {
    const content = folder('clean', text.replace('[x]', '[ ]'));
    expect((await check(content, '--fix')).code).toBe(0);
    expect(await check(content, '--fix')).toEqual({
      code: 0,
      stdout: '✔ 1 file checked, nothing to mend.\n',
      stderr: 'Nothing was fixed.\n',
    });
    expect(await check(content, '--fix', '--dry-run')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'Nothing to fix.\n',
    });
  });

  test('--dry-run alone is no call', async () => {
    const { code, stderr } = await check(folder('alone'), '--dry-run');
    expect(code).toBe(2);
    expect(stderr).toContain('--dry-run shows what --fix would do: write --fix --dry-run.');
  });
});

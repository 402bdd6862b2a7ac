import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from '../../src/workspace/sample.ts';
import { root } from '../support/build-site.ts';
import { sampleContent } from '../support/sample.ts';

test('the list of the sample’s files is that of the sample; after a change of it run vitest -u here', async () => {
  const folder = join(root, sampleContent);

  const paths = globSync('**/*.*', { cwd: folder })
    .map((path) => path.split(sep).join('/'))
    .sort();
  const prints = Object.fromEntries(
    paths.map((path) => [path, fingerprint(readFileSync(join(folder, path)))]),
  );
  await expect(`${JSON.stringify(prints, null, 2)}\n`).toMatchFileSnapshot('../../src/workspace/sample.json');
});

test('a line break of Windows is no change, any other byte is', () => {
  const print = (text: string): string => fingerprint(Buffer.from(text));
  expect(print('a\r\nb\r\n')).toBe(print('a\nb\n'));
  expect(new Set(['a\nb\n', 'a\nb', 'a \nb\n', 'a\rb\n', 'ä\nb\n'].map(print)).size).toBe(5);
});

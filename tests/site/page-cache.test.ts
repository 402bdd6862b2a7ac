import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { linkFolder, openPageCache } from '../../src/site/page-cache.ts';

const home = mkdtempSync(join(tmpdir(), 'page-cache-'));
afterAll(() => rmSync(home, { recursive: true }));

/** A cache folder, and what sites built one after another look like. */
function story(name: string) {
  const folder = join(home, name, 'cache');
  const page = (site: string, id: string): string => join(home, name, site, id, 'index.html');
  return {
    folder,
    page,
    make(site: string, id: string, html: string): string {
      const file = page(site, id);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, html);
      return file;
    },
  };
}

test('a page that was made once stands in the next site, also when the last one is gone', () => {
  const { folder, page, make } = story('kept');
  const first = openPageCache(folder);
  expect(first.has('d1')).toBe(false);
  first.exchange([{ digest: 'd1', file: make('one', 'fax', '<p>Fax</p>') }]);
  rmSync(join(home, 'kept', 'one'), { recursive: true });
  const second = openPageCache(folder);
  expect(second.has('d1')).toBe(true);
  second.exchange([{ digest: 'd1', file: page('two', 'fax') }]);
  expect(readFileSync(page('two', 'fax'), 'utf8')).toBe('<p>Fax</p>');
});

test('what no page has any more is forgotten', () => {
  const { folder, make } = story('forgotten');
  openPageCache(folder).exchange([{ digest: 'old', file: make('one', 'fax', 'old') }]);
  openPageCache(folder).exchange([{ digest: 'new', file: make('two', 'fax', 'new') }]);
  expect(openPageCache(folder).has('old')).toBe(false);
  expect(existsSync(join(folder, 'old.html'))).toBe(false);
  expect(openPageCache(folder).has('new')).toBe(true);
});

test('a page that somebody changed in the last site is made anew', () => {
  const { folder, make } = story('changed');
  const file = make('one', 'fax', '<p>Fax</p>');
  openPageCache(folder).exchange([{ digest: 'd1', file }]);
  writeFileSync(file, '<p>Fox</p>');
  utimesSync(file, 1, 1);
  expect(openPageCache(folder).has('d1')).toBe(false);
});

test('a list that cannot be read is none', () => {
  const { folder, make } = story('broken');
  openPageCache(folder).exchange([{ digest: 'd1', file: make('one', 'fax', 'x') }]);
  writeFileSync(join(folder, 'pages.json'), '{');
  expect(openPageCache(folder).has('d1')).toBe(false);
});

test('a folder stands a second time, with all that lies below it', () => {
  const { make, page } = story('folder');
  make('one', 'deep/down', 'x');
  linkFolder(join(home, 'folder', 'one'), join(home, 'folder', 'two'));
  rmSync(join(home, 'folder', 'one'), { recursive: true });
  expect(readFileSync(page('two', 'deep/down'), 'utf8')).toBe('x');
});

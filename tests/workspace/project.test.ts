import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { displayPath, projectFromEnvironment, UsageError } from '../../src/workspace/project.ts';
import { root } from '../support/build-site.ts';

describe('the project', () => {
  test('is content/ at the root of an unknown host, where nothing is said', () => {
    const standard = { root, content: join(root, 'content'), siteUrl: null, basePath: '/' };
    expect(projectFromEnvironment({})).toEqual(standard);
    expect(projectFromEnvironment({ CONTENT_DIR: '', SITE_URL: '', BASE_PATH: '' })).toEqual(standard);
  });

  test.each([
    ['other', join(root, 'other')],
    ['./a/../b/', join(root, 'b')],
    ['/srv/postmortems', '/srv/postmortems'],
  ])('CONTENT_DIR=%s', (value, content) => {
    expect(projectFromEnvironment({ CONTENT_DIR: value }).content).toBe(content);
  });

  test.each([
    ['https://kb.example.com', 'https://kb.example.com'],
    ['https://kb.example.com/', 'https://kb.example.com'],
    ['http://LOCALHOST:4321', 'http://localhost:4321'],
  ])('SITE_URL=%s', (value, siteUrl) => {
    expect(projectFromEnvironment({ SITE_URL: value }).siteUrl).toBe(siteUrl);
  });

  test.each([
    ['/', '/'],
    ['kb', '/kb/'],
    ['/kb', '/kb/'],
    ['kb/', '/kb/'],
    ['/a/b-c_d.e~f/', '/a/b-c_d.e~f/'],
  ])('BASE_PATH=%s', (value, basePath) => {
    expect(projectFromEnvironment({ BASE_PATH: value }).basePath).toBe(basePath);
  });

  test.each([
    [
      { SITE_URL: 'kb.example.com' },
      'SITE_URL is "kb.example.com", which is not a web address. Write it like SITE_URL=https://kb.example.com',
    ],
    [
      { SITE_URL: 'javascript:alert(1)' },
      'SITE_URL is "javascript:alert(1)", which is not a web address. Write it like SITE_URL=https://kb.example.com',
    ],
    [
      { SITE_URL: 'https://kb.example.com/?a' },
      'SITE_URL is "https://kb.example.com/?a", which is not a web address. Write it like SITE_URL=https://kb.example.com',
    ],
    [
      { SITE_URL: 'https://example.com/kb/' },
      'SITE_URL is "https://example.com/kb/", which has a path. Put the path into BASE_PATH: SITE_URL=https://example.com BASE_PATH=/kb/',
    ],
    [{ BASE_PATH: '/a b/' }, 'BASE_PATH is "/a b/", which is not a path. Write it like BASE_PATH=/kb/'],
    [{ BASE_PATH: '/../up/' }, 'BASE_PATH is "/../up/", which is not a path. Write it like BASE_PATH=/kb/'],
    [
      { BASE_PATH: '//evil.example/' },
      'BASE_PATH is "//evil.example/", which is not a path. Write it like BASE_PATH=/kb/',
    ],
    [
      { BASE_PATH: '/"><script>' },
      'BASE_PATH is "/"><script>", which is not a path. Write it like BASE_PATH=/kb/',
    ],
  ])('%j is a slip of the caller', (environment, message) => {
    expect(() => projectFromEnvironment(environment)).toThrow(new UsageError(message));
  });
});

test.each([
  [join(root, 'content/a.mdx'), 'content/a.mdx'],
  [join(root, '../beside/a.mdx'), '../beside/a.mdx'],
])('%s is shown from the root of the project', (file, shown) => {
  expect(displayPath(projectFromEnvironment({}), file)).toBe(shown);
});

import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/core/document/read-document.ts';
import { root } from '../support/build-site.ts';
import { sampleContent } from '../support/sample.ts';

/** A tired person reads 230 words a minute. */
const twoMinutes = 460;

const guides = globSync('handbook/*.mdx', { cwd: join(root, sampleContent) }).map((path) => ({
  id: basename(path, '.mdx'),
  text: readFileSync(join(root, sampleContent, path), 'utf8'),
}));

/** What is read aloud: neither front matter nor examples in code. */
function wordsOf(text: string): string[] {
  return text
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^```.*?^```$/gms, '')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
}

describe('the handbook as it is shipped', () => {
  test('has a guide for everything that a page leads to', () => {
    expect(guides.map(({ id }) => id).sort()).toEqual([
      'blameless',
      'dont-panic',
      'five-questions',
      'intake',
      'meeting',
      'on-duty',
      'severities',
      'stakeholders',
      'tenets',
      'two-queues',
      'workflow',
      'writing',
    ]);
  });

  test.each(guides)('$id is read in less than two minutes', ({ text }) => {
    expect(wordsOf(text).length).toBeLessThan(twoMinutes);
  });

  test.each([
    ['dont-panic', 'work-like-a-doctor'],
    ['on-duty', 'hand-over'],
    ['five-questions', 'detect'],
    ['five-questions', 'react'],
    ['five-questions', 'quick-fix'],
    ['five-questions', 'prevent'],
    ['five-questions', 'other-areas-of-risk'],
  ])('%s has the heading #%s, to which other pages lead', (id, anchor) => {
    const text = guides.find((guide) => guide.id === id)?.text ?? '';
    expect(readDocument(text, { knownSections: false, guideComponents: true }).anchors).toContain(anchor);
  });
});

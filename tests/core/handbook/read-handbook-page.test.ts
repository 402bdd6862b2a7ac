import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readHandbookPage } from '../../../src/core/handbook/read-handbook-page.ts';

const read = (text: string) =>
  readHandbookPage({ id: 'meeting', file: 'content/handbook/meeting.mdx', document: readDocument(text) });

describe('a guide', () => {
  test('has a title, and maybe a description and a place in the order', () => {
    const { page, problems } = read(
      '---\ntitle: The meeting\ndescription: An hour\norder: 5\n---\n\nWelcome.\n',
    );
    expect(problems).toEqual([]);
    expect(page).toMatchObject({ title: 'The meeting', description: 'An hour', order: 5, hasCode: false });
  });

  test('may hold code, which a postmortem may not', () => {
    const { page, problems } = read("---\ntitle: T\n---\n\nimport X from './x.astro'\n\n<X />\n");
    expect(problems).toEqual([]);
    expect(page?.hasCode).toBe(true);
  });

  test.each([
    ['no front matter', 'Welcome.\n', 'front-matter-missing', 1],
    ['no title', '---\norder: 5\n---\n', 'handbook-title', 1],
    ['a key of a postmortem', '---\ntitle: T\nseverity: 1\n---\n', 'front-matter-key', 3],
    ['an order that is no number', '---\ntitle: T\norder: first\n---\n', 'front-matter-value', 3],
    ['a description that is a list', '---\ntitle: T\ndescription: [a]\n---\n', 'front-matter-value', 3],
    ['a tag that is never closed', '---\ntitle: T\n---\n\n<Callout type="note">\n', 'mdx-syntax', 5],
  ])('with %s is told so, with the line', (_, text, rule, line) => {
    expect(read(text).problems.map((found) => [found.rule, found.place.line])).toEqual([[rule, line]]);
  });
});

import { expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';

const problemsOf = (body: string): string[] =>
  readDocument(`---\ntitle: Fax\n---\n\n${body}`).problems.map(
    ({ rule, place, message }) => `${place.line}:${place.column} ${rule} ${message}`,
  );

test('a footnote that is mentioned is fine', () => {
  expect(problemsOf('One[^1] and two[^B].\n\n[^1]: First.\n\n[^b]: Second[^c].\n\n[^c]: Third.')).toEqual([]);
});

test('a footnote that no page would show is told', () => {
  expect(problemsOf('One[^1].\n\n[^1]: First.\n\n[^1]: Again.\n\n[^2]: Nobody asks.')).toEqual([
    '9:1 footnote-lost The footnote [^1] is written a second time, and only the first is shown.',
    '11:1 footnote-lost Nothing in the text mentions the footnote [^2], so it would not be shown.',
  ]);
});

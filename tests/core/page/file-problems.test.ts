import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { fileProblems } from '../../../src/core/page/file-problems.ts';

const text = '---\ntitle: Fax\n---\n\nBefore.\n\n## Detect\n\nWords.\n\n## React\n';
const at = (line: number, severity: Diagnostic['severity'], file = 'a.mdx'): Diagnostic => ({
  file,
  line,
  column: 1,
  severity,
  rule: 'word-date',
  message: `At ${line}.`,
});

test('problems stand under the last heading before them, beside their line', () => {
  const document = readDocument(text, { knownSections: true });
  const found = [at(2, 'error'), at(9, 'error'), at(10, 'warning'), at(99, 'error'), at(1, 'error', 'b.mdx')];
  const { errors, warnings } = fileProblems('a.mdx', found, text, document);
  expect(errors.map(({ line, source, under }) => [line, source, under?.anchor ?? null])).toEqual([
    [2, 'title: Fax', null],
    [9, 'Words.', 'detect'],
    [99, null, 'react'],
  ]);
  expect(warnings.map(({ line, source, under }) => [line, source, under?.heading])).toEqual([
    [10, null, 'Detect'],
  ]);
});

test('a file that cannot be read has problems without lines', () => {
  expect(fileProblems('a.mdx', [at(1, 'error')], null, null).errors).toMatchObject([
    { line: 1, source: null, under: null, hint: null },
  ]);
});

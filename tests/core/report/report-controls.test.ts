import { expect, test } from 'vitest';
import { plainPaint } from '../../../src/core/report/paint.ts';
import { formats, report } from '../../../src/core/report/report.ts';

const diagnostic = {
  file: 'content/postmortems/a\u001b[31m\n.mdx',
  line: 1,
  column: 1,
  severity: 'error' as const,
  rule: 'file-id',
  message: 'Found \u001b[2J, \u009b and \u202e.',
  hint: 'Write \u0000.',
};

test.each(formats)('%s prints no control character of a file’s name or text', (format) => {
  const text = report(format, {
    diagnostics: [diagnostic],
    fileCount: 1,
    textOf: () => null,
    explained: () => null,
    paint: plainPaint,
    least: 'advice' as const,
  });
  expect(/[^\P{Cc}\n]|\u202e/u.exec(text)?.[0]).toBeUndefined();
});

test('a line of unix stays one line, and JSON keeps what was found', () => {
  const input = {
    diagnostics: [diagnostic],
    fileCount: 1,
    textOf: () => null,
    explained: () => null,
    paint: plainPaint,
    least: 'advice' as const,
  };
  expect(report('unix', input).split('\n')).toHaveLength(1);
  expect(JSON.parse(report('json', input))).toEqual([diagnostic]);
});

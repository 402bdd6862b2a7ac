import { expect, test } from 'vitest';
import type { Problem } from '../../../../src/core/diagnostic.ts';
import { applyFixes } from '../../../../src/core/fix/apply-fixes.ts';
import { whyAnswer } from '../../../../src/core/lint/rules/why-answer.ts';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const fileOf = (whys: string): string => exampleFile('body', `## Whys\n\n${whys}`);
const findings = (text: string): Problem[] => lintText(text).filter(({ rule }) => rule === 'why-answer');

/** What fixing makes of the whys; null where nothing can be fixed. */
function mended(whys: string): string | null {
  const text = fileOf(whys);
  const found = findings(text);
  expect(found.map(({ severity }) => severity)).toEqual(found.map(() => 'warning'));
  expect(found.length).toBeGreaterThan(0);
  const result = applyFixes(
    text,
    found.flatMap(({ fix }) => fix ?? []),
  );
  if (result.applied.length === 0) return null;
  expect(findings(result.text)).toEqual([]);
  return result.text.slice(fileOf('').length - 1).trimEnd();
}

test.each([
  ['- Why so late? We look at the lag.', '- Why so late?\n  - We look at the lag.'],
  ['- Why so late?\n  We look at the lag.', '- Why so late?\n  - We look at the lag.'],
  ['- Why so late?\nwe look at the lag.', '- Why so late?\n  - we look at the lag.'],
  ['- Why so late? because of the lag', '- Why so late?\n  - because of the lag'],
  ['- Why so late? – We look at the lag.', '- Why so late?\n  - We look at the lag.'],
  ['- **Why so late?** We look at *the lag*.', '- **Why so late?**\n  - We look at *the lag*.'],
  ['1. Why so late? `lag` says little.', '1. Why so late?\n   - `lag` says little.'],
  [
    '- Why so late?\n  We look at the lag,\n  and at nothing\n  else.',
    '- Why so late?\n  - We look at the lag,\n    and at nothing\n    else.',
  ],
  ['- [ ] Why so late? Nobody looked.', '- [ ] Why so late?\n  - Nobody looked.'],
])('%j is mended', (whys, right) => {
  expect(mended(whys)).toBe(right);
});

test.each([
  '- Why so late? Who looks? Nobody does.',
  '- Why so late? nobody looks at it',
  '-\tWhy so late? Nobody looks.',
])('%j is found, and its author knows what is right', (whys) => {
  expect(mended(whys)).toBeNull();
});

test('every answer is mended at once', () => {
  const [example] = whyAnswer.guide.examples;
  const { wrong = '', right = '' } = example ?? {};
  const text = exampleFile('body', wrong);
  const fixes = findings(text).flatMap(({ fix }) => fix ?? []);
  expect(applyFixes(text, fixes).text).toBe(exampleFile('body', right));
});

test('it is told where the answer begins', () => {
  const [found] = findings(fileOf('- Why so late?\n  We look at the lag.'));
  expect(found?.place).toEqual({ line: 10, column: 3 });
});

test.each([
  '- Why so late?',
  '- Why so late?\n  - We look at the lag.',
  '- Why so late?\n\n  We look at the lag.',
  '- Why so late? We look at the lag.\n  - And nothing else was there.',
  '- Why so late? And why at night?',
  '- Why did the page say "Really?" to everybody?',
  '- Why so late? TBD',
  '- Why so late? (asked by support)',
  '- Why so late? @ana ticket:OPS-142',
  '- Why so late? [OPS-142](https://example.org/142)',
  '- Why so late? {/* Sam knows. */}',
  '- Nobody looked at the lag.',
  'Why so late? We look at the lag.',
])('%j is fine, or another rule’s', (whys) => {
  expect(findings(fileOf(whys))).toEqual([]);
});

test('questions elsewhere may be answered as they are', () => {
  expect(findings(exampleFile('body', '## Summary\n\n- Whys? Why so late? Nobody looked.'))).toEqual([]);
});

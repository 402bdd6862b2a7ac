import { expect, test } from 'vitest';
import { shortened, shortLine } from '../../src/core/shortened.ts';

test.each([
  ['as long as may be', 'a'.repeat(60), 'a'.repeat(60)],
  ['longer', 'a'.repeat(61), `${'a'.repeat(59)}…`],
  ['cut in the middle of a sign', `${'a'.repeat(58)}🚒 out`, `${'a'.repeat(58)}\ufffd…`],
])('a text that is %s', (_, text, said) => {
  expect(shortened(text)).toBe(said);
});

test.each([
  ['two\n  lines ', 9, 'two lines'],
  ['two lines', 6, 'two l…'],
  ['two lines', 5, 'two…'],
])('%j in %i characters is %j', (text, most, said) => {
  expect(shortLine(text, most)).toBe(said);
});

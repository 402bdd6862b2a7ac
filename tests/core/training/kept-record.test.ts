import { expect, test } from 'vitest';
import { keptRecord } from '../../../src/core/training/kept-record.ts';

test.each<[string | null, Record<string, unknown>]>([
  ['{"a":1}', { a: 1 }],
  [null, {}],
  ['', {}],
  ['{"a":', {}],
  ['[1]', {}],
  ['null', {}],
  ['"a"', {}],
])('%s', (text, expected) => {
  expect(keptRecord(text)).toEqual(expected);
});

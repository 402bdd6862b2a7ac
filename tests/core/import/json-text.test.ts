import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../src/core/import/json-text.ts';

const faultOf = (text: string): string => {
  const read = readJson(text);
  return read.kind === 'json' ? 'json' : `${read.place.line}:${read.place.column} ${read.message}`;
};

describe('the fault of a broken JSON', () => {
  test.each([
    ['{"a": 1', '1:8 The text ends here, where "," or "}" is expected: it may be cut off.'],
    ['{\n  "a": 1,\n}', '3:1 "}" stands where a name in double quotes is expected.'],
    [
      '{"a": "b\nc"}',
      '1:7 This text in quotes does not end, or holds a line break or a "\\" that means nothing.',
    ],
    ["{'a': 1}", `1:2 "'" stands where a name in double quotes or "}" is expected.`],
    ['[1 2]', '1:4 "2" stands where "," or "]" is expected.'],
    ['{"a" 1}', '1:6 "1" stands where ":" is expected.'],
    ['[]]', '1:3 "]" stands where nothing more is expected.'],
    ['[1,]', '1:4 "]" stands where a value is expected.'],
    ['{"a": nul}', '1:7 "n" stands where a value is expected.'],
    ['', '1:1 The text ends here, where a value is expected: it may be cut off.'],
  ])('%j', (text, expected) => expect(faultOf(text)).toBe(expected));

  test('stands in a text that JSON.parse refuses, and nowhere else', () => {
    const texts = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', ']', '}', '"', ':', '\\', 'x', '\n'))
      .map(
        ([json, at, put]) =>
          `${json.slice(0, at % (json.length + 1))}${put}${json.slice((at % (json.length + 1)) + 1)}`,
      );
    fc.assert(
      fc.property(texts, (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        const read = readJson(text);
        if (parses) expect(read).toEqual({ kind: 'json', value: JSON.parse(text) });
        else if (read.kind === 'broken') {
          // Nothing that can be read goes wrong before the place that is named.
          const lines = text.split('\n');
          expect(read.place.line).toBeLessThanOrEqual(lines.length);
        }
      }),
    );
  });
});

test('one value a line is an array of them', () => {
  expect(readJson('{"a":1}\n\n{"b":2}\n')).toEqual({ kind: 'json', value: [{ a: 1 }, { b: 2 }] });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blobReader } from '../../src/workspace/git-blobs.ts';

/** What `git cat-file --batch` prints of these texts, by their number. */
function printed(texts: readonly (string | null)[]): Buffer {
  return Buffer.concat(
    texts.map((text, at) =>
      Buffer.from(text === null ? `${at} missing\n` : `${at} blob ${Buffer.byteLength(text)}\n${text}\n`),
    ),
  );
}

/** What comes out of a print that arrives in pieces of some length. */
function read(print: Buffer, length: number): { taken: string[]; missing: number } {
  const result = { taken: [] as string[], missing: 0 };
  const reader = blobReader(
    (blob, text) => result.taken.push(`${blob} ${text}`),
    () => {
      result.missing += 1;
    },
  );
  for (let at = 0; at < print.length; at += length) reader(print.subarray(at, at + length));
  return result;
}

describe('texts of blobs', () => {
  test('come out whole, however they arrive', () => {
    const text = fc.option(fc.string({ unit: fc.constantFrom('a', 'é', '\n', ' ', '🔥', '1 blob 2\n') }));
    fc.assert(
      fc.property(fc.array(text), fc.integer({ min: 1, max: 40 }), (texts, length) => {
        expect(read(printed(texts), length)).toEqual({
          taken: texts.flatMap((value, at) => (value === null ? [] : [`${at} ${value}`])),
          missing: texts.filter((value) => value === null).length,
        });
      }),
    );
  });

  test.each([
    ['is no UTF-8 text', Buffer.from([...Buffer.from('0 blob 2\n'), 0xc3, 0x28, 10])],
    ['has more than 2,000,000 bytes', printed(['x'.repeat(2_000_001)])],
    ['is a folder', Buffer.from('0 tree 3\nabc\n')],
  ])('are left out where one %s', (_, print) => {
    const next = printed([null, 'next']).subarray('0 missing\n'.length);
    expect(read(Buffer.concat([print, next]), 65_536)).toEqual({ taken: ['1 next'], missing: 0 });
  });
});

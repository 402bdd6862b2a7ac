import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/core/import/decode.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));
const utf16 = (text: string): number[] => [...Buffer.from(text, 'utf16le')];

describe('the text of a file', () => {
  test.each([
    ['UTF-8', bytes('Größe'), 'UTF-8', false, 'Größe'],
    ['a byte order mark goes', bytes([0xef, 0xbb, 0xbf], 'Fax'), 'UTF-8', false, 'Fax'],
    ['mixed line breaks', bytes('a\r\nb\rc\nd'), 'UTF-8', false, 'a\nb\nc\nd'],
    ['UTF-16, little end first', bytes([0xff, 0xfe], utf16('Größe')), 'UTF-16', false, 'Größe'],
    [
      'UTF-16, big end first',
      bytes([0xfe, 0xff], [...Buffer.from(utf16('Größe')).swap16()]),
      'UTF-16',
      false,
      'Größe',
    ],
    ['UTF-16 without its mark', bytes(utf16('# Summary')), 'UTF-16', true, '# Summary'],
    [
      'what old editors saved',
      bytes('Gr', [0xf6, 0xdf], 'e ', [0x96], ' 3'),
      'Windows-1252',
      true,
      'Größe – 3',
    ],
  ])('%s', (_name, input, encoding, guessed, text) =>
    expect(decode(input)).toEqual({ kind: 'text', text, encoding, guessed }),
  );

  test.each([
    ['nothing', bytes(), 'empty'],
    ['only blanks', bytes([0xef, 0xbb, 0xbf], ' \r\n\t'), 'empty'],
    ['an archive', bytes('PK', [3, 4, 0, 0]), 'a ZIP archive or an office document'],
    ['an image', bytes([0x89], 'PNG\r\n'), 'an image'],
    ['any bytes', bytes([1, 2, 0, 0, 4, 7]), 'no text'],
  ])('%s', (_name, input, what) => {
    const decoded = decode(input);
    expect(decoded.kind === 'binary' ? decoded.what : decoded.kind).toBe(what);
  });
});

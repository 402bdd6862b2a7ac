import { expect, test } from 'vitest';
import { flatText } from '../../../../src/core/import/markdown/phrases.ts';
import { readTimeAtEnd } from '../../../../src/core/import/markdown/time-at-end.ts';

function read(text: string): string | null {
  const found = readTimeAtEnd([{ type: 'text', value: text }], null);
  if (found === null) return null;
  const { start } = found.time;
  return `${start?.date?.date} ${start?.clock} | ${flatText(found.words)}`;
}

test.each([
  ['The fax stops 2020-08-04 13:30', '2020-08-04 13:30 | The fax stops'],
  ['The fax stops: 2020-08-04 13:30', '2020-08-04 13:30 | The fax stops'],
  ['New paper arrives (24 August ~18:30 UTC)', '08-24 18:30 | New paper arrives'],
  ['New paper arrives - Aug 24 2020 18:30.', '2020-08-24 18:30 | New paper arrives'],
])('%s ends with a time', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  'The fax stopped at 2020-08-04 13:30',
  'Nobody sent a fax until 2020-08-04 13:30',
  'The fax stops 2020-08-04',
  'The fax stops 13:30',
  'The fax stops 2020-08-04 13:30 and nobody hears it',
  '2020-08-04 13:30',
])('%s is a sentence, or begins with its time', (text) => {
  expect(read(text)).toBe(null);
});

test('an end that leads somewhere stays where it is', () => {
  const line = [
    { type: 'text' as const, value: 'The fax stops ' },
    {
      type: 'link' as const,
      url: 'https://example.com',
      children: [{ type: 'text' as const, value: '2020-08-04 13:30' }],
    },
  ];
  expect(readTimeAtEnd(line, null)).toBe(null);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { readPlainLines } from '../../../src/core/yaml/plain-lines.ts';

const parsed = (text: string): { value: unknown; errors: number; warnings: number } => {
  const document = parseDocument(text, { prettyErrors: false, schema: 'core', logLevel: 'silent' });
  return { value: document.toJS(), errors: document.errors.length, warnings: document.warnings.length };
};

describe('front matter as most people write it is read without the parser', () => {
  test('text, numbers, days and lists', () => {
    const text = [
      'title: Refunds:made by hand, while Gdańsk slept (again)',
      'status: reviewed',
      'severity: 1',
      'systems: [fax-gateway, orders/api,  wall board ]',
      'raisedBy: "system" ',
      "triage: 'code'",
      'reviewedOn: 2018-05-11',
      'effort: 1h30m',
      'timezone: America/New_York',
      '',
    ].join('\n');
    expect(readPlainLines(text)).toEqual({
      title: 'Refunds:made by hand, while Gdańsk slept (again)',
      status: 'reviewed',
      severity: 1,
      systems: ['fax-gateway', 'orders/api', 'wall board'],
      raisedBy: 'system',
      triage: 'code',
      reviewedOn: '2018-05-11',
      effort: '1h30m',
      timezone: 'America/New_York',
    });
  });
});

describe('the parser is asked', () => {
  test.each([
    ['for nothing at all', ''],
    ['for a key without a value', 'title:\n'],
    ['for a comment', 'title: Fax # gone\n'],
    ['for a second colon', 'title: Fax: gone\n'],
    ['for a colon at the end', 'title: Fax:\n'],
    ['for a key that stands twice', 'title: Fax\ntitle: Mail\n'],
    ['for words that are no text', 'title: True\n'],
    ['for such words in a list', 'tags: [fax, null]\n'],
    ['for a number that is not whole', 'severity: 1.5\n'],
    ['for a number with a zero before it', 'severity: 010\n'],
    ['for an effort, which looks like a number', 'effort: 31e1\n'],
    ['for an escape in quotes', 'title: "Fax\\n"\n'],
    ['for a quote in quotes', "title: 'It''s gone'\n"],
    ['for an open quote', 'title: "Fax\n'],
    ['for a list on several lines', 'tags: [fax,\n  mail]\n'],
    ['for an empty list', 'tags: []\n'],
    ['for a comma at the end of a list', 'tags: [fax,]\n'],
    ['for lists in lists', 'tags: [fax, [mail]]\n'],
    ['for text on a second line', 'title: Fax\n  gone\n'],
    ['for what begins with a mark', 'title: @ana\n'],
    ['for the end of a document', 'title: Fax\n---\n'],
  ])('%s', (_what, text) => {
    expect(readPlainLines(text)).toBeNull();
  });
});

test('whatever is read without the parser, the parser reads the same', () => {
  const words = fc.constantFrom('a', 'Fax', 'ń', ' ', ', ', '-', '7', '31h', '1.5h', '1h30m', '2018-05-04');
  const marks = fc.constantFrom(
    ...[
      'a',
      'Fax',
      'ń',
      '東',
      '1',
      '0',
      '-',
      ':',
      ' ',
      '  ',
      ',',
      '.',
      '[',
      ']',
      '"',
      "'",
      '\\',
      '#',
      '&',
      '*',
      '!',
    ],
    ...[
      'null',
      'True',
      'no',
      '~',
      '{',
      '}',
      '|',
      '>',
      '%',
      '@',
      '`',
      '?',
      '\t',
      '/',
      'e',
      'x',
      '_',
      '(',
      ')',
    ],
  );
  const pieces = fc.oneof({ arbitrary: words, weight: 8 }, marks);
  const value = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((words) => words.join(''));
  const shaped = fc.oneof(
    value,
    fc.array(value, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    value.map((words) => `"${words}"`),
    value.map((words) => `'${words}'`),
  );
  const key = fc.constantFrom('title', 'status', 'tags', 'null', 'True', 'constructor');
  const gap = fc.constantFrom(': ', ': ', ':  ', ':');
  const text = fc
    .array(
      fc.tuple(key, gap, shaped).map((parts) => parts.join('')),
      { minLength: 1, maxLength: 2 },
    )
    .map((lines) => lines.join('\n'));
  let read = 0;
  fc.assert(
    fc.property(text, (written) => {
      const value = readPlainLines(written);
      if (value === null) return;
      read += 1;
      expect(parsed(written), written).toEqual({ value, errors: 0, warnings: 0 });
    }),
    { numRuns: 4_000 },
  );
  expect(read).toBeGreaterThan(400);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readYaml } from '../../../src/core/yaml/read-yaml.ts';

const said = (text: string): string[] =>
  readYaml(text).problems.map(
    ({ place, message, hint }) => `${place.line}:${place.column} ${message} → ${hint}`,
  );

describe('values', () => {
  test.each<[text: string, value: unknown]>([
    ['a: 2018-05-11', { a: '2018-05-11' }],
    ['a: "2018-05-11"', { a: '2018-05-11' }],
    ['a: 08:25', { a: '08:25' }],
    ['a: yes', { a: 'yes' }],
    ['a: 1', { a: 1 }],
    ['a: 1_000', { a: '1_000' }],
    ['a:', { a: null }],
    ['%YAML 1.1\n---\na: 2018-05-11\nb: yes', { a: '2018-05-11', b: 'yes' }],
    ['', null],
    ['# a comment', null],
  ])('%j is %j', (text, value) => {
    const reading = readYaml(text);
    expect(reading.value).toEqual(value);
    expect(reading.problems).toEqual([]);
  });
});

describe('mistakes', () => {
  test.each<[text: string, complaint: string, value: unknown]>([
    [
      'title: Fax: gone\nstatus: open',
      '1:8 The value of title has a colon in it, which YAML takes for another key. → Put it in quotes: title: "Fax: gone"',
      { title: 'Fax: gone', status: 'open' },
    ],
    [
      'title: [P1] fax\nstatus: open',
      '1:8 The value of title begins with [, which YAML keeps for itself. → Put it in quotes: title: "[P1] fax"',
      { title: '[P1] fax', status: 'open' },
    ],
    [
      'title: "Fax" gone\nstatus: open',
      '1:8 The value of title goes on after its closing quote. → Put quotes of the other kind around it all: title: \'"Fax" gone\'',
      { title: '"Fax" gone', status: 'open' },
    ],
    [
      'title: "Fax\nstatus: open',
      '1:8 The value of title begins with a quote that does not end it. → Write title: "Fax"',
      { title: '"Fax', status: 'open' },
    ],
    [
      'facilitator: @dana\nstatus: open',
      '1:14 The value of facilitator begins with @, which YAML keeps for itself. → Write facilitator: dana',
      { facilitator: '@dana', status: 'open' },
    ],
    [
      'title: `fax`\nstatus: open',
      '1:8 The value of title begins with `, which YAML keeps for itself. → Put it in quotes: title: "`fax`"',
      { title: '`fax`', status: 'open' },
    ],
    [
      'systems: [fax, mail\nstatus: open',
      '1:10 The list that begins here is not ended on its line. → Write systems: [fax, mail]',
      { systems: '[fax, mail', status: 'open' },
    ],
    [
      'systems: - fax\nstatus: open',
      '1:10 The value of systems begins with -, which YAML keeps for itself. → Write a list in brackets: systems: [fax]',
      { systems: '- fax', status: 'open' },
    ],
    [
      'title:Fax\nstatus: open',
      '1:1 A blank is missing after the colon. → Write title: Fax',
      { title: 'Fax', status: 'open' },
    ],
    [
      'title Fax\nstatus: open',
      '1:1 A colon is missing after the key. → Write title: Fax',
      { title: 'Fax', status: 'open' },
    ],
    [
      '\ttitle: Fax',
      '1:1 This line begins with a tab, which YAML does not allow. → Use blanks:   title: Fax',
      { title: 'Fax' },
    ],
    [
      'title: Fax\n  status: open',
      '2:1 This line is further in than the key above it, which has a value of its own. → Begin it in the same column: status: open',
      { title: 'Fax', status: 'open' },
    ],
    ['a: 1\nb: 2\na: 3', '3:1 The key a stands here a second time. → Keep one of the two.', { a: 1, b: 2 }],
    [
      'a: 1\n---\nb: 2',
      '2:1 A line --- begins a second document, and this file is one. → Delete the line.',
      { a: 1, b: 2 },
    ],
    [
      'a: *b',
      '1:1 *b refers to something named &b, which is not here. → If the star is meant as it stands, put the value in quotes: "*b"',
      null,
    ],
  ])('%j is explained, and the rest is read', (text, complaint, value) => {
    expect(said(text)).toEqual([complaint]);
    expect(readYaml(text).value).toEqual(value);
  });

  test('are all told at once, and their lines named', () => {
    const reading = readYaml(
      'title: a: b\nstatus: open\nfacilitator: @dana\ntags: [c, d\nstatus: again\n',
      2,
    );
    expect(reading.problems.map(({ place }) => place)).toEqual([
      { line: 2, column: 8 },
      { line: 4, column: 14 },
      { line: 5, column: 7 },
      { line: 6, column: 1 },
    ]);
    expect([...reading.brokenLines].sort()).toEqual([2, 4, 5, 6]);
    expect(reading.value).toMatchObject({ title: 'a: b', status: 'open' });
  });
});

describe('places', () => {
  const { placeOf } = readYaml('title: a\nsystems:\n  - b\n  - { id: c, dependsOn: [d, e] }\n', 2);
  test.each<[path: (string | number)[], of: 'key' | 'value' | undefined, line: number, column: number]>([
    [['title'], 'key', 2, 1],
    [['title'], undefined, 2, 1],
    [['title'], 'value', 2, 8],
    [['systems', 0], 'value', 4, 5],
    [['systems', 1, 'id'], 'value', 5, 11],
    [['systems', 1, 'dependsOn', 1], 'value', 5, 29],
    [['systems', 1, 'name'], 'value', 5, 5],
    [['missing'], 'key', 1, 1],
    [[], 'key', 1, 1],
  ])('%j, its %s, is at %i:%i', (path, of, line, column) => {
    expect(placeOf(path, of)).toEqual({ line, column });
  });
});

describe('hostile texts', () => {
  test.each<[what: string, text: string, message: string]>([
    [
      'aliases that multiply',
      `a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}`,
      'This repeats itself through * and & so often that it was not read.',
    ],
    [
      'a list that holds itself',
      'a: &a [*a]\n',
      'This repeats itself through * and & so often that it was not read.',
    ],
    [
      'keys that hold themselves',
      '- &a { b: *a }\n',
      'This repeats itself through * and & so often that it was not read.',
    ],
    [
      'brackets without end',
      '['.repeat(10_000),
      'Brackets are nested more than 50 deep here, which is the limit.',
    ],
    ['lists in lists', '- '.repeat(10_000), 'Lists are nested more than 50 deep here, which is the limit.'],
    ['keys of keys', '? '.repeat(10_000), 'Lists are nested more than 50 deep here, which is the limit.'],
    ['a huge text', 'a '.repeat(200_000), 'This has 400,000 characters; the limit is 200,000.'],
  ])('%s cost nothing', (_what, text, message) => {
    expect(readYaml(text).problems.map(({ message }) => message)).toEqual([message]);
    expect(readYaml(text).value).toBeNull();
  });

  test.each(['a: b: c\n', 'a: "\n', '- a\n', 'a: [\n', '&a ', '!!a ', '"', 'a: \n b\n'])(
    '20 kB of %j are read in good time',
    (piece) => {
      expect(readYaml(piece.repeat(20_000 / piece.length)).problems.length).toBeLessThanOrEqual(21);
    },
  );
});

test('any text is read without an exception, and places lie inside it', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'b',
      ': ',
      ':',
      '- ',
      '\n',
      '  ',
      '\t',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '#',
      ' #',
      '&x',
      '*x',
      '!',
      '|',
      '>',
    ],
    ...['%', '@', '`', '---', '...', '? ', '1', 'title', '\\', 'é😀', '<<: ', '__proto__: ', 'null', '~'],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const lines = text.split('\n');
      for (const { place } of readYaml(text).problems) {
        expect(place.line).toBeGreaterThanOrEqual(1);
        expect(place.line).toBeLessThanOrEqual(lines.length);
        expect(place.column).toBeGreaterThanOrEqual(1);
        expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] as string).length + 1);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('what the library writes is read as it was', () => {
  const word = fc.stringMatching(/^[a-zA-Z:#@ '"0-9-]{0,20}$/);
  fc.assert(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(word, fc.integer(), fc.array(word))),
      (value) => {
        const text = stringify(value);
        expect(readYaml(text)).toMatchObject({ value: parse(text), problems: [] });
      },
    ),
    { numRuns: 200 },
  );
});

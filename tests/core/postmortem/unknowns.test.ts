import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { unknownsOf } from '../../../src/core/postmortem/unknowns.ts';

const told = (body: string): [section: string | null, text: string | null][] =>
  unknownsOf(readDocument(body).sections).map(({ section, text }) => [section.heading, text]);

describe('what is to be found out', () => {
  test.each<[what: string, body: string, found: ReturnType<typeof told>]>([
    ['a section that says nothing else', '## Scope\n\nTBD\n', [['Scope', null]]],
    ['a section with nothing in it', '## Scope\n', [['Scope', null]]],
    [
      'each in its own sentence',
      '## Scope\n\n143 suppliers. Receipts: TBD. Password\nmails: TBD.\n',
      [
        ['Scope', 'Receipts: TBD.'],
        ['Scope', 'Password mails: TBD.'],
      ],
    ],
    ['an answer, by what it answers', '## Whys\n\n- Why by hand?\n  - TBD\n', [['Whys', 'Why by hand?']]],
    ['a word alone, by its section', '## Summary\n\nTBD. Until then: wait.\n', [['Summary', 'Summary']]],
    [
      'none in code, in a comment or in the five questions',
      '## Scope\n\n`TBD` {/* TBD */} x\n\n## Detect\n\nTBD\n',
      [],
    ],
    ['none in other words', '## Scope\n\nTBDs, tbd\n', []],
    [
      'in a table and under a heading',
      '## Scope\n\n### Whom: TBD\n\n| a | b |\n| - | - |\n| x TBD | y |\n',
      [
        ['Scope', 'Whom: TBD'],
        ['Scope', 'x TBD'],
      ],
    ],
  ])('%s', (_what, body, found) => {
    expect(told(body)).toEqual(found);
  });
});

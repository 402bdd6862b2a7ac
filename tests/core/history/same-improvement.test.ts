import { describe, expect, test } from 'vitest';
import { sameImprovements } from '../../../src/core/history/same-improvement.ts';
import { improvementOf } from '../../support/sample-catalog.ts';

type Part = Parameters<typeof improvementOf>[0];

/** For each later improvement, the position of the earlier one that it is. */
function same(before: Part[], after: Part[]): (number | null)[] {
  const known = before.map(improvementOf);
  return sameImprovements(known, after.map(improvementOf)).map((match) =>
    match === null ? null : known.indexOf(match),
  );
}

describe('an improvement is the same', () => {
  test.each<[string, Part[], Part[], (number | null)[]]>([
    ['by its text, in any order', [{ title: 'A' }, { title: 'B' }], [{ title: 'B' }, { title: 'A' }], [1, 0]],
    ['by its text under another question', [{ title: 'A' }], [{ title: 'A', question: 'react' }], [0]],
    [
      'by its id, whatever it says now',
      [{ title: 'A', anchor: 'x' }],
      [{ title: 'Quite another', anchor: 'x' }],
      [0],
    ],
    [
      'by its text, where it gets an id',
      [{ title: 'A' }, { title: 'C' }],
      [{ title: 'A', anchor: 'x' }],
      [0],
    ],
    ['beside a new one', [{ title: 'A' }], [{ title: 'B' }, { title: 'A' }], [null, 0]],
    [
      // Of 20 letters 4 differ: a fifth, and up to a quarter may.
      'by three quarters of its text',
      [{ title: 'Page on-duty at once' }],
      [{ title: 'Page on-duty at noon' }],
      [0],
    ],
    [
      // 9 of 21 letters differ.
      'not by half of its text',
      [{ title: 'Add monitors for faxes' }],
      [{ title: 'Add monitors to orders we lose' }],
      [null],
    ],
    [
      'not by a similar text under another question',
      [{ title: 'Page on-duty at once' }],
      [{ title: 'Page on-duty at noon', question: 'react' }],
      [null],
    ],
    [
      'not where two new ones are as similar',
      [{ title: 'Watch the queue of faxes' }],
      [{ title: 'Watch the queue of boxes' }, { title: 'Watch the queue of taxes' }],
      [null, null],
    ],
    [
      'not where two old ones are as similar',
      [{ title: 'Watch the queue of boxes' }, { title: 'Watch the queue of taxes' }],
      [{ title: 'Watch the queue of faxes' }],
      [null],
    ],
    [
      'by its date and owner, where one of two with the same text is gone',
      [
        { title: 'A', anchor: 'a', due: '2026-02-01' },
        { title: 'A', anchor: 'a-1', due: '2026-03-01' },
      ],
      [{ title: 'A', anchor: 'a', due: '2026-03-01' }],
      [1],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(same(before, after)).toEqual(expected);
  });
});

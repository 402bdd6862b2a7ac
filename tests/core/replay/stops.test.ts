import { describe, expect, test } from 'vitest';
import type { Hypothesis } from '../../../src/core/improvement/improvement.ts';
import { stopsOf } from '../../../src/core/replay/stops.ts';
import { entryOf } from '../../support/entry.ts';

const hypothesis = (text: string, test: string, verdict: 'confirmed' | 'ruled out'): Hypothesis => {
  const place = { line: 1, column: 1 };
  return {
    place,
    text,
    phrasing: [],
    blocks: [],
    tests: [{ place, text: test, phrasing: [], blocks: [], verdict }],
  };
};
const kindsAt = (told: ReturnType<typeof entryOf>[], hypotheses: Hypothesis[] = []) =>
  Object.fromEntries([...stopsOf(told, hypotheses)].map(([at, why]) => [at, why.map(({ kind }) => kind)]));

describe('a replay stops', () => {
  test('before somebody notices, before the first action and before it is mitigated', () => {
    expect(
      kindsAt([
        entryOf('08:00 detected, report'),
        entryOf('08:05 message'),
        entryOf('08:10 action'),
        entryOf('08:15 action'),
        entryOf('08:20 mitigated'),
      ]),
    ).toEqual({ 0: ['detected'], 2: ['first-action'], 4: ['mitigated'] });
  });

  test('before the answer to an alert where no action is written down', () => {
    expect(
      kindsAt([entryOf('08:00 detected'), entryOf('08:05 message'), entryOf('08:10 responded')]),
    ).toEqual({ 0: ['detected'], 2: ['first-action'] });
  });

  test('once before an entry, with every reason', () => {
    expect(kindsAt([entryOf('08:00 detected, mitigated, action')])).toEqual({
      0: ['detected', 'first-action', 'mitigated'],
    });
  });

  test('after the two longest gaps of at least 20 minutes that are twice the usual one', () => {
    // Gaps of 5, 30, 5, 60, 5, 40 minutes: the usual one is (5 + 30) / 2 = 17.5, twice that 35, so 60 and 40 are long.
    const told = ['08:00', '08:05', '08:35', '08:40', '09:40', '09:45', '10:25'].map((clock) =>
      entryOf(clock),
    );
    expect([...stopsOf(told, [])]).toEqual([
      [0, [{ kind: 'detected' }]],
      [4, [{ kind: 'long-gap', minutes: 60 }]],
      [6, [{ kind: 'long-gap', minutes: 40 }]],
    ]);
  });

  test('counting a gap from the end of a range', () => {
    const told = (range: string) => ['07:58', '07:59', range, '08:20'].map((written) => entryOf(written));
    // From 08:05 it is 15 minutes, from 08:00 it is 20.
    expect(kindsAt(told('08:00–08:05'))).toEqual({ 0: ['detected'] });
    expect(kindsAt(told('08:00'))).toEqual({ 0: ['detected'], 3: ['long-gap'] });
  });

  test('before the entry that shares three long words with a confirmed hypothesis', () => {
    const told = [
      entryOf('08:00', 'Nothing is sent'),
      entryOf('08:05', 'The provider has a page'),
      entryOf('08:10', 'The provider says the account is suspended'),
    ];
    const refused = (verdict: 'confirmed' | 'ruled out') => [
      hypothesis('The provider refuses us', 'Ask about our account: suspended', verdict),
    ];
    expect(kindsAt(told, refused('confirmed'))).toEqual({ 0: ['detected'], 2: ['confirmed'] });
    expect(kindsAt(told, refused('ruled out'))).toEqual({ 0: ['detected'] });
    expect(kindsAt(told.slice(0, 2), refused('confirmed'))).toEqual({ 0: ['detected'] });
  });

  test('nowhere where nothing is told', () => {
    expect(kindsAt([])).toEqual({});
  });
});

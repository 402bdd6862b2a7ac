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
  test('when the first entry is all that is known, before the first action, and before it is mitigated', () => {
    expect(
      kindsAt([
        entryOf('08:00 detected, report'),
        entryOf('08:05 message'),
        entryOf('08:10 action'),
        entryOf('08:15 action'),
        entryOf('08:20 mitigated'),
      ]),
    ).toEqual({ 1: ['opening'], 2: ['first-action'], 4: ['mitigated'] });
  });

  test('before the answer to an alert where no action is written down', () => {
    expect(
      kindsAt([entryOf('08:00 detected'), entryOf('08:05 message'), entryOf('08:10 responded')]),
    ).toEqual({ 1: ['opening'], 2: ['first-action'] });
  });

  test('before a decision, and before what was still to do when it no longer hurt', () => {
    expect(
      kindsAt([
        entryOf('08:00 detected'),
        entryOf('08:05 message'),
        entryOf('08:10 decision'),
        entryOf('08:15 mitigated'),
        entryOf('08:20 status'),
        entryOf('08:25 change'),
        entryOf('08:30 resolved, action'),
      ]),
    ).toEqual({ 1: ['opening'], 2: ['decision'], 3: ['mitigated'], 5: ['aftermath'], 6: ['first-action'] });
  });

  test('once before an entry, with every reason', () => {
    expect(kindsAt([entryOf('08:00 detected'), entryOf('08:01 mitigated, action, decision')])).toEqual({
      1: ['opening', 'first-action', 'mitigated', 'decision'],
    });
  });

  test('never before the first entry, with which it begins', () => {
    expect(kindsAt([entryOf('08:00 detected, mitigated, decision, action')])).toEqual({});
    expect(kindsAt([entryOf('08:00 detected, action'), entryOf('08:05')])).toEqual({ 1: ['opening'] });
  });

  test('after the two longest gaps of at least 20 minutes that are twice the usual one', () => {
    // Gaps of 5, 30, 5, 60, 5, 40 minutes: the usual one is (5 + 30) / 2 = 17.5, twice that 35, so 60 and 40 are long.
    const told = ['08:00', '08:05', '08:35', '08:40', '09:40', '09:45', '10:25'].map((clock) =>
      entryOf(clock),
    );
    expect([...stopsOf(told, [])]).toEqual([
      [1, [{ kind: 'opening' }]],
      [4, [{ kind: 'long-gap', minutes: 60 }]],
      [6, [{ kind: 'long-gap', minutes: 40 }]],
    ]);
  });

  test('counting a gap from the end of a range', () => {
    const told = (range: string) => ['07:58', '07:59', range, '08:20'].map((written) => entryOf(written));
    // From 08:05 it is 15 minutes, from 08:00 it is 20.
    expect(kindsAt(told('08:00–08:05'))).toEqual({ 1: ['opening'] });
    expect(kindsAt(told('08:00'))).toEqual({ 1: ['opening'], 3: ['long-gap'] });
  });

  test('after no gap once it no longer hurts', () => {
    // Gaps of 1, 1, 30 minutes.
    const told = (mark: string) =>
      ['08:00 detected', '08:01', `08:02 ${mark}`, '08:32'].map((written) => entryOf(written));
    expect(kindsAt(told('status'))).toEqual({ 1: ['opening'], 3: ['long-gap'] });
    expect(kindsAt(told('mitigated'))).toEqual({ 1: ['opening'], 2: ['mitigated'] });
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
    expect(kindsAt(told, refused('confirmed'))).toEqual({ 1: ['opening'], 2: ['confirmed'] });
    expect(kindsAt(told, refused('ruled out'))).toEqual({ 1: ['opening'] });
    expect(kindsAt(told.slice(0, 2), refused('confirmed'))).toEqual({ 1: ['opening'] });
  });

  test('six times at most, and a wait gives way first', () => {
    const told = [
      entryOf('08:00 detected'),
      ...[1, 2, 3, 4, 5, 6, 7].map((minute) => entryOf(`08:0${minute} decision`)),
      entryOf('09:00 mitigated'),
    ];
    // The opening, the way out, and four of seven decisions.
    expect(kindsAt(told)).toEqual({
      1: ['opening', 'decision'],
      2: ['decision'],
      3: ['decision'],
      4: ['decision'],
      5: ['decision'],
      8: ['mitigated', 'long-gap'],
    });
  });

  test('nowhere where nothing is told', () => {
    expect(kindsAt([])).toEqual({});
  });
});

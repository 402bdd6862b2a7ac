import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/catalog/settings.ts';
import {
  type Draft,
  type DraftContext,
  draftFacts,
  draftProblems,
} from '../../../src/core/skeleton/draft.ts';
import { addDays } from '../../../src/core/time/dates.ts';
import { unfilledDraft } from '../../support/unfilled-draft.ts';

const context: DraftContext = {
  catalog: {
    settings: { ...defaultSettings, timezone: 'Pacific/Auckland' },
    systems: [],
    people: null,
    postmortems: [],
  },
  // 03:10 on the 22nd in Auckland.
  now: Date.UTC(2026, 10, 21, 14, 10),
};
const today = '2026-11-22';
const draft: Draft = {
  ...unfilledDraft,
  title: 'A',
  severity: '2',
  status: 'reviewed',
  when: '2026-11-19 10:00',
};

test('a meeting was held from the day of its incident on, until today', () => {
  const days = fc.integer({ min: -5, max: 5 });
  fc.assert(
    fc.property(days, days, (start, meeting) => {
      const [began, reviewedOn] = [addDays(today, start), addDays(today, meeting)];
      const problems = draftProblems({ ...draft, when: `${began} 00:00`, reviewedOn }, context);
      expect(problems.map(({ field }) => field)).toEqual([
        ...(start > 0 ? ['when'] : []),
        ...(meeting > 0 || meeting < start ? ['reviewedOn'] : []),
      ]);
    }),
  );
});

test.each<[part: Partial<Draft>, status: string, reviewedOn: string | null]>([
  [{ status: null }, 'open', null],
  [{ status: 'resolved' }, 'resolved', null],
  [{}, 'reviewed', today],
  [{ status: null, reviewedOn: '2026-11-20' }, 'reviewed', '2026-11-20'],
])('%j is a file that is %s, with its meeting on %s', (part, status, reviewedOn) => {
  expect(draftProblems({ ...draft, ...part }, context)).toEqual([]);
  expect(draftFacts({ ...draft, ...part }, context).facts).toMatchObject({ status, reviewedOn });
});

test('a clock without a day is one of today, but where the meeting was held already', () => {
  const at = (status: string): unknown =>
    draftProblems({ ...draft, status, when: '01:00' }, context).map(({ field }) => field);
  expect([at('open'), at('resolved'), at('reviewed')]).toEqual([[], [], ['when']]);
});

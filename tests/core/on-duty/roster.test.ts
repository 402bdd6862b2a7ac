import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OnDuty, WrittenShift } from '../../../src/core/on-duty/on-duty.ts';
import { shiftOn, shiftsBetween } from '../../../src/core/on-duty/roster.ts';
import { addDays } from '../../../src/core/time/dates.ts';

const written = (from: string, part: Partial<WrittenShift> = {}): WrittenShift => ({
  from,
  to: null,
  superhero: 'zoe',
  sidekick: null,
  note: null,
  ...part,
});
/** 2026-11-02 is a Monday. */
const rotation = { startsOn: '2026-11-02', days: 7, order: ['ana', 'ben', 'cem'] };
const told = (onDuty: OnDuty, from: string, to: string): string[] =>
  shiftsBetween(onDuty, from, to).map(
    (shift) => `${shift.from}..${shift.to} ${shift.superhero}+${shift.sidekick ?? '-'}`,
  );

describe('a rotation', () => {
  test('goes round in its order; the sidekick is whoever comes next', () => {
    expect(told({ rotation, shifts: [] }, '2026-11-04', '2026-11-24')).toEqual([
      '2026-11-02..2026-11-08 ana+ben',
      '2026-11-09..2026-11-15 ben+cem',
      '2026-11-16..2026-11-22 cem+ana',
      '2026-11-23..2026-11-29 ana+ben',
    ]);
  });

  test('has nobody before its first day', () => {
    expect(shiftOn({ rotation, shifts: [] }, '2026-11-01')).toBeNull();
    expect(told({ rotation, shifts: [] }, '2026-10-20', '2026-11-02')).toEqual([
      '2026-11-02..2026-11-08 ana+ben',
    ]);
  });

  test('of one person has no sidekick', () => {
    expect(
      shiftOn({ rotation: { ...rotation, order: ['ana'] }, shifts: [] }, '2026-11-02')?.sidekick,
    ).toBeNull();
  });

  test('does not notice that clocks change, or that a year has a 29th of February', () => {
    // From 2026-11-02 to 2028-03-06 are 490 days: 70 turns, and 70 = 23 × 3 + 1, so it is ben's.
    expect(shiftOn({ rotation, shifts: [] }, '2028-03-06')).toMatchObject({
      from: '2028-03-06',
      superhero: 'ben',
    });
  });
});

describe('a shift written down', () => {
  test('in a rotation takes its days out of a turn, which goes on behind it', () => {
    const swap = written('2026-11-11', { to: '2026-11-12', note: 'wedding' });
    expect(told({ rotation, shifts: [swap] }, '2026-11-09', '2026-11-15')).toEqual([
      '2026-11-09..2026-11-10 ben+cem',
      '2026-11-11..2026-11-12 zoe+-',
      '2026-11-13..2026-11-15 ben+cem',
    ]);
  });

  test('without a last day ends with the turn', () => {
    expect(told({ rotation, shifts: [written('2026-11-12')] }, '2026-11-12', '2026-11-16')).toEqual([
      '2026-11-12..2026-11-15 zoe+-',
      '2026-11-16..2026-11-22 cem+ana',
    ]);
  });

  test('without a rotation lasts a week, or until the next', () => {
    const shifts = [
      written('2026-11-02'),
      written('2026-11-09'),
      written('2026-11-12', { superhero: 'ana' }),
    ];
    expect(told({ rotation: null, shifts }, '2026-11-01', '2026-12-31')).toEqual([
      '2026-11-02..2026-11-08 zoe+-',
      '2026-11-09..2026-11-11 zoe+-',
      '2026-11-12..2026-11-18 ana+-',
    ]);
  });

  test('leaves a gap where nobody is', () => {
    const shifts = [written('2026-11-02'), written('2026-11-16')];
    expect(shiftOn({ rotation: null, shifts }, '2026-11-10')).toBeNull();
  });

  test('inside a longer one is the one that counts, and the longer one goes on', () => {
    const shifts = [
      written('2026-11-02', { to: '2026-11-15', superhero: 'ana' }),
      written('2026-11-05', { to: '2026-11-06' }),
    ];
    expect(told({ rotation: null, shifts }, '2026-11-02', '2026-11-15')).toEqual([
      '2026-11-02..2026-11-04 ana+-',
      '2026-11-05..2026-11-06 zoe+-',
      '2026-11-07..2026-11-15 ana+-',
    ]);
  });
});

test('however shifts lie, each day has at most one, and asking for a day gives the same as asking for a month', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-11-02', days));
  const shift = fc
    .tuple(day, fc.option(fc.integer({ min: 0, max: 20 })), fc.constantFrom('zoe', 'yan'))
    .map(([from, days, superhero]) =>
      written(from, { to: days === null ? null : addDays(from, days), superhero }),
    );
  fc.assert(
    fc.property(fc.array(shift, { maxLength: 6 }), fc.boolean(), (some, rotates) => {
      const shifts = some.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
      const onDuty = { rotation: rotates ? rotation : null, shifts };
      const all = shiftsBetween(onDuty, '2026-10-20', '2027-01-31');
      for (const [at, { from, to }] of all.entries()) {
        expect(from <= to).toBe(true);
        expect((all[at - 1]?.to ?? '') < from).toBe(true);
      }
      for (let asked = '2026-10-20'; asked <= '2027-01-31'; asked = addDays(asked, 1)) {
        const own = all.find(({ from, to }) => from <= asked && asked <= to) ?? null;
        expect(shiftOn(onDuty, asked)).toEqual(own);
      }
    }),
    { numRuns: 200 },
  );
});

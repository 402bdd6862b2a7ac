import { describe, expect, test } from 'vitest';
import { cellsOf, figureIn, incident, pageOn, pagesOf, valuesOf } from './figure-on.ts';

const hour = 60;
const today = '2026-03-14';

describe('person-hours', () => {
  const page = pageOn(today, [
    incident({ id: 'a', date: '2026-01-10', effort: 8 * hour }),
    incident({ id: 'b', date: '2026-01-20', effort: 1.5 * hour }),
    incident({ id: 'silent', date: '2026-01-21' }),
    incident({ id: 'c', date: '2026-03-01' }),
    incident({ id: 'burning', date: '2026-03-14', status: 'open' }),
  ]);
  const { chart, reading, n, of, table } = figureIn(page, 'effort');

  test('are 8 + 1.5 hours in January, zero in February without incidents, and unknown in March', () => {
    expect(valuesOf(chart)).toEqual({ effort: [9.5, 0, null] });
    expect(pagesOf(chart)).toEqual({ effort: [['Title of b', 'Title of a'], [], []] });
    expect(cellsOf(table)).toEqual([
      ['2026-01', 9.5, 2, 3],
      ['2026-02', 0, 0, 0],
      ['2026-03', null, 0, 1],
    ]);
  });

  test('are known of two in four; what still burns could not know them', () => {
    expect([n, of]).toEqual([2, 4]);
    expect(reading).toMatchObject({
      hours: 9.5,
      largest: { hours: 8, source: { url: '/postmortems/a/' } },
      latest: { period: { key: '2026-02' }, hours: 0 },
      previous: { period: { key: '2026-01' }, hours: 9.5, n: 2, of: 3 },
    });
  });
});

describe('the share of capacity', () => {
  const systems = [
    { id: 'fax', team: 'orders' },
    { id: 'shop', team: 'orders' },
    { id: 'cards', team: 'payments' },
    { id: 'ledger', team: 'finance' },
    { id: 'orphan', team: null },
  ];
  const rest = { systems, settings: { teamHours: { orders: 40, payments: 20 } } };
  const page = pageOn(
    today,
    [
      // Both systems belong to one team: all of it.
      incident({ id: 'one-team', date: '2026-01-10', effort: 8 * hour, systems: ['fax', 'shop', 'orphan'] }),
      // Two teams: 1.5 hours each.
      incident({ id: 'two-teams', date: '2026-02-20', effort: 3 * hour, systems: ['fax', 'cards'] }),
      // Nobody named hours for finance: its 4 hours count for nobody.
      incident({ id: 'half-ours', date: '2026-02-21', effort: 8 * hour, systems: ['ledger', 'cards'] }),
      incident({ id: 'not-ours', date: '2026-02-22', effort: 6 * hour, systems: ['ledger'] }),
      incident({ id: 'no-system', date: '2026-02-23', effort: 6 * hour }),
      incident({ id: 'silent', date: '2026-03-01', systems: ['shop'] }),
    ],
    rest,
  );
  const { chart, reading, n, of, definition, table } = figureIn(page, 'capacity');

  test('is of the weeks of each month; a month whose hours nobody wrote down is a gap', () => {
    expect(chart?.shares.map(({ period, part, of, share }) => [period.key, part, of, share])).toEqual([
      // 60 hours a week for 31 days.
      ['2026-01', 8, expect.closeTo((60 * 31) / 7, 5), expect.closeTo(8 / 265.714, 5)],
      // 1.5 + 1.5 + 4 hours of 60 times 4 weeks.
      ['2026-02', 7, 240, 7 / 240],
      ['2026-03', 0, 0, null],
    ]);
  });

  test('is told by team', () => {
    expect(cellsOf(table)).toEqual([
      ['2026-01', 'orders', 8, (40 * 31) / 7, expect.closeTo(8 / 177.143, 5)],
      ['2026-01', 'payments', 0, (20 * 31) / 7, 0],
      ['2026-02', 'orders', 1.5, 160, 1.5 / 160],
      ['2026-02', 'payments', 5.5, 80, 5.5 / 80],
    ]);
    expect(table.rows[3]?.sources.map(({ text }) => text)).toEqual([
      'Title of half-ours',
      'Title of two-teams',
    ]);
    expect(definition.teams).toEqual([
      { team: 'orders', hours: 40 },
      { team: 'payments', hours: 20 },
    ]);
  });

  test('is 15 hours in all: of 20 and 40 a week for 59 days', () => {
    expect(reading).toMatchObject({ part: 15, of: expect.closeTo((60 * 59) / 7, 5) });
    expect(reading?.latest).toMatchObject({ period: { key: '2026-02' }, part: 7, of: 240 });
  });

  test('covers three of the four incidents on these teams’ systems', () => {
    expect([n, of]).toEqual([3, 4]);
  });

  test('counts the running month up to today, and a month without incidents as zero', () => {
    const short = incident({ id: 'a', date: '2026-02-01', effort: 2 * hour, systems: ['cards'] });
    const shares = figureIn(pageOn(today, [short], rest), 'capacity').chart?.shares;
    expect(shares?.map(({ part, of }) => [part, of])).toEqual([
      [2, 240],
      // 14 days are 2 weeks.
      [0, 120],
    ]);
  });
});

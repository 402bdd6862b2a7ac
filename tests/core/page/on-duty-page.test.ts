import { describe, expect, test } from 'vitest';
import type { CatalogParts } from '../../../src/core/catalog/build-catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import type { OnDuty } from '../../../src/core/on-duty/on-duty.ts';
import { onDutyPage } from '../../../src/core/page/on-duty-page.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { catalogOf, guideOf, postmortemOf } from '../../support/sample-catalog.ts';

/** 2026-11-16 is a Monday. */
const weekly: OnDuty = {
  rotation: { startsOn: '2026-11-16', days: 7, order: ['ana', 'sam', 'mei'] },
  shifts: [],
};

function pageOn(
  today: string,
  onDuty: OnDuty | null,
  parts: Partial<CatalogParts> = {},
  postmortems: Postmortem[] = [],
) {
  const { catalog } = catalogOf(postmortems, { onDuty, ...parts });
  return onDutyPage(indexCatalog(catalog, { today, basePath: '/kb/' }));
}

describe('who is on duty', () => {
  test('is told for the day of the build, with the weeks to come', () => {
    const page = pageOn('2026-11-21', weekly);
    expect(page).toMatchObject({
      today: '2026-11-21',
      url: '/kb/on-duty/',
      calendarUrl: '/kb/on-duty.ics',
      until: null,
      shift: { from: '2026-11-16', to: '2026-11-22', superhero: { handle: 'ana', url: '/kb/people/ana/' } },
    });
    expect(page?.shifts.map(({ from, superhero }) => `${from} ${superhero.handle}`).slice(0, 3)).toEqual([
      '2026-11-16 ana',
      '2026-11-23 sam',
      '2026-11-30 mei',
    ]);
  });

  test('is known for ten weeks: ten of shifts a week end on 24 January', () => {
    // Ten weeks from Monday 16 November 2026 end on Sunday 24 January 2027; seventy days from the 21st are the 30th.
    const page = pageOn('2026-11-21', weekly);
    expect(page?.shifts).toHaveLength(10);
    expect(page?.knownUntil).toBe('2027-01-24');
  });

  test('is nobody where a list has ended, of which is known that it has', () => {
    const page = pageOn('2026-11-21', {
      rotation: null,
      shifts: [{ from: '2026-11-02', to: '2026-11-08', superhero: 'ana', sidekick: null, note: null }],
    });
    // Seventy days from 21 November 2026 are 30 January 2027.
    expect(page).toMatchObject({ shift: null, shifts: [], until: '2026-11-08', knownUntil: '2027-01-30' });
  });

  test('is nobody before a rotation begins, and the page shows who begins', () => {
    const page = pageOn('2026-11-10', weekly);
    expect(page?.shift).toBeNull();
    expect(page?.shifts[0]).toMatchObject({ from: '2026-11-16', superhero: { handle: 'ana' } });
  });

  test('is not told where no file says it', () => {
    expect(pageOn('2026-11-21', null)).toBeNull();
  });
});

describe('what is handed over', () => {
  const fax = postmortemOf({
    id: 'fax',
    status: 'open',
    improvements: [
      { title: 'Late', due: '2026-11-01' },
      { title: 'In the next week', due: '2026-11-29' },
      { title: 'After it', due: '2026-11-30' },
      { title: 'Done', due: '2026-11-20', done: '2026-11-19' },
      { title: 'Some day' },
    ],
  });

  test('is what burns, and what is late or due before the next shift ends', () => {
    // On 21 November ana has duty; sam's week is the next, and ends on Sunday the 29th.
    const page = pageOn('2026-11-21', weekly, {}, [fax]);
    expect(page?.burning.map(({ title }) => title)).toEqual([fax.facts.title]);
    expect(page?.improvementsUntil).toBe('2026-11-29');
    expect(page?.improvements.rows.map(({ title, days }) => `${title} ${days}`)).toEqual([
      'Late -20',
      'In the next week 8',
    ]);
  });

  test('leads to the guide, where there is one', () => {
    expect(pageOn('2026-11-21', weekly)?.guide).toBeNull();
    expect(
      pageOn('2026-11-21', weekly, { handbook: [guideOf('on-duty', { title: 'The duty' })] })?.guide,
    ).toEqual({ text: 'The duty', url: '/kb/handbook/on-duty/' });
  });
});

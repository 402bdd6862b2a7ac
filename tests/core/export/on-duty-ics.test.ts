import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { onDutyIcs } from '../../../src/core/export/on-duty-ics.ts';
import type { OnDuty } from '../../../src/core/on-duty/on-duty.ts';
import { catalogOf, settings } from '../../support/sample-catalog.ts';

/** 2026-11-02 is a Monday. */
const rotation = { startsOn: '2026-11-02', days: 7, order: ['ana', 'sam'] };

function calendarOf(onDuty: OnDuty | null, siteUrl: string | null = null): string | null {
  const { catalog } = catalogOf([], {
    onDuty,
    settings: { ...settings, organisation: 'Harbour, Ltd' },
    people: [{ handle: 'ana', name: 'Ana Ribeiro', team: null }],
  });
  return onDutyIcs(indexCatalog(catalog, { today: '2026-11-21', basePath: '/kb/' }), siteUrl);
}

/** What a program that is not the writer reads. */
function shown(text: string | null) {
  return new ICAL.Component(ICAL.parse(text ?? '')).getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, description, startDate, endDate } = new ICAL.Event(component);
    return {
      uid,
      summary,
      description,
      from: String(startDate),
      to: String(endDate),
      isDay: startDate.isDate,
    };
  });
}

test('each shift is an event of whole days, whose end is the day after the last', () => {
  expect(shown(calendarOf({ rotation, shifts: [] }, 'https://kb.example')).slice(0, 2)).toEqual([
    {
      uid: 'on-duty/2026-11-02@kb.example/kb',
      summary: 'On duty: Ana Ribeiro and sam',
      description: 'Superhero: Ana Ribeiro\nSidekick: sam\nhttps://kb.example/kb/on-duty/',
      from: '2026-11-02',
      to: '2026-11-09',
      isDay: true,
    },
    expect.objectContaining({
      summary: 'On duty: sam and Ana Ribeiro',
      from: '2026-11-09',
      to: '2026-11-16',
    }),
  ]);
});

test('it reaches half a year ahead: from the rotation’s first week of 2 November to the week of 17 May', () => {
  // 182 days from 21 November 2026 are 22 May 2027, in the week from Monday 17 May; 28 weeks after 2 November is 17 May.
  const events = shown(calendarOf({ rotation, shifts: [] }));
  expect(events).toHaveLength(29);
  expect(events.at(-1)?.from).toBe('2027-05-17');
});

test('a swap has its note, and what is left of the turn goes on behind it', () => {
  const shifts = [
    { from: '2026-11-25', to: '2026-11-26', superhero: 'zoe', sidekick: null, note: 'For Ana; thanks, Zoe' },
  ];
  const events = shown(calendarOf({ rotation, shifts }));
  expect(events.slice(3, 6).map(({ from, to, summary }) => `${from} ${to} ${summary}`)).toEqual([
    '2026-11-23 2026-11-25 On duty: sam and Ana Ribeiro',
    '2026-11-25 2026-11-27 On duty: zoe',
    '2026-11-27 2026-11-30 On duty: sam and Ana Ribeiro',
  ]);
  expect(events[4]?.description).toBe('Superhero: zoe\nFor Ana; thanks, Zoe');
});

test('no two events have the same name for programs', () => {
  const uids = shown(calendarOf({ rotation, shifts: [] })).map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(uids.length);
});

test('it is called after the organisation, and says what it is', () => {
  const calendar = new ICAL.Component(ICAL.parse(calendarOf({ rotation, shifts: [] }) ?? ''));
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Harbour\\, Ltd: on duty');
  expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Fire Marshal//On duty//EN');
});

test('there is none where no file says who is on duty', () => {
  expect(calendarOf(null)).toBeNull();
});

test('a shift until further notice, to the last of all days, lasts longer than its first day', () => {
  const [event] = shown(
    calendarOf({
      rotation: null,
      shifts: [{ from: '2026-11-16', to: '9999-12-31', superhero: 'ana', sidekick: null, note: null }],
    }),
  );
  expect(event).toMatchObject({ from: '2026-11-16', to: '9999-12-31' });
});

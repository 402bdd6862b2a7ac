import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { CatalogParts } from '../../../src/core/catalog/build-catalog.ts';
import { type CatalogIndex, indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { backlogIcs, personIcs, teamIcs } from '../../../src/core/export/backlog-ics.ts';
import type { Improvement } from '../../../src/core/improvement/improvement.ts';
import { catalogOf, postmortemOf, settings } from '../../support/sample-catalog.ts';

function indexOf(improvements: Partial<Improvement>[], organisation: string | null = null): CatalogIndex {
  const fax = postmortemOf({
    id: '2018/fax',
    title: 'Disappearing fax provider',
    date: '2018-05-04',
    systems: ['fax-gateway'],
    improvements,
  });
  const parts: Partial<CatalogParts> = {
    settings: { ...settings, organisation, ticketUrl: 'https://tickets.example/{id}' },
    people: [
      { handle: 'sam', name: 'Sam Okafor', team: 'orders' },
      { handle: 'mei', name: 'Mei Tanaka', team: 'platform' },
    ],
    systems: [{ id: 'fax-gateway', name: 'Fax', team: 'orders', description: null, dependsOn: [] }],
  };
  return indexCatalog(catalogOf([fax], parts).catalog, { today: '2018-07-01', basePath: '/kb/' });
}

interface Shown {
  uid: string;
  summary: string;
  description: string;
  start: string;
  end: string;
  isDate: boolean;
  url: string | null;
  categories: string[];
}

/** What a program that is not the writer reads. */
function shown(text: string): Shown[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      isDate: event.startDate.isDate,
      url: component.getFirstPropertyValue('url')?.toString() ?? null,
      categories: (component.getFirstProperty('categories')?.getValues() ?? []).map(String),
    };
  });
}

const property = (text: string, name: string): string | undefined =>
  new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue(name)?.toString();

const open = indexOf([
  { title: 'Mail a list', question: 'quick-fix', owner: 'sam', due: '2018-07-20', ticket: 'OPS-131' },
]);

test('an improvement is an all-day event on its due day that keeps nobody busy', () => {
  const text = backlogIcs(open, 'https://kb.example');
  expect(shown(text)).toEqual([
    {
      uid: '2018/fax#mail-a-list@kb.example/kb',
      summary: 'Mail a list · Sam Okafor',
      description: [
        'Owner: Sam Okafor',
        'State: new',
        'Quick fix, from the postmortem “Disappearing fax provider” of 2018-05-04, severity 1',
        'Ticket: https://tickets.example/OPS-131',
        'https://kb.example/kb/postmortems/2018/fax/#mail-a-list',
      ].join('\n'),
      start: '2018-07-20',
      end: '2018-07-21',
      isDate: true,
      url: 'https://kb.example/kb/postmortems/2018/fax/#mail-a-list',
      categories: ['Quick fix', 'Severity 1'],
    },
  ]);
  expect(text).toContain('\r\nTRANSP:TRANSPARENT\r\n');
  expect(text).toContain('\r\nDTSTAMP:20180701T000000Z\r\n');
  expect(text).not.toContain('VTODO');
  expect(text.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true);
});

test('a build of the same day writes the same bytes', () => {
  expect(backlogIcs(open, null)).toBe(
    backlogIcs(indexOf(open.catalog.backlog.map((i) => i.improvement)), null),
  );
});

test('without an address of its own the site gives no links, and names no host', () => {
  const [event] = shown(backlogIcs(open, null));
  expect(event).toMatchObject({ uid: '2018/fax#mail-a-list@fire-marshal.invalid/kb', url: null });
  expect(event?.description).not.toContain('/kb/postmortems');
});

describe('what is overdue', () => {
  const late = indexOf([
    { title: 'Second provider', owner: 'mei', due: '2018-06-30' },
    { title: 'Nobody’s', due: '2018-06-01' },
    { title: 'Due today', due: '2018-07-01' },
  ]);

  test('stays on its day and is said once more on the day of the build', () => {
    expect(shown(backlogIcs(late, null)).map(({ start, summary }) => `${start} ${summary}`)).toEqual([
      '2018-07-01 2 improvements are overdue',
      '2018-06-01 Overdue: Nobody’s · no owner yet',
      '2018-06-30 Overdue: Second provider · Mei Tanaka',
      '2018-07-01 Due today · no owner yet',
    ]);
    const [summed, first] = shown(backlogIcs(late, 'https://kb.example'));
    expect(summed).toMatchObject({
      uid: 'overdue/backlog/@kb.example/kb',
      description:
        '2018-06-01 Nobody’s · no owner yet\n2018-06-30 Second provider · Mei Tanaka\nhttps://kb.example/kb/backlog/',
      url: 'https://kb.example/kb/backlog/',
      categories: ['Overdue'],
    });
    expect(first?.description).toContain('Due on 2018-06-01 and still open on 2018-07-01.');
    expect(first?.categories).toEqual(['Detect', 'Severity 1', 'Overdue']);
  });

  test('is listed up to twenty, with the number of the others', () => {
    const many = Array.from({ length: 23 }, (_, at) => ({ title: `Number ${at}`, due: '2018-06-01' }));
    const [summed] = shown(backlogIcs(indexOf(many), null));
    expect(summed?.summary).toBe('23 improvements are overdue');
    expect(summed?.description.split('\n')).toHaveLength(21);
    expect(summed?.description.endsWith('\nand 3 more')).toBe(true);
  });
});

test('what is closed, dropped or without a date is not in it, and the calendar says how many have no date', () => {
  const text = backlogIcs(
    indexOf([
      { title: 'Closed', due: '2018-07-20', done: '2018-06-01' },
      { title: 'Dropped', due: '2018-07-20', dropped: '2018-06-01' },
      { title: 'Some day' },
      { title: 'Due', due: '2018-07-20' },
    ]),
    null,
  );
  expect(shown(text).map(({ summary }) => summary)).toEqual(['Due · no owner yet']);
  expect(property(text, 'x-wr-caldesc')).toBe(
    'Every open improvement on the day it is due. 1 without a due date is not in it.',
  );
});

test('a calendar has a name and says how often to look again', () => {
  const text = backlogIcs(indexOf([], 'Harbour; Supply, Inc.\nX-BAD:1'), null);
  // The parser leaves the text of properties it does not know as it stands in the file.
  expect(property(text, 'x-wr-calname')).toBe('Harbour\\; Supply\\, Inc. X-BAD:1: improvements');
  expect(property(text, 'refresh-interval')).toBe('P1D');
  expect(property(text, 'x-bad')).toBeUndefined();
});

describe('calendars of people and teams', () => {
  const index = indexOf([
    { title: 'Sam’s', owner: 'sam', due: '2018-07-20' },
    { title: 'Mei’s', owner: 'mei', due: '2018-06-20' },
    { title: 'Of the system’s team', due: '2018-07-21' },
  ]);
  const team = (name: string) => {
    const found = index.teams.get(name);
    if (found === undefined) throw new Error(`There is no team ${name}.`);
    return found;
  };

  test('have what is theirs, under their own name', () => {
    expect(shown(personIcs(index, 'sam', null)).map(({ summary }) => summary)).toEqual(['Sam’s']);
    expect(property(personIcs(index, 'sam', null), 'x-wr-calname')).toBe(
      'Fire Marshal: improvements of Sam Okafor',
    );
    expect(shown(teamIcs(index, team('orders'), null)).map(({ summary }) => summary)).toEqual([
      'Sam’s · Sam Okafor',
      'Of the system’s team · no owner yet',
    ]);
    expect(property(teamIcs(index, team('orders'), null), 'x-wr-calname')).toBe(
      'Fire Marshal: improvements of team orders',
    );
  });

  test('call the same improvement the same, and each sums up its own', () => {
    const uids = (text: string) => shown(text).map(({ uid }) => uid);
    expect(uids(personIcs(index, 'mei', null))).toEqual([
      'overdue/people/mei/@fire-marshal.invalid/kb',
      '2018/fax#mei%E2%80%99s@fire-marshal.invalid/kb',
    ]);
    expect(uids(teamIcs(index, team('platform'), null))).toEqual([
      'overdue/teams/platform/@fire-marshal.invalid/kb',
      '2018/fax#mei%E2%80%99s@fire-marshal.invalid/kb',
    ]);
    expect(shown(personIcs(index, 'mei', null))[0]?.summary).toBe('1 improvement of Mei Tanaka is overdue');
  });

  test('someone with nothing open has an empty one', () => {
    expect(shown(personIcs(index, 'nobody', null))).toEqual([]);
  });
});

describe.each([
  ['commas, semicolons and backslashes', 'a, b; c \\ d \\n e'],
  ['lines', 'first\nsecond'],
  ['a property of its own', 'x\r\nEND:VEVENT\r\nBEGIN:VALARM'],
  ['emoji', '🚒'.repeat(60)],
  ['text from right to left', 'תור ההזמנות '.repeat(8).trim()],
  ['a formula', '=1+1'],
])('%s in a title', (_kind, title) => {
  test('come back as they were written', () => {
    const [event] = shown(
      backlogIcs(indexOf([{ title, anchor: 'x', owner: 'sam', due: '2018-07-20' }]), null),
    );
    expect(event?.summary).toBe(`${title.replaceAll('\r\n', '\n')} · Sam Okafor`);
  });
});

test('a title of 5,000 characters is cut in the summary, whole in the description, and its UID stays short', () => {
  const title = 'long '.repeat(1000).trim();
  const other = { title: `${title}!`, anchor: `${title.replaceAll(' ', '-')}-1`, due: '2018-07-20' };
  const [event, next] = shown(
    backlogIcs(indexOf([{ title, anchor: title.replaceAll(' ', '-'), due: '2018-07-20' }, other]), null),
  );
  expect(event?.summary.length).toBeLessThan(230);
  expect(event?.description.startsWith(`${title}\n`)).toBe(true);
  expect(event?.uid.length).toBeLessThan(255);
  expect(event?.uid).not.toBe(next?.uid);
});

test('the last of all days ends without a day after it', () => {
  const text = backlogIcs(indexOf([{ title: 'One day', due: '9999-12-31' }]), null);
  expect(text).toContain('DTSTART;VALUE=DATE:99991231\r\n');
  expect(text).not.toContain('DTEND');
});

test('whatever is written, lines have at most 75 octets, and a reader finds one event', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const text = backlogIcs(indexOf([{ title, anchor: title, due: '2018-07-20' }], title), null);
      for (const line of text.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(shown(text)).toHaveLength(1);
    }),
  );
});

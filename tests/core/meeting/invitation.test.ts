import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Invitation,
  instantHere,
  invitationIcs,
  readGuests,
} from '../../../src/core/meeting/invitation.ts';

const invitation: Invitation = {
  uid: 'fire-marshal-fax',
  summary: 'Postmortem: Disappearing fax provider',
  description:
    'Agenda:\n1. Introductions (2 min)\n- Reporter: whoever speaks for the customers; be early, please',
  start: Date.UTC(2026, 10, 23, 14, 0),
  minutes: 60,
  stamp: Date.UTC(2026, 10, 20, 9, 30),
  location: 'Room 4, upstairs',
  url: 'https://kb.example.com/postmortems/fax/',
  organizer: { name: 'Dana; Whitfield', email: 'dana@example.com' },
  guests: [{ name: 'Ana Ribeiro', email: 'ana@example.com' }],
};

/** Lines with what was folded joined again (RFC 5545, 3.1). */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

test('asks guests to a time that is the same everywhere', () => {
  const lines = unfolded(invitationIcs(invitation));
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'METHOD:REQUEST',
      'UID:fire-marshal-fax',
      'DTSTART:20261123T140000Z',
      'DTEND:20261123T150000Z',
      'DTSTAMP:20261120T093000Z',
      'SUMMARY:Postmortem: Disappearing fax provider',
      'LOCATION:Room 4\\, upstairs',
      'END:VCALENDAR',
    ]),
  );
  expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toBe(
    'DESCRIPTION:Agenda:\\n1. Introductions (2 min)\\n- Reporter: whoever speaks for the customers\\; be early\\, please',
  );
  expect(lines.find((line) => line.startsWith('ORGANIZER'))).toBe(
    'ORGANIZER;CN="Dana; Whitfield":mailto:dana@example.com',
  );
  expect(lines.find((line) => line.startsWith('ATTENDEE'))).toMatch(
    /;CN="Ana Ribeiro".*:MAILTO:ana@example\.com$/i,
  );
});

test.each<[string, Partial<Invitation>]>([
  ['without guests', { guests: [] }],
  ['without who asks', { organizer: null }],
])('%s it is an event to add', (_name, part) => {
  expect(unfolded(invitationIcs({ ...invitation, ...part }))).toContain('METHOD:PUBLISH');
});

test('whatever it says, its lines are folded and its text is escaped', () => {
  const awkward = fc.array(
    fc.oneof(
      fc.constantFrom(';', ',', '\\', '\n', '\r\n', '"', ':', 'END:VEVENT', '\u0000', 'ünïcode 👩‍🚒'),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(awkward, awkward, (description, summary) => {
      const text = invitationIcs({
        ...invitation,
        description: description.join(''),
        summary: `Postmortem ${summary.join('')}`,
      });
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const names = unfolded(text).map((line) => /^[A-Z-]+/.exec(line)?.[0]);
      expect(names.filter((name) => name === 'BEGIN')).toHaveLength(2);
      expect(names.filter((name) => name === 'END')).toHaveLength(2);
      expect(names.filter((name) => name === 'SUMMARY' || name === 'DESCRIPTION').length).toBeLessThanOrEqual(
        2,
      );
    }),
  );
});

describe('guests as people write them down', () => {
  test.each<[string, { guests: { name: string; email: string }[]; names: string[] }]>([
    ['ana@example.com', { guests: [{ name: 'ana@example.com', email: 'ana@example.com' }], names: [] }],
    [
      '"Ana Ribeiro" <ana@example.com>; Sam',
      { guests: [{ name: 'Ana Ribeiro', email: 'ana@example.com' }], names: ['Sam'] },
    ],
    [
      'ana@example.com\nANA@example.com',
      { guests: [{ name: 'ANA@example.com', email: 'ANA@example.com' }], names: [] },
    ],
    ['the supplier who called,\n\n', { guests: [], names: ['the supplier who called'] }],
    ['', { guests: [], names: [] }],
  ])('%j', (text, read) => {
    expect(readGuests(text)).toEqual(read);
  });
});

test('a day and an hour are an instant where the reader is', () => {
  expect(instantHere('2026-11-23', '14:05')).toBe(new Date(2026, 10, 23, 14, 5).getTime());
});

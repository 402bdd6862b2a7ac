import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { plain } from '../export/calendar.ts';

/** A meeting that somebody has set a time for. */
export interface Invitation {
  uid: string;
  summary: string;
  description: string;
  /** Milliseconds since 1970. */
  start: number;
  minutes: number;
  /** When it was written. */
  stamp: number;
  location: string | null;
  url: string | null;
  organizer: Guest | null;
  guests: readonly Guest[];
}

export interface Guest {
  name: string;
  email: string;
}

/**
 * An invitation for every calendar program (RFC 5545). Its times are instants, so each reader's program shows them in the
 * reader's own zone. Without guests it is an event to add; with guests it asks them.
 */
export function invitationIcs(invitation: Invitation): string {
  const { uid, summary, description, start, minutes, stamp, location, url, organizer, guests } = invitation;
  const calendar = ical({ prodId: '//Fire Marshal//Meeting//EN' });
  calendar.method(
    organizer !== null && guests.length > 0 ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.PUBLISH,
  );
  const event = calendar.createEvent({
    id: uid,
    stamp: new Date(stamp),
    start: new Date(start),
    end: new Date(start + minutes * 60_000),
    summary: plain(summary),
    description: plain(description),
    location: location === null ? null : plain(location),
    url,
    transparency: ICalEventTransparency.OPAQUE,
    organizer: organizer === null ? null : { name: plain(organizer.name), email: organizer.email },
  });
  for (const { name, email } of guests) event.createAttendee({ name: plain(name), email, rsvp: true });
  return `${calendar.toString()}\r\n`;
}

/** Guests as people write them down: `ana@example.com`, `Ana Ribeiro <ana@example.com>`, a name alone. */
export function readGuests(text: string): { guests: Guest[]; names: string[] } {
  const guests = new Map<string, Guest>();
  const names: string[] = [];
  for (const entry of text.split(/[\n,;]+/)) {
    const { groups } =
      /^\s*(?<name>[^<]*?)\s*<?(?<email>[^\s<>@"]+@[^\s<>@"]+\.[^\s<>@"]+)>?\s*$/.exec(entry) ?? {};
    const name = (groups?.['name'] ?? entry).replace(/^["'\s]+|["'\s]+$/g, '');
    const email = groups?.['email'];
    if (email !== undefined) guests.set(email.toLowerCase(), { name: name || email, email });
    else if (name !== '') names.push(name);
  }
  return { guests: [...guests.values()], names };
}

/**
 * The instant of a day and an hour in the zone of whoever runs this; null where the clocks of that day skip it.
 *
 * @param day `YYYY-MM-DD`
 * @param clock `HH:MM`
 */
export function instantHere(day: string, clock: string): number | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const found = new Date(year, month - 1, date, hour, minute);
  return found.getDate() === date && found.getHours() === hour && found.getMinutes() === minute
    ? found.getTime()
    : null;
}

import ical, { escape as escapeText, ICalEventTransparency } from 'ical-generator';
import { addDays } from '../time/dates.ts';

/** Something of a day, or of days in a row: no hour, and it keeps nobody busy. */
export interface CalendarDay {
  /** The same for as long as it is the same thing. Printable ASCII without blanks, commas and semicolons. */
  uid: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** The last day; left out where it is the only one. */
  until?: string;
  summary: string;
  description: string;
  /** A whole address; null where there is none. */
  url: string | null;
  categories: string[];
}

export interface Calendar {
  /** What it is a calendar of, in a word. */
  product: 'Improvements' | 'On duty';
  name: string;
  description: string;
  /** The day the calendar was made on; the only thing in it that is not about its days. */
  madeOn: string;
  days: readonly CalendarDay[];
}

const secondsOfDay = 86_400;

/**
 * A calendar to subscribe to (RFC 5545). Its days are all-day events, not to-dos: Google Calendar and Outlook leave to-dos
 * (`VTODO`) of a subscription out, and Apple's shows them in another program if at all.
 */
export function icalendar({ product, name, description, madeOn, days }: Calendar): string {
  const calendar = ical({
    prodId: `//Fire Marshal//${product}//EN`,
    // The library escapes what is in events, and takes these two as they come.
    name: escapeText(plain(name).replace(/\s+/g, ' '), false),
    description: escapeText(plain(description), false),
    ttl: secondsOfDay,
  });
  for (const { uid, day, until = day, summary, description, url, categories } of days)
    calendar.createEvent({
      id: uid,
      stamp: midnight(madeOn),
      allDay: true,
      start: midnight(day),
      // The end of a day is the next one; without it Outlook shows an hour at midnight.
      end: endOf(day, until),
      summary: plain(summary),
      description: plain(description),
      url,
      categories: categories.map((category) => ({ name: plain(category) })),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return `${calendar.toString()}\r\n`;
}

/**
 * The last of all days has no next one. Alone it takes the whole day without an end; days in a row, which then mean "until
 * further notice", would be a single day without one.
 */
function endOf(day: string, until: string): Date | null {
  const next = addDays(until, 1);
  if (next !== until) return midnight(next);
  return until === day ? null : midnight(until);
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Without what RFC 5545 bars from text, and with no other ends of lines than its own. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0085\u2028\u2029]/g, ' ')
    .replace(/[^\P{Cc}\t\r\n]/gu, '');
}

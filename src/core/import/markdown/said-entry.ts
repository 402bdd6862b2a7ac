import type { PhrasingContent } from 'mdast';
import { addDays, daysBetween } from '../../time/dates.ts';
import type { Label } from '../../timeline/labels.ts';
import { readLabels } from '../../timeline/labels.ts';
import type { Blocks, ImportNote, Origin } from '../imported.ts';
import type { DateOrder, SaidDate, SaidMoment, SaidTime } from './foreign-time.ts';
import type { SaidZone } from './foreign-zones.ts';
import { dropStart, flatText } from './phrases.ts';

/** An entry whose zone is still as somebody wrote it. */
export interface SaidEntry {
  date: string | null;
  start: SaidMoment;
  end: SaidMoment | null;
  approximate: boolean;
  labels: Label[];
  content: Blocks;
  written: string | null;
  origin: Origin;
}

/** What holds from one entry to the next. */
export interface TimelineState {
  order: DateOrder;
  /** The year of dates that name none. */
  year: string | null;
  /** The day of the entry before. */
  day: string | null;
  lastClock: string | null;
  /** Whether the entry before said that it was on the next day. */
  isNextDay: boolean;
  /** Of clocks that carry none. */
  zone: SaidZone | null;
  /** The names of zones behind clocks, as written: ours says the zone once, on top of the file. */
  zoneNames: Set<string>;
  /** Days whose year has only two digits, as written. */
  shortYears: { written: string; origin: Origin }[];
  notes: ImportNote[];
}

/** Takes a line that is only a day: the day of the entries below it. Null where nobody knows its year. */
export function setDay(said: SaidDate, state: TimelineState): string | null {
  const date = fullDate(said, state);
  if (date === null) return null;
  state.day = date;
  state.lastClock = null;
  state.isNextDay = false;
  return date;
}

function fullDate({ date, hasYear }: SaidDate, state: TimelineState): string | null {
  if (hasYear) {
    state.year = date.slice(0, 4);
    return date;
  }
  const year = state.day?.slice(0, 4) ?? state.year;
  if (year === null) return null;
  const full = `${year}-${date}`;
  // January below December is the next year's.
  const isNextYear = state.day !== null && daysBetween(full, state.day) > 180;
  return isNextYear ? `${Number(year) + 1}-${date}` : full;
}

/** The entry that begins with a time. */
export function entryOf(
  said: SaidTime,
  words: readonly PhrasingContent[],
  blocks: Blocks,
  state: TimelineState,
  origin: Origin,
): SaidEntry {
  const start = said.start as SaidMoment;
  const own = start.date === null ? null : fullDate(start.date, state);
  if (start.date !== null && own === null)
    state.notes.push({
      message: `The source says no year: ${said.written}`,
      hint: 'Say the day of the first entry with --date.',
      origin,
    });
  if (start.date?.isShort && own !== null) state.shortYears.push({ written: said.written, origin });
  for (const name of [start.zone?.name, said.end?.zone?.name]) if (name != null) state.zoneNames.add(name);
  let day = own ?? state.day;
  // A clock far before the one above it, on no day of its own, is after midnight.
  const isAfterMidnight =
    own === null &&
    day !== null &&
    state.lastClock !== null &&
    minutes(state.lastClock) - minutes(start.clock) > 12 * 60;
  if (own === null && day !== null && said.nextDay && !state.isNextDay) day = addDays(day, 1);
  else if (isAfterMidnight && day !== null) {
    day = addDays(day, 1);
    state.notes.push({
      message: `${start.clock} follows ${state.lastClock}, so it was read as the next day, ${day}.`,
      hint: 'Correct the day if it was another one.',
      origin,
    });
  }
  state.day = day;
  state.lastClock = start.clock;
  state.isNextDay = said.nextDay;
  const { labels, content } = labelsOf(words);
  const endDate = said.end?.date ? fullDate(said.end.date, state) : null;
  return {
    date: day,
    start: { ...start, zone: start.zone ?? state.zone },
    end:
      said.end === null
        ? null
        : {
            ...said.end,
            date: endDate === null ? null : { date: endDate, hasYear: true },
            zone: said.end.zone ?? start.zone ?? state.zone,
          },
    approximate: said.approximate,
    labels,
    content: [
      ...(content.length === 0 ? [] : [{ type: 'paragraph' as const, children: content }]),
      ...blocks,
    ],
    written: said.doubtful || (start.date !== null && own === null) ? said.written : null,
    origin,
  };
}

/** Bold words right behind a time that are labels of ours. */
function labelsOf(words: readonly PhrasingContent[]): { labels: Label[]; content: PhrasingContent[] } {
  const [first, ...others] = words;
  if (first?.type !== 'strong') return { labels: [], content: [...words] };
  const { labels, slips } = readLabels(flatText(first.children).replace(/[\s:.–—-]+$/, ''));
  if (labels.length === 0 || slips.length > 0) return { labels: [], content: [...words] };
  return { labels: labels.map(({ label }) => label), content: dropStart(others, 0) };
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

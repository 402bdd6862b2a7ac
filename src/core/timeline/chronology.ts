import { type Place, type Problem, problem } from '../diagnostic.ts';
import { addDays, dateOfDay } from '../time/dates.ts';
import { dateAtOffset, instantAtOffset, localTimeOf } from '../time/zones.ts';
import { printWrittenTime, type WrittenTime } from './entry-time.ts';
import { endOf, startOf } from './moment.ts';
import type { EntryTime } from './timeline.ts';

/** Gives entries their instants, one after the other in the order written. */
export interface Chronology {
  /**
   * Places a time. `repaired` says that it is what the author most likely meant: then only the day is asked for, not the
   * order. `certain` in the answer is false where the time is a guess.
   */
  place(
    time: WrittenTime,
    place: Place,
    repaired: boolean,
  ): { time: EntryTime; certain: boolean; problems: Problem[] };
  /** An entry whose time nobody can read. It stands where the entry before it stands; the next one is not compared with it. */
  skip(): EntryTime;
}

/** Where no day is known, so that the entries of a file that lacks one date can still be judged. */
const assumedDay = dateOfDay(0);
const dayLength = 86_400_000;

/** What is said of a time that comes too early. */
export interface OrderWords {
  /** The one that it is compared with. */
  before(time: string): string;
  /** What to do where it is no time of the next day, as the end of a sentence. */
  otherwise: string;
  /** What to do where it has its date. */
  dated: string;
}

/** In a list of entries. */
const inFile: OrderWords = {
  before: (time) => `the entry above it, which is at ${time}`,
  otherwise: 'move it up to where it belongs',
  dated: 'Move it up to where it belongs, or correct its date.',
};

export function createChronology(
  zone: string,
  fileDate: string | null,
  orderWords: OrderWords = inFile,
): Chronology {
  /** The day of the entry before. */
  let day = fileDate;
  /** The start of the entry before; null where it can't be compared with. */
  let previous: Bound | null = null;
  /** What a time with a date must not come before. */
  let floor: Bound | null = null;
  /** Since a mistake and until the next date, the day is a guess: what follows from it is not held against the author. */
  let isGuess = false;

  return {
    place(written, place, repaired) {
      const problems: Problem[] = [];
      if (written.date === null && day === null) {
        problems.push(missingDate(place, written));
        isGuess = true;
      }
      const start = startOf(zone, written, day ?? assumedDay, previous?.instant ?? null);
      if (start.doubt) problems.push(problem(start.doubt.rule, place, start.doubt.message, start.doubt.hint));
      const bound = written.date === null ? previous : floor;
      const isEarly = bound !== null && start.instant < bound.instant;
      const isSure = !repaired && start.doubt === null;
      if (isEarly && isSure)
        problems.push(outOfOrder(orderWords, zone, place, written, start.instant, bound));
      // Far back is most likely the next day; a little back is most likely a slip.
      const isNextDay = isEarly && written.date === null && bound.instant - start.instant > dayLength / 2;
      const instant = start.instant + (isNextDay ? dayLength : 0);

      const end = endOf(zone, written, instant);
      if (end?.doubt && isSure)
        problems.push(problem(end.doubt.rule, place, end.doubt.message, end.doubt.hint));

      const time = entryTime(zone, written, instant, end?.instant ?? null);
      const certain = isSure && problems.length === 0;
      if (written.date !== null) isGuess = !isSure;
      else if (!certain) isGuess = true;
      day = time.date;
      previous = start.doubt || (repaired && isEarly) ? null : { instant, written };
      const low = { instant: start.instant, written };
      if (!isGuess || (floor && low.instant < floor.instant)) floor = low;
      return { time, certain, problems };
    },

    skip() {
      day ??= assumedDay;
      const instant = previous?.instant ?? floor?.instant ?? instantAtOffset(day, '00:00', 'Z');
      previous = null;
      isGuess = true;
      const unread: WrittenTime = { date: null, clock: '00:00', offset: null, approximate: true, end: null };
      return entryTime(zone, unread, instant, null);
    },
  };
}

/** The entry that another is compared with. */
interface Bound {
  instant: number;
  written: WrittenTime;
}

function entryTime(zone: string, written: WrittenTime, start: number, end: number | null): EntryTime {
  const local = localTimeOf(zone, start);
  const localEnd = end === null ? null : localTimeOf(zone, end);
  return {
    start,
    end,
    approximate: written.approximate,
    date: local.date,
    clock: local.clock,
    endDate: localEnd?.date ?? null,
    endClock: localEnd?.clock ?? null,
  };
}

function missingDate(place: Place, written: WrittenTime): Problem {
  const example = printWrittenTime({ ...written, date: '2018-05-04' });
  return problem(
    'timeline-date',
    place,
    'The first entry of a timeline needs its date.',
    `Write the day before the time, for example \`${example}\`.`,
  );
}

function outOfOrder(
  words: OrderWords,
  zone: string,
  place: Place,
  written: WrittenTime,
  instant: number,
  bound: Bound,
): Problem {
  const [own, other] = [localTimeOf(zone, instant), localTimeOf(zone, bound.instant)];
  const found = printWrittenTime({ ...written, end: null });
  const above = own.date === other.date ? other.clock : `${other.date} ${other.clock}`;
  const message = `\`${found}\` comes before ${words.before(above)}.`;
  const report = (hint: string): Problem => problem('timeline-order', place, message, hint);

  const asRange = [bound.written, written].map(rangeLikeOffset).find((range) => range !== null);
  if (asRange) {
    const { offset, range } = asRange;
    return report(
      `\`${offset}\` right behind a clock is an offset from UTC; if it was meant as a range, write \`${range}\`.`,
    );
  }
  if (written.date !== null) return report(words.dated);
  if (own.date <= addDays(assumedDay, 1)) {
    return report(`The next day? Write its date before the time. Otherwise ${words.otherwise}.`);
  }
  const date =
    written.offset === null ? addDays(own.date, 1) : dateAtOffset(written.offset, instant + dayLength);
  return report(`The next day? Write the date: \`${date} ${found}\`. Otherwise ${words.otherwise}.`);
}

/** `08:00-09:00` is a clock with an offset, though some will have meant a range. */
function rangeLikeOffset({ clock, offset, end }: WrittenTime): { offset: string; range: string } | null {
  if (offset === null || end !== null || !offset.startsWith('-') || offset.slice(1) <= clock) return null;
  return { offset, range: `${clock}–${offset.slice(1)}` };
}

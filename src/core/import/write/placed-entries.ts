import { addDays } from '../../time/dates.ts';
import { instantAtOffset, instantOf, localTimeOf, offsetAt } from '../../time/zones.ts';
import { printWrittenTime, type WrittenMoment } from '../../timeline/entry-time.ts';
import { isMark, type Label } from '../../timeline/labels.ts';
import type { Mark } from '../../vocabulary.ts';
import type { Imported, ImportedEntry, ImportedMoment, ImportNote } from '../imported.ts';

/** An entry with the time it is written with. */
export interface PlacedEntry {
  entry: ImportedEntry;
  /** `2018-05-04 ~08:25–09:05` */
  time: string;
  labels: Label[];
  /** Marks that stand in another entry already. */
  spare: Mark[];
}

interface Timed {
  entry: ImportedEntry;
  start: Placed;
  end: Placed | null;
}

interface Placed {
  instant: number;
  date: string;
  clock: string;
  offset: string | null;
}

/**
 * Entries in order of time, each as it is written in a file of the zone. Entries without a day stand on `day`; where
 * nobody knows that either, they come back as `undated`.
 */
export function placeEntries(
  { timeline }: Pick<Imported, 'timeline'>,
  zone: string,
  day: string | null,
): { placed: PlacedEntry[]; undated: ImportedEntry[]; notes: ImportNote[] } {
  const notes: ImportNote[] = [];
  const undated: ImportedEntry[] = [];
  const timed: Timed[] = [];
  for (const entry of timeline) {
    const start = place(entry.start, zone, day, notes, entry);
    if (start === null) {
      undated.push(entry);
      continue;
    }
    timed.push({
      entry,
      start,
      end: entry.end === null ? null : endOf(entry.end, start, zone, notes, entry),
    });
  }
  const ordered = timed.toSorted((a, b) => a.start.instant - b.start.instant);
  const moved = ordered.filter(({ entry }, index) => timed[index]?.entry !== entry);
  if (moved.length > 0)
    notes.push({
      message: 'The entries of the timeline did not stand in order of time; they do now.',
      hint: 'Where one seems out of place, its time or its day may be a slip in the source.',
      origin: moved[0]?.entry.origin ?? null,
    });
  const marked = markings(ordered, notes);
  let before: string | null = null;
  const placed = ordered.map(({ entry, start, end }): PlacedEntry => {
    const local = localTimeOf(zone, start.instant).date;
    const needsDate = before !== local || start.offset !== null;
    before = local;
    const { labels, spare } = marked.get(entry) ?? { labels: [], spare: [] };
    const written = { ...momentOf(start, needsDate), approximate: entry.approximate };
    return {
      entry,
      time: printWrittenTime({
        ...written,
        end: end === null ? null : momentOf(end, endNeedsDate(start, end)),
      }),
      labels,
      spare,
    };
  });
  return { placed, undated, notes };
}

function momentOf({ date, clock, offset }: Placed, withDate: boolean): WrittenMoment {
  return { date: withDate ? date : null, clock, offset };
}

/** A clock alone at a range's end is the next time the clocks show it. */
function endNeedsDate(start: Placed, end: Placed): boolean {
  if (end.offset !== null || start.offset !== null) return end.date !== start.date;
  return end.date !== (end.clock < start.clock ? addDays(start.date, 1) : start.date);
}

function endOf(
  end: ImportedMoment,
  start: Placed,
  zone: string,
  notes: ImportNote[],
  entry: ImportedEntry,
): Placed | null {
  const isBare = end.kind === 'local' && end.date === null;
  const placed = place(end, zone, start.date, notes, entry);
  if (placed === null || placed.instant >= start.instant) return placed;
  if (isBare) return place({ ...end, date: addDays(start.date, 1) }, zone, null, notes, entry);
  notes.push({
    message: `A time ends before it begins, so only its start was kept: ${entry.written ?? `${placed.date} ${placed.clock}`}.`,
    hint: 'Write the right end behind the start, with a dash between them.',
    origin: entry.origin,
  });
  return null;
}

function place(
  moment: ImportedMoment,
  zone: string,
  day: string | null,
  notes: ImportNote[],
  { origin }: ImportedEntry,
): Placed | null {
  if (moment.kind === 'instant') return localPlace(zone, moment.instant);
  const date = moment.date ?? day;
  if (date === null) return null;
  const { clock, offset } = moment;
  if (offset !== null) {
    const instant = instantAtOffset(date, clock, offset);
    return offsetAt(zone, instant) === offset
      ? localPlace(zone, instant)
      : { instant, date, clock: shortClock(clock), offset };
  }
  const found = instantOf(zone, date, clock);
  if (found.kind === 'exact') return { instant: found.instant, date, clock: shortClock(clock), offset: null };
  const reading = found.kind === 'gap' ? found.before : found.first;
  notes.push({
    message: `The clocks in ${zone} ${found.kind === 'gap' ? 'leave out' : 'show twice'} ${date} ${clock}.`,
    hint: `It was read as ${clock}${reading.offset}; correct the offset if it was the other one.`,
    origin,
  });
  return { instant: reading.instant, date, clock: shortClock(clock), offset: reading.offset };
}

/** An instant as the zone's clocks show it; with its offset where they show that time twice. */
function localPlace(zone: string, instant: number): Placed {
  const { date, clock } = localTimeOf(zone, instant);
  const isTwice = instantOf(zone, date, clock).kind !== 'exact';
  return { instant, date, clock, offset: isTwice ? offsetAt(zone, instant) : null };
}

function shortClock(clock: string): string {
  return clock.endsWith(':00') && clock.length > 5 ? clock.slice(0, 5) : clock;
}

/** Each mark where it stands first, and none before `started`. */
function markings(
  ordered: readonly Timed[],
  notes: ImportNote[],
): Map<ImportedEntry, { labels: Label[]; spare: Mark[] }> {
  const seen = new Set<Mark>();
  const started = ordered.find(({ entry }) => entry.labels.includes('started'));
  const isEarly = ({ start, entry }: Timed): boolean =>
    started !== undefined && start.instant < started.start.instant && entry.labels.some(isMark);
  const first = ordered.find(isEarly);
  if (started !== undefined && first !== undefined)
    notes.push({
      message:
        'The source says that something was noticed or done before the trouble began, so nothing was marked started.',
      hint: 'Put **started** behind the time at which the trouble began, even if nobody knew it then.',
      origin: started.entry.origin,
    });
  return new Map(
    ordered.map(({ entry }) => {
      const labels: Label[] = [];
      const spare: Mark[] = [];
      for (const label of new Set(entry.labels)) {
        if (!isMark(label)) labels.push(label);
        else if (seen.has(label) || (label === 'started' && first !== undefined)) spare.push(label);
        else {
          seen.add(label);
          labels.push(label);
        }
      }
      return [entry, { labels, spare }];
    }),
  );
}

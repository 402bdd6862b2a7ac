import { type Place, type Problem, problem } from '../diagnostic.ts';
import type { Section, SourceText } from '../document/document.ts';
import { plainText } from '../document/plain-text.ts';
import { withFix } from '../fix/fix.ts';
import type { EntryKind, Mark } from '../vocabulary.ts';
import { type Chronology, createChronology, type OrderWords } from './chronology.ts';
import type { EntryLead } from './entry-lead.ts';
import type { EntryTimeReading } from './entry-time.ts';
import { isMark } from './labels.ts';
import { type RawEntry, splitEntries } from './split-entries.ts';
import type { EntryTime, Timeline, TimelineEntry } from './timeline.ts';

export interface TimelineContext {
  source: SourceText;
  /** IANA name; must be valid. */
  timezone: string;
  /** The date that begins the file's name, for a first entry without one. */
  fileDate: string | null;
  /** What is said of entries out of order, where they stand in no file. */
  orderWords?: OrderWords;
}

/**
 * Reads a Timeline section. Every problem is reported at its own place, one for each mistake. An entry whose time is amiss is
 * part of the timeline all the same, at the time its author most likely meant, so that its marks are not missed as well.
 */
export function readTimeline(
  section: Section,
  context: TimelineContext,
): { timeline: Timeline; problems: Problem[] } {
  const { entries: raw, introduction, problems } = splitEntries(section.nodes, context.source);
  const chronology = createChronology(context.timezone, context.fileDate, context.orderWords);
  const markings = new Map<Mark, Marking>();
  const entries = raw.map((entry) => {
    const { time, certain } = placeInTime(entry.lead, chronology, problems);
    const { marks, kinds } = readMarks(entry.lead, { time, certain }, markings, problems);
    return timelineEntry(entry, time, marks, kinds);
  });
  problems.push(...marksBeforeStart(markings));
  problems.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
  return { timeline: { entries, introduction }, problems };
}

function timelineEntry(
  { lead, blocks }: RawEntry,
  time: EntryTime,
  marks: Mark[],
  kinds: EntryKind[],
): TimelineEntry {
  const { place, phrasing } = lead;
  return { place, time, marks, kinds, phrasing, blocks, text: plainText(phrasing) };
}

function placeInTime(
  { reading, place, fix, problems: own }: EntryLead,
  chronology: Chronology,
  problems: Problem[],
): { time: EntryTime; certain: boolean } {
  problems.push(...own);
  if (reading.kind === 'slip')
    problems.push(withFix(problem('timeline-time', place, reading.message, reading.hint), fix));
  const written = reading.kind === 'time' ? reading.time : reading.kind === 'slip' ? reading.repaired : null;
  if (!written) return { time: chronology.skip(), certain: false };
  const placed = chronology.place(written, place, reading.kind === 'slip' && !isSure(reading));
  problems.push(...placed.problems);
  return placed;
}

/** `00.20` has one meaning, where `1:15` may be in the afternoon: so it is judged at once, as if it were written well. */
function isSure({ certain, repaired }: Extract<EntryTimeReading, { kind: 'slip' }>): boolean {
  return certain && /^(?:00|1[3-9]|2)/.test(repaired?.clock ?? '');
}

/** A mark where it stands first. */
interface Marking {
  place: Place;
  time: EntryTime;
  certain: boolean;
  misspelt: boolean;
}

function readMarks(
  { labels, problems: slips }: EntryLead,
  { time, certain }: Pick<Marking, 'time' | 'certain'>,
  markings: Map<Mark, Marking>,
  problems: Problem[],
): { marks: Mark[]; kinds: EntryKind[] } {
  const marks: Mark[] = [];
  const kinds = new Set<EntryKind>();
  for (const { label, place } of labels) {
    if (!isMark(label)) {
      kinds.add(label);
      continue;
    }
    const misspelt = slips.some(
      (slip) => slip.place.line === place.line && slip.place.column === place.column,
    );
    const earlier = markings.get(label);
    // `**restarted**` is reported as a slip already, and may never have been meant as `started`.
    if (earlier && misspelt) continue;
    if (earlier && !earlier.misspelt) {
      problems.push(markTwice(label, place, earlier));
    } else {
      markings.set(label, { place, time, certain: certain && !misspelt, misspelt });
      marks.push(label);
    }
  }
  return { marks, kinds: [...kinds] };
}

function markTwice(mark: Mark, place: Place, earlier: Marking): Problem {
  const where = earlier.place.line === place.line ? 'on this line' : `on line ${earlier.place.line}`;
  return problem(
    'timeline-mark',
    place,
    `\`${mark}\` already stands ${where}; a timeline has each mark once.`,
    'Keep it where it was true for the first time and remove the other.',
  );
}

/** Every duration counts from `started`, so nothing can be marked before it. */
function marksBeforeStart(markings: ReadonlyMap<Mark, Marking>): Problem[] {
  const started = markings.get('started');
  if (!started?.certain) return [];
  return [...markings].flatMap(([mark, { place, time, certain }]) => {
    if (!certain || time.start >= started.time.start) return [];
    const since = `${started.time.date} ${started.time.clock}`;
    return problem(
      'timeline-mark',
      place,
      `\`${mark}\` stands before \`started\`, which is at ${since}.`,
      '`started` is when the trouble began, even if nobody knew it then: move it up, or correct the time.',
    );
  });
}

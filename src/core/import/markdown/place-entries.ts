import { plainText } from '../../document/plain-text.ts';
import { isMark } from '../../timeline/labels.ts';
import type { Mark } from '../../vocabulary.ts';
import type {
  ImportContext,
  Imported,
  ImportedEntry,
  ImportedMoment,
  ImportNote,
  Origin,
} from '../imported.ts';
import type { SaidMoment } from './foreign-time.ts';
import { offsetOf, type SaidZone } from './foreign-zones.ts';
import type { SaidEntry, TimelineState } from './said-entry.ts';
import { momentsIn, type SaidFact } from './said-facts.ts';
import { saidMark } from './said-marks.ts';

/** Adds the moments that facts name, `Start time: …`: as a mark of the entry at that time, or as an entry of its own. */
export function addMoments(entries: SaidEntry[], facts: readonly SaidFact[], state: TimelineState): void {
  const marked = new Set(entries.flatMap(({ labels }) => labels.filter(isMark)));
  for (const { mark, name, time, zone, origin } of momentsIn(facts, state.order)) {
    const start = time.start as SaidMoment;
    if (marked.has(mark) || (start.date !== null && !start.date.hasYear && state.year === null)) continue;
    const date =
      start.date === null
        ? state.day
        : start.date.hasYear
          ? start.date.date
          : `${state.year}-${start.date.date}`;
    marked.add(mark);
    const same = entries.find((entry) => entry.date === date && entry.start.clock === start.clock);
    if (same !== undefined) same.labels.push(mark);
    else
      entries.push({
        date,
        start: { ...start, zone: start.zone ?? zone ?? state.zone },
        end: null,
        approximate: time.approximate,
        labels: [mark],
        content: [{ type: 'paragraph', children: [{ type: 'text', value: name }] }],
        written: time.doubtful ? time.written : null,
        origin,
      });
  }
}

/** Gives the report the zone that most of its times are in, and every entry its moment. */
export function placeInZones(
  imported: Imported,
  entries: readonly SaidEntry[],
  { catalog, given }: ImportContext,
): void {
  const { notes } = imported;
  const home = given.timezone ?? catalog.settings.timezone;
  const counts = new Map<string, { count: number; origin: Origin }>();
  for (const { start, origin } of entries) {
    const zone = start.zone === null ? null : ianaOf(start.zone, home);
    if (zone === null) continue;
    const known = counts.get(zone);
    counts.set(zone, { count: (known?.count ?? 0) + 1, origin: known?.origin ?? origin });
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b.count - a.count);
  if (most !== undefined) imported.facts.timezone = { value: most[0], origin: most[1].origin };
  const zone = given.timezone ?? most?.[0] ?? home;
  const bare = entries.filter(({ start }) => start.zone === null);
  const [first] = bare;
  if (first !== undefined && given.timezone === null)
    notes.push({
      message: 'The source does not say in which zone its times are.',
      hint: `They were read as ${zone}. Say another one with --zone.`,
      origin: first.origin,
    });
  const told = new Set<string>();
  for (const entry of entries) {
    const moment = ({ clock, zone: said, date }: SaidMoment, day: string | null): ImportedMoment => {
      const own = date?.hasYear === true ? date.date : day;
      if (said === null) return { kind: 'local', date: own, clock, offset: null };
      if (said.kind === 'offset') return { kind: 'local', date: own, clock, offset: said.offset };
      const region = ianaOf(said, home) ?? said.zone;
      const offset = own === null ? null : offsetOf(region, own, clock);
      if (!told.has(said.name)) notes.push(...zoneNotes(said, region, offset, own, entry.origin, told));
      return { kind: 'local', date: own, clock, offset: region === zone ? null : offset };
    };
    imported.timeline.push({
      start: moment({ ...entry.start, date: null }, entry.date),
      end: entry.end === null ? null : moment(entry.end, entry.end.date === null ? null : entry.date),
      approximate: entry.approximate,
      labels: entry.labels,
      content: entry.content,
      written: entry.written,
      origin: entry.origin,
    } satisfies ImportedEntry);
  }
}

/** The region whose clocks are meant: of several with one name, the one at home. */
function ianaOf(said: SaidZone, home: string): string | null {
  if (said.kind === 'offset') return said.offset === 'Z' ? 'UTC' : null;
  return said.others.includes(home) ? home : said.zone;
}

function zoneNotes(
  { name, offset, others }: Extract<SaidZone, { kind: 'region' }>,
  region: string,
  shown: string | null,
  date: string | null,
  origin: Origin,
  told: Set<string>,
): ImportNote[] {
  if (others.length > 0) {
    told.add(name);
    return [
      {
        message: `${name} is the time of several places.`,
        hint: `It was read as ${region}; ${others.join(' and ')} use the same letters.`,
        origin,
      },
    ];
  }
  if (offset === null || shown === null || offset === shown) return [];
  told.add(name);
  return [
    {
      message: `On ${date} the clocks in ${region} were at ${shown}, and ${name} is ${offset} to the letter.`,
      hint: 'The times were read as the clocks there showed them. Correct them if the letters were meant.',
      origin,
    },
  ];
}

/** Marks the entries whose words say a mark in so many words, each mark once. */
export function readMarks({ timeline, notes }: Imported): void {
  const used = new Set<Mark>(timeline.flatMap(({ labels }) => labels.filter(isMark)));
  for (const { labels, content, origin } of timeline) {
    const [first] = content;
    const words = first?.type === 'paragraph' ? plainText([first]) : '';
    const mark = saidMark(words);
    if (mark === null || used.has(mark) || labels.some(isMark)) continue;
    used.add(mark);
    labels.push(mark);
    notes.push({
      message: `An entry is marked ${mark}, since it says: ${words.slice(0, 60).toWellFormed()}`,
      hint: 'Take the mark away if it was not that moment.',
      origin,
    });
  }
}

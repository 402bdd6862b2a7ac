import type { TimelineEntry } from '../../src/core/timeline/timeline.ts';
import { type EntryKind, type Mark, marks } from '../../src/core/vocabulary.ts';

/** An entry in UTC, written like one: `08:25 detected, report` or `08:50–09:05 action`. */
export function entryOf(written: string, text = 'Something happens', day = '2020-03-01'): TimelineEntry {
  const [time = '', ...labels] = written.split(/,? /);
  const [clock = '', endClock = null] = time.split('–');
  const instant = (at: string): number => Date.parse(`${day}T${at}:00Z`);
  const isMark = (label: string): label is Mark => marks.some((mark) => mark === label);
  return {
    place: { line: 1, column: 1 },
    time: {
      start: instant(clock),
      end: endClock === null ? null : instant(endClock),
      approximate: false,
      date: day,
      clock,
      endDate: endClock === null ? null : day,
      endClock,
    },
    marks: labels.filter(isMark),
    kinds: labels.filter((label) => !isMark(label)) as EntryKind[],
    phrasing: [{ type: 'text', value: text }],
    blocks: [],
    text,
  };
}

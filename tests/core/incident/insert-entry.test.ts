import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readLoggedTime } from '../../../src/core/incident/entry-time.ts';
import { insertEntry, type LoggedEntry } from '../../../src/core/incident/insert-entry.ts';
import type { Label } from '../../../src/core/timeline/labels.ts';
import { readTimeline } from '../../../src/core/timeline/read-timeline.ts';

const now = Date.parse('2026-11-21T14:35:00Z');
const context = { timezone: 'UTC', fileDate: '2026-11-20' };

function entry(text: string, at = '14:35', labels: Label[] = []): LoggedEntry {
  const time = readLoggedTime(at, context.timezone, now);
  if ('problem' in time) throw new Error(time.problem);
  return { time, labels, text };
}

const front = '---\ntitle: A\nstatus: open\nseverity: 1\n---\n\n## Symptoms\n\nSlow.\n';
const file = (timeline: string): string => `${front}\n## Timeline\n\n${timeline}\n\n## Scope\n\nTBD\n`;
const section = (text: string): string => /## Timeline\n\n([\s\S]*?)\n\n## Scope/.exec(text)?.[1] ?? text;

function inserted(raw: string, logged: LoggedEntry): string {
  const result = insertEntry(raw, logged, context);
  if (result.kind === 'refused') throw new Error(result.why);
  expect(result.text.split(/\r\n|\n|\r/)[result.line - 1]).toBe(result.written);
  return result.text;
}

describe('an entry goes to its place', () => {
  test.each<[what: string, before: string, logged: LoggedEntry, after: string]>([
    ['the end', '- 2026-11-21 10:00 A', entry('B'), '- 2026-11-21 10:00 A\n- 14:35 B'],
    [
      'the end, with the date of a new day',
      '- 2026-11-20 10:00 A',
      entry('B'),
      '- 2026-11-20 10:00 A\n- 2026-11-21 14:35 B',
    ],
    [
      'between two',
      '- 2026-11-21 10:00 A\n- 12:00 C',
      entry('B', '11:00', ['detected', 'report']),
      '- 2026-11-21 10:00 A\n- 11:00 **detected, report** B\n- 12:00 C',
    ],
    [
      'behind the one at the same time',
      '- 2026-11-21 14:35 A\n  - part of A\n- 14:40 C',
      entry('B'),
      '- 2026-11-21 14:35 A\n  - part of A\n- 14:35 B\n- 14:40 C',
    ],
    [
      'before the first, which gets its date then',
      '- 10:00 A',
      entry('B', '2026-11-19 23:00'),
      '- 2026-11-19 23:00 B\n- 2026-11-20 10:00 A',
    ],
    ['the place of a TBD', 'TBD', entry('B'), '- 2026-11-21 14:35 B'],
    [
      'behind words that are more than TBD',
      'TBD: ask the pager.',
      entry('B'),
      'TBD: ask the pager.\n\n- 2026-11-21 14:35 B',
    ],
    ['a range', '- 2026-11-21 10:00 A', entry('B', '11:00–11:20'), '- 2026-11-21 10:00 A\n- 11:00–11:20 B'],
    ['about then', '- 2026-11-21 10:00 A', entry('B', '~11:00'), '- 2026-11-21 10:00 A\n- ~11:00 B'],
    [
      'entries apart',
      '* 2026-11-21 10:00 A\n\n* 11:00 B',
      entry('C'),
      '* 2026-11-21 10:00 A\n\n* 11:00 B\n\n* 14:35 C',
    ],
    [
      'headings',
      '### 2026-11-21 10:00 A\n\nMore.\n\n### 15:00 C',
      entry('B #\n\n- one'),
      '### 2026-11-21 10:00 A\n\nMore.\n\n### 14:35 B \\#\n\n- one\n\n### 15:00 C',
    ],
    [
      'behind a paragraph that belongs to the one before',
      '- 2026-11-21 10:00 A\n\nMore about A.\n\n- 15:00 C',
      entry('B'),
      '- 2026-11-21 10:00 A\n\nMore about A.\n\n- 14:35 B\n\n- 15:00 C',
    ],
    ['numbers', '1. 2026-11-21 10:00 A', entry('B'), '1. 2026-11-21 10:00 A\n2. 14:35 B'],
  ])('%s', (_what, before, logged, after) => {
    expect(section(inserted(file(before), logged))).toBe(after);
  });

  test('a file without a timeline gets one where it belongs', () => {
    expect(inserted(`${front}\n## Whys\n\nTBD\n`, entry('B'))).toBe(
      `${front}\n## Timeline\n\n- 2026-11-21 14:35 B\n\n## Whys\n\nTBD\n`,
    );
  });

  test('line breaks, a byte order mark and an end without a line break stay', () => {
    const raw = `\ufeff${front}\n## Timeline\n\n- 2026-11-21 10:00 A`.replaceAll('\n', '\r\n');
    expect(inserted(raw, entry('B\n\nmore'))).toBe(`${raw}\r\n- 14:35 B\r\n\r\n  more`);
  });
});

describe('text is words, never code', () => {
  test.each<[typed: string, written: string]>([
    ['Queue < 5, {x} and <b>', 'Queue &lt; 5, \\{x\\} and &lt;b>'],
    ['Ran `SELECT <a> {b}`, no change', 'Ran `SELECT <a> {b}`, no change'],
    ['\\<b> \\{x}', '\\<b> \\{x\\}'],
    ['pm dashboard is red', '*pm* dashboard is red'],
    ['to 15:00 it is quiet', '*to* 15:00 it is quiet'],
    ['**started** the pump', '\\*\\*started\\*\\* the pump'],
    ['one\ntwo\nthree', 'one\n\n  two\\\n  three'],
    ['one\n\n# two\nimport x', 'one\n\n  \\# two\\\n  &#105;mport x'],
    ['Log:\n```\n<x> {y}', 'Log:\n\n  ```\n  <x> {y}\n  ```'],
    ['\u0007Bell\r\n', 'Bell'],
    ['See [it](javascript:alert)', 'See \\[it\\](javascript:alert)'],
  ])('%j', (typed, written) => {
    expect(section(inserted(file('- 2026-11-21 10:00 A'), entry(typed)))).toBe(
      `- 2026-11-21 10:00 A\n- 14:35 ${written}`,
    );
  });
});

describe('what can’t go in is refused', () => {
  test.each<[why: string, before: string, logged: LoggedEntry, message: RegExp]>([
    [
      'a mark twice',
      '- 2026-11-21 10:00 **started** A',
      entry('B', '14:35', ['started']),
      /already, on line 13/,
    ],
    [
      'detected before started',
      '- 2026-11-21 10:00 **started** A',
      entry('B', '09:00', ['detected']),
      /stands before `started`/,
    ],
  ])('%s', (_why, before, logged, message) => {
    expect(insertEntry(file(before), logged, context)).toMatchObject({
      kind: 'refused',
      why: expect.stringMatching(message),
    });
  });
});

describe('whatever is logged', () => {
  const entriesOf = (raw: string) => {
    const document = readDocument(raw);
    const found = document.sections.find(({ slug }) => slug === 'timeline');
    if (found === undefined) return [];
    return readTimeline(found, { ...context, source: document.source }).timeline.entries;
  };
  const minutes = fc.integer({ min: 0, max: 2 * 1440 - 1 }).map((minute) => {
    const clock = new Date(minute * 60_000).toISOString().slice(11, 16);
    return `2026-11-${minute < 1440 ? 19 : 20} ${clock}`;
  });
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(
          'a',
          'pm',
          '14:35',
          '<',
          '{',
          '`',
          '**started**',
          '*',
          '#',
          '-',
          '\n',
          '```',
          'import',
          '\\',
          '[x]',
          '– 15:00',
          ' ',
        ),
        {
          minLength: 1,
          maxLength: 12,
        },
      )
      .map((parts) => parts.join(' ')),
  );
  const labels = fc.subarray<Label>(['report', 'action', 'status'], { maxLength: 2 });
  const newline = fc.constantFrom('\n', '\r\n', '\r');

  test('the entry is there, in order, and everything else is as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: minutes, text: words, own: labels }), { minLength: 1, maxLength: 6 }),
        newline,
        fc.constantFrom('TBD', '- 2026-11-19 12:00 **started** A', '### 2026-11-19 12:00 A\n\nMore.', ''),
        (logged, end, timeline) => {
          let raw = (timeline === '' ? front : file(timeline)).replaceAll('\n', end);
          for (const { at, text, own } of logged) {
            if (!/[^\s\p{C}]/u.test(text)) continue;
            const old = entriesOf(raw);
            const next = inserted(raw, entry(text, at, own));
            const fresh = entriesOf(next);
            expect(fresh).toHaveLength(old.length + 1);
            expect(fresh.map(({ time }) => time.start)).toEqual(
              [...old.map(({ time }) => time.start), Date.parse(`${at.replace(' ', 'T')}Z`)].toSorted(
                (a, b) => a - b,
              ),
            );
            const told = fresh.map(({ time, text: said }) => `${time.start} ${said}`);
            for (const { time, text: said } of old) expect(told).toContain(`${time.start} ${said}`);
            expect(next.endsWith(raw.slice(raw.indexOf('## Scope'))) || timeline === '').toBe(true);
            expect(next.startsWith(front.replaceAll('\n', end))).toBe(true);
            expect(readDocument(next).problems).toEqual([]);
            raw = next;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

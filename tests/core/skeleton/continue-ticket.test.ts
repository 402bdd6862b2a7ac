import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/catalog/settings.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { continueTicket } from '../../../src/core/skeleton/continue-ticket.ts';
import { anyExamples } from '../../../src/core/skeleton/section-prompts.ts';
import { sections } from '../../../src/core/vocabulary.ts';

const front = (status: string): string => `---\ntitle: No fax\nstatus: ${status}\nseverity: 1\n---\n`;
const proceed = (text: string) => continueTicket(text, readDocument(text), anyExamples);
const rulesOf = (text: string): string[] =>
  readPostmortem({
    id: '2026-11-21-fax',
    file: 'x',
    document: readDocument(text),
    settings: defaultSettings,
    systemIds: null,
    handles: null,
  }).problems.map(({ rule }) => rule);
const headings = (text: string): string[] =>
  text
    .split(/\r\n|\n/)
    .filter((line) => line.startsWith('## '))
    .map((line) => line.slice(3));

const five = ['Detect', 'React', 'Quick fix', 'Prevent', 'Other areas of risk'];

describe('the missing sections come where they are read', () => {
  test.each<[here: string[], then: string[]]>([
    [['Symptoms'], ['Symptoms', 'Summary', 'Timeline', 'Root causes', ...five]],
    [
      ['Original request', 'Scope', 'Timeline', 'Hypotheses', 'Next actions', 'Whys', 'Prevent'],
      [
        'Original request',
        'Scope',
        'Summary',
        'Timeline',
        'Hypotheses',
        'Root causes',
        'Next actions',
        'Whys',
        ...five,
      ],
    ],
    // An alias is the section itself, and a heading of one's own stays where it stands.
    [
      ['Summary', 'Weather', 'Contributing factors'],
      ['Summary', 'Timeline', 'Weather', 'Contributing factors', ...five],
    ],
    // The questions keep the order of the meeting, wherever they begin.
    [
      ['Prevent', 'Symptoms', 'Quick fix and then'],
      [
        'Detect',
        'React',
        'Quick fix',
        'Prevent',
        'Other areas of risk',
        'Symptoms',
        'Summary',
        'Timeline',
        'Root causes',
        'Quick fix and then',
      ],
    ],
    [
      ['Summary', 'Timeline', 'Root causes', ...five],
      ['Summary', 'Timeline', 'Root causes', ...five],
    ],
  ])('%j', (here, then) => {
    const body = here.map((name) => `\n## ${name}\n\nTBD\n`).join('');
    const result = proceed(`${front('open')}${body}`);
    expect(headings(result?.text ?? '').toSorted()).toEqual(then.toSorted());
    expect(headings(result?.text ?? '').filter((name) => five.includes(name))).toEqual(five);
    expect(headings(result?.text ?? '')).toEqual(then);
  });
});

test('only the word changes in the front matter', () => {
  for (const status of ['open            # open | resolved', '"open"', "'open'   "])
    expect(proceed(`${front(status)}\n## Symptoms\n`)?.text.split('\n')[2]).toBe(
      `status: ${status.replace('open', 'resolved')}`,
    );
  expect(proceed(`${front('|\n  open')}\n## Symptoms\n`)).toBeNull();
  expect(proceed('---\n{ title: A, status: open, severity: 1 }\n---\n\n## Symptoms\n')?.text).toContain(
    'status: resolved, severity',
  );
});

test('whatever stands in a ticket, every line of it stays, and only what is left to write is wrong', () => {
  const names = fc.constantFrom(
    ...Object.values(sections).flatMap(({ name }) => (name === 'Timeline' ? [] : [name])),
    'Weather',
    'Chat log',
  );
  const bodies = fc.constantFrom(
    'TBD',
    '',
    '```md\n## Detect\n```',
    '> ## Summary',
    'Words.\n\n- a\n- b',
    '{/* ## Prevent */}',
  );
  const parts = fc.uniqueArray(fc.tuple(names, bodies), { selector: ([name]) => name, maxLength: 9 });
  const newlines = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(parts, newlines, fc.constantFrom('', '\n', '\n\n\n'), (chosen, newline, end) => {
      const body = [['Symptoms', 'TBD'], ...chosen.filter(([name]) => name !== 'Symptoms')]
        .map(([name, text]) => `\n## ${name}\n\n${text}`)
        .join('\n');
      const raw = `${front('open')}${body}${end}`.replaceAll('\n', newline);
      fc.pre(rulesOf(raw).length === 0);
      const text = proceed(raw)?.text ?? '';
      const left = text.split(newline);
      for (const line of raw.replace('status: open', 'status: resolved').split(newline)) {
        const at = left.indexOf(line);
        expect(at).not.toBe(-1);
        left.splice(0, at + 1);
      }
      if (newline === '\r\n') expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(new Set(rulesOf(text))).toEqual(new Set(['section-tbd']));
    }),
    { numRuns: 150 },
  );
});

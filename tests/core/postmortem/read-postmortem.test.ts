import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { type PostmortemFile, readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { settings } from '../../support/sample-catalog.ts';

const complete = `---
title: Disappearing fax provider
status: reviewed
severity: 1
systems: [fax-gateway]
timezone: America/New_York
facilitator: dana
reviewedOn: 2018-05-11
---

## Summary

For eleven hours no purchase order left by fax.

## Timeline

- 2018-05-04 02:10 **started, change** The provider suspends our account.
- 08:25 **detected, report** A supplier e-mails support.
- 13:05 **resolved** The last stuck order is re-sent.

## Hypotheses

- The fax service hangs.
  - Restart it. **ruled out**

## Root causes

The bill was not paid.

## Whys

- Why?
  - Because.

## Detect

- Mail a list
- [ ] Page on-duty @ana due:2018-06-01

## React

Calmly.

## Quick fix

- Re-send at once

## Prevent

- [x] Pay @dana done:2018-05-18

## Other areas of risk

- Queues system:invoices

## Next actions

- [x] Call them @ana
`;

function read(text: string, part: Partial<PostmortemFile> = {}) {
  return readPostmortem({
    id: '2018/2018-05-04-fax',
    file: 'content/postmortems/2018/2018-05-04-fax.mdx',
    document: readDocument(text),
    settings,
    systemIds: new Set(['fax-gateway', 'invoices']),
    handles: new Set(['ana', 'dana']),
    ...part,
  });
}

function problemsOf(text: string, part: Partial<PostmortemFile> = {}): string[] {
  return read(text, part).problems.map(({ place, rule }) => `${place.line}:${place.column} ${rule}`);
}

/** The line that a piece of the text above stands on. */
const lineOf = (piece: string): number => complete.slice(0, complete.indexOf(piece)).split('\n').length;

test('a complete file has no problems and every part', () => {
  const { postmortem, problems } = read(complete);
  expect(problems).toEqual([]);
  expect(postmortem).toMatchObject({
    id: '2018/2018-05-04-fax',
    date: '2018-05-04',
    facts: { status: 'reviewed', timezone: 'America/New_York' },
    // 02:10 to 08:25 is six hours and a quarter, to 13:05 ten hours and 55 minutes.
    durations: {
      detect: { min: 375, max: 375, approximate: false },
      respond: null,
      mitigate: null,
      resolve: { min: 655, max: 655, approximate: false },
    },
    timeline: { entries: [{ marks: ['started'] }, { marks: ['detected'] }, { marks: ['resolved'] }] },
    questions: {
      detect: { ideas: [{ text: 'Mail a list' }], improvements: [{ anchor: 'page-on-duty', owner: 'ana' }] },
      'other-areas-of-risk': { ideas: [{ text: 'Queues', systems: ['invoices'] }] },
    },
    hypotheses: [{ tests: [{ verdict: 'ruled out' }] }],
    whys: [{ text: 'Why?' }],
    nextActions: [{ done: true, owner: 'ana' }],
  });
});

describe('everything wrong is reported at once, each at its place', () => {
  test('in a file full of it', () => {
    const text = complete
      .replace('systems: [fax-gateway]', 'systems: [fax-gatway]')
      .replace('facilitator: dana', 'facilitator: dan')
      .replace('08:25 **detected, report**', '25:10 **report**')
      .replace('@ana due:2018-06-01', '@anna')
      .replace('Calmly.', 'TBD')
      .replace('system:invoices', 'system:invoice');
    expect(problemsOf(text).sort()).toEqual(
      [
        `5:11 system-unknown`,
        `7:14 handle-unknown`,
        `${lineOf('## Timeline')}:1 mark-missing`,
        `${lineOf('08:25')}:3 timeline-time`,
        `${lineOf('- [ ] Page')}:1 improvement-due`,
        `${lineOf('- [ ] Page')}:20 handle-unknown`,
        `${lineOf('## React')}:1 question-unanswered`,
        `${lineOf('- Queues')}:10 system-unknown`,
      ].sort(),
    );
  });

  test('also where the front matter can not be used', () => {
    const { postmortem, problems } = read(
      complete.replace('severity: 1', 'severity: 9').replace('Calmly.', 'TBD'),
    );
    expect(postmortem).toBeNull();
    expect(problems.map(({ rule, place }) => `${place.line} ${rule}`)).toEqual([
      expect.stringMatching(/^4 /),
      `${lineOf('## React')} question-unanswered`,
    ]);
  });

  test('once, at a heading that goes by another name, with the fix of what is only written otherwise', () => {
    const text = complete
      .replace('## Root causes', '## Root causes:')
      .replace('## React', '## Response')
      .replace('## Prevent', '## Prevnt');
    const { problems } = read(text);
    expect(
      problems.map(({ rule, place, hint, fix }) => [place.line, rule, hint, fix?.title ?? null]),
    ).toEqual([
      [lineOf('## Root causes'), 'section-missing', 'Write ## Root causes', 'Write ## Root causes'],
      [lineOf('## React'), 'question-missing', 'Write ## React', null],
      [lineOf('## Prevent'), 'question-missing', 'Write ## Prevent', null],
    ]);
  });

  test.each([
    [
      'a table',
      '| Time | Event |\n|---|---|\n| Nov 16, 2026 9:00 AM | The first mail leaves twice |',
      'A timeline is a list, not a table: an entry is a bullet that begins with a time.',
      'Write each row as a line like: - 2026-11-16 09:00 **started** The first mail leaves twice',
    ],
    [
      'a table without times',
      '| When | Event |\n|---|---|\n| Early | The first mail leaves twice |',
      'A timeline is a list, not a table: an entry is a bullet that begins with a time.',
      'Write each row as a line like: - 2018-05-04 02:10 **started** What happened',
    ],
    [
      'prose',
      'In the morning the first mail left twice.',
      'This timeline has no entry yet: an entry is a bullet that begins with a time.',
      'Write a line like: - 2018-05-04 02:10 **started** What happened',
    ],
  ])('a timeline in %s', (_, body, message, hint) => {
    const entries = complete.slice(
      complete.indexOf('- 2018-05-04 02:10'),
      complete.indexOf('\n\n## Hypotheses'),
    );
    expect(
      read(complete.replace(entries, body)).problems.map((found) => [found.rule, found.message, found.hint]),
    ).toEqual([['timeline-entry', message, hint]]);
  });

  test('what a word processor puts at the start of a line', () => {
    const text = complete.replace('Calmly.', '☐ Page on-duty\n☑ Count failures\n• Be calm');
    const at = lineOf('Calmly.');
    expect(read(text).problems.map(({ rule, place, hint }) => [rule, place.line, hint])).toEqual([
      ['task-box', at, 'Write `- [ ] …`.'],
      ['task-box', at + 1, 'Write `- [x] …`.'],
      ['task-box', at + 2, 'Write `- …`.'],
    ]);
  });

  test('a tick without a day once, with the day that its words say', () => {
    const text = complete.replace('@dana done:2018-05-18', '@dana 5/18/2018');
    expect(read(text).problems.map(({ rule, hint }) => [rule, hint?.slice(0, 32)])).toEqual([
      ['improvement-state', 'Write `- [x] … done:2018-05-18` '],
      ['improvement-owner', 'Only what stands at the very end'],
    ]);
  });

  test('a question that is indented, where it stands; its tasks are not told, since they move with it', () => {
    const text = complete
      .replace('## Detect\n', '- Why so late?\n\n  ## Detect\n')
      .replace('- [ ] Page', '  - [ ] Page');
    const line = text.split('\n').indexOf('  ## Detect') + 1;
    const { problems } = read(text);
    expect(
      problems.map(({ rule, severity, place, message, fix }) => [
        rule,
        severity,
        place.line,
        message,
        fix?.title,
      ]),
    ).toEqual([
      [
        'question-missing',
        'error',
        line,
        `A reviewed postmortem answers all five questions; ## Detect in line ${line} is indented, so it belongs to the list above it.`,
        'Begin ## Detect at the start of its line',
      ],
    ]);
  });

  test('a TBD at its line, where a section says something else too', () => {
    const text = complete.replace('08:25 **detected, report** A supplier', '08:25 **detected, report** TBD');
    expect(problemsOf(text)).toEqual([`${lineOf('- 08:25')}:1 section-tbd`]);
    expect(problemsOf(complete.replace('The bill was not paid.', 'TBD'))).toEqual([
      `${lineOf('## Root causes')}:1 section-tbd`,
    ]);
  });

  test.each([
    ['@ana asked for it', 'Only what stands at the very end counts: move @ana there.'],
    ['Page on-duty', 'Add the handle of whoever does it at the end of its text: @handle'],
  ])('an improvement %j without an owner is helped by what it says', (words, hint) => {
    const { problems } = read(
      complete.replace('Page on-duty @ana due:2018-06-01', `${words} due:2018-06-01`),
    );
    expect(problems.map(({ rule, hint }) => [rule, hint])).toEqual([['improvement-owner', hint]]);
  });

  test.each([
    ['Ana pages on-duty', 'If it is Ana Ribeiro who does it, add @ana at the end of its text.'],
    // Two are named, or nobody who is known.
    ['Ana asks Dana', 'Add the handle of whoever does it at the end of its text: @handle'],
    ['Mira pages on-duty', 'Add the handle of whoever does it at the end of its text: @handle'],
  ])('an improvement %j without an owner is helped by the one person it names', (words, hint) => {
    const people = [
      { handle: 'ana', name: 'Ana Ribeiro', team: null },
      { handle: 'dana', name: 'Dana Whitfield', team: null },
    ];
    const { problems } = read(
      complete.replace('Page on-duty @ana due:2018-06-01', `${words} due:2018-06-01`),
      { people },
    );
    expect(problems.map(({ rule, hint }) => [rule, hint])).toEqual([['improvement-owner', hint]]);
  });

  test.each([
    [
      'Page by 6/1/2018',
      'If 6/1/2018 is that date, write due:2018-06-01 or due:2018-01-06 at the end of its text.',
    ],
    [
      'Page by end of next week',
      'If end of next week is that date, write due:2018-05-18 at the end of its text.',
    ],
    ['Page by 2018/6/1', 'If 2018/6/1 is that date, write due:2018-06-01 at the end of its text.'],
    // The meeting was on Friday, 2018-05-11.
    ['Page', 'Add due: and a day at the end of its text, for example: due:2018-05-25'],
  ])('an improvement %j without a date is helped by what it says', (words, hint) => {
    const { problems } = read(complete.replace('Page on-duty @ana due:2018-06-01', `${words} @ana`));
    expect(problems.map(({ rule, hint }) => [rule, hint])).toEqual([['improvement-due', hint]]);
  });

  test.each([
    ['2018-05-12', '2018-05-28'],
    ['2018-05-13', '2018-05-28'],
  ])('a date that is proposed after a meeting on the weekend, %s, is a Monday', (day, due) => {
    const { problems } = read(
      complete.replace('reviewedOn: 2018-05-11', `reviewedOn: ${day}`).replace(' due:2018-06-01', ''),
    );
    expect(problems.map(({ hint }) => hint)).toEqual([
      `Add due: and a day at the end of its text, for example: due:${due}`,
    ]);
  });

  test('without asking for what a status does not need, where nobody knows the status', () => {
    const text = '---\ntitle: A\nstatus: burning\nseverity: 1\n---\n';
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^3:/)]);
  });
});

describe('the date of the incident', () => {
  const open = (body: string) =>
    `---\ntitle: A\nstatus: open\nseverity: 1\n---\n\n## Symptoms\n\nTBD\n\n${body}`;
  const dateOf = (body: string, id: string) => read(open(body), { id }).postmortem?.date;

  test.each([
    [
      'its started mark',
      '## Timeline\n\n- 2019-01-01 10:00 Before\n- 2019-01-02 10:00 **started** A',
      '2018-05-04-fax',
      '2019-01-02',
    ],
    ['its first entry', '## Timeline\n\n- 2019-01-01 10:00 Before', '2018-05-04-fax', '2019-01-01'],
    ['the date that begins its file name', '', '2018-05-04-fax', '2018-05-04'],
    ['the date that begins its file name in a folder', '', 'elsewhere/2018-05-04-fax', '2018-05-04'],
    ['nothing from a folder', '', '2018-05-04/fax', null],
    ['nothing from a date that is none', '', '2018-02-30-fax', null],
    ['nothing from a longer number', '', '2018-05-041-fax', null],
  ])('is %s', (_, body, id, date) => {
    expect(dateOf(body, id)).toBe(date);
  });

  test('serves a first entry that has none', () => {
    expect(dateOf('## Timeline\n\n- 10:00 **started** A', '2018-05-04-fax')).toBe('2018-05-04');
  });
});

test.each([
  '',
  '---',
  '---\n---',
  '---\n- a\n---',
  '\u0000\ufffd',
  '## Timeline\n\n- \n\n## Detect\n\n- [ ]\n- [x]',
  '---\ntitle: [\n---\n## Timeline',
  '---\ntitle: {}\nsystems: {}\nfacilitator: []\nstatus: reviewed\nseverity: []\n---',
])('%j is answered with problems, never with an exception', (text) => {
  expect(read(text).problems.length).toBeGreaterThan(0);
});

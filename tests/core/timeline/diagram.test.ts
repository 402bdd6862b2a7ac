import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type DiagramPhase,
  type PhaseDiagram,
  phaseGantt,
  phaseHues,
  phaseNames,
  phaseTimeline,
  phaseTimelineAnchors,
} from '../../../src/core/timeline/diagram.ts';
import { marks } from '../../../src/core/vocabulary.ts';

const at = (clock: string) => Date.parse(clock);
const phase = (
  mark: keyof typeof phaseNames,
  start: string,
  end: string,
  events: [clock: string, text: string][] = [[start.slice(11, 16), 'Something happened']],
  approximate = false,
  isStartApproximate = approximate,
): DiagramPhase => ({
  name: phaseNames[mark],
  hue: phaseHues[mark],
  start: at(start),
  end: at(end),
  approximate,
  isStartApproximate,
  events: events.map(([clock, text]) => ({ clock, text })),
});

const fax: PhaseDiagram = {
  title: 'Disappearing fax provider',
  timezone: 'America/New_York',
  phases: [
    phase('started', '2018-05-04T02:10-04:00', '2018-05-04T08:25-04:00', [
      ['02:10', 'The provider suspends our account.'],
    ]),
    phase('detected', '2018-05-04T08:25-04:00', '2018-05-04T08:40-04:00', [
      ['08:25', 'A supplier e-mails support: no orders; why?'],
    ]),
    phase(
      'responded',
      '2018-05-04T08:40-04:00',
      '2018-05-04T11:30-04:00',
      [['08:40', 'On-duty looks at the queue.']],
      true,
    ),
    phase('mitigated', '2018-05-04T11:30-04:00', '2018-05-04T13:05-04:00', [['11:30', 'The bill is paid.']]),
    phase('resolved', '2018-05-04T13:05-04:00', '2018-05-04T13:05-04:00', [
      ['13:05', 'The last stuck order is re-sent.'],
    ]),
  ],
};

const between = (start: string, end: string, timezone = 'UTC'): PhaseDiagram => ({
  title: 't',
  timezone,
  phases: [phase('started', start, start), phase('detected', start, end)],
});
const axis = (diagram: PhaseDiagram) =>
  phaseGantt(diagram)
    ?.split('\n')
    .filter((line) => /axisFormat|tickInterval/.test(line))
    .map((line) => line.trim().split(/ (.*)/)[1]);

test('the gantt of an incident', () => {
  expect(phaseGantt(fax)).toMatchInlineSnapshot(`
    "gantt
    %% hues 1 2 3 4 5
      accTitle: Phases of Disappearing fax provider
      accDescr: Started 02#58;10, until detected 6 h 15 min#59; Detected 08#58;25, until responded 15 min#59; Responded about 08#58;40, until mitigated about 2 h 50 min#59; Mitigated 11#58;30, until resolved 1 h 35 min#59; Resolved 13#58;05. Times are in America/New#95;York.
      dateFormat YYYY-MM-DD HH:mm:ss
      axisFormat %H:%M
      tickInterval 2hour
      section Until detected
      6 h 15 min :p0, 2018-05-04 02:10:00, 2018-05-04 08:25:00
      section Until responded
      15 min :p1, 2018-05-04 08:25:00, 2018-05-04 08:40:00
      section Until mitigated
      about 2 h 50 min :p2, 2018-05-04 08:40:00, 2018-05-04 11:30:00
      section Until resolved
      1 h 35 min :p3, 2018-05-04 11:30:00, 2018-05-04 13:05:00
      section Resolved
      13#58;05 :milestone, p4, 2018-05-04 13:05:00, 0d"
  `);
});

test('the timeline of an incident', () => {
  expect(phaseTimeline(fax)).toMatchInlineSnapshot(`
    "timeline
    %% hues 1 2 3 4 5
      accTitle: Key events of Disappearing fax provider
      accDescr: The main events of each phase, in America/New#95;York time. Every event is in the list.
      Started <br> 02#58;10 : 02#58;10 The provider suspends our account.
      Detected <br> 08#58;25 : 08#58;25 A supplier e-mails support#58; no orders#59; why?
      Responded <br> about 08#58;40 : 08#58;40 On-duty looks at the queue.
      Mitigated <br> 11#58;30 : 11#58;30 The bill is paid.
      Resolved <br> 13#58;05 : 13#58;05 The last stuck order is re-sent."
  `);
});

test('the boxes of the timeline stand for entries: each phase for its first, the last box for the first left out', () => {
  const events = Array.from({ length: 6 }, (_, nth) => ({
    clock: '',
    text: '',
    anchor: `t-${nth}`,
    isKey: nth === 5,
  }));
  const [one] = fax.phases;
  if (one === undefined) throw new Error('no phase');
  // The key event and the first three others are shown, in order; t-3 and t-4 are the “2 more”.
  expect(
    phaseTimelineAnchors({
      phases: [
        { ...one, events },
        { ...one, events: events.slice(0, 1) },
      ],
    }),
  ).toEqual({
    heads: ['t-0', 't-0'],
    events: ['t-0', 't-1', 't-2', 't-5', 't-3', 't-0'],
  });
});

describe('there is no drawing where there is nothing to compare', () => {
  const point = phase('resolved', '2018-05-04T13:05Z', '2018-05-04T13:05Z');
  const long = phase('before', '2018-05-04T13:05Z', '2018-05-04T15:05Z');
  test.each<[string, DiagramPhase[], boolean, boolean]>([
    ['no phase', [], false, false],
    ['one entry', [point], false, false],
    ['no marks, so all is before', [long], false, false],
    ['two phases at one moment', [point, point], false, true],
    ['a phase and a moment', [long, point], true, true],
  ])('%s', (_, phases, gantt, timeline) => {
    const diagram = { title: 't', timezone: 'UTC', phases };
    expect([phaseGantt(diagram) !== null, phaseTimeline(diagram) !== null]).toEqual([gantt, timeline]);
  });
});

describe('the axis suits the length', () => {
  test.each([
    ['40 seconds', '2020-01-01T00:00:40Z', ['%H:%M:%S', '5second']],
    ['10 minutes', '2020-01-01T00:10:00Z', ['%H:%M', '1minute']],
    ['a minute short of two hours', '2020-01-01T01:59:00Z', ['%H:%M', '15minute']],
    ['11 hours', '2020-01-01T11:00:00Z', ['%H:%M', '2hour']],
    ['a day', '2020-01-02T00:00:00Z', ['%H:%M', '3hour']],
    ['three days', '2020-01-04T00:00:00Z', ['%-d %b %H:%M', '12hour']],
    ['ten days', '2020-01-11T00:00:00Z', ['%-d %b', '1day']],
    ['two months', '2020-03-01T00:00:00Z', ['%-d %b', '1week']],
    ['half a year', '2020-07-01T00:00:00Z', ['%b %Y', '1month']],
    ['five years', '2025-01-01T00:00:00Z', ['%b %Y']],
  ])('%s', (_, end, expected) => {
    expect(axis(between('2020-01-01T00:00:00Z', end))).toEqual(expected);
  });
});

describe('times', () => {
  test('are the clock of the zone', () => {
    expect(phaseGantt(between('2018-05-04T00:00Z', '2018-05-04T03:00Z', 'Asia/Tokyo'))).toContain(
      '2018-05-04 09:00:00, 2018-05-04 12:00:00',
    );
  });
  test('keep the scale where the clock goes back', () => {
    expect(phaseGantt(between('2018-11-04T05:30Z', '2018-11-04T07:30Z', 'America/New_York'))).toContain(
      '2018-11-04 01:30:00, 2018-11-04 03:30:00',
    );
  });
  test('have their date where an incident lasts over midnight', () => {
    expect(phaseTimeline(between('2018-05-04T23:00Z', '2018-05-05T01:00Z'))).toContain(
      'Detected <br> 4 May 23#58;00',
    );
  });
  test.each([
    [5_000, '5 s'],
    [60_000, '1 min'],
    [3_600_000, '1 h'],
    [22_500_000, '6 h 15 min'],
    [86_400_000, '1 d'],
    [97_200_000, '1 d 3 h'],
  ])('%i ms is %s', (length, words) => {
    const start = at('2020-01-01T00:00Z');
    expect(phaseGantt(between('2020-01-01T00:00Z', new Date(start + length).toISOString()))).toContain(
      `  ${words} :p1,`,
    );
  });
});

describe('events', () => {
  const many = (count: number, key: number[] = []) => ({
    ...fax,
    phases: [
      {
        ...fax.phases[0],
        events: Array.from({ length: count }, (_, i) => ({
          clock: '',
          text: `e${i}`,
          isKey: key.includes(i),
        })),
      },
      fax.phases[1],
    ] as DiagramPhase[],
  });
  const column = (diagram: PhaseDiagram) => phaseTimeline(diagram)?.split('\n')[4]?.split(' : ').slice(1);
  test.each<[string, number, number[], string[]]>([
    ['up to four are all shown', 4, [], ['e0', 'e1', 'e2', 'e3']],
    ['of more, the first four', 6, [], ['e0', 'e1', 'e2', 'e3', 'and 2 more']],
    ['key ones come before others, in their order', 9, [8, 5], ['e0', 'e1', 'e5', 'e8', 'and 5 more']],
    ['of more than four key ones, the first', 9, [1, 2, 3, 4, 5], ['e1', 'e2', 'e3', 'e4', 'and 5 more']],
    ['5,000 stay one column', 5_000, [], ['e0', 'e1', 'e2', 'e3', 'and 4,996 more']],
  ])('%s', (_, count, key, expected) => {
    expect(column(many(count, key))).toEqual(expected);
  });
  test('long ones end at a word', () => {
    const text = `${'word '.repeat(17)}and, more`;
    const diagram = {
      ...fax,
      phases: [
        phase('started', '2018-05-04T02:10Z', '2018-05-04T03:10Z', [['02:10', text]]),
        ...fax.phases.slice(1),
      ],
    };
    expect(column(diagram)?.[0]).toBe(`02#58;10 ${'word '.repeat(17)}and…`);
  });
});

describe('text never becomes syntax', () => {
  const withText = (text: string) => ({
    ...fax,
    title: text,
    phases: fax.phases.map((one) => ({ ...one, name: text, events: [{ clock: text, text }] })),
  });
  test.each([
    ['section x', '#115;ection x', 'section x'],
    ['accTitle: x', '#97;ccTitle#58; x', 'accTitle#58; x'],
    ['a : b; c', 'a #58; b#59; c', 'a #58; b#59; c'],
    [
      '%%{init: {}}%%',
      '#37;#37;#123;init#58; #123;#125;#125;#37;#37;',
      '#37;#37;#123;init#58; #123;#125;#125;#37;#37;',
    ],
    [
      '<b> & "c" `d` #9',
      '#60;b#62; #38; #34;c#34; #96;d#96; #35;9',
      '#60;b#62; #38; #34;c#34; #96;d#96; #35;9',
    ],
    [' two\n lines ', 'two lines', 'two lines'],
    ['早い 🔥 – “é”', '早い #128293; – “é”', '早い #128293; – “é”'],
  ])('%s', (text, heading, event) => {
    const diagram = {
      ...withText(text),
      phases: withText(text).phases.map((one) => ({ ...one, events: [{ clock: '', text }] })),
    };
    expect(phaseTimeline(diagram)?.split('\n')[4]).toBe(`  ${heading} <br> 02#58;10 : ${event}`);
    expect(phaseGantt(diagram)).toContain(`\n  section ${event}\n`);
  });

  test('any text gives the same number of lines and columns', () => {
    const lines = phaseTimeline(fax)?.split('\n').length;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const timeline = phaseTimeline(withText(text))?.split('\n') ?? [];
        expect(timeline.length).toBe(lines);
        for (const line of timeline.slice(4)) {
          expect(line.split(/\s:\s/).length).toBe(2);
          expect(line).not.toMatch(/^ {2}(?:title|section|acc)/i);
          expect(line.replace(/#\d+;/g, '').replace(' <br> ', '')).not.toMatch(/[;#<>{}%`]|:.*:/);
        }
      }),
    );
  });
});

test('every phase has a name and a hue of its own', () => {
  for (const record of [phaseNames, phaseHues]) {
    expect(Object.keys(record).sort()).toEqual(['before', ...marks].sort());
    expect(new Set(Object.values(record)).size).toBe(6);
  }
});

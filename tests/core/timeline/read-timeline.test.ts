import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantsOf, problemsOf, read, timelineOf } from './timeline-of.ts';

const newYork = { timezone: 'America/New_York' };

describe('an entry', () => {
  test('has a time, labels, a first line and further blocks', () => {
    const { entries } = timelineOf(`
- 2018-05-04 02:10 **Started, change** The provider
  *suspends* our account.

  A second paragraph.

  ~~~
  code
  ~~~

- ~08:25 Support reads it.`);
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      place: { line: 2, column: 3 },
      time: {
        date: '2018-05-04',
        clock: '02:10',
        end: null,
        endDate: null,
        endClock: null,
        approximate: false,
      },
      marks: ['started'],
      kinds: ['change'],
      text: 'The provider suspends our account.',
      phrasing: [{ type: 'text' }, { type: 'emphasis' }, { type: 'text' }],
      blocks: [{ type: 'paragraph' }, { type: 'code' }],
    });
    expect(entries[1]).toMatchObject({
      marks: [],
      kinds: [],
      text: 'Support reads it.',
      time: { approximate: true },
    });
  });

  test('is an item of any top-level list, or a heading with all that follows it', () => {
    const { entries } = timelineOf(`
* 2018-05-04 02:00 a

1. 02:10 b

### 02:20 **resolved** c

Prose.

- 02:30 is text here
- so is this

### 02:40 d`);
    expect(entries.map(({ text, blocks }) => [text, blocks.map(({ type }) => type)])).toEqual([
      ['a', []],
      ['b', []],
      ['c', ['paragraph', 'list']],
      ['d', []],
    ]);
    expect(entries[2]?.marks).toEqual(['resolved']);
  });

  test('keeps its nested list, times or not', () => {
    const { entries } = timelineOf('- 2018-05-04 02:00 a\n  - 01:00 earlier\n  - x');
    expect(entries.map(({ text, blocks }) => [text, blocks.length])).toEqual([['a', 1]]);
  });

  test('keeps bold text that is no label', () => {
    const { entries } = timelineOf('- 2018-05-04 02:00 **Nobody** notices\n- 02:10 Then **started** it');
    expect(entries.map(({ text, marks }) => [text, marks])).toEqual([
      ['Nobody notices', []],
      ['Then started it', []],
    ]);
  });

  test('is not changed by comments', () => {
    const { entries, introduction } = timelineOf(
      '{/* a */}\n\n- {/* b */} 2018-05-04 02:00 {/* c */} **alert** {/* d */} x {/* e */}\n\n  {/* f */}',
    );
    expect(introduction).toEqual([]);
    expect(entries).toMatchObject([{ kinds: ['alert'], text: 'x', blocks: [] }]);
  });

  test('shows each kind once', () => {
    expect(timelineOf('- 2018-05-04 02:00 **action, Action, alert** x').entries[0]?.kinds).toEqual([
      'action',
      'alert',
    ]);
  });
});

test('prose before the first entry is the introduction; after an entry it belongs to that entry', () => {
  const { introduction, entries } = timelineOf(
    'All times are local.\n\n> Quote\n\n- 2018-05-04 02:00 a\n\nAfterwards.',
  );
  expect(introduction.map(({ type }) => type)).toEqual(['paragraph', 'blockquote']);
  expect(entries[0]?.blocks.map(({ type }) => type)).toEqual(['paragraph']);
});

test('the tree is left as it was', () => {
  const body = '- 2018-05-04 02:00 **alert** a\n\ntext';
  const first = read(body).timeline;
  expect(read(body).timeline).toEqual(first);
  expect(first.entries[0]?.phrasing).toMatchObject([{ type: 'text', value: 'a' }]);
});

describe('the time of', () => {
  test.each([
    [
      'a clock is on the day of the entry before',
      '- 2018-05-04 02:10\n- 08:25',
      {},
      ['2018-05-04T02:10Z', '2018-05-04T08:25Z'],
    ],
    ['a first entry is on the day of the file', '- 08:25', { fileDate: '2018-05-04' }, ['2018-05-04T08:25Z']],
    [
      'a first entry has its own date in another file',
      '- 2019-01-01 08:25',
      { fileDate: '2018-05-04' },
      ['2019-01-01T08:25Z'],
    ],
    ['equal entries is fine', '- 2018-05-04 08:25\n- 08:25', {}, ['2018-05-04T08:25Z', '2018-05-04T08:25Z']],
    ['a clock is in the zone of the file', '- 2018-05-04 08:25', newYork, ['2018-05-04T12:25Z']],
    [
      'a date with an offset is a date there',
      '- 2018-05-04 23:00Z\n- 19:30',
      newYork,
      ['2018-05-04T23:00Z', '2018-05-04T23:30Z'],
    ],
    [
      'a clock with an offset is on the local day of the entry before',
      '- 2018-05-04 21:00\n- 01:30Z\n- 22:00\n- 03:50Z',
      newYork,
      ['2018-05-05T01:00Z', '2018-05-05T01:30Z', '2018-05-05T02:00Z', '2018-05-05T03:50Z'],
    ],
    [
      'a clock with an offset is a day later where that brings it next to the entry before',
      '- 2018-05-04 23:50\n- 04:10Z\n- 00:20',
      newYork,
      ['2018-05-05T03:50Z', '2018-05-05T04:10Z', '2018-05-05T04:20Z'],
    ],
    [
      'a clock with an offset is on the same local day, however much later',
      '- 2018-05-04 08:00\n- 03:00Z',
      newYork,
      ['2018-05-04T12:00Z', '2018-05-05T03:00Z'],
    ],
    [
      'a first clock with an offset is on the local day of the file',
      '- 02:25Z',
      { ...newYork, fileDate: '2018-05-04' },
      ['2018-05-05T02:25Z'],
    ],
    ['a range', '- 2018-05-04 08:50–09:05', {}, ['2018-05-04T08:50Z–2018-05-04T09:05Z']],
    ['a range over midnight', '- 2018-05-04 23:50 - 00:10', {}, ['2018-05-04T23:50Z–2018-05-05T00:10Z']],
    [
      'an entry after a range over midnight',
      '- 2018-05-04 23:50–00:10\n- 23:55',
      {},
      ['2018-05-04T23:50Z–2018-05-05T00:10Z', '2018-05-04T23:55Z'],
    ],
    ['a range of days', '- 2018-05-04 23:50–2018-05-06 00:10', {}, ['2018-05-04T23:50Z–2018-05-06T00:10Z']],
    ['an approximate range', '- 2018-05-04 ~08:50–09:05', {}, ['~2018-05-04T08:50Z–2018-05-04T09:05Z']],
    [
      'a range with offsets',
      '- 2020-11-01 01:50-04:00–01:10-05:00\n- 01:55-05:00–02:10',
      newYork,
      ['2020-11-01T05:50Z–2020-11-01T06:10Z', '2020-11-01T06:55Z–2020-11-01T07:10Z'],
    ],
    [
      'a range with offsets over midnight',
      '- 2018-05-04 23:50Z–00:10Z',
      newYork,
      ['2018-05-04T23:50Z–2018-05-05T00:10Z'],
    ],
    ['seconds', '- 2018-05-04 08:25:30', {}, ['2018-05-04T08:25:30Z']],
    [
      'a night in which the clocks go back',
      '- 2020-11-01 00:30\n- 01:30-04:00\n- 01:25-05:00\n- 02:04',
      newYork,
      ['2020-11-01T04:30Z', '2020-11-01T05:30Z', '2020-11-01T06:25Z', '2020-11-01T07:04Z'],
    ],
  ])('%s', (_, body, options, instants) => {
    expect(instantsOf(timelineOf(body, options))).toEqual(instants);
  });

  test('an entry is told in the zone of the file', () => {
    const [entry] = timelineOf('- 2018-05-05 03:50Z–04:10Z', newYork).entries;
    expect(entry?.time).toMatchObject({
      date: '2018-05-04',
      clock: '23:50',
      endDate: '2018-05-05',
      endClock: '00:10',
    });
  });
});

const moveUp = 'Otherwise move it up to where it belongs.';

describe('a problem:', () => {
  test.each<[string, string, object, string[]]>([
    [
      'the first entry has no date',
      '- 08:25 a\n- 08:30 b',
      {},
      [
        '1:3 The first entry of a timeline needs its date. | Write the day before the time, for example `2018-05-04 08:25`.',
      ],
    ],
    [
      'a time before the previous one',
      '- 2018-05-04 23:50 a\n- 00:10 b\n- 00:20 c',
      {},
      [
        `2:3 \`00:10\` comes before the entry above it, which is at 23:50. | The next day? Write the date: \`2018-05-05 00:10\`. ${moveUp}`,
      ],
    ],
    [
      'a time before a range that spans it',
      '- 2018-05-04 08:50–09:30 a\n- 08:49 b',
      {},
      [
        `2:3 \`08:49\` comes before the entry above it, which is at 08:50. | The next day? Write the date: \`2018-05-05 08:49\`. ${moveUp}`,
      ],
    ],
    [
      'a date before the previous one',
      '- 2018-05-04 08:25 a\n- 2018-05-03 09:00 b',
      {},
      [
        '2:3 `2018-05-03 09:00` comes before the entry above it, which is at 2018-05-04 08:25. | Move it up to where it belongs, or correct its date.',
      ],
    ],
    [
      'a clock with an offset before the previous one',
      '- 2018-05-04 21:00 a\n- 00:30Z b',
      newYork,
      [
        `2:3 \`00:30Z\` comes before the entry above it, which is at 21:00. | The next day? Write the date: \`2018-05-06 00:30Z\`. ${moveUp}`,
      ],
    ],
    [
      'an offset that was meant as a range',
      '- 2018-05-04 08:00-09:00 a\n- 08:30 b',
      newYork,
      [
        '2:3 `08:30` comes before the entry above it, which is at 13:00. | `-09:00` right behind a clock is an offset from UTC; if it was meant as a range, write `08:00–09:00`.',
      ],
    ],
    [
      'a time that the clocks jump over',
      '- 2021-03-14 02:30 a\n- 03:00 b',
      newYork,
      [
        '1:3 On 2021-03-14, `02:30` does not exist in America/New_York: the clocks go forward over it. | Write the time the clocks showed, or an offset: `2021-03-14 02:30-05:00` is 03:30 there, `2021-03-14 02:30-04:00` is 01:30.',
      ],
    ],
    [
      'a time that comes twice',
      '- 2020-11-01 00:30 a\n- ~01:30 b',
      newYork,
      [
        '2:3 On 2020-11-01, `01:30` comes twice in America/New_York: the clocks go back. | Write `~01:30-04:00` for the first time, `~01:30-05:00` for the second.',
      ],
    ],
    [
      'the end of a range that comes twice',
      '- 2020-11-01 00:30–01:30 a',
      newYork,
      [
        '1:3 On 2020-11-01, `01:30` comes twice in America/New_York: the clocks go back. | Write `–01:30-04:00` for the first time, `–01:30-05:00` for the second.',
      ],
    ],
    [
      'a range that ends before it starts',
      '- 2018-05-04 08:25–2018-05-04 08:10 a',
      {},
      ['1:3 The range `2018-05-04 08:25–2018-05-04 08:10` ends before it starts. | Correct one of the two.'],
    ],
    [
      'an offset at one end only',
      '- 2018-05-04 08:50–09:05Z a\n- 14:00Z–15:00 b',
      newYork,
      [
        '1:3 Only one end of the range has an offset, so `08:50` could be meant with `Z` or in America/New_York. | Write the offset at both ends, for example `2018-05-04 08:50Z–09:05Z`.',
        '2:3 Only one end of the range has an offset, so `15:00` could be meant with `Z` or in America/New_York. | Write the offset at both ends, for example `14:00Z–15:00Z`.',
      ],
    ],
    [
      'an item without a time',
      '- 2018-05-04 08:25 a\n- A supplier e-mails support about orders that never came\n-',
      {},
      [
        '2:3 This timeline entry does not begin with a time. | Write its time first, as in `- 08:25 A supplier e-mails support about orders …`, or indent it to make it part of the entry above.',
        '3:1 This timeline entry is empty. | Write when it happened and what: `- 08:25 A supplier e-mails support.`',
      ],
    ],
    [
      'a heading without a time',
      '### 2018-05-04 08:25 a\n\n### The bill\n\n- 09:00 b\n- not judged',
      {},
      [
        '3:1 This heading in the timeline does not begin with a time. | Write `### 08:25 The bill`; for a heading that is no entry, write `#### The bill`.',
      ],
    ],
    [
      'a box',
      '- [ ] 2018-05-04 08:25 a\n- [x] 08:30 b',
      {},
      [
        '1:1 A timeline entry has no box; `[ ]` marks something to do. | Delete the `[ ]`. What is still to do goes under one of the five questions or Next actions.',
        '2:1 A timeline entry has no box; `[x]` marks something to do. | Delete the `[x]`. What is still to do goes under one of the five questions or Next actions.',
      ],
    ],
    [
      'a paragraph that lost its hyphen',
      '- 2018-05-04 08:25 a\n\n08:30 b',
      {},
      [
        '3:1 This begins with a time but is not an entry, so the timeline does not show it as one. | Write `- 08:30 b` to make it one; otherwise begin it with another word.',
      ],
    ],
    [
      'a time that is not plain text',
      '- **2018-05-04** 08:25 a\n- `08:30` b\n- ~08:40~ c\n- **08:50 d**',
      {},
      [
        '1:3 A time is plain text, not bold, code or a link. | Write `2018-05-04 08:25`.',
        '2:3 A time is plain text, not bold, code or a link. | Write `08:30`.',
        '3:3 Two `~` strike a time through; for "about", one stands before the clock. | Write `~08:40`.',
        '4:3 A time is plain text, not bold, code or a link. | Write `08:50`.',
      ],
    ],
    [
      'a mark twice',
      '- 2018-05-04 08:25 **started** a\n- 08:30 **alert, Started** b\n- 08:40 **detected, detected** c',
      {},
      [
        '2:18 `started` already stands on line 1; a timeline has each mark once. | Keep it where it was true for the first time and remove the other.',
        '3:21 `detected` already stands on this line; a timeline has each mark once. | Keep it where it was true for the first time and remove the other.',
      ],
    ],
    [
      'a mark that is misspelt, or bold text that looks like one',
      '- 2018-05-04 08:25 **startd** a\n- 08:26 **started** b\n- 08:30 **restarted** c\n- 08:31 **detected** d',
      {},
      [
        '1:22 `startd` is no label, but `started` is one. | Write `**started**`. If it is meant as bold text, put a word before it.',
        '3:11 `restarted` is no label, but `started` is one. | Write `**started**`. If it is meant as bold text, put a word before it.',
      ],
    ],
    [
      'detected before started',
      '- 2018-05-04 08:25 **detected** a\n- 08:30 **started** b',
      {},
      [
        '1:22 `detected` stands before `started`, which is at 2018-05-04 08:30. | `started` is when the trouble began, even if nobody knew it then: move it up, or correct the time.',
      ],
    ],
    [
      'labels behind a dash, and in two runs',
      '- 2018-05-04 08:25 – **started** a\n- 08:30 **action** **change** b',
      {},
      [
        '1:22 Labels stand right behind the time, without `–` between them. | Write `**started**` right behind the time.',
        '2:20 The labels of an entry stand in one bold run. | Write `**action, change**` right behind the time.',
      ],
    ],
  ])('%s', (_, body, options, problems) => {
    expect(problemsOf(body, options)).toEqual(problems);
  });

  test('each stands at its own line and column and hides no other', () => {
    expect(
      problemsOf(`
- 2018-05-04 8:25 **started** a
- 25:10 **detcted** b

  - 5:00 PM is text here
- 08:30 **alert** c
- 2018-02-30 09:00 d
- e`).map((text) => text.split(' ', 1)[0]),
    ).toEqual(['2:14', '3:3', '3:11', '7:3', '8:3']);
  });

  test.each([
    ['\\~08:5 a', '1:5'],
    ['08:40&nbsp;– 9:05 a', '1:16'],
    ['08:40&#160;– 9:05 a', '1:16'],
    ['{/* note */} 08:5 a', '1:16'],
    ['2018-05-04\n  8:25 a', '2:3'],
    ['08:25 **alert, &#97;lrt** a', '1:18'],
  ])('columns are those of the file: %j', (text, place) => {
    expect(
      problemsOf(`- ${text}`, { fileDate: '2018-05-04' }).map((problem) => problem.split(' ', 1)[0]),
    ).toEqual([place]);
  });
});

describe('one mistake is one message:', () => {
  const places = (body: string, options?: object): string[] =>
    problemsOf(body, options).map((problem) => problem.split(' ', 1)[0] as string);

  test.each([
    ['a missing date', '- 02:10 **started** a\n- 08:25 **detected** b\n- 2018-05-05 07:00 c', ['1:3']],
    ['a forgotten midnight', '- 2018-05-04 23:50 a\n- 00:10 b\n- 00:20 c\n- 2018-05-05 00:15 d', ['2:3']],
    [
      'a misplaced entry',
      '- 2018-05-04 09:00 a\n- 08:30 b\n- 08:45 c\n- 09:10 d\n- 2018-05-05 01:00 e',
      ['2:3'],
    ],
    ['a typo that runs ahead', '- 2018-05-04 08:00 a\n- 22:00 b\n- 09:00 c\n- 2018-05-04 10:00 d', ['3:3']],
    ['an unreadable date', '- 2018-13-04 08:25 a\n- 08:30 b\n- 2018-05-05 07:00 c', ['1:3']],
    ['a day that does not exist', '- 2018-02-30 08:25 a\n- 08:30 b\n- 2018-02-28 07:00 c', ['1:3']],
    ['an unreadable clock', '- 2018-05-04 08:25 a\n- 25:10 b\n- 08:20 c\n- 08:30 d', ['2:3']],
    ['a day that ends at 24:00', '- 2018-05-04 23:50 a\n- 24:00 b\n- 00:10 c\n- 2018-05-05 00:20 d', ['2:3']],
    ['a clock of twelve hours', '- 2018-05-04 16:50 a\n- 5:00 PM b\n- 17:10 c', ['2:3']],
    ['a clock of one digit after noon', '- 2018-05-04 16:50 a\n- 5:00 b\n- 17:10 c', ['2:3']],
    [
      'marks on an unreadable time',
      '- 2018-05-04 08:25 **started** a\n- 25:10 **detected** b\n- 08:20 c',
      ['2:3'],
    ],
  ])('%s', (_, body, expected) => {
    expect(places(body)).toEqual(expected);
  });

  test('and what follows a forgotten midnight is taken for the next day', () => {
    expect(instantsOf(read('- 2018-05-04 23:50 a\n- 00:10 b\n- 00:20 c').timeline)).toEqual([
      '2018-05-04T23:50Z',
      '2018-05-05T00:10Z',
      '2018-05-05T00:20Z',
    ]);
  });

  test('and the marks of a bad entry are not missed as well', () => {
    const { timeline } = read('- 8:25 **started** a\n- 25:10 **detcted** b\n- 5:00 PM – **resolved** c');
    expect(timeline.entries.flatMap(({ marks }) => marks)).toEqual(['started', 'detected', 'resolved']);
  });

  test('two clocks before the one above them are two mistakes', () => {
    expect(places('- 2018-05-04 09:00 a\n- 08:30 b\n- 08:20 c')).toEqual(['2:3', '3:3']);
  });
});

describe('what is still to be written', () => {
  test.each(['- TBD', '- 2018-05-04 TBD who', '- TBD: ask the provider', '### TBD', 'TBD'])(
    'is no problem: %s',
    (text) => {
      expect(problemsOf(`${text}\n`)).toEqual([]);
      expect(problemsOf(`- 2018-05-04 08:25 a\n\n${text}\n`)).toEqual([]);
    },
  );

  test('is kept with what stands before it', () => {
    expect(
      timelineOf('- 2018-05-04 08:25 a\n- TBD b\n- 08:30 c').entries.map(({ blocks }) => blocks.length),
    ).toEqual([1, 0]);
  });

  test('is no excuse for a time that is wrong', () => {
    expect(problemsOf('- 2018-05-04 8:25 TBD')).toHaveLength(1);
  });
});

describe('a timeline of many entries', () => {
  const entries = (count: number): string =>
    Array.from(
      { length: count },
      (_, index) => `- ${index === 0 ? '2018-05-04 ' : ''}08:25 entry ${index}`,
    ).join('\n');

  test('has up to 5,000', () => {
    expect(timelineOf(entries(5000)).entries).toHaveLength(5000);
  });

  test('has no more', () => {
    expect(read(entries(5001)).timeline.entries).toHaveLength(5000);
    expect(problemsOf(entries(6000))).toEqual([
      '5001:3 This timeline has more than 5,000 entries, which is the limit. | Keep what tells the story, and link the full log under Artifacts.',
    ]);
  });
});

test('whatever is written, nothing throws and no entry is lost', () => {
  const time = fc.constantFrom(
    '08:25',
    '8:25',
    '2018-05-04 08:25',
    '25:00',
    '~09:00',
    '08:50–09:05',
    '01:30',
    '00:10Z',
    '5 PM',
  );
  const label = fc.constantFrom(
    '',
    ' **started**',
    ' **detcted, alert**',
    ' – **resolved**',
    ' `code`',
    ' {/* c */}',
  );
  const text = fc.constantFrom(
    '',
    ' a &amp; b',
    ' TBD',
    '\n  more',
    '\n\n  block',
    ' &#160; \\~ *x*',
    ' é😀',
  );
  const entry = fc
    .tuple(fc.constantFrom('- ', '### ', '1. ', '- [ ] '), time, label, text)
    .map((parts) => parts.join(''));
  const zone = fc.constantFrom('UTC', 'America/New_York', 'Pacific/Apia');
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 12 }), zone, (parts, timezone) => {
      const body = parts.join('\n\n');
      const { timeline, problems } = read(body, { timezone });
      const lines = body.split('\n');
      for (const { place } of problems) {
        expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? 0) + 1);
      }
      const isSorted = timeline.entries.every(
        ({ time: own }, index) => index === 0 || own.start >= (timeline.entries[index - 1]?.time.start ?? 0),
      );
      if (problems.every(({ severity }) => severity === 'warning')) expect(isSorted).toBe(true);
      const shown = [
        ...timeline.entries.flatMap(({ text: own, blocks }) => [own, JSON.stringify(blocks)]),
      ].join();
      expect(shown.split('TBD')).toHaveLength(
        body.split('TBD').length - JSON.stringify(timeline.introduction).split('TBD').length + 1,
      );
    }),
    { numRuns: 300 },
  );
});

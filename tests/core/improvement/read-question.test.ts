import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/core/document/plain-text.ts';
import { createAnchors } from '../../../src/core/improvement/anchors.ts';
import { readQuestions } from '../../../src/core/improvement/read-question.ts';
import type { Question } from '../../../src/core/vocabulary.ts';
import { ask, improvementOf, isMdx, riskOf, sectionOf, show, sourceOf } from './section.ts';

describe('a section', () => {
  test('may mix prose, ideas and improvements', () => {
    const { answer, problems } = ask(`
Only suppliers could see it. {/* who? */}

{/* a comment */}

- Mail a list of failures
- [ ] Page on-duty @ana due:2018-06-01

  The queue says how old they are.
- [x] Count failures @sam done:2018-05-18
  - on the wall
1. Ask the provider

> quoted
`);
    expect(problems).toEqual([]);
    expect(answer.prose.map((node) => plainText([node]))).toEqual(['Only suppliers could see it.', 'quoted']);
    expect(answer.ideas.map(({ text, place }) => [text, place.line])).toEqual([
      ['Mail a list of failures', 6],
      ['Ask the provider', 12],
    ]);
    expect(
      answer.improvements.map(({ title, blocks, place }) => [
        title,
        plainText(blocks),
        place.line,
        place.column,
      ]),
    ).toEqual([
      ['Page on-duty', 'The queue says how old they are.', 7, 1],
      ['Count failures', 'on the wall', 10, 1],
    ]);
    expect(answer).toMatchObject({ question: 'detect', answered: true });
  });

  test.each([
    ['', false],
    ['TBD', false],
    ['{/* later */}', false],
    ['- TBD', false],
    ['- the list is TBD', false],
    ['- [ ] TBD @ana', false],
    ['-\n- {/* c */}', false],
    ['### A heading', false],
    ['```\ncode\n```', false],
    ['Nothing to do.', true],
    ['Write `TBD` in capitals.', true],
    ['TBDs are fine.', true],
    ['TBD\n\nNothing.', true],
    ['TBD\n\n- an idea', true],
    ['- an idea\n  - TBD', true],
    ['- [ ] Page @ana', true],
    ['> quoted', true],
    ['![queue](queue.png)', true],
    ['| a |\n| - |\n| b |', true],
    ['TBD\n\n[^1]: A note of another section.', false],
  ])('%j: answered is %s', (text, answered) => {
    expect(ask(text).answer.answered).toBe(answered);
  });
});

describe('an improvement', () => {
  test('has the facts of its words', () => {
    expect(
      improvementOf('- [x] Page *on-duty* @ana due:2018-06-01 done:2018-05-18 ticket:OPS-142 id:page'),
    ).toMatchObject({
      title: 'Page on-duty',
      anchor: 'page',
      owner: 'ana',
      ownerPlace: { line: 1, column: 22 },
      due: '2018-06-01',
      done: '2018-05-18',
      dropped: null,
      ticket: 'OPS-142',
      state: 'closed',
      reported: [],
    });
  });

  test.each([
    ['- [ ] Page', 'new'],
    ['- [ ] Page status:accepted', 'accepted'],
    ['- [ ] Page status:resolved', 'resolved'],
    ['- [ ] Page status:verified', 'verified'],
    ['- [x] Page done:2018-05-18', 'closed'],
    ['- [X] Page done:2018-05-18', 'closed'],
    ['- [x] Page status:verified done:2018-05-18', 'closed'],
    ['- [x] Page dropped:2018-05-18\n  - The provider does it.', 'dropped'],
    ['- [x] Page dropped:2018-05-18\n\n  The provider does it.', 'dropped'],
  ])('%j is %s', (text, state) => {
    expect(improvementOf(text).state).toBe(state);
  });

  test.each([
    ['- [ ] Page ticket:https://x.y/z?a=1_2_3', 'https://x.y/z?a=1_2_3'],
    ['- [ ] Page ticket:https://x.y/z @ana', 'https://x.y/z'],
    ['- [ ] Page @ana ticket:https://x.y/a.\n', 'https://x.y/a.'],
    ['- [ ] Page ticket:www.x.com', 'www.x.com'],
    ['- [ ] Page ticket:a_b_c', 'a_b_c'],
    ['- [ ] Page ticket:a\\_b', 'a_b'],
    ['- [ ] Page ticket:#142', '#142'],
    ['- [ ] Page ticket:a:b', 'a:b'],
  ])('%j has the ticket %s', (text, ticket) => {
    expect(improvementOf(text)).toMatchObject({ title: 'Page', ticket });
  });

  test.each([
    ['- [ ] Page **on-duty @ana**', 'Page on-duty', 'ana'],
    ['- [ ] Page **@ana**', 'Page', 'ana'],
    ['- [ ] Page @ana {/* sure? */} due:2018-06-01 {/* yes */}', 'Page', 'ana'],
    ['- [ ] {/* first */} Page @ana', 'Page', 'ana'],
    ['- [ ] Page\n  on-duty\n  @ana\n  due:2018-06-01', 'Page on-duty', 'ana'],
    ['- [ ] Page\\\n  on-duty @ana', 'Page on-duty', 'ana'],
    ['- [ ] Page `@sam` @ana', 'Page @sam', 'ana'],
    ['- [ ] Page `@sam`', 'Page @sam', null],
    ['- [ ] Page \\@sam', 'Page @sam', null],
    ['- [ ] Page `due:2018-06-01` early @ana', 'Page due:2018-06-01 early', 'ana'],
    ['- [ ] Mail ops@example.com @ana', 'Mail ops@example.com', 'ana'],
    ['- [ ] See [the queue](./a.mdx) @ana', 'See the queue', 'ana'],
    ['- [ ] Less &lt; more &amp; more @ana', 'Less < more & more', 'ana'],
    ['- [ ] 日本 😀 @ana', '日本 😀', 'ana'],
    ['- [ ] Press <kbd>x</kbd> @ana', 'Press x', 'ana'],
    ['1. [ ] Page @ana', 'Page', 'ana'],
    ['- [ ] Ask @sam and @kim for access @ana', 'Ask @sam and @kim for access', 'ana'],
  ])('%j is titled %j', (text, title, owner) => {
    expect(improvementOf(text)).toMatchObject({ title, owner });
  });

  test('keeps its inline Markdown and leaves the tree alone', () => {
    const text = '- [ ] Page *on*-duty **at once** @ana due:2018-06-01 ticket:https://x.y/z';
    const { section, source } = sectionOf(text);
    const before = structuredClone(section.nodes);
    const { answers } = readQuestions([{ question: 'detect', section }], {
      source,
      anchors: createAnchors([]),
      writtenOn: null,
    });
    expect(section.nodes).toEqual(before);
    const { phrasing } = answers[0]?.improvements[0] ?? { phrasing: [] };
    expect(phrasing.map((node) => [node.type, plainText([node])])).toEqual([
      ['text', 'Page'],
      ['emphasis', 'on'],
      ['text', '-duty'],
      ['strong', 'at once'],
    ]);
  });

  test('cut inside a text ends where the text ends in the file', () => {
    const [node] = improvementOf('- [ ] Page\n  on\\_duty @ana ticket:a\\_b').phrasing;
    expect(node).toMatchObject({
      type: 'text',
      value: 'Page\non_duty',
      position: { end: { line: 2, column: 11, offset: 21 } },
    });
  });
});

describe('each mistake is told once, at its own place', () => {
  const told = (text: string): string => show(ask(text).problems);

  test('boxes and dates that contradict each other', () => {
    expect(told('- [x] Page @ana')).toMatchInlineSnapshot(`
      "1:3 improvement-state: This box is ticked, but nothing says when.
          → Write \`- [x] … done:2018-05-18\` if it was done; \`dropped:2018-05-18\` and a nested line that says why if it was given up."
    `);
    expect(told('- [ ] Page done:2018-05-18 @ana')).toMatchInlineSnapshot(`
      "1:12 improvement-state: This improvement has \`done:2018-05-18\`, but its box is not ticked.
          → Tick it, \`- [x] … done:2018-05-18\`; or take \`done:\` away while it is open."
    `);
    expect(told('- [ ] Page dropped:2018-05-18\n  - why')).toMatchInlineSnapshot(`
      "1:12 improvement-state: This improvement has \`dropped:2018-05-18\`, but its box is not ticked.
          → Tick it, \`- [x] … dropped:2018-05-18\`; or take \`dropped:\` away while it is open."
    `);
    expect(told('- [x] Page dropped:2018-05-18 done:2018-05-18')).toMatchInlineSnapshot(`
      "1:31 improvement-state: This improvement has both \`done:\` and \`dropped:\`; it ended one way.
          → Keep \`done:2018-05-18\` if it was done, or \`dropped:2018-05-18\` if it was given up."
    `);
    expect(told('- [x] Page dropped:2018-05-18')).toMatchInlineSnapshot(`
      "1:12 improvement-reason: This improvement was dropped, but nothing says why.
          → Add a line below it, indented by two blanks: \`  - The provider does it for us now.\`"
    `);
    expect(told('- [x] Page dropped:2018-05-18\n  - {/* why */}')).toMatchInlineSnapshot(`
      "1:12 improvement-reason: This improvement was dropped, but nothing says why.
          → Add a line below it, indented by two blanks: \`  - The provider does it for us now.\`"
    `);
  });

  test('dates', () => {
    expect(told('- [ ] Page due:2018-02-30')).toMatchInlineSnapshot(`
      "1:12 word-date: There is no 2018-02-30 in the calendar.
          → Write \`due:2018-02-28\`, or the day you mean."
    `);
    expect(told('- [x] Page done:2018-5-1')).toMatchInlineSnapshot(`
      "1:12 word-date: \`done:2018-5-1\` is not a day: a date is year, month and day, \`YYYY-MM-DD\`.
          → Write \`done:2018-05-01\`."
    `);
    expect(told('- [ ] Page due:2018-06-01.')).toMatchInlineSnapshot(`
      "1:12 word-date: \`due:2018-06-01.\` is not a day: a date is year, month and day, \`YYYY-MM-DD\`.
          → Write \`due:2018-06-01\`."
    `);
    expect(told('- [ ] Page due:tomorrow')).toMatchInlineSnapshot(`
      "1:12 word-date: \`due:tomorrow\` is not a day: a date is year, month and day, \`YYYY-MM-DD\`.
          → Write \`due:2018-05-12\`, counted from 2018-05-11; or the day you mean."
    `);
    // The meeting was on Friday, 2018-05-11.
    expect(told('- [ ] Page due:end of next week @ana')).toMatchInlineSnapshot(`
      "1:12 word-date: \`due:end of next week\` is not a day: a date is year, month and day, \`YYYY-MM-DD\`.
          → Write \`due:2018-05-18\`, counted from 2018-05-11; or the day you mean."
    `);
    expect(told('- [ ] Page due:next week')).toMatchInlineSnapshot(`
      "1:12 word-date: \`due:next week\` is not a day: a date is year, month and day, \`YYYY-MM-DD\`.
          → Write \`due:2018-05-14\` or \`due:2018-05-18\`, counted from 2018-05-11; or the day you mean."
    `);
    expect(told('- [x] Page done:tomorrow')).toMatchInlineSnapshot(`
      "1:12 word-date: \`done:tomorrow\` is not a day: a date is year, month and day, \`YYYY-MM-DD\`.
          → Write the day as \`done:YYYY-MM-DD\`."
    `);
    expect(told('- [ ] Page due:next sprint')).toMatchInlineSnapshot(`
      "1:12 word-date: \`due:next sprint\` is not a day: a date is year, month and day, \`YYYY-MM-DD\`.
          → Write the day as \`due:YYYY-MM-DD\`."
    `);
    expect(told('- [ ] Page due:01.06.2018')).toMatchInlineSnapshot(`
      "1:12 word-date: \`due:01.06.2018\` is not a day: a date is year, month and day, \`YYYY-MM-DD\`.
          → Write \`due:2018-06-01\`."
    `);
    expect(told('- [ ] Page due:01/06/2018')).toMatchInlineSnapshot(`
      "1:12 word-date: \`due:01/06/2018\` is not a day: a date is year, month and day, \`YYYY-MM-DD\`.
          → Write \`due:2018-01-06\` or \`due:2018-06-01\`."
    `);
    expect(told('- [ ] Page @ana due:next Friday')).toMatchInlineSnapshot(`
      "1:17 word-date: \`due:next Friday\` is not a day: a date is year, month and day, \`YYYY-MM-DD\`.
          → Write \`due:2018-05-18\`, counted from 2018-05-11; or the day you mean."
    `);
    expect(told('- [ ] Page due:1 June @ana')).toMatchInlineSnapshot(`
      "1:12 word-date: \`due:1 June\` is not a day: a date is year, month and day, \`YYYY-MM-DD\`.
          → Write \`due:2018-06-01\`."
    `);
    expect(told('- [ ] Page due:mid December, when it burns')).toMatchInlineSnapshot(`
      "1:12 word-place: \`due:mid December,\` stands before the end of this improvement's text.
          → Write a day, at the end: \`… due:YYYY-MM-DD\`; if it is text, write it as code, in backquotes."
    `);
    expect(told('- [ ] Page @ana due:asap please')).toMatchInlineSnapshot(`
      "1:12 word-place: \`@ana\` \`due:asap\` stand before the end of this improvement's text.
          → Write a day, at the end: \`… due:YYYY-MM-DD\`; if it is text, write it as code, in backquotes."
    `);
    expect(told('- [ ] Page due: 2018-06-01')).toMatchInlineSnapshot(`
      "1:12 word-blank: There is a blank between \`due:\` and its value.
          → Write \`due:2018-06-01\`."
    `);
    expect(told('- [ ] Page due:')).toMatchInlineSnapshot(`
      "1:12 word-value: \`due:\` has no value.
          → Write for example \`due:2018-06-01\`, or leave the word out."
    `);
  });

  test('words in the wrong place', () => {
    expect(told('- [ ] Page @ana due:2018-06-01 ticket:OPS-1 when it burns')).toMatchInlineSnapshot(`
      "1:12 word-place: \`@ana\` \`due:2018-06-01\` \`ticket:OPS-1\` stand before the end of this improvement's text.
          → Move them to the end, \`- [ ] … @ana due:2018-06-01 ticket:OPS-1\`; or write them as code, in backquotes, where that is text."
    `);
    expect(told('- [x] Page dropped:2018-06-01\n  The provider does it.')).toMatchInlineSnapshot(`
      "1:12 word-place: \`dropped:2018-06-01\` stands before the end of this improvement's text.
          → The next line belongs to the same paragraph: leave a blank line before it or begin it with \`- \`; or move it to the end, \`- [x] … dropped:2018-06-01\`."
    `);
    expect(told('- [ ] Count status:500 answers @ana')).toMatchInlineSnapshot(`
      "1:13 word-place: \`status:500\` stands before the end of this improvement's text.
          → If it is text, write it as code, in backquotes; if it is meant as a word, move it to the end."
    `);
    expect(told('- [ ] Count done:3 things')).toMatchInlineSnapshot(`
      "1:13 word-place: \`done:3\` stands before the end of this improvement's text.
          → If it is text, write it as code, in backquotes; if it is meant as a word, move it to the end."
    `);
    expect(told('- [ ] Page system:fax @ana')).toMatchInlineSnapshot(`
      "1:12 word-foreign: \`system:fax\` says which risk an improvement answers, and this one stands under another question.
          → Move its line under "Other areas of risk" if it answers a risk there; else leave the word out."
    `);
  });

  test('words that are none, or too many', () => {
    expect(told('- [ ] Page deu:2018-06-01 @ana')).toMatchInlineSnapshot(`
      "1:12 word-unknown: \`deu:\` is not a word of this format. Did you mean \`due:\`?
          → Write \`due:2018-06-01\`."
    `);
    expect(told('- [ ] Page @ana @sam')).toMatchInlineSnapshot(`
      "1:17 word-twice: This improvement has two owners, \`@ana\` and \`@sam\`; one person answers for it.
          → Keep one handle at the end, and name the other person in the text without \`@\`."
    `);
    expect(told('- [ ] Page ticket:A ticket:B')).toMatchInlineSnapshot(`
      "1:21 word-twice: This improvement has \`ticket:\` twice, \`ticket:A\` and \`ticket:B\`.
          → Keep the one that is right."
    `);
    expect(told('- [ ] Page status:acepted')).toMatchInlineSnapshot(`
      "1:12 word-value: \`acepted\` is not a status: those are \`accepted\`, \`resolved\` and \`verified\`. Did you mean \`accepted\`?
          → Write \`status:accepted\`."
    `);
    expect(told('- [ ] Page status:closed')).toMatchInlineSnapshot(`
      "1:12 word-value: \`closed\` is not a status: those are \`accepted\`, \`resolved\` and \`verified\`.
          → An improvement is closed by its box: \`- [x] … done:2018-05-18\`."
    `);
    expect(told('- [ ] Page status:__proto__')).toMatchInlineSnapshot(`
      "1:12 word-value: \`proto\` is not a status: those are \`accepted\`, \`resolved\` and \`verified\`.
          → Write \`status:accepted\`."
    `);
    expect(told('- [ ] Page id:Page_On/Duty')).toMatchInlineSnapshot(`
      "1:12 word-value: \`id:Page_On/Duty\` can't be an anchor: an id has lower-case letters, digits, \`-\` and \`_\`.
          → Write \`id:page_onduty\`."
    `);
    expect(told('- [ ] Page ticket:[OPS-1](https://x.y)')).toMatchInlineSnapshot(`
      "1:12 word-value: The value of \`ticket:\` is more than plain text.
          → Write it without Markdown, for example \`ticket:OPS-142\`."
    `);
    expect(told('- [ ] Page @TBD due:TBD')).toMatchInlineSnapshot(`
      "1:12 word-value: \`@TBD\`: TBD can't stand in the words at the end.
          → Leave the word out until somebody has taken it.
      1:17 word-value: \`due:TBD\`: TBD can't stand in the words at the end.
          → Write the day on which somebody will ask for it again; or leave the word out until the meeting has found one."
    `);
  });

  test('empty improvements', () => {
    expect(told('- [ ] @ana due:2018-06-01')).toMatchInlineSnapshot(`
      "1:1 improvement-text: This improvement has no text: nobody could tell what to do.
          → Write what will be different, for example \`- [ ] Page on-duty when the oldest fax is older than 15 minutes @ana due:2018-06-01\`; or take the line away."
    `);
    expect(told('- [ ] @mira due:2018-06-04')).toMatchInlineSnapshot(`
      "1:1 improvement-text: This improvement has no text: nobody could tell what to do.
          → Write what will be different, for example \`- [ ] Page on-duty when the oldest fax is older than 15 minutes @mira due:2018-06-04\`; or take the line away."
    `);
    expect(told('- [ ]\n- [ ] Page')).toMatchInlineSnapshot(`
      "1:1 improvement-text: This improvement has no text: nobody could tell what to do.
          → Write what will be different, for example \`- [ ] Page on-duty when the oldest fax is older than 15 minutes @handle due:YYYY-MM-DD\`; or take the line away."
    `);
  });

  test('tasks that would be lost', () => {
    expect(told('- an idea\n  - [ ] Page @ana')).toMatchInlineSnapshot(`
      "2:3 improvement-nested: This task stands inside an idea, where it would be lost to the backlog.
          → Move it out to the left margin, \`- [ ] …\`, or make it a plain bullet by taking the box away."
    `);
    expect(told('- [ ] Page\n  - why\n    - [x] Call done:2018-05-18')).toMatchInlineSnapshot(`
      "3:5 improvement-nested: This task stands inside an improvement, where it would be lost to the backlog.
          → Move it out to the left margin, \`- [ ] …\`, or make it a plain bullet by taking the box away."
    `);
    expect(told('> - [ ] Page')).toMatchInlineSnapshot(`
      "1:3 improvement-nested: This task stands inside other text, where it would be lost to the backlog.
          → Move it out to the left margin, \`- [ ] …\`, or make it a plain bullet by taking the box away."
    `);
  });

  test('boxes that are nearly right', () => {
    expect(told('- [] Page @ana due:2018-06-01')).toMatchInlineSnapshot(`
      "1:3 task-box: \`[]\` is no box, so this is a plain bullet: a task has \`[ ]\`, or \`[x]\` when it is ticked.
          → Write \`- [ ] …\`."
    `);
    expect(told('- [ ]Page')).toMatchInlineSnapshot(`
      "1:3 task-box: A blank is missing after \`[ ]\`, so this is a plain bullet and no task.
          → Write \`- [ ] …\`."
    `);
    expect(told('- [ x] Page')).toMatchInlineSnapshot(`
      "1:3 task-box: \`[ x]\` is no box, so this is a plain bullet: a task has \`[ ]\`, or \`[x]\` when it is ticked.
          → Write \`- [x] …\`."
    `);
    expect(told('- [-] Page')).toMatchInlineSnapshot(`
      "1:3 task-box: \`[-]\` is no box, so this is a plain bullet: a task has \`[ ]\`, or \`[x]\` when it is ticked.
          → Write \`- [ ] …\`; or \`- [x] … dropped:2018-06-01\` with a nested line that says why it was given up."
    `);
    expect(told('-[ ] Page')).toMatchInlineSnapshot(`
      "1:1 task-box: \`-[ ]\` does not begin a task: a blank is missing after the \`-\`.
          → Write \`- [ ] …\`."
    `);
    expect(told('Text\n\n[x] Page')).toMatchInlineSnapshot(`
      "3:1 task-box: \`[x]\` at the start of a line makes no task without a bullet before it.
          → Write \`- [x] …\`."
    `);
    expect(told('- [ ] Page @ana due:2018-06-01\n-[ ] Count @sam due:2018-06-01')).toMatchInlineSnapshot(`
      "2:1 task-box: \`-[ ]\` does not begin a task: a blank is missing after the \`-\`.
          → Write \`- [ ] …\`."
    `);
  });

  test('words on a plain bullet', () => {
    expect(told('- Page @ana due:2018-06-01')).toMatchInlineSnapshot(`
      "1:13 warning idea-words: \`due:2018-06-01\` is a word of an improvement, but a plain bullet is an idea.
          → To make it an improvement, begin with a box: \`- [ ] … due:2018-06-01\`."
    `);
    expect(told('- Page system:fax')).toMatchInlineSnapshot(`
      "1:8 word-foreign: \`system:fax\` says whom a risk threatens, but this is an idea.
          → Write a risk of its own under "Other areas of risk": \`- … system:fax\`."
    `);
  });

  test.each([
    '- Call @ana',
    '- [a link](x) first',
    '- [1] a footnote of sorts',
    '- what is due:soon',
    '- [ ] Page [x](y)',
    '- `-[ ] code`',
    '```\n-[ ] code\n- [] code\n```',
    '- \n- {/* nothing yet */}',
    '- [ ] Page @TBDale',
    '- [ ] Page ticket:TBD-12',
  ])('%j is fine', (text) => {
    expect(told(text)).toBe('');
  });

  test('a reported word is not missing', () => {
    const { answer } = ask('- [ ] Page @TBD due:2018-02-30');
    expect(answer.improvements[0]).toMatchObject({ owner: null, due: null, reported: ['owner', 'due'] });
    expect(ask('- [ ] Page due:').answer.improvements[0]).toMatchObject({ due: null, reported: ['due'] });
  });
});

describe('an improvement beside risks', () => {
  const told = (text: string): string => show(ask(text, 'other-areas-of-risk').problems);

  test('names the systems whose risks it answers, each with its place', () => {
    const { answer, problems } = ask(
      '- [x] Watch *every* queue @sam system:requisitions done:2018-06-01\n  system:invoices system:invoices',
      'other-areas-of-risk',
    );
    expect(problems).toEqual([]);
    expect(answer.improvements).toMatchObject([
      {
        title: 'Watch every queue',
        anchor: 'watch-every-queue',
        state: 'closed',
        owner: 'sam',
        done: '2018-06-01',
        systems: ['requisitions', 'invoices'],
        systemPlaces: [
          { line: 1, column: 32 },
          { line: 2, column: 3 },
        ],
      },
    ]);
  });

  test('need not name one', () => {
    const { answer, problems } = ask('- [ ] Watch every queue @sam', 'other-areas-of-risk');
    expect(problems).toEqual([]);
    expect(answer.improvements).toMatchObject([{ systems: [], systemPlaces: [] }]);
  });

  test('is told what is odd', () => {
    expect(told('- [ ] Watch system:fax at night @ana')).toMatchInlineSnapshot(`
      "1:13 word-place: \`system:fax\` stands before the end of this improvement's text.
          → Move it to the end, \`- [ ] … system:fax @ana\`; or write it as code, in backquotes, where that is text."
    `);
    expect(told('- [ ] Watch @ana sytem:fax')).toMatchInlineSnapshot(`
      "1:18 word-unknown: \`sytem:\` is not a word of this format. Did you mean \`system:\`?
          → Write \`system:fax\`."
    `);
    expect(told('- [ ] Watch @ana system:')).toMatchInlineSnapshot(`
      "1:18 word-value: \`system:\` has no value.
          → Write for example \`system:fax-gateway\`, or leave the word out."
    `);
    expect(told('- [ ] Watch system:TBD @ana')).toMatchInlineSnapshot(`
      "1:13 word-value: \`system:TBD\`: TBD can't stand in the words at the end.
          → Leave the word out until it is known."
    `);
    expect(told('- [ ] Watch system:a, system:b now @ana')).toMatchInlineSnapshot(`
      "1:13 word-place: \`system:a,\` \`system:b\` stand before the end of this improvement's text.
          → Move them to the end, \`- [ ] … system:b @ana\`; or write them as code, in backquotes, where that is text."
    `);
  });

  test('keeps what is right where one word is wrong', () => {
    const { answer } = ask('- [ ] Watch system:a, system:b @ana', 'other-areas-of-risk');
    expect(answer.improvements).toMatchObject([
      { title: 'Watch', systems: ['b'], owner: 'ana', reported: ['system'] },
    ]);
  });
});

describe('a risk', () => {
  test('names systems, each with its place', () => {
    expect(
      riskOf('- Any queue: *requisitions* system:requisitions system:invoices system:invoices'),
    ).toMatchObject({
      text: 'Any queue: requisitions',
      anchor: 'risk-any-queue-requisitions',
      systems: ['requisitions', 'invoices'],
      systemPlaces: [
        { line: 1, column: 29 },
        { line: 1, column: 49 },
      ],
    });
  });

  test('may be threatened with words for nobody', () => {
    expect(riskOf('- Any queue, says @ana')).toMatchObject({ text: 'Any queue, says @ana', systems: [] });
  });

  test('is told what is odd', () => {
    const told = (text: string): string => show(ask(text, 'other-areas-of-risk').problems);
    expect(told('- Any system:a queue')).toMatchInlineSnapshot(`
      "1:7 word-place: \`system:a\` stands before the end of this risk's text.
          → Move it to the end, \`- … system:a\`; or write it as code, in backquotes, where that is text."
    `);
    expect(told('- Any queue system:a, system:b')).toMatchInlineSnapshot(`
      "1:13 word-value: \`system:a,\` has a character in it that no system's id has.
          → Write \`system:a\`."
    `);
    expect(told('- Any queue sytem:a')).toMatchInlineSnapshot(`
      "1:13 word-unknown: \`sytem:\` is not a word of this format. Did you mean \`system:\`?
          → Write \`system:a\`."
    `);
    expect(told('- Any queue system:a due:2018-06-01')).toMatchInlineSnapshot(`
      "1:22 warning idea-words: \`due:2018-06-01\` is a word of an improvement, but a plain bullet is a risk.
          → To make it an improvement, begin with a box: \`- [ ] … due:2018-06-01\`."
    `);
    expect(told('- Any queue system:a @ana')).toMatchInlineSnapshot(`
      "1:22 warning idea-words: A risk has no owner, and \`@ana\` makes none.
          → Leave the risk without it. What they will do is an improvement, in a line of its own below: \`- [ ] … @ana due:YYYY-MM-DD\`."
    `);
    expect(told('- Any queue @ana system:a')).toMatchInlineSnapshot(`
      "1:13 warning idea-words: A risk has no owner, and \`@ana\` makes none.
          → Leave the risk without it. What they will do is an improvement, in a line of its own below: \`- [ ] … @ana due:YYYY-MM-DD\`."
    `);
    expect(told('- Any queue @ana due:2018-06-01')).toMatchInlineSnapshot(`
      "1:18 warning idea-words: \`due:2018-06-01\` is a word of an improvement, but a plain bullet is a risk.
          → To make it an improvement, begin with a box: \`- [ ] … due:2018-06-01\`."
    `);
    expect(told('- Any queue system:TBD')).toMatchInlineSnapshot(`
      "1:13 word-value: \`system:TBD\`: TBD can't stand in the words at the end.
          → Leave the word out until it is known."
    `);
    expect(told('- Any queue\n  - [ ] Page')).toMatchInlineSnapshot(`
      "2:3 improvement-nested: This task stands inside a risk, where it would be lost to the backlog.
          → Move it out to the left margin, \`- [ ] …\`, or make it a plain bullet by taking the box away."
    `);
  });
});

describe('whatever is written', () => {
  const piece = fc.constantFrom(
    ...[
      '- ',
      '- [ ] ',
      '- [x] ',
      '1. ',
      '  ',
      '    ',
      '> ',
      '\n',
      '\n\n',
      ' ',
      '**',
      '*',
      '_',
      '`',
      '[',
      '](x)',
      '~~',
      '\\\\',
    ],
    ...[
      '@ana',
      'due:2018-06-01',
      'due:',
      'done:2018-05-18',
      'ticket:https://x.y',
      'id:page',
      'system:a',
      'TBD',
      '😀',
      '&amp;',
    ],
    ...['{/* c */}', 'words', '```', '# ', '| a |\n| - |', '\r\n', '<kbd>', '</kbd>', '![a](b)'],
  );

  test('gives an answer, with every problem inside the file and anchors that differ', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom<Question>('detect', 'other-areas-of-risk'),
        (pieces, question) => {
          const text = pieces.join('');
          if (!isMdx(text)) return;
          read++;
          const { answer, problems } = ask(text, question);
          const lines = text.split('\n');
          for (const { place } of problems) {
            expect(place.column).toBeLessThanOrEqual((lines[place.line - 1] ?? '').length);
          }
          const anchors = [...answer.improvements, ...answer.ideas].map(({ anchor }) => anchor);
          expect(new Set(anchors).size).toBe(anchors.length);
          for (const { title, phrasing } of answer.improvements) expect(plainText(phrasing)).toBe(title);
        },
      ),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(250);
  });

  test.each([
    ['an improvement of 200,000 characters', `- [ ] ${'a '.repeat(100_000)}@ana`],
    ['owners', `- [ ] Page ${'@ana '.repeat(40_000)}`],
    ['emphasis', `- [ ] ${'*a* '.repeat(50_000)}@ana`],
    ['escapes', `- [ ] ${'\\_'.repeat(60_000)} @ana`],
    ['5,000 improvements of the same name', '- [ ] Page @ana due:2018-06-01\n'.repeat(5_000)],
    ['5,000 levels', `${'- '.repeat(5_000)}a`],
  ])('is read in a moment: %s', (_, text) => {
    const { section } = sectionOf(text);
    const lineStarts = [...text.matchAll(/^/gm)].map((match) => match.index);
    const source = {
      ...sourceOf(''),
      text,
      placeAt: (offset: number) => ({ line: lineStarts.length, column: offset }),
    };
    const { answers } = readQuestions([{ question: 'detect', section }], {
      source,
      anchors: createAnchors([]),
      writtenOn: null,
    });
    expect(answers).toHaveLength(1);
  });
});

describe('anchors', () => {
  const anchorsOf = (sections: string[], taken: string[] = []) => {
    const { section, source } = sectionOf(sections.join('\n\n***\n\n'));
    const lists = section.nodes.filter((node) => node.type !== 'thematicBreak');
    const asked = lists.map((node) => ({
      question: 'detect' as const,
      section: { ...section, nodes: [node] },
    }));
    const { answers, problems } = readQuestions(asked, {
      source,
      anchors: createAnchors(taken),
      writtenOn: null,
    });
    return {
      anchors: answers.flatMap(({ improvements, ideas }) =>
        [...improvements, ...ideas].map(({ anchor }) => anchor),
      ),
      problems,
    };
  };

  test.each([
    ['are slugs of the title', ['- [ ] Page *on*-duty! @ana'], [], ['page-on-duty']],
    [
      'are numbered where they are the same',
      ['- [ ] Page\n- [ ] Page\n- [ ] page'],
      [],
      ['page', 'page-1', 'page-2'],
    ],
    ['leave those of the headings alone', ['- [ ] Prevent'], ['prevent'], ['prevent-1']],
    ['leave numbered headings alone', ['- [ ] Prevent'], ['prevent', 'prevent-1'], ['prevent-2']],
    ['give way to an id written later', ['- [ ] Page', '- [ ] Call id:page'], [], ['page-1', 'page']],
    ['of an id that is a heading’s are numbered', ['- [ ] Page id:prevent'], ['prevent'], ['prevent-1']],
    ['are never empty', ['- [ ] ???\n- ✅'], [], ['improvement', 'idea']],
    ['of ideas do not move those of improvements', ['- Page', '- [ ] Page'], [], ['idea-page', 'page']],
    [
      'are safe with words of JavaScript',
      ['- [ ] constructor\n- [ ] \\_\\_proto\\_\\_'],
      [],
      ['constructor', '__proto__'],
    ],
  ])('%s', (_, sections, taken, anchors) => {
    expect(anchorsOf(sections, taken)).toEqual({ anchors, problems: [] });
  });

  test('an id twice is a problem at the second', () => {
    const { anchors, problems } = anchorsOf(['- [ ] Page id:page\n- [ ] Call @ana id:page']);
    expect(anchors).toEqual(['page', 'call']);
    expect(show(problems)).toMatchInlineSnapshot(`
      "2:17 improvement-id: Another improvement in this file has \`id:page\` already; an id names one.
          → Write \`id:page-2\`, or leave the word out."
    `);
  });
});

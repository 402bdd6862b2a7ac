import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string) =>
  lintText(exampleFile('other-areas-of-risk', text)).filter(({ rule }) => rule === 'risk-promise');
/** The line that the hint shows, without its end. */
const lines = (text: string): (string | undefined)[] =>
  found(text).map(({ hint }) => /`- \[ \] (.*) due:YYYY-MM-DD(?: system:\S+)?`/.exec(hint ?? '')?.[1]);

test('says what it is, and the line to write', () => {
  expect(found('- The mailer uses the same mailbox. Sam will look into it.')).toEqual([
    {
      rule: 'risk-promise',
      severity: 'advice',
      place: { line: 9, column: 37 },
      message: `"Sam will look into …" is something to do, but in a risk it is nobody's: a risk is in no backlog.`,
      hint: 'Write it in a line of its own below the risk, with a box, who does it and by when: `- [ ] Look into …, and write down what comes of it @sam due:YYYY-MM-DD`.',
    },
  ]);
});

test.each([
  ['- The mailer too. Sam will look into it', 'Look into …, and write down what comes of it @sam'],
  ['- The mailer too. @sam will fix it.', 'Fix … @sam'],
  ['- The mailer too. @piotr will fix its mailbox.', 'Fix its mailbox @piotr'],
  ['- The mailer too; Sam Okafor to move it to a mailbox of its own', 'Move it to a mailbox of its own @sam'],
  [
    '- The mailer too. Ana keeps an eye on it. system:fax-gateway',
    'Keep an eye on …, and write down what comes of it @ana',
  ],
  ['- The mailer too. Ana is going to ask the vendor.', 'Ask the vendor @ana'],
  ['- The mailer too. Mark will look into it.', 'Look into …, and write down what comes of it @mark'],
  ['- The mailer too. @piotr will stringify its secrets', 'Stringify its secrets @piotr'],
  ['- The mailer too. Then Sam will retry', 'Retry @sam'],
  // Nobody in people.yaml has the name.
  ['- The mailer too. Tomas will look into it', 'Look into …, and write down what comes of it @handle'],
  [
    '- The mailer too (Tomas Berg will check whether it is read)',
    'Check whether it is read, and write down what comes of it @handle',
  ],
  [
    "- The mailer too. We should check whether it's read.",
    "Check whether it's read, and write down what comes of it @handle",
  ],
  [
    '- The mailer too. Somebody needs to find out who reads it.',
    'Find out who reads …, and write down what comes of it @handle',
  ],
  [
    "- The mailer too, we'll look at it next week",
    'Look at it next week, and write down what comes of it @handle',
  ],
  ['- The mailer too. TODO: ask the vendor', 'Ask the vendor @handle'],
  ['- The mailer too\n  - Sam will look into it', 'Look into …, and write down what comes of it @sam'],
  [
    '- The mailer too\n\nSam will look into the rest.',
    'Look into the rest, and write down what comes of it @sam',
  ],
])('a promise: %j', (text, line) => {
  expect(lines(text)).toEqual([line]);
});

test.each([
  '- The mailer uses the same mailbox',
  // What people do when it comes true, or do now, is the risk.
  '- When the disk is full, Sam will clean it by hand',
  '- If it stops, we will look at the wrong board first',
  '- Only Sam will know',
  '- Sam will be on holiday',
  '- Sam will leave in March',
  '- We asked @sam to check it in March',
  '- Postgres will refuse it',
  '- Sam looks at each invoice by hand',
  '- Sam will have to look at each by hand',
  '- Nobody will check it',
  '- Suppliers will find out first',
  '- The mailer will look for the same mailbox',
  '- Kubernetes will move it',
  '- Redis will look up a name that is gone',
  '- We look into the log only after customers call',
  '- We thought that Sam will look into it',
  '- The way from Berlin to check out',
  '- "Sam will look into it" was said in March',
  // A requirement, a lesson, a step of what is being done, a heading.
  '- We need to make sure that both numbers are padded alike',
  '- We need to raise the alarm sooner',
  '- We want to verify that the mailer runs',
  '### TODO copy\n\n- The mailer',
  // It is work already.
  '- [ ] Sam will look into the mailer @sam due:2018-06-01',
  '- The mailer too. Sam will look into it.\n- [ ] Look who reads the mailbox, and write it down @sam due:2018-06-01',
  // That is told by `idea-owner`.
  '- TODO: look at mail',
])('none: %j', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  [
    // The incident was on Friday, 2018-05-04.
    '- The mailer too. Ana takes a look by 4 Dec.',
    '- [ ] Take a look, and write down what comes of it @ana due:2018-12-04',
  ],
  [
    '- The mailer too. Ana will fix it. system:fax-gateway',
    '- [ ] Fix … @ana due:YYYY-MM-DD system:fax-gateway',
  ],
])('the line has the day and the system that the risk names: %s', (text, line) => {
  expect(found(text)[0]?.hint).toContain(`\`${line}\``);
});

test('elsewhere it may be said', () => {
  expect(lintText(exampleFile('prose', 'Sam will look into it.'))).toEqual([]);
});

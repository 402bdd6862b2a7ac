import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string, place: 'other-areas-of-risk' | 'prevent' = 'other-areas-of-risk') =>
  lintText(exampleFile(place, text)).filter(({ rule }) => rule === 'risk-box');

test('shows both lines, with the system and the owner that are named', () => {
  expect(found('- [ ] The fax gateway shares its mailbox with the mailer @ana due:2018-06-01')).toEqual([
    {
      rule: 'risk-box',
      severity: 'advice',
      place: { line: 9, column: 1 },
      message:
        'This box says what may go wrong, and not what is to be done about it: it comes into the backlog, and into no register of risks.',
      hint: 'Write the risk as a plain bullet, `- … system:fax-gateway`, and below it what is to be done, beginning with a verb: `- [ ] … @ana due:2018-06-01`.',
    },
  ]);
});

test.each([
  '- [ ] The courier app keeps its session tokens in the same store',
  '- [ ] Our invoice mailer relies on the same mailbox',
  '- [ ] Other services may answer 200 on errors too',
  '- [ ] All queues but one are not watched',
  "- [ ] The mailer doesn't say when it stops",
  '- [ ] Nobody watches the mailer',
  '- [ ] There is no monitor on the mailer',
  '- [ ] There are other queues like it',
  '- [ ] Payments depends on the same line',
])('a risk: %s', (text) => {
  expect(found(text)).toHaveLength(1);
});

test.each([
  '- [ ] Watch every queue that nobody watches',
  '- [ ] Check whether the mailer relies on the same mailbox',
  '- [ ] One rule for every queue: the age of its oldest message is on the wall board',
  '- [ ] A page that shows which queues have no monitor',
  '- [ ] The wall board shows the age of the oldest message',
  '- [ ] The mailer has a mailbox of its own',
  '- [ ] The mailer and the fax may no longer share a mailbox',
  '- [ ] The mailer should not use the same mailbox',
  '- [ ] Each queue must have a monitor, and no queue may be without one',
  '- [ ] Share the list of queues without a monitor',
  '- [ ] No deploys on Fridays',
  '- [x] The mailer relies on the same mailbox @ana done:2018-06-01',
  '- The mailer relies on the same mailbox',
])('work: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('elsewhere a box is no risk', () => {
  expect(found('- [ ] The mailer relies on the same mailbox', 'prevent')).toEqual([]);
});

import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string): (string | undefined)[] =>
  lintText(exampleFile('prevent', `- [ ] ${text}`))
    .filter(({ rule }) => rule === 'improvement-verb')
    .map(({ message }) => message.split('"')[1]);

test.each([
  ['Better alerts', 'Better alerts'],
  ['More monitoring of the queue', 'More monitoring'],
  ['Monitoring and alerting for faxes @ana due:2018-06-01', 'Monitoring and alerting'],
  ['An automated failover', 'An automated failover'],
  ['Clearer error messages in the log', 'Clearer error messages'],
  ['Runbook for the queue', 'Runbook'],
])('%s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  'Alert on-duty when the queue stands still',
  'Monitor the queue',
  'Test the backup',
  'Automate the failover',
  'Better alerts: page when an order waits 15 minutes',
  'Alerts for the queue page on-duty and nobody else: pages',
  'Rate limits for the API are checked before a deploy',
  'The age of the oldest order is on the wall board',
  'Two queues, one for what somebody waits for',
  'Documentation is written by whoever changes the queue',
  'Tests run before each deploy',
  'Timeouts of five seconds in the gateway. Retry once.',
  '`alerts`',
])('not in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ['prevent', 'Begin with a verb: Page …, Show …, Refuse …, Write down …'],
  [
    'other-areas-of-risk',
    'Begin with a verb: Page …, Show …, Refuse …, Write down …; if it is a risk, write a plain bullet instead: `- … system:ID`',
  ],
] as const)('what to write instead, under %s', (place, hint) => {
  const [found] = lintText(exampleFile(place, '- [ ] Better alerts'));
  expect(found).toMatchObject({ rule: 'improvement-verb', hint });
});

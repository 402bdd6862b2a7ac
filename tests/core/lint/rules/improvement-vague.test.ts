import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string): string[] =>
  lintText(exampleFile('prevent', text))
    .filter(({ rule }) => rule === 'improvement-vague')
    .map(({ place, message }) => `${place.line}:${place.column} ${message}`);

test.each([
  [
    '- [ ] Be more careful with restarts',
    '9:7 "Be more careful" asks of people what they meant to do already.',
  ],
  [
    '- [ ] We must pay closer attention',
    '9:15 "pay closer attention" asks of people what they meant to do already.',
  ],
  [
    '- [ ] Please remember to warm the cache @ana',
    '9:7 "Please remember to" asks of people what they meant to do already.',
  ],
  ['- [ ] Look into the alerts', '9:7 "Look into" does not say what will be there when it is done.'],
  ['- [ ] Think about retries', '9:7 "Think about" does not say what will be there when it is done.'],
  [
    '- [ ] Improve our monitoring and alerting.',
    '9:7 "Improve our monitoring and alerting" is never done: nobody could say when.',
  ],
  [
    '- [ ] Communicate more clearly next time',
    '9:7 "Communicate more clearly next time" is never done: nobody could say when.',
  ],
  [
    '- [ ] Restart less, and be\n  more careful',
    '9:25 "be more careful" asks of people what they meant to do already.',
  ],
])('%s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  '- [ ] Improve monitoring of the queue: page when an order waits 15 minutes',
  '- [ ] Improve the alert for the fax queue',
  '- [ ] Investigate the timeouts and write down what they wait for',
  '- [ ] Discuss with the provider: a month’s notice before an account is closed',
  '- [ ] Show a warning to be careful before a table is dropped',
  '- [ ] Print "pay attention" above the field',
  '- [ ] Rename the function `look into`',
  '- [x] Be more careful @ana done:2018-06-01',
  '- Be more careful',
  'We want to be more careful.',
  '- [ ] Better alerts',
  '- [ ] Test the backup every month',
  '- [ ] Document how the queue is emptied',
])('not in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string): string[] => lintText(exampleFile('prose', text)).map(({ rule }) => rule);

test.each([
  'If the check had run, we would have seen it.',
  'Had the check run, it would not have shipped.',
  'It would have stopped if the check had run.',
  'If only they had read the guide.',
  'If the check had run, we would not have lost a single order.',
  'If the policy was set to ignore, the outage wouldn’t have happened.',
])('%s', (text) => {
  expect(found(text)).toEqual(['counterfactual']);
});

test.each([
  'If the check fails, the job stops.',
  'We asked if the provider had seen it.',
  'Had no effect.',
  'Had they restarted then, and been wrong, it would have taken twice as long.',
  'If we had failed over, the orders of that minute would have been lost.',
  'Had it been a Thursday, they would have.',
  'We looked if the pod was running, which would have told us more.',
  'If the queue was empty, the job ended.',
  'It would have to wait if the queue is full.',
  'If it is red, it had an error. The job would have stopped.',
  'Only if the queue had items would it start.',
])('not in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

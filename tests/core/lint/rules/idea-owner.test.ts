import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const hints = (text: string): (string | undefined)[] =>
  lintText(exampleFile('prevent', text))
    .filter(({ rule }) => rule === 'idea-owner')
    .map(({ hint }) => /@\w+/.exec(hint ?? '')?.[0]);

test.each([
  ['- Pay by card - Ana - dec 4', '@ana'],
  ['- Pay by card (Sam Okafor, next Friday)', '@sam'],
  ['- Pay by card, Sam', '@sam'],
  ['- Pay by card @sam', '@sam'],
  ['- @sam pays by card', '@sam'],
])('an idea that somebody is to do: %s', (text, handle) => {
  expect(hints(text)).toEqual([handle]);
});

test('each is told', () => {
  expect(
    hints('- Pay by card (Ana)\n- Pay at once\n- [ ] Pay more @ana due:2018-06-01\n- Ring them (Sam)'),
  ).toEqual(['@ana', '@sam']);
});

test.each([
  '- Pay by card',
  // A first name may be a verb.
  '- Sam the queue',
  '- Ask the Anaheim office, or samples',
  '- Mail bills to bills@ana.example',
  // That is another rule's.
  '- Pay by card @ana due:2018-06-01',
  '- [ ] Pay by card with Sam @ana due:2018-06-01',
])('nobody is named to do it: %s', (text) => {
  expect(hints(text)).toEqual([]);
});

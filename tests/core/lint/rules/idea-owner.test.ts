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
  ['- Sam: pay by card, in 1 week', '@sam'],
  ['- Sam Okafor: pay by card', '@sam'],
  ['- Sam – pay by card', '@sam'],
  ['- Sam - pay by card', '@sam'],
  ['- Sam will pay by card', '@sam'],
  ['- Sam to pay by card', '@sam'],
  ['- TODO: Sam pays by card', '@sam'],
  ['- TODO: pay by card', '@handle'],
  ['- TODO pay by card', '@handle'],
  ['- Action: pay by card', '@handle'],
  // Nobody in people.yaml, but a day.
  ['- Pay by card - Piotr, by Friday', '@handle'],
  ['- Pay by card (Piotr, next week)', '@handle'],
  ['- Pay by card, before Dec 1', '@handle'],
  ['- Pay by card by 4 December', '@handle'],
  ['- Pay by card - Piotr, before Christmas', '@handle'],
  ['- Pay by card (until March)', '@handle'],
  ['- Pay by card (by end of the month).', '@handle'],
  ['- Pay by card – end of next sprint', '@handle'],
  ['- Pay by card, due 2018-06-01', '@handle'],
  // Mark Novak's first name is a word besides.
  ['- Mark: pay by card, in 1 week', '@mark'],
  ['- Mark will pay by card', '@mark'],
  ['- Pay by card (Mark)', '@mark'],
  ['- Pay by card (Mark, next week)', '@mark'],
  ['- Pay by card - Mark - dec 4', '@mark'],
  ['- Pay by card, Mark', '@mark'],
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
  '- Sam-to-Ana line',
  '- Action on the queue is shown',
  '- Todo lists of the vendor',
  '- Ask the Anaheim office, or samples',
  '- Mail bills to bills@ana.example',
  '- Group failures by week',
  '- Show failures by day',
  '- Sort people by birthday',
  '- List what runs out next week',
  '- Warn of certificates that end within 30 days',
  '- Look how it was done last time (3 March)',
  '- Deploy on Monday, Tuesday',
  '- Pay by Monday.com',
  // Mark is in people.yaml, and May might be.
  '- Mark the queue as stale',
  '- Mark to-do lists',
  '- Show a mark (mark, dot or cross)',
  '- The Mark column, and the Due column',
  // That is another rule's.
  '- Pay by card @ana due:2018-06-01',
  '- [ ] Pay by card with Sam @ana due:2018-06-01',
])('nobody is named to do it: %s', (text) => {
  expect(hints(text)).toEqual([]);
});

const risks = (text: string): string[] =>
  lintText(exampleFile('other-areas-of-risk', text))
    .filter(({ rule }) => rule === 'idea-owner')
    .map(({ message }) => message);

test('a risk that ends like an improvement', () => {
  expect(risks('- The courier app answers 200 as well @ana')).toEqual([
    'A risk has no owner, and `@ana` at its end makes none.',
  ]);
});

test.each([
  '- The courier app, says @ana',
  '- Only @ana knows the courier app',
  '- The courier app leans on @deprecated',
  // That is told by `idea-words`.
  '- The courier app answers 200 as well system:fax-gateway @ana',
  '- [ ] Look at the courier app @ana due:2018-06-01',
])('a risk without an owner: %s', (text) => {
  expect(risks(text)).toEqual([]);
});

test('a task among risks is told, and who is named in a risk is not', () => {
  expect(risks('- TODO: look at mail\n- Sam: nobody else knows it')).toEqual([
    "This bullet begins with `TODO`, but a plain bullet is a risk, and in nobody's backlog.",
  ]);
});

test.each([
  ['- Pay by card (Sam, next week)', 'due:2018-05-07 or due:2018-05-11'],
  ['- Pay by card by 4 December', 'due:2018-12-04'],
  ['- Pay by card (Sam)', 'due:YYYY-MM-DD'],
])('by when, counted from the incident on Friday, 2018-05-04: %s', (text, due) => {
  const [found] = lintText(exampleFile('prevent', text));
  expect(found?.hint).toContain(`@${text.includes('Sam') ? 'sam' : 'handle'} ${due}\``);
});

import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string): string[] =>
  lintText(exampleFile('prose', text))
    .filter(({ rule }) => rule === 'failed-to')
    .map(({ message }) => message.split('"')[1] as string);

test.each([
  ['The engineer failed to check it.', 'engineer failed to check'],
  ['Sam Okafor had completely forgotten to renew it.', 'Sam Okafor had completely forgotten to renew'],
  ['@ana neglected to tell support.', '@ana neglected to tell'],
  ['The step was forgotten by the\nteam.', 'was forgotten by the team'],
  ['Somebody didn’t bother to ask.', 'Somebody didn’t bother to ask'],
  ['It was not seen because we forgot to look.', 'we forgot to look'],
  ['We forgot the second certificate.', 'We forgot the'],
  ['We overlooked the cost of the stack.', 'We overlooked the'],
  ['The reviewer did not think to scroll down.', 'reviewer did not think to scroll'],
])('%s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  'The service failed to start.',
  'The operator failed to reconcile the resource.',
  'Users failed to log in.',
  'The first design failed to predict two of the problems.',
  'The balcony overlooked the harbour.',
  'The developer did not think it was slow.',
  'We failed to reach the provider twice.',
  'Two forgotten exports are deleted.',
  'What happens every week cannot be forgotten.',
  'The engineer failed over to the replica.',
  'We asked for a `forgot-password` link.',
])('not in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

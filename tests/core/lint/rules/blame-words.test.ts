import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string): string[] =>
  lintText(exampleFile('prose', text), { 'should-have': 'off' }).map(
    ({ rule, message, place }) => `${place.column} ${rule} ${message.split('"')[1]}`,
  );

test.each([
  ['It was human error.', '8 blame-words human error'],
  ['It was **human** error.', '10 blame-words human error'],
  ['An operator-error, then.', '4 blame-words operator-error'],
  ['Ana’s fault.', '1 blame-words Ana’s fault'],
  ['It was the fault of @sam again.', '12 blame-words fault of @sam'],
  ['They were a power cut, a full disk, a dead switch, and a human error.', '58 blame-words human error'],
  ['This human error came on top.', '6 blame-words human error'],
  ['The developer was to blame.', '1 blame-words The developer was to blame'],
])('%s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  'There is no such thing as human error.',
  'We do not speak of human error.',
  'The phrase human error ends the search.',
  'Human error is not a cause.',
  'Any operator error is only a symptom of a missing mechanism.',
  'He wrote "human error" in the ticket.',
  'It says “careless” on the board.',
  'The field `human error` is empty.',
  '> human error',
  'A lock on the console, to prevent human error.',
  'The form asks twice, to guard against operator error.',
  'Any operator error shows a step that is missing.',
  'Systems fail for many reasons: disks, traffic, storms, human error… Failing is normal.',
  '```\nhuman error\n```',
  'A fault of the network card.',
  'The disk was to blame.',
  'The errors are human readable.',
  '2018-05-04 02:10:41 ERROR human error in input',
  'type=human error=careless',
  '[Read on](https://example.com/human-error/careless)',
])('not in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('finds it in the title, at its place', () => {
  const text = '---\ntitle: Down by human error\nstatus: open\nseverity: 1\n---\n\n## Summary\n\nText.\n';
  expect(lintText(text).map(({ place }) => place)).toEqual([{ line: 2, column: 16 }]);
});

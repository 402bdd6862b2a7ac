import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string): string[] =>
  lintText(exampleFile('prose', text))
    .filter(({ rule }) => rule === 'should-have')
    .map(({ message }) => message.split('"')[1] as string);

test.each([
  ['We should have tested it.', 'We should have tested'],
  ['The developer shouldn’t have merged it.', 'developer shouldn’t have merged'],
  ['Ana really ought to have known.', 'Ana really ought to have known'],
  ['@sam should not\nhave run it.', '@sam should not have run'],
  ['On-duty should have limited the query.', 'On-duty should have limited'],
  ['This should have been caught in review.', 'should have been caught'],
  ['It could easily have been avoided.', 'could easily have been avoided'],
  ['We could have noticed it on Monday.', 'We could have noticed'],
  ['The time to detect could have been much shorter.', 'could have been much shorter'],
  ['Such a change shouldn’t have been rushed.', 'shouldn’t have been rushed'],
  ['A fault that should have been addressed in March hurt in May.', 'should have been addressed'],
])('%s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  'We should have a talk with them.',
  'The retry should have corrected what was late.',
  'It should not have been possible for one address to send so much.',
  'This should have contained the leak.',
  'It could have been a lot worse.',
  'The savings could have been put at risk.',
  'We discussed whether it should have been communicated.',
  'We should have alerting on failures.',
  'Engineers should have limited access.',
  'Everybody should have read access.',
  'The alert should have paged at 02:20.',
  'An attacker could have read the file.',
  'Somebody could have been hurt.',
  'She might have been wrong.',
  'On that screen, anybody would have.',
  'We asked whether we should have called earlier.',
  'We never say that somebody should have known.',
  'The minutes say "we should have tested".',
])('not in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

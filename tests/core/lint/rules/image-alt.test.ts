import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string): string[] =>
  lintText(exampleFile('prose', text)).map(
    ({ rule, place, message }) => `${rule} ${place.column} ${message}`,
  );

test.each([
  ['See ![](a.png)', 'image-alt 5 This picture has no words for those who can’t see it.'],
  ['![ ](a.png)', 'image-alt 1 This picture has no words for those who can’t see it.'],
  ['![][queue]\n\n[queue]: a.png', 'image-alt 1 This picture has no words for those who can’t see it.'],
  ['![image](a.png)', 'image-alt 1 "image" does not say what this picture shows.'],
  [
    '![Screenshot 2018-05-04 08.25](a.png)',
    'image-alt 1 "Screenshot 2018-05-04 08.25" does not say what this picture shows.',
  ],
  ['![queue.PNG](a.png)', 'image-alt 1 "queue.PNG" does not say what this picture shows.'],
])('%s', (text, expected) => {
  expect(found(text)).toEqual([expected]);
});

test.each([
  '![The queue grows](a.png)',
  '![Screenshot of the queue at 08:25](a.png)',
  '`![](a.png)`',
  '```\n![](a.png)\n```',
  '<Figure src="a.png" alt="The queue grows" />',
])('not in: %s', (text) => {
  expect(found(text)).toEqual([]);
});

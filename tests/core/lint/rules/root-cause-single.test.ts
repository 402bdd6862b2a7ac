import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const isFound = (text: string): boolean =>
  lintText(exampleFile('body', `## Root cause\n\n${text}`)).some(
    ({ rule, severity, place }) => rule === 'root-cause-single' && severity === 'advice' && place.line === 7,
  );

test.each([
  '- A disk was full.',
  'This was it:\n\n- A disk was full.',
  'The root cause was a full disk.',
  'The cause of the outage was a full disk.',
])('one cause: %s', (text) => {
  expect(isFound(text)).toBe(true);
});

test.each([
  '- A disk was full.\n- Nobody watched it.',
  '- A disk was full.\n  - The clean-up ran on another machine.',
  '- A disk was full. The clean-up ran on another machine.',
  '- A disk was full because the clean-up ran on another machine.',
  'The disk was full, as the clean-up had been moved. The alert looked at others.',
  'The root cause was a full disk. Also, nobody watched it.',
  '### The disk\n\n- It was full.',
  'TBD',
  '',
])('not one, or not known: %s', (text) => {
  expect(isFound(text)).toBe(false);
});

import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const isFound = (text: string): boolean =>
  lintText(exampleFile('body', `## Whys\n\n${text}`)).some(
    ({ rule, severity, place }) => rule === 'why-bullet' && severity === 'advice' && place.column === 1,
  );

test.each([
  'Why did nobody see it? We look at the lag.',
  'Why did nobody see it?\nWhy had we no access?',
  '{/* A bullet each. */}\n\nThere were two.\n\nWhy had we no access?',
])('a why without a bullet: %s', (text) => {
  expect(isFound(text)).toBe(true);
});

test.each([
  '- Why did nobody see it?',
  'Why these? They came up most:\n\n- Why did nobody see it?',
  '1. Why did nobody see it?',
  '### Why did nobody see it?\n\nWe look at the lag. Why?',
  'Nobody asked any.',
  'TBD',
  '',
])('bullets, or none: %s', (text) => {
  expect(isFound(text)).toBe(false);
});

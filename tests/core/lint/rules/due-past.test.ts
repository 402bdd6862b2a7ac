import { expect, test } from 'vitest';
import { lintText } from '../../../support/rule-example.ts';

const file = (facts: string, improvement: string): string =>
  `---\ntitle: T\nstatus: resolved\nseverity: 1${facts}\n---\n\n## Timeline\n\n- 2018-05-04 02:10 **started** It stops.\n\n## Detect\n\n- [ ] ${improvement}\n`;
const found = (facts: string, improvement: string): string[] =>
  lintText(file(facts, improvement))
    .filter(({ rule }) => rule === 'due-past')
    .map(({ message }) => message);

test('a date before the meeting was over when it was written', () => {
  expect(found('\nreviewedOn: 2018-05-11', 'Page on-duty due:2018-05-10')).toEqual([
    '2018-05-10 is before the meeting, which was on 2018-05-11.',
  ]);
});

test('without a meeting the day of the incident counts', () => {
  expect(found('', 'Page on-duty due:2017-06-01')).toEqual([
    '2017-06-01 is before the incident, which was on 2018-05-04.',
  ]);
});

test.each([
  ['\nreviewedOn: 2018-05-11', 'Page on-duty due:2018-05-11'],
  ['', 'Page on-duty due:2018-05-04'],
  ['', 'Page on-duty'],
])('the same day, a later one or none is fine: %s %s', (facts, improvement) => {
  expect(found(facts, improvement)).toEqual([]);
});

import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (body: string, status = 'open', rules = {}) =>
  lintText(exampleFile('body', body).replace('status: open', `status: ${status}`), rules).filter(
    ({ rule }) => rule === 'task-elsewhere',
  );

const task = '- [ ] Write to the vendor';

test('a box under a heading of the author’s own', () => {
  expect(found(`## Action items\n\nThese:\n\n${task} @ana due:2018-06-01`, 'resolved')).toEqual([
    {
      rule: 'task-elsewhere',
      severity: 'warning',
      place: { line: 11, column: 1 },
      message: "A box under `Action items` is in nobody's backlog.",
      hint: 'Move it under Detect, React, Quick fix, Prevent or Other areas of risk.',
    },
  ]);
});

test('more of them are told once, and where an open file may have them besides', () => {
  const [only, ...others] = found(`## To do\n\n${task}\n${task}s\n- [x] Pay the bill`);
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    message: "3 boxes under `To do` are in nobody's backlog.",
    hint: 'Move them under Detect, React, Quick fix, Prevent or Other areas of risk; or, while the fire burns, under Next actions.',
  });
});

test.each([
  ['open', {}, 'advice'],
  ['resolved', {}, 'warning'],
  ['reviewed', {}, 'warning'],
  ['open', { 'task-elsewhere': 'error' }, 'error'],
] as const)('in a file that is %s, with the settings %j, it is told as %s', (status, rules, severity) => {
  expect(found(`## Action items\n\n${task}`, status, rules).map((one) => one.severity)).toEqual([severity]);
});

test.each([
  `## Follow-ups\n\n${task}`,
  `## Next steps:\n\n${task}`,
  `## Corrective actions\n\n${task}`,
  `## Improvements\n\n${task}`,
  `## Lessons\n\n### Action items\n\n${task}`,
  `## Action items\n\n### The vendor\n\n${task}`,
  `## Action items\n\n- The vendor:\n  ${task}`,
  // Words of improvements count under any heading, and above the first.
  `## Lessons\n\n${task} @ana`,
  `## Lessons\n\n${task} ticket:OPS-1`,
  `## Lessons\n\n${task} due:next Friday`,
  `## Lessons\n\n- [x] Write to the vendor done:2018-06-01`,
  `## Summary\n\n${task} due:2018-06-01`,
  `${task} @ana`,
])('is lost: %j', (body) => {
  expect(found(body)).toHaveLength(1);
});

test.each([
  `## Detect\n\n${task} @ana due:2018-06-01`,
  `## Next actions\n\n${task} @ana`,
  `## Original request\n\n${task} @ana`,
  `## Checklist for releases\n\n${task}`,
  `## Steps to reproduce\n\n- [x] Send a fax`,
  `## Actions\n\n- [ ] All sections are filled out`,
  `## Actions taken\n\n- [x] Write to the vendor`,
  `## Checklist\n\n- [x] Read by @ana`,
  `## Action items\n\n> ${task}`,
  '## Action items\n\n```md\n- [ ] Write to the vendor\n```',
  `## Whys\n\n- Why?\n\n  ## Detect\n\n  ${task} @ana`,
  '## Action items\n\n- [ ]',
  '## Action items\n\nSee [ ] and below.',
])('is not lost, or no improvement: %j', (body) => {
  expect(found(body)).toEqual([]);
});

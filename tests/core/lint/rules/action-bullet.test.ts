import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (body: string, status = 'open') =>
  lintText(exampleFile('body', body).replace('status: open', `status: ${status}`)).filter(
    ({ rule }) => rule === 'action-bullet',
  );

const homes = 'Detect, React, Quick fix, Prevent or Other areas of risk';

test('is told once for a heading, with the line to write for the first', () => {
  expect(found('## Action items\n\n- Ana: write to the vendor\n- Pay the bill', 'resolved')).toEqual([
    {
      rule: 'action-bullet',
      severity: 'warning',
      place: { line: 7, column: 1 },
      message: "2 bullets under `Action items` have no box, so they are in nobody's backlog.",
      hint: `Move them under ${homes}, and begin each with a box and end it with who and by when: \`- [ ] Ana: write to the vendor @ana due:YYYY-MM-DD\`.`,
    },
  ]);
});

test('while the fire burns it is advice, and there is another place', () => {
  expect(found('## To do\n\n1. Pay the bill')).toMatchObject([
    {
      severity: 'advice',
      message: "A bullet under `To do` has no box, so it is in nobody's backlog.",
      hint: `Move it under ${homes} (or, while the fire burns, under Next actions), and begin it with a box and end it with who and by when: \`- [ ] Pay the bill @handle due:YYYY-MM-DD\`.`,
    },
  ]);
});

test('under a question it only needs its box', () => {
  expect(found('## Prevent\n\n### Follow-ups\n\n- Pay the bill\n')).toMatchObject([
    {
      place: { line: 9, column: 1 },
      message: "A bullet under `Follow-ups` has no box, so it is in nobody's backlog.",
      hint: 'Begin it with a box and end it with who and by when: `- [ ] Pay the bill @handle due:YYYY-MM-DD`.',
    },
  ]);
});

test('a table of actions, and its first row as the line to write', () => {
  const table =
    '| Action item | Owner | Due date |\n| --- | --- | --- |\n| Pay the bill | Sam Okafor | 2018/6/1 |\n| Ring them | | |';
  expect(found(`## Lessons\n\n${table}`, 'reviewed')).toMatchObject([
    {
      severity: 'warning',
      place: { line: 9, column: 1 },
      message: "The table under `Lessons` has actions in it, but a table is in nobody's backlog.",
      hint: `Write each row as a line of its own, under ${homes}: \`- [ ] Pay the bill @sam due:2018-06-01\`.`,
    },
  ]);
});

test.each([
  '## Follow-ups\n\n- Pay the bill',
  '## Follow-up actions & tasks\n\n* Pay the bill',
  '## Lessons\n\n### Next steps\n\n- Pay the bill',
  '## Action items\n\n### The vendor\n\n- Pay the bill\n\n### The bank\n\n- Ring them',
  '## Lessons\n\n### To do\n\n#### The vendor\n\n- Pay the bill\n\n### Thanks\n\n- The bank',
  '## Action items\n\n- [ ] Ring them @ana\n- Pay the bill',
  '## Action items\n\n- We need a second line',
  '## Lessons\n\n| Task | Who | When |\n| --- | --- | --- |\n| Pay the bill | Ana | soon |',
  '## Detect\n\n| What | Owner | Due |\n| --- | --- | --- |\n| Pay the bill | Ana | soon |',
])('is lost: %j', (body) => {
  expect(found(body)).toHaveLength(1);
});

test.each([
  '## Action items\n\n- [ ] Pay the bill',
  '## Action items\n\n- The vendor:\n  - [ ] Pay the bill',
  '## Action items\n\n- TBD',
  '## Action items\n\n- None.',
  '## Action items\n\n- ~~Pay the bill~~',
  '## Action items\n\n- Pay the bill (done)',
  '## Action items\n\n- ✅ Pay the bill',
  '## Action items\n\nSee the tickets.',
  '## Action items\n\n> - Pay the bill',
  '## Actions taken\n\n- Paid the bill',
  '## Follow-up questions\n\n- Who pays?',
  '## Action items\n\n- Service account has been documented\n- The funds were withdrawn',
  "## Action items\n\n- We raised the limit\n- We've told the teams to wait",
  '## Action items\n\n- [*] Pay the bill',
  '## Still to do\n\n### Done\n\n- The bill',
  '## Remediation\n\n- The bill was paid',
  '## Next actions\n\n- Pay the bill',
  // That is told by `idea-owner`.
  '## Prevent\n\n### Follow-ups\n\n- Pay the bill (Ana)',
  '## Detect\n\n- Pay the bill',
  '## Lessons\n\n- Pay the bill',
  '## Lessons\n\n| Time | Action | Who |\n| --- | --- | --- |\n| 08:25 | Paid | Ana |',
  '## Lessons\n\n| What | Who |\n| --- | --- |\n| The bill | Ana |',
  '## Lessons\n\n| System | Owner |\n| --- | --- |\n| Fax | Ana |',
])('is not, or nothing to do: %j', (body) => {
  expect(found(body)).toEqual([]);
});

import { expect, test } from 'vitest';
import { lintText } from '../../../support/rule-example.ts';

interface Parts {
  status?: string;
  detected?: string;
  responded?: string;
  mitigated?: string;
  answers?: Record<string, string>;
}
const fine = '- An idea';
function found({
  status = 'reviewed',
  detected = '02:20',
  responded = '02:30',
  mitigated = '03:30',
  answers = {},
}: Parts): string[] {
  const names = ['Detect', 'React', 'Quick fix', 'Prevent', 'Other areas of risk'];
  const text = `---\ntitle: T\nstatus: ${status}\nseverity: 1\nreviewedOn: 2018-05-11\n---\n\n## Timeline\n\n- 2018-05-04 02:10 **started** It stops.\n- ${detected} **detected** We know.\n- ${responded} **responded** We look.\n- ${mitigated} **mitigated** It goes.\n\n${names.map((name) => `## ${name}\n\n${answers[name] ?? fine}\n`).join('\n')}`;
  return lintText(text)
    .filter(({ rule }) => rule === 'question-improvement')
    .map(({ message }) => message);
}
const told = 'We looked at the screen.';

test('what took long and led to nothing is told, with how long it took', () => {
  // 02:10 to 03:10 is 60 minutes.
  expect(found({ detected: '03:10', responded: '03:15', answers: { Detect: told } })).toEqual([
    'Detecting it took 1 h, and "Detect" has no idea and no improvement.',
  ]);
  // 02:20 to 02:50 is 30 minutes.
  expect(found({ responded: '02:50', answers: { React: told } })).toEqual([
    'Responding took 30 min, and "React" has no idea and no improvement.',
  ]);
  // 02:30 to 04:30 is 120 minutes.
  expect(found({ mitigated: '04:30', answers: { 'Quick fix': told } })).toEqual([
    'Stopping the bleeding took 2 h, and "Quick fix" has no idea and no improvement.',
  ]);
  expect(found({ answers: { Prevent: told } })).toEqual(['"Prevent" has no idea and no improvement.']);
});

test('a minute less is no reason', () => {
  expect(found({ detected: '03:09', responded: '03:15', answers: { Detect: told } })).toEqual([]);
  expect(found({ responded: '02:49', answers: { React: told } })).toEqual([]);
  expect(found({ mitigated: '04:29', answers: { 'Quick fix': told } })).toEqual([]);
});

test.each([
  { answers: { Prevent: 'Nothing to change here.' } },
  { answers: { Prevent: 'See [the list](./2018-04-01-list.mdx#prevent).' } },
  { answers: { Prevent: '- [ ] Pay by direct debit' } },
  { answers: { Prevent: 'TBD' } },
  { answers: { 'Other areas of risk': told } },
  { status: 'resolved', answers: { Prevent: told } },
])('not with %j', (parts) => {
  expect(found(parts)).toEqual([]);
});

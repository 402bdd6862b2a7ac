import { expect, test } from 'vitest';
import { readLabels } from '../../../src/core/timeline/labels.ts';
import { entryKinds, marks } from '../../../src/core/vocabulary.ts';

const labelsOf = (text: string): string =>
  readLabels(text)
    .labels.map(({ label }) => label)
    .join(' ');
const slipsOf = (text: string): string[] =>
  readLabels(text).slips.map(
    ({ severity, offset, message, hint }) => `${severity} ${offset} ${message} | ${hint}`,
  );

test.each([...marks, ...entryKinds])('%s is a label, in any case', (label) => {
  for (const text of [label, label.toUpperCase(), ` ${label} `]) {
    expect(labelsOf(text)).toBe(label);
    expect(slipsOf(text)).toEqual([]);
  }
});

test('labels are parted by commas', () => {
  expect(readLabels('Started,  change')).toEqual({
    labels: [
      { label: 'started', offset: 0 },
      { label: 'change', offset: 10 },
    ],
    slips: [],
  });
});

test.each([
  'Nobody notices',
  'started again',
  'ACT',
  'Fax',
  '',
  ',',
  'on, off',
  'to act',
  'x'.repeat(200_000),
])('other words are bold text: %.40s', (text) => {
  expect(readLabels(text)).toEqual({ labels: [], slips: [] });
});

const aside = 'If it is meant as bold text, put a word before it.';

test.each([
  [
    'detcted',
    'detected',
    [`error 0 \`detcted\` is no label, but \`detected\` is one. | Write \`**detected**\`. ${aside}`],
  ],
  [
    'Alerts',
    'alert',
    [`error 0 \`Alerts\` is no label, but \`alert\` is one. | Write \`**alert**\`. ${aside}`],
  ],
  [
    'resolved.',
    'resolved',
    [`error 0 \`resolved.\` is no label, but \`resolved\` is one. | Write \`**resolved**\`. ${aside}`],
  ],
  [
    'started, chnge',
    'started change',
    [`error 9 \`chnge\` is no label, but \`change\` is one. | Write \`**started, change**\`. ${aside}`],
  ],
  ['started,', 'started', ['error 8 A label is missing at a comma. | Write `**started**`.']],
])('%s was meant as %s', (text, labels, slips) => {
  expect(labelsOf(text)).toBe(labels);
  expect(slipsOf(text)).toEqual(slips);
});

test('a label among other words is bold text, and the author is told', () => {
  expect(labelsOf('started, badly')).toBe('');
  expect(slipsOf('started, badly')).toEqual([
    'warning 9 `badly` is no label, so all of this is read as bold text. | Write `**started**` and put the other words behind it. Labels are started, detected, responded, mitigated, resolved, alert, report, message, status, change, action, decision.',
  ]);
});

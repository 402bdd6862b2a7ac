import { expect, test } from 'vitest';
import { lintText } from '../../../support/rule-example.ts';

const found = (entry: string) =>
  lintText(
    `---\ntitle: T\nstatus: open\nseverity: 1\n---\n\n## Timeline\n\n- 2018-05-04 02:10 ${entry}\n`,
  ).filter(({ rule }) => rule === 'label-unknown');

test('a small bold word behind the time that is no label', () => {
  expect(found('**found** The filter refuses cards.')).toEqual([
    {
      rule: 'label-unknown',
      severity: 'advice',
      place: { line: 9, column: 20 },
      message: '`**found**` is no label, so it is bold text and nothing more.',
      hint: 'Marks are started, detected, responded, mitigated and resolved; kinds are alert, report, message, status, change, action and decision. If none fits, write it without the stars.',
    },
  ]);
});

test.each(['**found, fixed** A.', '**post-mortem** A.'])('%s', (entry) => {
  expect(found(entry)).toHaveLength(1);
});

test.each([
  ['a label', '**detected, report** A.'],
  ['bold text behind a label', '**detected** **all** mails come back.'],
  ['bold text later on', 'The filter refuses **all** cards.'],
  ['a name', '**Fax gateway** restarted.'],
  ['a word in capitals', '**NOTE** The clock of this machine is slow.'],
  ['a sentence', '**the bleeding has stopped** by now.'],
  ['a figure', '**214** suppliers see none.'],
  ['a word in italics', '*found* The filter.'],
])('%s is fine', (_, entry) => {
  expect(found(entry)).toEqual([]);
});

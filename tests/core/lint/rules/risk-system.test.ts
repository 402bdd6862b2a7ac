import { expect, test } from 'vitest';
import { exampleFile, lintText } from '../../../support/rule-example.ts';

const found = (text: string) =>
  lintText(exampleFile('other-areas-of-risk', text)).filter(({ rule }) => rule === 'risk-system');

test('says what is gained, and the word to write', () => {
  expect(found('- Any queue\n- Our fax gateway keeps its password there')).toEqual([
    {
      rule: 'risk-system',
      severity: 'advice',
      place: { line: 10, column: 1 },
      message:
        "This risk names Fax gateway in its text only, so it is not on that system's page, and a later incident there would not be shown as foreseen.",
      hint: 'If it threatens Fax gateway, end its line with `system:fax-gateway`.',
    },
  ]);
});

test('an id as code counts', () => {
  expect(found('- The password of `fax-gateway`')).toHaveLength(1);
});

test.each([
  '- Any queue without a monitor',
  '- The fax gateway keeps its password there system:fax-gateway',
  '- [ ] Watch the fax gateway @ana due:2018-06-01',
  '- "The fax gateway is next" was said in March',
  "- The fax gateway's vendor",
])('%s', (text) => {
  expect(found(text)).toEqual([]);
});

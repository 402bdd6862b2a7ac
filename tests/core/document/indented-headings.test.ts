import { expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { applyFixes } from '../../../src/core/fix/apply-fixes.ts';

const found = (body: string) => readDocument(body).problems.filter(({ rule }) => rule === 'heading-indented');
const mended = (body: string): string =>
  applyFixes(
    body,
    found(body).flatMap(({ fix }) => fix ?? []),
  ).text;

const whys = '## Whys\n\n- Why so late?\n  - We look at the lag only.\n\n';

test('says where it is, and what it belongs to', () => {
  expect(found(`${whys}  ## Detect\n\n  - [ ] Page on-duty`)).toMatchObject([
    {
      severity: 'warning',
      place: { line: 6, column: 3 },
      message: '## Detect in line 6 is indented, so it belongs to the list above it, and begins no section.',
      hint: 'Begin it at the start of the line: ## Detect. What belongs to it moves to the left as well.',
    },
  ]);
});

test.each<[why: string, before: string, after: string]>([
  ['alone', '  ## Detect\n', '## Detect\n'],
  [
    'with all that is indented as far',
    '    ## Detect\n\n    - [ ] Page\n      - nested\n',
    '## Detect\n\n- [ ] Page\n  - nested\n',
  ],
  [
    'with others that follow',
    '  ## Detect\n\n  - a\n\n  ## React\n\n  - b\n',
    '## Detect\n\n- a\n\n## React\n\n- b\n',
  ],
  [
    'up to what is not, which keeps its own indent',
    '  ## Detect\n\n- [x] Page dropped:2018-05-18\n  - The provider does it.\n',
    '## Detect\n\n- [x] Page dropped:2018-05-18\n  - The provider does it.\n',
  ],
  [
    'each with its own indent',
    '    ## Detect\n\n    - a\n\n  ## React\n\n  - b\n',
    '## Detect\n\n- a\n\n## React\n\n- b\n',
  ],
])('is mended %s', (_, before, after) => {
  expect(mended(whys + before)).toBe(whys + after);
});

test.each([
  `${whys}## Detect`,
  `${whys} ## Detect`,
  // A heading of the author's own may stand in an item.
  `${whys}  ## The lag`,
  `${whys}  ### Detect`,
  '- ## Detect',
  '> ## Detect',
  '- a\n\n  > ## Detect',
  '- a\n\n  ```md\n  ## Detect\n  ```',
])('is not: %j', (body) => {
  expect(found(body)).toEqual([]);
});

test('a guide has no sections', () => {
  const { problems } = readDocument(`${whys}  ## Detect`, { knownSections: false });
  expect(problems.map(({ rule }) => rule)).not.toContain('heading-indented');
});

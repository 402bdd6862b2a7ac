import { expect, test } from 'vitest';
import { type RuleEntry, rulesPage } from '../../../src/core/page/rules-page.ts';
import { ruleNames } from '../../../src/core/rules.ts';
import { settings } from '../../support/sample-catalog.ts';

function entries(rules: Parameters<typeof rulesPage>[0]['catalog']['settings']['rules'] = {}): RuleEntry[] {
  const catalog = { settings: { ...settings, rules } } as Parameters<typeof rulesPage>[0]['catalog'];
  return rulesPage({ catalog }).groups.flatMap((group) => group.rules);
}
const entry = (name: string, all = entries()): RuleEntry | undefined => all.find(({ rule }) => rule === name);

test('every rule is explained once, what is said included', () => {
  expect(
    entries()
      .map(({ rule }) => rule)
      .sort(),
  ).toEqual([...ruleNames].sort());
});

test('weights are those of the settings, but for rules that nobody can soften', () => {
  const all = entries({ 'section-name': 'error', 'mdx-syntax': 'off' });
  expect(entry('section-name')).toMatchObject({ weight: 'warning', isFixed: false });
  expect(entry('section-name', all)).toMatchObject({ weight: 'error' });
  expect(entry('mdx-syntax', all)).toMatchObject({ weight: 'error', isFixed: true, isMended: true });
});

test('backticks make code, and an example in words is a sentence', () => {
  expect(entry('file-ending')?.why.slice(0, 2)).toEqual([
    { text: 'Only ', isCode: false },
    { text: '.mdx', isCode: true },
  ]);
  expect(entry('symbolic-link')?.examples[0]?.right).toEqual({
    words: [
      { text: 'postmortems/fax.mdx', isCode: true },
      { text: ', the file itself.', isCode: false },
    ],
  });
});

test('a file that is not there is no empty text, and control characters can be seen', () => {
  expect(entry('systems-file')?.examples[0]?.wrong).toEqual({ lines: null });
  expect(entry('text-control-character')?.examples[0]?.wrong).toEqual({ lines: 'The queue said ␛[31mfull.' });
});

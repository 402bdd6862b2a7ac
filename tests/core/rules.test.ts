import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { applyRuleSettings, isFixedRule, ruleNames } from '../../src/core/rules.ts';

const finding = (rule: string, severity: Diagnostic['severity'] = 'error'): Diagnostic => ({
  file: 'a.mdx',
  line: 1,
  column: 1,
  severity,
  rule,
  message: 'm',
});

describe('settings', () => {
  test('switch rules off, and change their weight', () => {
    const found = [finding('section-name', 'warning'), finding('timeline-order'), finding('link-missing')];
    expect(
      applyRuleSettings(found, { 'section-name': 'error', 'timeline-order': 'off' }).map(
        ({ rule, severity }) => [rule, severity],
      ),
    ).toEqual([
      ['section-name', 'error'],
      ['link-missing', 'error'],
    ]);
  });

  test.each([
    'code-import',
    'code-expression',
    'code-html',
    'code-component',
    'mdx-syntax',
    'link-scheme',
    'not-a-rule',
  ])('can’t soften %s', (rule) => {
    expect(isFixedRule(rule)).toBe(true);
    expect(applyRuleSettings([finding(rule)], { [rule]: 'off' })).toEqual([finding(rule)]);
  });

  test('leave what objects inherit alone', () => {
    expect(applyRuleSettings([finding('constructor')], {})).toEqual([finding('constructor')]);
  });
});

test('every rule that the code names is listed', () => {
  const named = globSync('src/{core,render,workspace}/**/*.ts').flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return [
      ...text.matchAll(/(?:\bproblem\(|\bcomplain\(|\brule[:=] ?|\brule: )\s*'([a-z]+(?:-[a-z]+)+)'/g),
    ].map(([, rule]) => rule as string);
  });
  expect(named.length).toBeGreaterThan(40);
  expect([...new Set(named)].filter((rule) => !ruleNames.includes(rule))).toEqual([]);
});

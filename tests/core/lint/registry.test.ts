import { describe, expect, test } from 'vitest';
import { lintRules } from '../../../src/core/lint/registry.ts';
import { isSenseRule, ruleNames } from '../../../src/core/rules.ts';
import { exampleFile, lintText } from '../../support/rule-example.ts';

test('every rule for sense is named once, in both lists', () => {
  expect(lintRules.map(({ guide }) => guide.rule).toSorted()).toEqual(
    ruleNames.filter(isSenseRule).toSorted(),
  );
});

describe.each(lintRules.map((rule) => [rule.guide.rule, rule] as const))('%s', (name, { guide, weight }) => {
  const on = weight === 'off' ? { [name]: 'advice' as const } : {};

  test('has examples', () => {
    expect(guide.examples.length).toBeGreaterThan(0);
  });

  test.each(guide.examples)('finds "$wrong", not "$right"', ({ place, wrong, right }) => {
    const found = lintText(exampleFile(place, wrong), on).map(({ rule }) => rule);
    expect([...new Set(found)]).toEqual([name]);
    expect(lintText(exampleFile(place, right), on)).toEqual([]);
  });
});

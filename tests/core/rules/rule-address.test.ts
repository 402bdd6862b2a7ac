import { describe, expect, test } from 'vitest';
import { ruleDocument, rulePageAddress, whereExplained } from '../../../src/core/rules/rule-address.ts';

const nowhere = { siteUrl: null, basePath: '/kb/' };
const site = { siteUrl: 'https://kb.example', basePath: '/kb/' };

describe('where a rule is explained', () => {
  test.each([
    ['blame-words', site, 'https://kb.example/kb/rules/blame-words/'],
    ['blame-words', nowhere, 'docs/rules.md#blame-words'],
    ['timeline-order', site, null],
    ['no-such-rule', nowhere, null],
  ])('%s', (rule, address, expected) => {
    expect(whereExplained(rule, address)).toBe(expected);
  });

  test('in the documentation, every rule has its place', () => {
    expect(ruleDocument('timeline-order')).toEqual({ path: 'docs/rules.md', anchor: 'timeline-order' });
    expect(ruleDocument('no-such-rule')).toBeNull();
  });

  test('no page where the site has no address', () => {
    expect(rulePageAddress('blame-words', nowhere)).toBeNull();
  });
});

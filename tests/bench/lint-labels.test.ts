import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { lintRules } from '../../src/core/lint/registry.ts';
import { precisionTable, readLabels } from './lint-labels.ts';

const labels = await readLabels();

test('labels name rules that there are, and each finding once', () => {
  const rules = new Set(lintRules.map(({ guide }) => guide.rule));
  expect(labels.filter(({ rule }) => !rules.has(rule))).toEqual([]);
  const findings = labels.map(({ rule, digest, source }) => `${rule} ${digest} ${source}`);
  expect(new Set(findings).size).toBe(findings.length);
});

test.each(lintRules.filter(({ weight }) => weight !== 'off').map(({ guide }) => guide.rule))(
  '%s is on by default: at most one false alarm in twenty findings',
  (rule) => {
    const read = labels.filter((label) => label.rule === rule);
    const falseAlarms = read.filter(({ right }) => !right);
    expect(falseAlarms.length * 20).toBeLessThanOrEqual(read.length);
  },
);

test('docs/check.md has the table of what was measured', async () => {
  const docs = await readFile(new URL('../../docs/check.md', import.meta.url), 'utf8');
  expect(docs).toContain(precisionTable(labels));
});

import { expect, test } from 'vitest';
import { defaultSettings } from '../../../../src/core/catalog/settings.ts';
import { levelOf } from '../../../../src/core/import/write/severity.ts';

test.each([
  ['SEV1', 1],
  ['SEV-2 (was SEV-3)', 2],
  ['P1', 1],
  ['3', 3],
  ['Critical', 1],
  ['Down', 1],
  ['major', 2],
  ['Low', 3],
  ['SEV0', null],
  ['P4', null],
  ['medium', null],
  ['12 users', null],
])('%s is level %s of three', (written, expected) => {
  expect(levelOf(written, defaultSettings.severities)).toBe(expected);
});

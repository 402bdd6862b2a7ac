import { expect, test } from 'vitest';
import { lintRules } from '../../../src/core/lint/registry.ts';
import { formatGuideGroups } from '../../../src/core/rules/format-guides.ts';
import { rulesDocument } from '../../../src/core/rules/rules-document.ts';

test('docs/rules.md says what the rules’ guides say; npm run docs writes it anew', async () => {
  await expect(rulesDocument(formatGuideGroups, lintRules)).toMatchFileSnapshot('../../../docs/rules.md');
});

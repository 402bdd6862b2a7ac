import { expect, test } from 'vitest';
import { allGuideGroups } from '../../../src/core/rules/all-guides.ts';
import { rulesDocument } from '../../../src/core/rules/rules-document.ts';

test('docs/rules.md says what the rules’ guides say; npm run docs writes it anew', async () => {
  await expect(rulesDocument(allGuideGroups)).toMatchFileSnapshot('../../../docs/rules.md');
});

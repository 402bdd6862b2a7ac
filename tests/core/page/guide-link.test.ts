import { expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { guideLink, sectionGuide } from '../../../src/core/page/guide-link.ts';
import { catalogOf, documentOf, guideOf } from '../../support/sample-catalog.ts';

const index = indexCatalog(
  catalogOf([], {
    handbook: [
      guideOf('severities', { title: 'Our levels' }),
      guideOf('five-questions', { document: documentOf({ anchors: ['detect'] }) }),
      guideOf('how-we-meet'),
    ],
  }).catalog,
  { today: '2026-01-01', basePath: '/kb/' },
);

test('a guide is linked to by its own title', () => {
  expect(guideLink(index, 'severities')).toEqual({ text: 'Our levels', url: '/kb/handbook/severities/' });
});

test('nothing leads to a guide that is gone or has another name', () => {
  expect(guideLink(index, 'meeting')).toBeNull();
  expect(sectionGuide(index, 'timeline')).toBeNull();
});

test('a question leads to its heading in the guide, and to the guide where that heading is gone', () => {
  expect(sectionGuide(index, 'detect')?.url).toBe('/kb/handbook/five-questions/#detect');
  expect(sectionGuide(index, 'react')?.url).toBe('/kb/handbook/five-questions/');
});

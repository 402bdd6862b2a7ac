import { describe, expect, test } from 'vitest';
import type { CatalogParts } from '../../../src/core/catalog/build-catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readHandbookPage } from '../../../src/core/handbook/read-handbook-page.ts';
import type { Improvement } from '../../../src/core/improvement/improvement.ts';
import { handbookGroups, handbookPage } from '../../../src/core/page/handbook-page.ts';
import { plainRendering } from '../../support/plain-rendering.ts';
import { catalogOf, guideOf, postmortemOf, settings } from '../../support/sample-catalog.ts';

function read(body: string) {
  const document = readDocument(`---\ntitle: Guide\n---\n\n${body}`, {
    knownSections: false,
    guideComponents: true,
  });
  const { page, problems } = readHandbookPage({ id: 'guide', file: 'content/handbook/guide.mdx', document });
  if (page === null) throw new Error('It can’t be read.');
  return { page, problems };
}

/** What a guide with this text shows, on 21 November 2026. */
function partsOf(body: string, parts: Partial<CatalogParts> = {}, improvements: Partial<Improvement>[] = []) {
  const { catalog } = catalogOf([postmortemOf({ id: 'fax', improvements })], {
    handbook: [read(body).page],
    ...parts,
  });
  const index = indexCatalog(catalog, { today: '2026-11-21', basePath: '/kb/' });
  return handbookPage(index, 'guide', plainRendering)?.parts ?? [];
}

describe('a guide shows, in the order of its text,', () => {
  test('words and what its components know', () => {
    expect(partsOf('One.\n\n<Severities />\n\nTwo.\n\n<ReportTemplate />\n').map(({ kind }) => kind)).toEqual(
      ['words', 'severities', 'words', 'report-template'],
    );
  });

  test('the severities of the settings', () => {
    expect(partsOf('<Severities />\n')).toEqual([{ kind: 'severities', severities: settings.severities }]);
  });

  test('the five moments of a timeline', () => {
    expect(partsOf('<Marks />\n')).toEqual([{ kind: 'marks' }]);
  });

  test('the workflow that it asks for, the postmortem’s where it does not say', () => {
    const kinds = partsOf('<Workflow />\n\n<Workflow of="improvement" />\n').map((part) =>
      part.kind === 'workflow' ? [part.of, part.steps[0]?.state] : null,
    );
    expect(kinds).toEqual([
      ['postmortem', 'open'],
      ['improvement', 'new'],
    ]);
  });

  test('limits with how many there are, and hours by team', () => {
    // Two accepted where one may be; nobody verified, which has no limit.
    const parts = partsOf(
      '<Limits />\n',
      { settings: { ...settings, wipLimits: { accepted: 1, resolved: 4 }, teamHours: { orders: 200 } } },
      [
        { title: 'A', state: 'accepted' },
        { title: 'B', state: 'accepted' },
        { title: 'C', state: 'verified' },
      ],
    );
    expect(parts).toEqual([
      {
        kind: 'limits',
        limits: {
          states: [
            { state: 'accepted', limit: 1, now: 2, url: '/kb/backlog/?state=accepted' },
            { state: 'resolved', limit: 4, now: 0, url: '/kb/backlog/?state=resolved' },
          ],
          teams: [{ name: 'orders', url: '/kb/teams/orders/', hours: 200 }],
          queuesUrl: null,
        },
      },
    ]);
  });

  test('limits, which lead to both queues side by side where there is such a page', () => {
    const capacity = { support: 2, improvements: null };
    expect(partsOf('<Limits />\n', { settings: { ...settings, capacity } }, [])).toMatchObject([
      { limits: { queuesUrl: '/kb/queues/' } },
    ]);
  });

  test('who is on duty, or that no file says it', () => {
    const onDuty = { rotation: { startsOn: '2026-11-16', days: 7, order: ['ana', 'sam'] }, shifts: [] };
    expect(partsOf('<OnDuty />\n')).toEqual([{ kind: 'on-duty', now: null }]);
    expect(partsOf('<OnDuty />\n', { onDuty })).toMatchObject([
      { kind: 'on-duty', now: { shift: { superhero: { handle: 'ana' }, sidekick: { handle: 'sam' } } } },
    ]);
  });

  test('its footnotes at the end', () => {
    const parts = partsOf('One.[^a]\n\n<ReportTemplate />\n\n[^a]: Note.\n');
    expect(parts.map(({ kind }) => kind)).toEqual(['words', 'report-template', 'words']);
  });
});

describe('a component of the guides', () => {
  test('of no known workflow is told, with those there are', () => {
    expect(read('<Workflow of="tickets" />\n').problems).toMatchObject([
      { rule: 'component-attribute', place: { line: 5, column: 11 } },
    ]);
  });

  test('inside something else makes the guide one that Astro compiles', () => {
    expect(read('<Severities />\n').page.hasCode).toBe(false);
    expect(read('> <Severities />\n').page.hasCode).toBe(true);
    expect(read('Text <Limits /> text.\n').page.hasCode).toBe(true);
  });

  test('is none in a postmortem', () => {
    expect(readDocument('---\ntitle: T\n---\n\n<Severities />\n').problems).toMatchObject([
      { rule: 'code-component' },
    ]);
  });
});

test('guides stand in groups, in their order; a group stands where its first guide does', () => {
  const { catalog } = catalogOf([], {
    handbook: [
      guideOf('b', { order: 2, group: 'Later' }),
      guideOf('a', { order: 1, group: 'First' }),
      guideOf('c', { order: 3, group: 'First' }),
      guideOf('d'),
    ],
  });
  const index = indexCatalog(catalog, { today: '2026-11-21', basePath: '/kb/' });
  expect(handbookGroups(index).map(({ name, pages }) => [name, ...pages.map(({ url }) => url)])).toEqual([
    ['First', '/kb/handbook/a/', '/kb/handbook/c/'],
    ['Later', '/kb/handbook/b/'],
    [null, '/kb/handbook/d/'],
  ]);
});

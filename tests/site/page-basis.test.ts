import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import { type CatalogIndex, indexCatalog } from '../../src/core/catalog/catalog-index.ts';
import { meetingBasis, meetingPage } from '../../src/core/page/meeting-page.ts';
import { postmortemPage } from '../../src/core/page/postmortem-page.ts';
import { replayBasis, replayPage } from '../../src/core/page/replay-page.ts';
import type { Postmortem } from '../../src/core/postmortem/postmortem.ts';
import { currentWorkspace } from '../../src/workspace/current.ts';
import { projectFromEnvironment } from '../../src/workspace/project.ts';
import { plainRendering as rendering } from '../support/plain-rendering.ts';

const { catalog } = currentWorkspace(projectFromEnvironment({}));
const at = (changed: Catalog, today = '2026-11-21'): CatalogIndex =>
  indexCatalog(changed, { today, basePath: '/' });

/** What a build decides by, besides the postmortem's own page (which stands for its text), and what it then takes over. */
const kinds: Record<
  string,
  [(i: CatalogIndex, p: Postmortem) => unknown, (i: CatalogIndex, p: Postmortem) => unknown]
> = {
  meeting: [meetingBasis, (index, postmortem) => meetingPage(index, postmortem, rendering, null)],
  replay: [replayBasis, (index, postmortem) => replayPage(index, postmortem, rendering)],
};

const decidedBy = (index: CatalogIndex, postmortem: Postmortem, basis: unknown): string =>
  JSON.stringify([postmortem.document.source.text, postmortemPage(index, postmortem.id, rendering), basis]);

const { settings } = catalog;
const remaining = catalog.postmortems.filter((_, i) => i % 2 === 0);
const changes: Record<string, Partial<Catalog>> = {
  'systems have other names': { systems: catalog.systems.map((one) => ({ ...one, name: `${one.name} 2` })) },
  'systems are described otherwise': {
    systems: catalog.systems.map((one) => ({ ...one, description: 'New' })),
  },
  'people have other names': {
    people: (catalog.people ?? []).map((one) => ({ ...one, name: `${one.name} 2` })),
  },
  'guides have other titles': {
    handbook: catalog.handbook.map((one) => ({ ...one, title: `${one.title} 2` })),
  },
  'there are no guides': { handbook: [] },
  'severities have other names and days': {
    settings: {
      ...settings,
      severities: settings.severities.map((one) => ({ ...one, name: `${one.name} 2`, improvementDays: 3 })),
    },
  },
  'tickets stand elsewhere': { settings: { ...settings, ticketUrl: 'https://tickets.example/{id}' } },
  'others have other titles and tags': {
    postmortems: catalog.postmortems.map((one, i) =>
      i % 2 === 0 ? one : { ...one, facts: { ...one.facts, title: `${one.facts.title} 2`, tags: ['new'] } },
    ),
  },
  'others are gone': { postmortems: remaining, foreseen: [], references: [] },
};

describe.each(Object.entries(kinds))('the page of a %s', (_kind, [basisOf, pageOf]) => {
  const before = at(catalog);
  const kept = (after: CatalogIndex): Postmortem[] =>
    after.catalog.postmortems.filter(
      (postmortem) =>
        before.postmortems.get(postmortem.id) === postmortem &&
        decidedBy(before, postmortem, basisOf(before, postmortem)) ===
          decidedBy(after, postmortem, basisOf(after, postmortem)),
    );

  test.each([
    ...Object.entries(changes).map(([name, change]) => [name, at({ ...catalog, ...change })] as const),
    ['a month has passed', at(catalog, '2026-12-21')] as const,
  ])('is taken over only where it would be the same: %s', (_name, after) => {
    for (const postmortem of kept(after))
      expect(pageOf(after, postmortem)).toEqual(pageOf(before, postmortem));
  });

  test('is taken over where nothing changed', () => {
    expect(kept(at({ ...catalog }))).toHaveLength(catalog.postmortems.length);
  });
});

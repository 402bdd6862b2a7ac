import { describe, expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { relatedIncidents } from '../../../src/core/catalog/related.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

function relatedTo(id: string, postmortems: Postmortem[]) {
  const index = indexCatalog(catalogOf(postmortems).catalog, { today: '2020-01-01', basePath: '/' });
  return relatedIncidents(index.catalog.postmortems, index.kinship, index.positions.get(id) ?? -1);
}

const fax = postmortemOf({
  id: 'fax',
  date: '2018-05-04',
  systems: ['fax-gateway', 'mail'],
  tags: ['vendor', 'queue', 'night'],
});

describe('related incidents', () => {
  test('say what they share', () => {
    const other = postmortemOf({ id: 'other', systems: ['mail', 'dns'], tags: ['queue', 'deploy'] });
    expect(relatedTo('fax', [fax, other])).toEqual([{ id: 'other', systems: ['mail'], tags: ['queue'] }]);
  });

  test('share something', () => {
    expect(
      relatedTo('fax', [fax, postmortemOf({ id: 'other', systems: ['dns'], tags: ['deploy'] })]),
    ).toEqual([]);
  });

  test('rank a shared system (3) above two shared tags (1 each), and the sum decides', () => {
    const ranked = relatedTo('fax', [
      fax,
      postmortemOf({ id: 'two-tags', tags: ['vendor', 'queue'] }),
      postmortemOf({ id: 'system', systems: ['mail'] }),
      postmortemOf({ id: 'system-and-tag', systems: ['mail'], tags: ['vendor'] }),
      postmortemOf({ id: 'two-systems', systems: ['mail', 'fax-gateway'] }),
    ]);
    expect(ranked.map(({ id }) => id)).toEqual(['two-systems', 'system-and-tag', 'system', 'two-tags']);
  });

  test('that share as much are ordered by how near in time they were', () => {
    const same = (id: string, date: string) => postmortemOf({ id, date, systems: ['mail'] });
    const ranked = relatedTo('fax', [
      same('months-later', '2018-09-01'),
      same('a-year-later', '2019-05-01'),
      fax,
      same('weeks-before', '2018-04-01'),
    ]);
    expect(ranked.map(({ id }) => id)).toEqual(['months-later', 'weeks-before', 'a-year-later']);
  });

  test('are five at most', () => {
    const many = Array.from({ length: 9 }, (_, at) => postmortemOf({ id: `other-${at}`, systems: ['mail'] }));
    expect(relatedTo('fax', [fax, ...many])).toHaveLength(5);
  });

  test('are found among thousands of one system without looking at all of them', () => {
    const many = Array.from({ length: 5000 }, (_, at) =>
      postmortemOf({ id: `p-${String(at).padStart(4, '0')}`, date: '2018-01-01', systems: ['mail'] }),
    );
    const index = indexCatalog(catalogOf(many).catalog, { today: '2020-01-01', basePath: '/' });
    expect(relatedIncidents(index.catalog.postmortems, index.kinship, 2500).map(({ id }) => id)).toEqual([
      'p-2499',
      'p-2501',
      'p-2498',
      'p-2502',
      'p-2497',
    ]);
  });
});

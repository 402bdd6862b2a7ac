import { expect, test } from 'vitest';
import type { System } from '../../../src/core/catalog/catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { systemsMapPage, systemsMapSource } from '../../../src/core/page/systems-map-page.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

const system = (id: string, team: string | null, dependsOn: string[] = []): System => ({
  id,
  name: id.toUpperCase(),
  team,
  description: null,
  dependsOn,
});

const indexOf = (systems: System[]) =>
  indexCatalog(
    catalogOf(
      [
        postmortemOf({
          id: 'a',
          date: '2018-05-04',
          systems: ['fax'],
          improvements: [
            { title: 'late', due: '2018-06-09' },
            { title: 'due', due: '2018-06-10' },
            { title: 'done', done: '2018-06-01' },
          ],
        }),
        postmortemOf({ id: 'b', date: '2018-01-01', systems: ['fax', 'bus'] }),
      ],
      { systems },
    ).catalog,
    { today: '2018-06-10', basePath: '/kb/' },
  );

test('systems stand by team, with all that the drawing says', () => {
  const index = indexOf([
    system('fax', 'orders', ['bus']),
    system('bus', null),
    system('web', 'orders', ['fax', 'bus']),
  ]);
  expect(systemsMapPage(index, '<figure></figure>')).toMatchObject({
    drawing: '<figure></figure>',
    hasDependencies: true,
    groups: [
      {
        team: { text: 'orders', url: '/kb/teams/orders/' },
        systems: [
          {
            text: 'FAX',
            url: '/kb/systems/fax/',
            dependsOn: [{ text: 'BUS' }],
            neededBy: 1,
            incidents: 2,
            lastOn: '2018-05-04',
            open: 2,
            overdue: 1,
          },
          { text: 'WEB', dependsOn: [{ text: 'FAX' }, { text: 'BUS' }], incidents: 0, lastOn: null, open: 0 },
        ],
      },
      { team: null, systems: [{ text: 'BUS', neededBy: 2, incidents: 1, lastOn: '2018-01-01', open: 0 }] },
    ],
  });
  expect(systemsMapSource(index)).toContain('s0["FAX<br/>2 incidents, 2 open"]');
});

test('without systems there is an empty page and nothing to draw', () => {
  const index = indexOf([]);
  expect(systemsMapSource(index)).toBeNull();
  expect(systemsMapPage(index, null)).toEqual({ drawing: null, hasDependencies: false, groups: [] });
});

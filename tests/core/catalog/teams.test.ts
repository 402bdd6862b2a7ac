import { describe, expect, test } from 'vitest';
import type { Person, System } from '../../../src/core/catalog/catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { teamOf, teamsOf } from '../../../src/core/catalog/teams.ts';
import { catalogOf, settings as defaults, postmortemOf } from '../../support/sample-catalog.ts';

const person = (handle: string, team: string | null): Person => ({ handle, name: handle, team });
const system = (id: string, team: string | null): System => ({
  id,
  name: id,
  team,
  description: null,
  dependsOn: [],
});

function catalogWith(people: Person[] | null, systems: System[], teamHours: Record<string, number> = {}) {
  return catalogOf([], { people, systems, settings: { ...defaults, teamHours } }).catalog;
}

describe('the teams', () => {
  test('are all that people, systems or settings name, each once, by name', () => {
    const teams = teamsOf(
      catalogWith([person('ana', 'orders'), person('jo', null)], [system('dns', 'platform')], { night: 8 }),
    );
    expect([...teams.keys()]).toEqual(['night', 'orders', 'platform']);
  });

  test('have their people, their systems and their hours, where there are any', () => {
    const teams = teamsOf(
      catalogWith(
        [person('ana', 'orders'), person('sam', 'orders'), person('mei', 'platform')],
        [system('fax', 'orders'), system('dns', 'platform')],
        { orders: 200 },
      ),
    );
    expect(teams.get('orders')).toMatchObject({
      people: [{ handle: 'ana' }, { handle: 'sam' }],
      systems: [{ id: 'fax' }],
      hours: 200,
    });
    expect(teams.get('platform')).toMatchObject({ people: [{ handle: 'mei' }], hours: null });
  });

  test('of none of hours is told apart from hours that are not known', () => {
    expect(teamsOf(catalogWith(null, [], { interns: 0 })).get('interns')?.hours).toBe(0);
  });

  test('may be called what every object in the program has', () => {
    for (const name of ['__proto__', 'constructor'])
      expect(teamsOf(catalogWith(null, [system('dns', name)])).get(name)?.hours).toBeNull();
  });

  test('are none where nothing names one', () => {
    expect(teamsOf(catalogWith(null, [system('dns', null)]))).toEqual(new Map());
  });

  test.each([
    [['Order Desk'], ['order-desk']],
    [
      ['Order Desk', 'order desk'],
      ['order-desk', 'order-desk-1'],
    ],
    [['größe'], ['größe']],
    // Nothing is left of these once everything is gone that an address could not have.
    [
      ['!!!', '???'],
      ['team', 'team-1'],
    ],
    // A folder's name has at most 255 bytes, and two long names may begin alike.
    [
      [`a${'very'.repeat(70)}long`, `a${'very'.repeat(70)}wide`],
      [`a${'very'.repeat(14)}ver`, `a${'very'.repeat(14)}ver-1`],
    ],
    [['𝒶'.repeat(300)], ['𝒶'.repeat(60)]],
  ])('%j have the addresses %j', (names, slugs) => {
    const teams = teamsOf(
      catalogWith(
        null,
        names.map((name, at) => system(`s${at}`, name)),
      ),
    );
    expect([...teams.values()].map(({ slug }) => slug)).toEqual(slugs);
  });
});

describe('an improvement belongs to the team', () => {
  const index = indexCatalog(
    catalogWith(
      [person('ana', 'orders'), person('jo', null)],
      [system('wiki', null), system('dns', 'platform'), system('fax', 'orders')],
    ),
    { today: '2018-06-01', basePath: '/' },
  );
  test.each([
    ['of its owner, whatever its incident hit', 'ana', ['dns'], 'orders'],
    ['of the first system that has one, where nobody owns it', null, ['wiki', 'dns', 'fax'], 'platform'],
    ['of the first system that has one, where its owner has none', 'jo', ['fax', 'dns'], 'orders'],
    ['of the first system that has one, where nobody knows its owner', 'zoe', ['dns'], 'platform'],
    ['of nobody, where neither has one', 'jo', ['wiki'], null],
    ['of nobody, where its incident hit a system that nobody knows', null, ['gone'], null],
    ['of nobody, where its incident hit no system', null, [], null],
  ])('%s', (_, owner, systems, team) => {
    expect(teamOf(index, postmortemOf({ id: 'a', systems }), { owner })).toBe(team);
  });
});

import { expect, test } from 'vitest';
import type { System } from '../../../src/core/catalog/catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { systemPage } from '../../../src/core/page/system-page.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { plainRendering as rendering } from '../../support/plain-rendering.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

const system = (id: string, ...dependsOn: string[]): System => ({
  id,
  name: id.toUpperCase(),
  team: null,
  description: null,
  dependsOn,
});
/** The shop needs orders and search; orders needs the database, which needs the disks. Nobody needs the shop. */
const systems = [
  system('shop', 'orders', 'search'),
  system('orders', 'database'),
  system('search'),
  system('database', 'disks'),
  system('disks'),
];
const incident = (id: string, severity: number, date: string, ...hit: string[]): Postmortem =>
  postmortemOf({ id, severity, date, systems: hit });

function pageOf(id: string, ...postmortems: Postmortem[]) {
  const { catalog } = catalogOf(postmortems, { systems });
  const page = systemPage(indexCatalog(catalog, { today: '2026-01-01', basePath: '/' }), id, rendering);
  if (page === null) throw new Error('no page');
  return page;
}

const names = (links: readonly { text: string }[]) => links.map(({ text }) => text).join(' ');

test('what happened below is told with the way there, the most severe first, then the latest', () => {
  const { below, history } = pageOf(
    'shop',
    incident('lock', 1, '2024-01-01', 'database'),
    incident('full', 2, '2025-01-01', 'disks'),
    incident('index', 2, '2023-01-01', 'search'),
    incident('queue', 1, '2025-06-01', 'orders'),
    incident('own', 1, '2025-07-01', 'shop'),
  );
  expect(history.map(({ postmortem }) => postmortem.id)).toEqual(['own']);
  expect(
    below.shown.map(({ postmortem, hit, through }) => [postmortem.id, hit.text, names(through)]),
  ).toEqual([
    ['queue', 'ORDERS', ''],
    ['lock', 'DATABASE', 'ORDERS'],
    ['full', 'DISKS', 'ORDERS DATABASE'],
    ['index', 'SEARCH', ''],
  ]);
});

test('an incident is told once: of the nearest system it hit, and not where it hit this one, too', () => {
  const { below } = pageOf(
    'shop',
    incident('both', 1, '2024-01-01', 'disks', 'orders'),
    incident('own', 1, '2024-02-01', 'shop', 'orders'),
  );
  expect(below.shown.map(({ postmortem, hit }) => [postmortem.id, hit.text])).toEqual([['both', 'ORDERS']]);
});

test('five are shown, and where the others stand', () => {
  const seven = Array.from({ length: 7 }, (_, nth) =>
    incident(`i${nth}`, 2, `2024-01-0${nth + 1}`, nth < 5 ? 'orders' : 'search'),
  );
  const { below, belowSystems } = pageOf('shop', ...seven);
  // Seven in all less the five shown.
  expect([below.shown.length, below.more]).toEqual([5, 2]);
  expect(belowSystems.map(({ system, incidents }) => `${system.text} ${incidents}`)).toEqual([
    'ORDERS 5',
    'SEARCH 2',
  ]);
});

test('what is reached is told by the neighbour that leads there', () => {
  const { neededBy, reaches, restsOn } = pageOf('disks');
  expect(names(neededBy)).toBe('DATABASE');
  expect(reaches.map(({ through, systems }) => `${through.text}: ${names(systems)}`)).toEqual([
    'DATABASE: ORDERS SHOP',
  ]);
  expect(restsOn).toEqual([]);
  expect(pageOf('shop').restsOn.map(({ through, systems }) => `${through.text}: ${names(systems)}`)).toEqual([
    'ORDERS: DATABASE DISKS',
  ]);
});

test('nothing depends on the shop', () => {
  expect(pageOf('shop').neededBy).toEqual([]);
});

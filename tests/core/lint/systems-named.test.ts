import { expect, test } from 'vitest';
import type { System } from '../../../src/core/catalog/catalog.ts';
import { systemsNamed } from '../../../src/core/lint/systems-named.ts';

const system = (id: string, name: string): System => ({
  id,
  name,
  team: null,
  description: null,
  dependsOn: [],
});
const systems = [
  system('fax-gateway', 'Fax gateway'),
  system('search', 'Product search'),
  system('payments', 'Payments'),
  system('event-bus', 'Event bus'),
  system('sign-in', 'Sign-in'),
  system('dns', 'DNS and certificates'),
];

test.each<[string, string[]]>([
  ['The fax-gateway stores its token in the same place', ['fax-gateway']],
  ['The Fax gateway stores its token there', ['fax-gateway']],
  ['Our fax gateway, and the event bus', ['fax-gateway', 'event-bus']],
  ['The fax gateway and the fax-gateway', ['fax-gateway']],
  ['Each night product search is renewed', ['search']],
  ['The same code runs in Payments', ['payments']],
  ['Payments signs its requests with a time', ['payments']],
  // Words of the language, not names.
  ['A search found four more', []],
  ['Late payments are retried', []],
  ['Payments by card', []],
  ['Search results are kept', []],
  ['The Payments Council', []],
  ['Suppliers sign in at another door', []],
  ['What we need sign-in for', []],
  ['The password of DNS', []],
  // Part of something else.
  ["The fax gateway's vendor, and the event bus’s disks", []],
  ['See fax-gateway.example.com and src/fax-gateway', []],
  ['The fax-gateway-old host', []],
  ['Nothing at all', []],
])('%s', (text, ids) => {
  expect(systemsNamed(text, systems)).toEqual(ids);
});

test('where there are no systems, none is named', () => {
  expect(systemsNamed('The fax gateway', [])).toEqual([]);
});

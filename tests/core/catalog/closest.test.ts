import { expect, test } from 'vitest';
import { closest } from '../../../src/core/catalog/closest.ts';

test.each([
  ['fax-gatway', 'fax-gateway'],
  ['FAX-GATEWAY', 'fax-gateway'],
  ['gatewayfax', null],
  ['dn', 'dns'],
  ['dsn', 'dns'],
  ['sdn', null],
  ['x', null],
  ['', null],
])('a person who writes %j means %j', (word, meant) => {
  expect(closest(word, ['invoices', 'fax-gateway', 'dns'])).toBe(meant);
});

test('of two near words the nearer one is meant', () => {
  expect(closest('invoice', ['invoked', 'invoices'])).toBe('invoices');
});

import { expect, test } from 'vitest';
import { lintText } from '../../../support/rule-example.ts';

const isFound = ({ facts = '', detected = 'detected', detect = 'A supplier wrote.' }): boolean =>
  lintText(
    `---\ntitle: T\nstatus: resolved\nseverity: 1${facts}\n---\n\n## Timeline\n\n- 2018-05-04 02:10 **started** It stops.\n- 08:25 **${detected}** We know.\n\n## Detect\n\n${detect}\n`,
  ).some(({ rule }) => rule === 'detect-customers');

test('raised by a customer, or detected by a report', () => {
  expect(isFound({ facts: '\nraisedBy: customer' })).toBe(true);
  expect(isFound({ detected: 'detected, report' })).toBe(true);
});

test.each([
  { facts: '\nraisedBy: system' },
  // The one who reported it was no customer.
  { facts: '\nraisedBy: product-owner', detected: 'detected, report' },
  // An alarm was faster than the customer who raised it.
  { facts: '\nraisedBy: customer', detected: 'detected, alert' },
  {},
  { facts: '\nraisedBy: customer', detect: '- [ ] Page on-duty' },
  { facts: '\nraisedBy: customer', detect: '- Count the orders that leave' },
  { facts: '\nraisedBy: customer', detect: 'TBD' },
  { facts: '\nraisedBy: customer', detect: '' },
])('not with %j', (parts) => {
  expect(isFound(parts)).toBe(false);
});

import { expect, test } from 'vitest';
import type { System } from '../../../src/core/catalog/catalog.ts';
import { safeTitle } from '../../../src/core/replay/safe-title.ts';
import { postmortemOf } from '../../support/sample-catalog.ts';

const named = (id: string, name: string): [string, System] => [
  id,
  { id, name, team: null, description: null, dependsOn: [] },
];
const systems = new Map([named('fax', 'Fax gateway'), named('mail', 'Mail relay')]);

test.each([
  [['fax'], '2018-05-04', 'An incident on Fax gateway, Friday 4 May 2018'],
  [['fax', 'mail'], '2018-05-04', 'An incident on Fax gateway and Mail relay, Friday 4 May 2018'],
  [['fax', 'mail', 'dns', 'bus'], null, 'An incident on Fax gateway, Mail relay and 2 more'],
  [['fax', 'fax'], null, 'An incident on Fax gateway'],
  [[], '2018-05-04', 'An incident, Friday 4 May 2018'],
  [[], null, 'An incident'],
])('an incident on %j of %s is called %s', (ids, date, title) => {
  expect(safeTitle({ systems }, postmortemOf({ id: 'x', title: 'Unpaid bill', systems: ids, date }))).toBe(
    title,
  );
});

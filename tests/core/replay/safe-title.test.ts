import { expect, test } from 'vitest';
import { safeTitle } from '../../../src/core/replay/safe-title.ts';
import { entryOf } from '../../support/entry.ts';

const titleOf = (labels: string, text: string): string =>
  safeTitle({
    timeline: {
      introduction: [],
      entries: [entryOf('08:00', 'The account is suspended'), entryOf(`08:25 ${labels}`, text)],
    },
  });

test.each([
  ['A supplier calls. It is the bill.', 'A supplier calls'],
  ['A supplier e-mails support: no orders today?', 'A supplier e-mails support: no orders today?'],
  ['  Eleven pages in forty seconds  ', 'Eleven pages in forty seconds'],
  ['Someone says: "Are you open?" We are.', 'Someone says: "Are you open?"'],
  // 88 letters up to "loading", and 90 are the most.
  [
    'A product owner of the delivery team waits one morning with a driver from Newark at the loading dock and looks.',
    'A product owner of the delivery team waits one morning with a driver from Newark at the…',
  ],
  ['x'.repeat(100), `${'x'.repeat(89)}…`],
])('what was first heard, %j, is its title', (text, title) => {
  expect(titleOf('detected, report', text)).toBe(title);
});

test('where nothing says what was first heard, or it has no words, its day is', () => {
  expect(titleOf('action', 'The bill is paid.')).toBe('An incident, Sunday 1 March 2020');
  expect(titleOf('detected', '')).toBe('An incident, Sunday 1 March 2020');
  expect(safeTitle({ timeline: null })).toBe('An incident');
});

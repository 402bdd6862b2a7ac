import { expect, test } from 'vitest';
import { zonePlace } from '../../src/site/zone-place.ts';

test.each([
  ['America/New_York', 'New York'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['Europe/Berlin', 'Berlin'],
  ['UTC', 'UTC'],
])('%s is %s', (timezone, place) => {
  expect(zonePlace(timezone)).toBe(place);
});

import { expect, test } from 'vitest';
import type { Track } from '../../../src/core/history/follow.ts';
import { historyOf, type Remembered } from '../../../src/core/history/tell.ts';
import { catalogOf, improvementOf, postmortemOf, settings } from '../../support/sample-catalog.ts';

const noon = Date.UTC(2026, 0, 5, 12) / 1000;

function remembered(tracks: Partial<Track>[], part: Partial<Remembered> = {}): Remembered {
  const whole = tracks.map((track) => ({
    ...improvementOf(track),
    gone: false,
    appeared: noon,
    moves: [],
    ...track,
  }));
  return {
    coverage: { kind: 'whole' },
    folder: 'docs/postmortems/',
    tracks: new Map([['docs/postmortems/a/fax.mdx', whole]]),
    ...part,
  };
}

const { catalog } = catalogOf([
  postmortemOf({ id: 'a/fax', improvements: [{ title: 'Watch the queue', anchor: 'watch' }] }),
  postmortemOf({ id: 'fax', improvements: [{ title: 'Watch the queue' }] }),
]);

test('is told by the id that the page has, and only in its own file', () => {
  const { improvements } = historyOf(remembered([{ title: 'Watch the queue', anchor: 'watch' }]), catalog);
  expect([...improvements]).toEqual([
    ['a/fax#watch', { appearedOn: '2026-01-05', moves: [], due: null, handovers: 0 }],
  ]);
});

test('is not told of what is gone', () => {
  const { improvements } = historyOf(remembered([{ title: 'Watch the queue', gone: true }]), catalog);
  expect(improvements.size).toBe(0);
});

test('tells instants as days of the zone in the settings', () => {
  const since = Date.UTC(2026, 0, 5, 12) / 1000;
  const track = {
    title: 'Watch the queue',
    moves: [{ field: 'due' as const, from: '2026-02-01', to: '2026-02-04', at: noon, commit: 'abc' }],
  };
  const told = historyOf(remembered([track], { coverage: { kind: 'shallow', since } }), {
    ...catalog,
    // Thirteen hours ahead in January: one o'clock of the next day.
    settings: { ...settings, timezone: 'Pacific/Auckland' },
  });
  expect(told.coverage).toEqual({ kind: 'shallow', since: '2026-01-06' });
  expect(told.improvements.get('a/fax#watch')).toEqual({
    appearedOn: '2026-01-06',
    moves: [{ field: 'due', from: '2026-02-01', to: '2026-02-04', on: '2026-01-06', commit: 'abc' }],
    due: { times: 1, days: 3, since: '2026-01-06' },
    handovers: 0,
  });
});

import { describe, expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { twoQueues } from '../../../src/core/queues/two-queues.ts';
import { catalogOf, postmortemOf, settings } from '../../support/sample-catalog.ts';
import { timelineOf } from '../timeline/timeline-of.ts';

type Sample = Parameters<typeof postmortemOf>[0];

function queuesOf(samples: Sample[], part: Partial<typeof settings> = {}) {
  const { catalog } = catalogOf(samples.map(postmortemOf), {
    settings: { ...settings, capacity: { support: 2, improvements: null }, ...part },
  });
  const queues = twoQueues(indexCatalog(catalog, { today: '2026-11-21', basePath: '/' }));
  if (queues === null) throw new Error('no queues');
  return queues;
}

test('without capacity in the settings there are no queues', () => {
  const { catalog } = catalogOf([postmortemOf({ id: 'a' })]);
  expect(twoQueues(indexCatalog(catalog, { today: '2026-11-21', basePath: '/' }))).toBe(null);
});

test('a catalog without files has two empty queues, and no figure that nobody knows', () => {
  const { support, improvements } = queuesOf([]);
  expect(support).toMatchObject({
    inProgress: [],
    load: { now: 0, limit: 2, room: 2 },
    age: { known: 0, of: 0, median: null },
    meetings: [],
  });
  expect(improvements).toMatchObject({
    load: { now: 0, limit: null, room: null },
    waiting: { count: 0, oldestDays: null },
  });
});

describe('support', () => {
  test('is in progress while it burns, and finished on the day it was resolved', () => {
    const { support } = queuesOf([
      { id: 'burns', status: 'open', date: '2026-11-19' },
      {
        id: 'over',
        status: 'resolved',
        date: '2026-10-30',
        timeline: timelineOf('- 2026-10-30 08:00 **started** Down\n- 2026-11-02 09:00 **resolved** Up'),
      },
    ]);
    // From the 19th to the 21st are 2 days.
    expect(support.inProgress.map(({ item, days }) => [item.id, days])).toEqual([['burns', 2]]);
    expect(support.load).toEqual({ now: 1, limit: 2, room: 1 });
    expect(support.flow.periods.slice(-2)).toMatchObject([
      { cameIn: 1, finished: 0 },
      { cameIn: 1, finished: 1 },
    ]);
    expect(support.meetings.map(({ postmortem }) => postmortem.id)).toEqual(['over']);
  });

  test('leaves out what happened to others', () => {
    const { support } = queuesOf([{ id: 'a', status: 'open', tags: ['elsewhere'], date: '2026-11-01' }]);
    expect(support).toMatchObject({ inProgress: [], flow: { cameIn: 0 } });
  });

  test('one that nobody dated is in progress, of unknown age, and in no month', () => {
    const { support } = queuesOf([{ id: 'a', status: 'open' }]);
    expect(support.inProgress).toMatchObject([{ since: null, days: null }]);
    expect(support.flow).toMatchObject({ cameIn: 0, undated: { cameIn: 1, ended: 0 } });
  });
});

describe('improvements', () => {
  const meeting: Sample = {
    id: 'a',
    date: '2026-10-01',
    reviewedOn: '2026-10-12',
    improvements: [
      { title: 'A', state: 'new' },
      { title: 'B', state: 'accepted' },
      { title: 'C', state: 'resolved' },
      { title: 'D', state: 'resolved' },
      { title: 'E', done: '2026-11-03' },
      { title: 'F', dropped: '2026-11-04' },
    ],
  };

  test('wait until they are accepted, and are in progress until they are closed or dropped', () => {
    const { improvements } = queuesOf([meeting], {
      capacity: { support: null, improvements: 2 },
      wipLimits: { resolved: 1 },
    });
    expect(improvements.inProgress.map(({ item }) => item.improvement.title)).toEqual(['B', 'C', 'D']);
    expect(improvements.load).toEqual({ now: 3, limit: 2, room: -1 });
    // From the meeting on 12 October to 21 November are 19 + 21 days.
    expect(improvements.waiting).toEqual({ count: 1, oldestDays: 40 });
    expect(improvements.age).toEqual({ known: 3, of: 3, median: 40 });
    expect(improvements.states).toEqual([
      { state: 'accepted', now: 1, limit: null, room: null },
      { state: 'resolved', now: 2, limit: 1, room: -1 },
      { state: 'verified', now: 0, limit: null, room: null },
    ]);
    expect(improvements.flow.periods.slice(-2)).toMatchObject([
      { cameIn: 6, finished: 0, dropped: 0 },
      { cameIn: 0, finished: 1, dropped: 1 },
    ]);
  });

  test('of others’ incidents are ours all the same', () => {
    const { improvements } = queuesOf([{ ...meeting, tags: ['elsewhere'] }]);
    expect(improvements.flow.cameIn).toBe(6);
  });
});

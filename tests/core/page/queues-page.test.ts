import { expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { backlogPage } from '../../../src/core/page/backlog-page.ts';
import { queuesPage } from '../../../src/core/page/queues-page.ts';
import { catalogOf, postmortemOf, settings } from '../../support/sample-catalog.ts';

type Sample = Parameters<typeof postmortemOf>[0];

function indexOf(samples: Sample[], part: Partial<typeof settings>) {
  const { catalog } = catalogOf(samples.map(postmortemOf), { settings: { ...settings, ...part } });
  return indexCatalog(catalog, { today: '2026-11-21', basePath: '/kb/' });
}

const pageOf = (samples: Sample[], part: Partial<typeof settings> = {}) => {
  const page = queuesPage(indexOf(samples, { capacity: { support: null, improvements: 20 }, ...part }));
  if (page === null) throw new Error('no page');
  return page;
};

test('without capacity there is neither page nor link; with it, the backlog leads there', () => {
  expect(queuesPage(indexOf([], {}))).toBe(null);
  expect(backlogPage(indexOf([], {})).queuesUrl).toBe(null);
  expect(backlogPage(indexOf([], { capacity: { support: 1, improvements: null } })).queuesUrl).toBe(
    '/kb/queues/',
  );
});

test('an improvement in progress has its state, owner, date and age', () => {
  const { improvements } = pageOf([
    {
      id: 'a',
      date: '2026-11-01',
      improvements: [{ title: 'Watch it', state: 'resolved', owner: 'ana', due: '2026-11-20' }],
    },
  ]);
  expect(improvements.inProgress).toEqual({
    // From the 1st to the 21st are 20 days.
    shown: [
      {
        title: 'Watch it',
        url: '/kb/postmortems/a/#watch-it',
        days: 20,
        state: 'resolved',
        owner: { handle: 'ana', name: 'ana', url: '/kb/people/ana/' },
        due: '2026-11-20',
        lateFor: 1,
      },
    ],
    more: 0,
  });
  expect(improvements.states.map(({ url }) => url)).toEqual([
    '/kb/backlog/?state=accepted',
    '/kb/backlog/?state=resolved',
    '/kb/backlog/?state=verified',
  ]);
});

test('a list ends after twenty, and says how many more there are', () => {
  const { improvements } = pageOf([
    {
      id: 'a',
      improvements: Array.from({ length: 23 }, (_, at) => ({
        title: `No ${at}`,
        state: 'accepted' as const,
      })),
    },
  ]);
  expect(improvements.inProgress.shown).toHaveLength(20);
  expect(improvements.inProgress.more).toBe(3);
  expect(improvements.load).toEqual({ now: 23, limit: 20, room: -3 });
});

test('periods come latest first, with the largest count and what the queue grew by', () => {
  const { flow } = pageOf([
    {
      id: 'a',
      date: '2026-10-01',
      improvements: [
        { title: 'A' },
        { title: 'B' },
        { title: 'C', done: '2026-11-01' },
        { title: 'D', dropped: '2026-11-01' },
      ],
    },
  ]).improvements;
  expect(flow.periods[0]).toMatchObject({ from: '2026-11-01', cameIn: 0, finished: 1, dropped: 1 });
  expect(flow.most).toBe(4);
  // 4 came in, 1 was finished and 1 dropped.
  expect(flow.grown).toBe(2);
});

test('of an empty queue the longest bar is one, so that nothing is divided by zero', () => {
  expect(pageOf([]).support.flow.most).toBe(1);
});

test('of an incident the next actions that are still to be done are shown, five at most', () => {
  const burning = postmortemOf({ id: 'a', status: 'open', date: '2026-11-20' });
  const actions = Array.from({ length: 8 }, (_, at) => ({
    place: { line: 1, column: 1 },
    done: at < 2,
    text: `Step ${at}`,
    phrasing: [],
    blocks: [],
    owner: null,
    ownerPlace: null,
  }));
  const { catalog } = catalogOf([{ ...burning, nextActions: actions }], {
    settings: { ...settings, capacity: { support: 1, improvements: null } },
  });
  const page = queuesPage(indexCatalog(catalog, { today: '2026-11-21', basePath: '/' }));
  const [item] = page?.support.inProgress.shown ?? [];
  expect(item?.nextActions.shown.map(({ text }) => text)).toEqual([
    'Step 2',
    'Step 3',
    'Step 4',
    'Step 5',
    'Step 6',
  ]);
  expect(item?.nextActions).toMatchObject({ more: 1, done: 2, of: 8 });
});

test('the share of hours is there where the settings name hours', () => {
  expect(pageOf([]).hours).toBe(null);
  expect(pageOf([], { teamHours: { orders: 40 } }).hours?.figure.id).toBe('capacity');
});

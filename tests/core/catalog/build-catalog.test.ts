import { describe, expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { catalogOf, guideOf, postmortemOf } from '../../support/sample-catalog.ts';

test('postmortems are listed newest first, ties by id, undated ones last', () => {
  const { catalog } = catalogOf([
    postmortemOf({ id: 'undated-b' }),
    postmortemOf({ id: 'old', date: '2018-05-04' }),
    postmortemOf({ id: 'same-day-b', date: '2020-01-02' }),
    postmortemOf({ id: 'undated-a' }),
    postmortemOf({ id: 'same-day-a', date: '2020-01-02' }),
    postmortemOf({ id: 'new', date: '2024-12-31' }),
  ]);
  expect(catalog.postmortems.map(({ id }) => id)).toEqual([
    'new',
    'same-day-a',
    'same-day-b',
    'old',
    'undated-a',
    'undated-b',
  ]);
});

test('guides are listed by their order, then by title', () => {
  const handbook = [guideOf('c'), guideOf('b', { order: 2 }), guideOf('a', { order: 10 }), guideOf('0')];
  expect(catalogOf([], { handbook }).catalog.handbook.map(({ id }) => id)).toEqual(['b', 'a', '0', 'c']);
});

test('the backlog has every improvement with its full id, newest incident first, in the order of the questions', () => {
  const { catalog } = catalogOf([
    postmortemOf({ id: 'old', date: '2018-05-04', improvements: [{ title: 'One' }] }),
    postmortemOf({
      id: 'new',
      date: '2019-05-04',
      improvements: [
        { title: 'Three', question: 'prevent' },
        { title: 'Two', question: 'react' },
      ],
    }),
  ]);
  expect(catalog.backlog.map(({ id, question }) => [id, question])).toEqual([
    ['new#two', 'react'],
    ['new#three', 'prevent'],
    ['old#one', 'detect'],
  ]);
});

describe('an incident is foreseen', () => {
  const foreseenOf = (
    risk: Parameters<typeof postmortemOf>[0],
    incident: Partial<Parameters<typeof postmortemOf>[0]>,
  ) =>
    catalogOf([
      postmortemOf({ risks: { 'Queues nobody watches': ['invoices', 'requisitions'] }, ...risk }),
      postmortemOf({ id: 'later', systems: ['invoices'], date: '2018-06-01', ...incident }),
    ]).catalog.foreseen;

  test('when it hits a system that an earlier risk names', () => {
    expect(foreseenOf({ id: 'fax', date: '2018-05-04', reviewedOn: '2018-05-11' }, {})).toMatchObject([
      {
        incident: 'later',
        postmortem: 'fax',
        risk: { text: 'Queues nobody watches' },
        systems: ['invoices'],
        writtenOn: '2018-05-11',
        // 11 May to 1 June: 20 days to the end of May, and one.
        daysBetween: 21,
        stillOpen: [],
      },
    ]);
  });

  test('once by a risk, with every system that both name', () => {
    const foreseen = foreseenOf(
      { id: 'fax', date: '2018-05-04' },
      { systems: ['requisitions', 'dns', 'invoices'] },
    );
    expect(foreseen.map(({ systems }) => systems)).toEqual([['requisitions', 'invoices']]);
  });

  test.each([
    ['the day after the meeting', { reviewedOn: '2018-05-31' }, 1],
    ['not on the day of the meeting', { reviewedOn: '2018-06-01' }, 0],
    ['not before the meeting, though after the incident', { reviewedOn: '2018-06-02' }, 0],
    ['after the incident, where no meeting was held', { reviewedOn: null }, 1],
  ])('%s', (_, fact, times) => {
    expect(foreseenOf({ id: 'fax', date: '2018-05-04', ...fact }, {})).toHaveLength(times);
  });

  test('not by a risk that has no day', () => {
    expect(foreseenOf({ id: 'fax' }, {})).toEqual([]);
  });

  test('not without a day of its own', () => {
    expect(foreseenOf({ id: 'fax', date: '2018-05-04' }, { date: null })).toEqual([]);
  });

  test('not by its own risks', () => {
    const own = postmortemOf({
      id: 'fax',
      date: '2018-05-04',
      reviewedOn: '2018-05-01',
      systems: ['dns'],
      risks: { Names: ['dns'] },
    });
    expect(catalogOf([own]).catalog.foreseen).toEqual([]);
  });

  test('not by a risk on another system', () => {
    expect(foreseenOf({ id: 'fax', date: '2018-05-04' }, { systems: ['dns'] })).toEqual([]);
  });

  test.each([
    ['neither done nor dropped', {}, true],
    ['done the day before', { done: '2018-05-31' }, false],
    ['done that day', { done: '2018-06-01' }, false],
    ['done the day after', { done: '2018-06-02' }, true],
    ['dropped that day', { dropped: '2018-06-01' }, false],
    ['dropped the day after', { dropped: '2018-06-02' }, true],
    ['due that day, yet not done', { due: '2018-06-01' }, true],
  ])('and an improvement %s: still open is %s', (_, part, open) => {
    const foreseen = foreseenOf({ id: 'fax', date: '2018-05-04', improvements: [part] }, {});
    expect(foreseen[0]?.stillOpen).toHaveLength(open ? 1 : 0);
  });

  test('by the earliest risk first', () => {
    const risk = { Queues: ['dns'] };
    const { catalog } = catalogOf([
      postmortemOf({ id: 'b', date: '2018-02-01', risks: risk }),
      postmortemOf({ id: 'a', date: '2018-03-01', risks: { Names: ['mail'] } }),
      postmortemOf({ id: 'c', date: '2018-01-01', risks: risk }),
      postmortemOf({ id: 'hit', date: '2018-04-01', systems: ['mail', 'dns'] }),
    ]);
    expect(catalog.foreseen.map(({ postmortem }) => postmortem)).toEqual(['c', 'b', 'a']);
  });
});

describe('the index', () => {
  const { catalog } = catalogOf([
    postmortemOf({ id: 'fax', date: '2018-05-04', risks: { Queues: ['invoices'] }, linksTo: ['./mail.mdx'] }),
    postmortemOf({ id: 'mail', date: '2019-01-01', systems: ['invoices'] }),
    postmortemOf({
      id: 'dns',
      date: '2020-01-01',
      systems: ['invoices'],
      linksTo: ['./mail.mdx', './mail.mdx#x'],
    }),
  ]);
  const index = indexCatalog(catalog, { today: '2020-02-01', basePath: '/' });

  test('knows who links to whom, newest first and once', () => {
    expect([...index.backlinks]).toEqual([['mail', ['dns', 'fax']]]);
  });

  test('knows what came true of a risk, earliest first', () => {
    expect(index.foresaw.get('fax')?.map(({ incident }) => incident)).toEqual(['mail', 'dns']);
    expect([...index.cameTrue.values()].map((matches) => matches.length)).toEqual([2]);
  });

  test('knows incidents and risks by system', () => {
    expect(index.bySystem.get('invoices')?.map(({ id }) => id)).toEqual(['dns', 'mail']);
    expect(index.risksBySystem.get('invoices')?.map(({ risk }) => risk.text)).toEqual(['Queues']);
  });
});

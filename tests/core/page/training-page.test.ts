import { describe, expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { trainingPage } from '../../../src/core/page/training-page.ts';
import { entryOf } from '../../support/entry.ts';
import { catalogOf, postmortemOf, settings } from '../../support/sample-catalog.ts';

type Sample = Parameters<typeof postmortemOf>[0];

const systems = [
  { id: 'fax', name: 'Fax gateway', team: null, description: null, dependsOn: [] },
  { id: 'queue', name: 'Order queue', team: null, description: null, dependsOn: [] },
];
/** One that can be replayed: it has a timeline. */
const lived = (sample: Sample) =>
  postmortemOf({
    timeline: {
      introduction: [],
      entries: [entryOf('08:25 detected, report', `Somebody calls about ${sample.id}.`)],
    },
    ...sample,
  });
const pageOf = (samples: Sample[], firstWeek: string[] = []) =>
  trainingPage(
    indexCatalog(catalogOf(samples.map(lived), { systems, settings: { ...settings, firstWeek } }).catalog, {
      today: '2026-11-21',
      basePath: '/kb/',
    }),
  );

const fax: Sample = { id: 'fax', date: '2018-05-04', severity: 1, systems: ['fax', 'queue'] };
const stuck: Sample = { id: 'stuck', date: '2019-03-02', severity: 2, systems: ['queue'] };
const slow: Sample = { id: 'slow', date: '2020-03-01', severity: 3, systems: ['queue'] };
const burning: Sample = { id: 'burning', date: '2026-11-20', status: 'open', severity: 1, systems: ['fax'] };

describe('the page of training', () => {
  test('proposes a week with its reasons, of meetings that were held, under titles that give nothing away', () => {
    const { week } = pageOf([burning, stuck, fax]);
    expect(week.isChosen).toBe(false);
    expect(week.steps.map(({ incident, why }) => [incident.title, incident.replayUrl, why?.points])).toEqual([
      // Severity 1: 3. Two systems: 2.
      [
        'Somebody calls about fax',
        '/kb/postmortems/fax/replay/',
        { severity: 3, links: 0, systems: 2, all: 5 },
      ],
      // Severity 2: 2. The queue was met on the first day.
      [
        'Somebody calls about stuck',
        '/kb/postmortems/stuck/replay/',
        { severity: 2, links: 0, systems: 0, all: 2 },
      ],
    ]);
    expect(week.steps[0]?.why?.newSystems).toEqual([
      { text: 'Fax gateway', url: '/kb/systems/fax/' },
      { text: 'Order queue', url: '/kb/systems/queue/' },
    ]);
    const each = week.steps.map(({ incident }) => incident.minutes.replay ?? 0);
    expect(week.minutes).toBe((each[0] ?? 0) + (each[1] ?? 0));
  });

  test('shows what settings choose, in their order, without points', () => {
    const { week } = pageOf([stuck, fax, slow], ['slow', 'fax']);
    expect(week.isChosen).toBe(true);
    expect(week.steps.map(({ incident, why }) => [incident.id, why])).toEqual([
      ['slow', null],
      ['fax', null],
    ]);
  });

  test('leads to the postmortem where there is nothing to replay', () => {
    const { week, calendar } = pageOf([{ ...fax, timeline: null }]);
    expect(week.steps[0]?.incident).toMatchObject({
      title: 'Title of fax',
      replayUrl: null,
      minutes: { replay: null },
    });
    expect(calendar[0]?.incidents[0]).toMatchObject({ title: 'Title of fax', url: '/kb/postmortems/fax/' });
  });

  test('groups by system, those with most first, and shows three of each, the worst first', () => {
    const older = { ...slow, id: 'older', date: '2016-03-01' };
    const { bySystem } = pageOf([older, slow, stuck, fax]);
    expect(
      bySystem.map(({ system, count, incidents }) => [system.text, count, incidents.map(({ id }) => id)]),
    ).toEqual([
      ['Order queue', 4, ['fax', 'stuck', 'slow']],
      ['Fax gateway', 1, ['fax']],
    ]);
  });

  test('groups by question, those that say most first', () => {
    const { byQuestion } = pageOf([
      { ...fax, ideas: { prevent: ['A second provider'] } },
      {
        ...stuck,
        ideas: { prevent: ['Two', 'Three'] },
        improvements: [{ title: 'Watch', question: 'prevent' }],
      },
      slow,
    ]);
    expect(
      byQuestion.map(({ question, incidents }) => [
        question,
        incidents.map(({ incident, ideas, improvements }) => [incident.id, ideas, improvements]),
      ]),
    ).toEqual([
      [
        'prevent',
        [
          ['stuck', 2, 1],
          ['fax', 1, 0],
        ],
      ],
    ]);
  });

  test('has a calendar from January to December, the newest of a day first', () => {
    const again = { ...slow, id: 'again', date: '2024-03-01' };
    const { calendar, count } = pageOf([burning, fax, stuck, slow, again, { id: 'undated' }]);
    expect(calendar.map(({ month, incidents }) => [month, incidents.map(({ id }) => id)])).toEqual([
      [3, ['again', 'slow', 'stuck']],
      [5, ['fax']],
    ]);
    expect(count).toBe(4);
  });

  test('has nothing where no meeting was held', () => {
    expect(pageOf([burning])).toEqual({
      week: { isChosen: false, steps: [], minutes: 0 },
      bySystem: [],
      byQuestion: [],
      calendar: [],
      count: 0,
    });
  });
});

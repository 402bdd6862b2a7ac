import { describe, expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { postmortemDue, postmortemsDue } from '../../../src/core/catalog/postmortems-due.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';
import { timelineOf } from '../timeline/timeline-of.ts';

/** Of the sample's severities, 1 asks for a postmortem within seven days, 2 for one without a date, 3 for none. */
const indexOf = (postmortems: Postmortem[], today: string) =>
  indexCatalog(catalogOf(postmortems).catalog, { today, basePath: '/' });

const resolved = (severity: number, timeline: string, id = 'fax'): Postmortem =>
  postmortemOf({ id, status: 'resolved', severity, date: '2018-05-04', timeline: timelineOf(timeline) });

const overOnThe4th = '- 2018-05-04 08:00 **started** Down\n- 09:00 **resolved** Up';

describe('a postmortem is due', () => {
  test.each([
    // 4 May and seven days is 11 May.
    ['2018-05-04', 7],
    ['2018-05-10', 1],
    ['2018-05-11', 0],
    ['2018-05-12', -1],
    // Twenty days are left of May after the 11th, and ten of June.
    ['2018-06-10', -30],
  ])('on %s with %i days left', (today, daysLeft) => {
    const postmortem = resolved(1, overOnThe4th);
    expect(postmortemDue(indexOf([postmortem], today), postmortem)).toEqual({
      postmortem,
      days: 7,
      dueOn: '2018-05-11',
      daysLeft,
    });
  });

  test.each([
    [
      'the day it was over, not the day it began',
      '- 2018-05-04 23:00 **started** Down\n- 2018-05-06 01:00 **resolved** Up',
      '2018-05-13',
    ],
    [
      'the end of a range',
      '- 2018-05-04 23:00 **started** Down\n- 23:50–00:10 **resolved** Up',
      '2018-05-12',
    ],
  ])('counted from %s', (_, timeline, dueOn) => {
    const postmortem = resolved(1, timeline);
    expect(postmortemDue(indexOf([postmortem], '2018-05-20'), postmortem)?.dueOn).toBe(dueOn);
  });

  test('without a date, where the policy names no days', () => {
    const postmortem = resolved(2, overOnThe4th);
    expect(postmortemDue(indexOf([postmortem], '2018-06-01'), postmortem)).toMatchObject({
      days: null,
      dueOn: null,
      daysLeft: null,
    });
  });

  test('without a date, where nobody wrote down when it was over', () => {
    const postmortem = resolved(1, '- 2018-05-04 08:00 **started** Down');
    expect(postmortemDue(indexOf([postmortem], '2018-06-01'), postmortem)).toMatchObject({
      days: 7,
      dueOn: null,
      daysLeft: null,
    });
  });
});

describe('no postmortem is due', () => {
  test.each([
    ['while the fire burns', { status: 'open', severity: 1 }],
    ['once the meeting was held', { status: 'reviewed', severity: 1 }],
    ['where the policy asks for none', { status: 'resolved', severity: 3 }],
    ['where settings name no such severity', { status: 'resolved', severity: 9 }],
  ] as const)('%s', (_, facts) => {
    const postmortem = postmortemOf({ id: 'a', ...facts, timeline: timelineOf(overOnThe4th) });
    expect(postmortemDue(indexOf([postmortem], '2018-06-01'), postmortem)).toBeNull();
  });
});

test('the longest over comes first, the ones without a date last', () => {
  const over = (day: string): string => `- ${day} 08:00 **started** Down\n- 09:00 **resolved** Up`;
  const index = indexOf(
    [
      resolved(2, over('2018-05-01'), 'undated'),
      resolved(1, over('2018-06-08'), 'in-time'),
      resolved(1, over('2018-06-01'), 'over'),
      resolved(3, over('2018-06-01'), 'not-asked'),
    ],
    '2018-06-10',
  );
  // 1 June and seven is the 8th, two days ago; 8 June and seven is the 15th, in five.
  expect(postmortemsDue(index).map(({ postmortem, daysLeft }) => [postmortem.id, daysLeft])).toEqual([
    ['over', -2],
    ['in-time', 5],
    ['undated', null],
  ]);
});

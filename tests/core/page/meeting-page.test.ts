import { describe, expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { defaultSettings } from '../../../src/core/catalog/settings.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { meetingBasis, meetingPage } from '../../../src/core/page/meeting-page.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { plainRendering } from '../../support/plain-rendering.ts';
import { catalogOf, guideOf, settings } from '../../support/sample-catalog.ts';

const body = `
## Summary

No fax left for eleven hours.

## Impact

214 suppliers saw nothing.

## Timeline

- 2018-05-04 02:10 **started, change** The account is suspended.
- 02:20 **action** Nobody is awake.
- 08:25 **detected** A call, see [the queue](#detect).
- 2018-05-05 00:10 **resolved** It ends.

## Root causes

A bill.

## Detect

Only suppliers saw it.

- Mail a list
- [ ] Page on-duty @ana due:2018-06-01
- [ ] Count failures
- [x] Look at the queue @ana done:2018-05-05
`;

function postmortem({ status = 'resolved', id = '2018-05-04-fax', raisedBy = 'customer' } = {}): Postmortem {
  const document = readDocument(
    `---\ntitle: Fax\nstatus: ${status}\nseverity: 1\nraisedBy: ${raisedBy}\nfacilitator: dana\n---\n${body}`,
  );
  const { postmortem: read } = readPostmortem({
    id,
    file: `content/postmortems/${id}.mdx`,
    document,
    settings: defaultSettings,
    systemIds: null,
    handles: null,
  });
  if (read === null) throw new Error('The file of the test can’t be read.');
  return read;
}

function indexOf(postmortems: Postmortem[], parts: Parameters<typeof catalogOf>[1] = {}) {
  const people = [
    { handle: 'dana', name: 'Dana Whitfield', team: null },
    { handle: 'ana', name: 'Ana Ribeiro', team: null },
  ];
  const { catalog } = catalogOf(postmortems, { people, ...parts });
  return indexCatalog(catalog, { today: '2018-05-10', basePath: '/kb/' });
}

const pageOf = (own: Postmortem, parts: Parameters<typeof catalogOf>[1] = {}) =>
  meetingPage(indexOf([own], parts), own, plainRendering, 'https://kb.example.com');

describe('the meeting', () => {
  test.each([
    ['none while the fire burns', 'open', false],
    ['one when it is out', 'resolved', true],
    ['one after it was held', 'reviewed', true],
  ])('has a page: %s', (_name, status, has) => {
    expect(pageOf(postmortem({ status })) !== null).toBe(has);
  });

  test('gives way to a postmortem that has its address', () => {
    const [own, other] = [postmortem(), postmortem({ id: '2018-05-04-fax/meeting' })];
    expect(meetingPage(indexOf([own, other]), own, plainRendering, null)).toBeNull();
  });

  test('tells the summary and the impact, and nothing of the causes', () => {
    const page = pageOf(postmortem());
    expect(page).toMatchObject({
      url: '/kb/postmortems/2018-05-04-fax/meeting/',
      summary: '<p>No fax left for eleven hours.</p>',
      impact: '<p>214 suppliers saw nothing.</p>',
      facilitator: { name: 'Dana Whitfield' },
      raisedBy: 'customer',
    });
    expect(JSON.stringify(page)).not.toContain('A bill');
  });

  test('goes through the timeline entry by entry, and asks about what it sees', () => {
    // From 02:20 to 08:25 are 365 minutes, from there to 00:10 on the next day 945.
    expect(pageOf(postmortem())?.entries.map(({ clock, date, ask, gap }) => [date, clock, ask, gap])).toEqual(
      [
        ['2018-05-04', '02:10', 'start', null],
        ['2018-05-04', '02:20', 'action', null],
        ['2018-05-04', '08:25', 'detection', 365],
        ['2018-05-05', '00:10', 'end', 945],
      ],
    );
  });

  test('leads with its links to the postmortem, whose sections are not here', () => {
    expect(pageOf(postmortem())?.entries[2]?.html).toContain('href="/kb/postmortems/2018-05-04-fax/#detect"');
  });

  test('has all five questions, those that the file lacks too', () => {
    expect(
      pageOf(postmortem())?.questions.map(({ question, ideas, improvements }) => [
        question,
        ideas.length,
        improvements.length,
      ]),
    ).toEqual([
      ['detect', 1, 3],
      ['react', 0, 0],
      ['quick-fix', 0, 0],
      ['prevent', 0, 0],
      ['other-areas-of-risk', 0, 0],
    ]);
  });

  test('tells its script what the file says already, and by when improvements are due', () => {
    expect(pageOf(postmortem())?.data).toMatchObject({
      key: '/kb/2018-05-04-fax',
      improvementDays: 30,
      people: [
        { handle: 'dana', name: 'Dana Whitfield' },
        { handle: 'ana', name: 'Ana Ribeiro' },
      ],
      written: {
        detect: {
          ideas: [{ text: 'Mail a list' }],
          improvements: [{ text: 'Page on-duty' }, { text: 'Count failures' }, { text: 'Look at the queue' }],
        },
        react: { ideas: [], improvements: [] },
      },
      invitation: {
        url: 'https://kb.example.com/kb/postmortems/2018-05-04-fax/',
        facilitator: 'Dana Whitfield',
        raisedBy: 'customer',
      },
    });
  });

  test('leads to the guides where the handbook has them', () => {
    const handbook = [guideOf('meeting', { title: 'The meeting' })];
    expect(pageOf(postmortem(), { handbook })?.guides).toEqual({
      meeting: { text: 'The meeting', url: '/kb/handbook/meeting/' },
      blameless: null,
    });
  });
});

describe('what the page shows besides what the postmortem’s shows', () => {
  const basisOf = (own: Postmortem, parts: Parameters<typeof catalogOf>[1] = {}): string =>
    JSON.stringify(meetingBasis(indexOf([own], parts), own));

  test('is the same for the same file', () => {
    expect(basisOf(postmortem())).toBe(basisOf(postmortem()));
  });

  test.each<[string, Parameters<typeof catalogOf>[1]]>([
    ['people', { people: [] }],
    ['guides', { handbook: [guideOf('meeting')] }],
    ['what the severity asks for', { settings: { ...settings, severities: [] } }],
  ])('is another with other %s', (_name, parts) => {
    expect(basisOf(postmortem(), parts)).not.toBe(basisOf(postmortem()));
  });

  test('is nothing where there is no meeting', () => {
    expect(basisOf(postmortem({ status: 'open' }))).toBe('null');
  });
});

import { describe, expect, test } from 'vitest';
import type { Settings, System } from '../../../src/core/catalog/catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import type { Improvement } from '../../../src/core/improvement/improvement.ts';
import { handbookPage } from '../../../src/core/page/handbook-page.ts';
import { postmortemListPage } from '../../../src/core/page/postmortem-list-page.ts';
import { postmortemPage } from '../../../src/core/page/postmortem-page.ts';
import { questionPage } from '../../../src/core/page/question-page.ts';
import { siteModel } from '../../../src/core/page/site-model.ts';
import { systemPage } from '../../../src/core/page/system-page.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import type { Question } from '../../../src/core/vocabulary.ts';
import { plainRendering as rendering } from '../../support/plain-rendering.ts';
import { catalogOf, settings as defaults, guideOf, postmortemOf } from '../../support/sample-catalog.ts';

const system = (id: string, part: Partial<System> = {}): System => ({
  id,
  name: id.toUpperCase(),
  team: null,
  description: null,
  dependsOn: [],
  ...part,
});

const systems = [system('fax', { team: 'orders', dependsOn: ['dns'] }), system('invoices'), system('dns')];
const people = [{ handle: 'ana', name: 'Ana Ribeiro', team: null }];

function indexOf(postmortems: Postmortem[], settings: Partial<Settings> = {}, today = '2018-06-10') {
  const { catalog } = catalogOf(postmortems, {
    settings: { ...defaults, ...settings },
    systems,
    people,
    handbook: [guideOf('blameless', { description: 'How we talk' }), guideOf('index', { order: 0 })],
  });
  return indexCatalog(catalog, { today, basePath: '/kb/' });
}

const fax = (part: Partial<Parameters<typeof postmortemOf>[0]> = {}): Postmortem =>
  postmortemOf({ id: '2018/fax', title: 'Fax', date: '2018-05-04', systems: ['fax'], ...part });

describe('the page of a postmortem', () => {
  const pageOf = (postmortem: Postmortem, others: Postmortem[] = [], settings: Partial<Settings> = {}) => {
    const page = postmortemPage(indexOf([postmortem, ...others], settings), postmortem.id, rendering);
    if (page === null) throw new Error('no page');
    return page;
  };

  test('carries its facts, with names from the other files', () => {
    expect(pageOf(fax({ facilitator: 'ana', effort: 1860, tags: ['vendor'] }))).toMatchObject({
      card: {
        url: '/kb/postmortems/2018/fax/',
        severity: { level: 1, name: 'Down' },
        systems: [{ text: 'FAX', url: '/kb/systems/fax/' }],
        tags: ['vendor'],
      },
      tags: [{ text: 'vendor', url: '/kb/postmortems/?tag=vendor' }],
      facilitator: { handle: 'ana', name: 'Ana Ribeiro' },
      effort: expect.stringMatching(/^31\sh$/),
      file: 'content/postmortems/2018/fax.mdx',
    });
  });

  test('there is none for an id that nothing has', () => {
    expect(postmortemPage(indexOf([]), 'gone', rendering)).toBeNull();
  });

  test.each([
    ['https://git.example/kb/', 'https://git.example/kb/edit/main/content/postmortems/2018/fax.mdx'],
    ['https://git.example/kb', 'https://git.example/kb/edit/main/content/postmortems/2018/fax.mdx'],
    ['javascript:alert(1)', null],
    [null, null],
  ])('in the repository %j is edited at %j', (repository, url) => {
    expect(pageOf(fax(), [], { repository }).editUrl).toBe(url);
  });

  test('can not be edited where its file lies outside the repository', () => {
    const outside = { ...fax(), file: '../other/postmortems/2018/fax.mdx' };
    expect(pageOf(outside, [], { repository: 'https://git.example/kb' }).editUrl).toBeNull();
  });

  test.each([
    [
      'OPS-142',
      'https://t.example/browse/{id}',
      { text: 'OPS-142', url: 'https://t.example/browse/OPS-142' },
    ],
    [
      'a b/c&$&',
      'https://t.example/?q={id}',
      { text: 'a b/c&$&', url: 'https://t.example/?q=a%20b%2Fc%26%24%26' },
    ],
    ['OPS-142', null, { text: 'OPS-142', url: null }],
    ['https://t.example/OPS-142?x#y', null, { text: 'OPS-142', url: 'https://t.example/OPS-142?x#y' }],
    ['https://t.example', 'https://u.example/{id}', { text: 'https://t.example', url: 'https://t.example' }],
    ['x', 'javascript:{id}', { text: 'x', url: null }],
  ])('finds the ticket %j with %j at %j', (ticket, ticketUrl, expected) => {
    const { sections } = pageOf(withQuestion(fax({ improvements: [{ ticket }] })), [], { ticketUrl });
    expect(sections).toMatchObject([{ improvements: [{ ticket: expected }] }]);
  });

  test('leads to the incidents before and after it, undated ones left out', () => {
    const others = [
      postmortemOf({ id: 'a', title: 'Before', date: '2018-01-01' }),
      postmortemOf({ id: 'b', title: 'After', date: '2018-06-01' }),
      postmortemOf({ id: 'c', title: 'Undated' }),
    ];
    expect(pageOf(fax(), others)).toMatchObject({
      previous: { text: 'Before', url: '/kb/postmortems/a/' },
      next: { text: 'After', url: '/kb/postmortems/b/' },
    });
    expect(pageOf(fax({ date: null }), others)).toMatchObject({ previous: null, next: null });
    expect(pageOf(fax({ date: '2017-01-01' }), [])).toMatchObject({ previous: null, next: null });
  });

  test('tells of what foresaw it, with what was still open, and the other page tells of it', () => {
    const earlier = postmortemOf({
      id: 'queue',
      title: 'Queue',
      date: '2018-04-01',
      reviewedOn: '2018-04-04',
      risks: { 'Nobody watches': ['fax'] },
      improvements: [{ title: 'Watch it', owner: 'ana', due: '2018-05-01' }],
    });
    // 4 April to 4 May is 30 days.
    expect(pageOf(fax(), [earlier]).foreseenBy).toMatchObject({
      shown: [
        {
          postmortem: { title: 'Queue' },
          risks: [
            {
              text: 'Nobody watches',
              url: '/kb/postmortems/queue/#idea-nobody-watches',
              registerUrl: '/kb/risks/#queue/idea-nobody-watches',
              systems: [{ text: 'FAX' }],
            },
          ],
          writtenOn: '2018-04-04',
          daysBetween: 30,
          takenOn: 1,
          stillOpen: {
            shown: [
              {
                title: 'Watch it',
                url: '/kb/postmortems/queue/#watch-it',
                owner: 'Ana Ribeiro',
                due: '2018-05-01',
                ended: null,
              },
            ],
            more: 0,
          },
        },
      ],
      more: 0,
    });
    expect(pageOf(earlier, [fax()]).foresaw).toMatchObject({
      shown: [
        {
          text: 'Nobody watches',
          registerUrl: '/kb/risks/#queue/idea-nobody-watches',
          incidents: {
            shown: [
              { postmortem: { text: 'Fax' }, daysBetween: 30, systems: ['FAX'], named: false, open: 1 },
            ],
            more: 0,
          },
        },
      ],
      more: 0,
    });
  });

  test('tells first of what was taken on for the very risk that foresaw it', () => {
    const question = 'other-areas-of-risk' as const;
    const meeting = (improvements: Partial<Improvement>[]) =>
      postmortemOf({
        id: 'queue',
        date: '2018-04-01',
        risks: { 'Nobody watches': ['fax'], 'One provider': ['dns'] },
        improvements,
      });
    const earlier = meeting([
      { title: 'Count' },
      { title: 'A second name server', question, systems: ['dns'] },
      { title: 'Watch fax', question, systems: ['fax', 'dns'], due: '2018-05-01' },
    ]);
    const titles = ({ shown }: { shown: { title: string }[] } = { shown: [] }) =>
      shown.map(({ title }) => title);
    const told = (of: Postmortem) => {
      const [foreseen] = pageOf(fax(), [of]).foreseenBy.shown;
      return [titles(foreseen?.ownStillOpen), titles(foreseen?.stillOpen), foreseen?.ownTakenOn];
    };
    expect(told(earlier)).toEqual([['Watch fax'], ['Count', 'A second name server'], 1]);
    // Done before the incident of 4 May: taken on for it, and not open any more.
    const done = meeting([{ title: 'Watch fax', question, systems: ['fax'], done: '2018-05-03' }]);
    expect(told(done)).toEqual([[], [], 1]);
  });

  test('says of an improvement to whom the risks are that it answers', () => {
    const question = 'other-areas-of-risk' as const;
    const { sections } = pageOf(
      withQuestion(
        fax({ risks: { Names: ['dns'] }, improvements: [{ question, systems: ['fax', 'dns'] }] }),
        question,
      ),
    );
    expect(sections).toMatchObject([
      // No risk names the fax, so that is no answer to one.
      { improvements: [{ answers: [{ text: 'DNS', url: '/kb/systems/dns/' }] }] },
    ]);
  });

  test('tells of a meeting once, however many of its risks came true, and of four meetings at most', () => {
    const meetings = [1, 2, 3, 4, 5, 6].map((day) =>
      postmortemOf({
        id: `queue-${day}`,
        date: `2018-04-0${day}`,
        risks: { 'Nobody watches': ['fax'], 'Nobody pays': ['fax'] },
        improvements: [{ title: 'Watch it', done: day < 4 ? '2018-05-04' : '2018-05-05' }],
      }),
    );
    const { foreseenBy } = pageOf(fax(), meetings);
    // The incident is of 4 May: what was done that day was not open by its end.
    expect(
      foreseenBy.shown.map(({ postmortem, risks, stillOpen }) => [
        postmortem.id,
        risks.map(({ text }) => text),
        stillOpen.shown.map(({ ended }) => ended),
      ]),
    ).toEqual([
      ['queue-1', ['Nobody watches', 'Nobody pays'], []],
      ['queue-2', ['Nobody watches', 'Nobody pays'], []],
      ['queue-3', ['Nobody watches', 'Nobody pays'], []],
      ['queue-4', ['Nobody watches', 'Nobody pays'], [{ how: 'done', on: '2018-05-05' }]],
    ]);
    expect(foreseenBy.more).toBe(2);
  });

  test('says what links to it and what is related, and why', () => {
    const other = postmortemOf({ id: 'mail', title: 'Mail', linksTo: ['./2018/fax.mdx'] });
    const kin = postmortemOf({ id: 'paper', title: 'Paper', systems: ['fax'] });
    expect(pageOf(fax(), [other, kin])).toMatchObject({
      backlinks: [{ title: 'Mail' }],
      related: [
        { postmortem: { title: 'Paper' }, systems: [{ text: 'FAX', url: '/kb/systems/fax/' }], tags: [] },
      ],
    });
  });

  test('what links to it is not told a second time as related', () => {
    const other = postmortemOf({ id: 'mail', title: 'Mail', systems: ['fax'], linksTo: ['./2018/fax.mdx'] });
    expect(pageOf(fax(), [other])).toMatchObject({ backlinks: [{ title: 'Mail' }], related: [] });
  });
});

test.each([
  ['due before today', { due: '2018-06-09' }, true],
  ['due today', { due: '2018-06-10' }, false],
  ['closed late', { due: '2018-06-01', done: '2018-06-05' }, false],
  ['dropped', { due: '2018-06-01', dropped: '2018-06-05' }, false],
  ['without a date', {}, false],
])('on 10 June an improvement %s: overdue is %s', (_, part, overdue) => {
  const { card } = postmortemPage(indexOf([fax({ improvements: [part] })]), '2018/fax', rendering) ?? {};
  expect(card?.improvements.overdue).toBe(overdue ? 1 : 0);
});

test('the list has the years, newest first, and only the facets that occur', () => {
  const page = postmortemListPage(
    indexOf([
      fax({ tags: ['vendor', 'queue'] }),
      postmortemOf({ id: 'a', date: '2019-01-01', severity: 3, status: 'open', tags: ['queue'] }),
      postmortemOf({ id: 'b', systems: ['dns'] }),
    ]),
  );
  expect(page.years.map(({ year, postmortems }) => [year, postmortems.map(({ id }) => id)])).toEqual([
    ['2019', ['a']],
    ['2018', ['2018/fax']],
    ['', ['b']],
  ]);
  expect(page).toMatchObject({
    severities: [{ level: 1 }, { level: 3 }],
    systems: [{ text: 'FAX' }, { text: 'DNS' }],
    statuses: ['open', 'reviewed'],
    tags: ['queue', 'vendor'],
  });
});

test('a system has its neighbours, incidents, improvements and risks', () => {
  const index = indexOf([
    fax({ systems: ['dns'], improvements: [{ title: 'Two name servers' }] }),
    postmortemOf({
      id: 'mail',
      date: '2018-01-01',
      risks: { 'One provider': ['dns'] },
      improvements: [
        { title: 'Look around', question: 'other-areas-of-risk' },
        { title: 'Two providers', question: 'other-areas-of-risk', systems: ['dns'], done: '2018-06-01' },
        { title: 'Ask them', question: 'other-areas-of-risk', systems: ['dns'], due: '2018-07-01' },
      ],
    }),
  ]);
  expect(systemPage(index, 'dns', rendering)).toMatchObject({
    name: 'DNS',
    dependsOn: [],
    neededBy: [{ text: 'FAX', url: '/kb/systems/fax/' }],
    history: [{ postmortem: { id: '2018/fax' }, daysSince: null }],
    improvements: [{ title: 'Two name servers' }],
    risks: [
      {
        text: 'One provider',
        from: { text: 'Title of mail', url: '/kb/postmortems/mail/#idea-one-provider' },
        systems: [],
        own: {
          shown: [
            { title: 'Ask them', due: '2018-07-01', ended: null },
            {
              title: 'Two providers',
              url: '/kb/postmortems/mail/#two-providers',
              ended: { how: 'done', on: '2018-06-01' },
            },
          ],
          more: 0,
        },
        // 1 January to 4 May 2018: 30 days left of January, 28, 31, 30 and 4.
        registerUrl: '/kb/risks/#mail/idea-one-provider',
        cameTrue: {
          shown: [{ url: '/kb/postmortems/2018/fax/', title: 'Fax', daysLater: 123 }],
          more: 0,
        },
      },
    ],
  });
  expect(systemPage(index, 'nothing', rendering)).toBeNull();
});

test('a question has every idea and improvement, newest incident first', () => {
  const index = indexOf([
    fax({ ideas: { detect: ['Watch queues'] }, improvements: [{ title: 'Page on age' }] }),
    postmortemOf({ id: 'a', date: '2019-01-01', ideas: { detect: ['Count'], react: ['Call'] } }),
    postmortemOf({ id: 'b', date: '2020-01-01' }),
  ]);
  expect(questionPage(index, 'detect', rendering).groups).toMatchObject([
    { postmortem: { id: 'a' }, ideas: [{ text: 'Count', html: 'Count' }], improvements: [] },
    {
      postmortem: { id: '2018/fax' },
      ideas: [{ text: 'Watch queues' }],
      improvements: [{ title: 'Page on age' }],
    },
  ]);
});

test('every page shares the guides, the systems and the day of the build', () => {
  expect(siteModel(indexOf([fax()], { organisation: 'Harbour' }))).toEqual({
    organisation: 'Harbour',
    builtOn: '2018-06-10',
    history: { kind: 'none', reason: 'no-repository' },
    handbook: [
      { text: 'Guide index', url: '/kb/handbook/' },
      { text: 'Guide blameless', url: '/kb/handbook/blameless/' },
    ],
  });
});

test('a guide knows the other guides', () => {
  expect(handbookPage(indexOf([]), 'blameless', rendering)).toMatchObject({
    title: 'Guide blameless',
    parts: [],
    groups: [{ name: null, pages: [{ url: '/kb/handbook/' }, { url: '/kb/handbook/blameless/' }] }],
  });
});

/** The section that a question's answer is shown in. */
function withQuestion(postmortem: Postmortem, slug: Question = 'detect'): Postmortem {
  const place = { line: 1, column: 1 };
  const section = {
    slug,
    heading: slug,
    anchor: slug,
    place,
    nodes: [],
    tbd: false,
    empty: false,
  };
  return { ...postmortem, sections: [section] };
}

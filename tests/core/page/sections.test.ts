import { describe, expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { postmortemPage } from '../../../src/core/page/postmortem-page.ts';
import { questionPage } from '../../../src/core/page/question-page.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { plainRendering } from '../../support/plain-rendering.ts';
import { catalogOf, postmortemOf, settings } from '../../support/sample-catalog.ts';

function indexOf(body: string, timezone = 'UTC') {
  const { postmortem } = readPostmortem({
    id: '2018/fax',
    file: 'content/postmortems/2018/fax.mdx',
    document: readDocument(
      `---\ntitle: Fax\nstatus: open\nseverity: 1\ntimezone: ${timezone}\n---\n\n${body}`,
    ),
    settings,
    systemIds: null,
    handles: null,
  });
  if (postmortem === null) throw new Error('no postmortem');
  const { catalog } = catalogOf([postmortem, postmortemOf({ id: 'mail' })]);
  return indexCatalog(catalog, { today: '2018-06-10', basePath: '/kb/' });
}

function pageOf(body: string, timezone?: string) {
  const page = postmortemPage(indexOf(body, timezone), '2018/fax', plainRendering);
  if (page === null) throw new Error('no page');
  return page;
}

const sectionOf = (body: string, timezone?: string) => pageOf(body, timezone).sections[0];

test('sections stand in the order of their author, under the name they were given', () => {
  const { sections } = pageOf(
    'Before all.\n\n## What I think\n\nA\n\n## Contributing factors\n\nB\n\n## Summary\n\nC',
  );
  expect(sections.map(({ kind, heading, anchor, slug }) => [kind, heading, anchor, slug])).toEqual([
    ['prose', '', 'opening', null],
    ['prose', 'What I think', 'what-i-think', null],
    ['prose', 'Contributing factors', 'root-causes', 'root-causes'],
    ['prose', 'Summary', 'summary', 'summary'],
  ]);
});

test('what is still to be written is counted, and a bare TBD is not repeated', () => {
  const page = pageOf('## Symptoms\n\nTBD\n\n## Scope\n\n## Impact\n\nTBD, about 40.\n\n## Summary\n\nDone.');
  expect(page.tbdCount).toBe(3);
  expect(page.sections.map((section) => [section.tbd, 'html' in section && section.html])).toEqual([
    [true, ''],
    [true, ''],
    [true, '<p><mark class="unknown-word" id="tbd:1">TBD</mark>, about 40.</p>'],
    [false, '<p>Done.</p>'],
  ]);
});

describe('a timeline', () => {
  const timeline = `## Timeline

All times from the log.

- 2018-05-04 23:50 **alert** Disk nearly full.
- 23:55 **started** Full.
- ~23:55:30 **detected, report** Mail from *Ana*.

  More.

- 2018-05-05 00:10–00:20 **action** Clean up.
- 23:30–00:30 **resolved** Watch.
`;

  test('is listed by days, with ends, and time since the start in words', () => {
    const section = sectionOf(timeline);
    expect(section).toMatchObject({
      kind: 'timeline',
      timezone: 'UTC',
      count: 5,
      introductionHtml: '<p>All times from the log.</p>',
    });
    const days = section?.kind === 'timeline' ? section.days : [];
    const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;
    expect(
      days.map(({ date, entries }) => [
        date,
        entries.map(({ clock, end, elapsed, instant }) => [clock, end, plain(elapsed), instant]),
      ]),
    ).toEqual([
      [
        '2018-05-04',
        [
          ['23:50', null, '−5 min', '2018-05-04T23:50:00Z'],
          ['23:55', null, null, '2018-05-04T23:55:00Z'],
          ['23:55:30', null, '+30 s', '2018-05-04T23:55:30Z'],
        ],
      ],
      [
        '2018-05-05',
        [
          ['00:10', '00:20', '+15 min', '2018-05-05T00:10:00Z'],
          ['23:30', '2018-05-06 00:30', '+23 h 35 min', '2018-05-05T23:30:00Z'],
        ],
      ],
    ]);
    expect(days[0]?.entries[2]).toMatchObject({
      approximate: true,
      marks: ['detected'],
      kinds: ['report'],
      html: 'Mail from <em>Ana</em>.',
      blocksHtml: '<p>More.</p>',
    });
  });

  test('has an anchor for each entry, its own also within one minute', () => {
    const section = sectionOf('## Timeline\n\n- 2018-05-04 10:00 A\n- 10:00 B\n- 10:00:30 C\n- 10:00:30 D');
    expect(section?.kind === 'timeline' && section.days[0]?.entries.map(({ anchor }) => anchor)).toEqual([
      't-2018-05-04-1000',
      't-2018-05-04-1000-1',
      't-2018-05-04-100030',
      't-2018-05-04-100030-1',
    ]);
  });

  test('tells the offset of a time that the clocks showed twice, and of no other', () => {
    const section = sectionOf(
      '## Timeline\n\n- 2020-10-31 23:00 A\n- 2020-11-01 01:30-04:00 B\n- 01:30-05:00 C\n- 02:00 D',
      'America/New_York',
    );
    const days = section?.kind === 'timeline' ? section.days : [];
    expect(days.map(({ entries }) => entries.map(({ clock, offset }) => [clock, offset]))).toEqual([
      [['23:00', null]],
      [
        ['01:30', 'UTC−04:00'],
        ['01:30', 'UTC−05:00'],
        ['02:00', null],
      ],
    ]);
  });

  test('without the mark that starts it tells no time since', () => {
    const section = sectionOf('## Timeline\n\n- 2018-05-04 10:00 A\n- 11:00 B');
    expect(section?.kind === 'timeline' && section.days[0]?.entries.map(({ elapsed }) => elapsed)).toEqual([
      null,
      null,
    ]);
  });

  test('without entries is prose', () => {
    expect(sectionOf('## Timeline\n\nTBD')).toMatchObject({ kind: 'prose', tbd: true, html: '' });
  });
});

test('a question has prose, ideas and improvements, each as HTML', () => {
  expect(
    sectionOf(
      '## Detect\n\nLate.\n\n- Count *failures*\n- [ ] Page `on-duty` @ana due:2018-06-09\n\n  At night too.',
    ),
  ).toMatchObject({
    kind: 'question',
    question: 'detect',
    proseHtml: '<p>Late.</p>',
    ideas: [
      {
        html: 'Count <em>failures</em>',
        text: 'Count failures',
        cameTrue: { shown: [], more: 0 },
        registerUrl: null,
      },
    ],
    improvements: [
      {
        id: '2018/fax#page-on-duty',
        html: 'Page <code>on-duty</code>',
        title: 'Page on-duty',
        blocksHtml: '<p>At night too.</p>',
        owner: { handle: 'ana', name: 'ana' },
        overdue: true,
      },
    ],
  });
});

test('hypotheses, whys and next actions keep what stands around their bullets', () => {
  const page = pageOf(
    '## Hypotheses\n\nTwo.\n\n- It hangs.\n  - Restart. **ruled out**\n\n## Whys\n\nMany.\n\n- Why?\n  - So.\n\n## Next actions\n\nSoon.\n\n- [x] Call @ana',
  );
  expect(page.sections).toMatchObject([
    {
      kind: 'hypotheses',
      introductionHtml: '<p>Two.</p>',
      hypotheses: [{ html: 'It hangs.', tests: [{ verdict: 'ruled out' }] }],
    },
    { kind: 'whys', introductionHtml: '<p>Many.</p>', whys: [{ html: 'Why?' }] },
    {
      kind: 'next-actions',
      introductionHtml: '<p>Soon.</p>',
      actions: [{ html: 'Call', done: true, owner: { handle: 'ana' } }],
    },
  ]);
});

describe('links', () => {
  const body =
    '## Detect\n\n- See [mail](../mail.mdx#prevent), [log](./a b.log), [below](#react) and[^1]\n\n## React\n\nA.\n\n[^1]: A note.'.replace(
      './a b.log',
      './a%20b.log',
    );

  test('on its own page lead to the site, to files and to the page itself', () => {
    const section = sectionOf(body);
    expect(section?.kind === 'question' && section.ideas[0]?.html).toBe(
      'See <a href="/kb/postmortems/mail/#prevent">mail</a>, <a href="/kb/files/postmortems/2018/a%20b.log">log</a>, <a href="#react">below</a> and<sup><a href="#fn:1" id="fnref:1">1</a></sup>',
    );
    expect(pageOf(body).footnotesHtml).toContain('<p>A note.</p>');
  });

  test('on other pages lead back to its own, and footnotes stay there', () => {
    expect(questionPage(indexOf(body), 'detect', plainRendering).groups[0]?.ideas[0]?.html).toBe(
      'See <a href="/kb/postmortems/mail/#prevent">mail</a>, <a href="/kb/files/postmortems/2018/a%20b.log">log</a>, <a href="/kb/postmortems/2018/fax/#react">below</a> and',
    );
  });
});

test('what is nested in a hypothesis’ test is shown with it', () => {
  expect(
    sectionOf('## Hypotheses\n\n- Stuck\n  - Restart **ruled out**\n\n    Twice.\n    - Both times'),
  ).toMatchObject({
    hypotheses: [
      { tests: [{ html: 'Restart', blocksHtml: expect.stringMatching(/Twice\.[\s\S]*Both times/) }] },
    ],
  });
});

test('a heading alone before the first section is shown', () => {
  expect(pageOf('#### First of all\n\n## Summary\n\nDone.').sections[0]).toMatchObject({
    kind: 'prose',
    html: expect.stringContaining('First of all'),
  });
});

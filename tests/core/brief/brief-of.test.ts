import { describe, expect, test } from 'vitest';
import type { BriefStep } from '../../../src/core/brief/brief.ts';
import { briefOf, hasBrief } from '../../../src/core/brief/brief-of.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { briefProgress, briefState } from '../../../src/site/strings/brief.ts';
import { load } from '../../../src/workspace/load.ts';
import { projectFromEnvironment } from '../../../src/workspace/project.ts';
import { sampleContent } from '../../support/sample.ts';
import { postmortemOf } from '../../support/sample-catalog.ts';
import { briefOn, textsOf } from './brief-on.ts';

const paragraph = (text: string) => ({ blocks: [{ kind: 'paragraph', text }], isShortened: false });

test('each of the six has its section', () => {
  expect(
    briefOn(`## Summary

No order left.

## Impact

214 suppliers saw none.

## Timeline

- 2018-05-04 02:10 **started** It stops.
- 08:25 **detected** A supplier writes.
- 13:05 **resolved** The last one leaves.

## Root causes

The bill was not paid.

## Mitigation

We paid it.

## Resolution

Bills go to three people.

## Prevent

- [ ] Rent a second line due:2018-09-28
- [x] Pay by the year due:2018-06-15 done:2018-06-01
`),
  ).toMatchObject({
    happened: paragraph('No order left.'),
    affected: paragraph('214 suppliers saw none.'),
    isAffectedInSummary: false,
    cause: paragraph('The bill was not paid.'),
    stabilised: paragraph('We paid it.'),
    timeline: {
      lines: [
        { clock: '02:10', mark: 'started', text: 'It stops.' },
        { clock: '08:25', mark: 'detected', text: 'A supplier writes.' },
        { clock: '13:05', mark: 'resolved', text: 'The last one leaves.' },
      ],
      // 02:10 to 08:25 are 6 × 60 + 15 minutes, to 13:05 they are 10 × 60 + 55.
      durations: [
        { name: 'detect', min: 375, max: 375 },
        { name: 'resolve', min: 655, max: 655 },
      ],
    },
    remediation: {
      text: paragraph('Bills go to three people.'),
      steps: [
        { text: 'Rent a second line', state: { kind: 'planned', for: '2018-09-28' } },
        { text: 'Pay by the year', state: { kind: 'done', on: '2018-06-01', planned: null } },
      ],
      more: 0,
      done: 1,
      of: 2,
    },
  });
});

test('without a section on impact the summary tells both', () => {
  expect(briefOn('## Summary\n\nNo order left.')).toMatchObject({
    affected: null,
    isAffectedInSummary: true,
  });
});

test('what nobody knows yet is null, and TBD is not shown', () => {
  const brief = briefOn(
    '## Summary\n\nNo order left.\n\n## Root causes\n\nTBD, perhaps the cache.',
    'resolved',
  );
  expect(brief).toMatchObject({ cause: null, stabilised: null, timeline: null, isReviewed: false });
  expect(textsOf(brief).join(' ')).not.toContain('TBD');
});

test('without a section the marks of the end tell how it was stabilised', () => {
  expect(
    briefOn(
      '## Timeline\n\n- 2018-05-04 02:10 **started** A.\n- 03:00 **mitigated** The bill is paid.\n- 04:00 **resolved** All is sent.',
    ).stabilised?.blocks,
  ).toEqual([
    { kind: 'paragraph', text: 'The bill is paid.' },
    { kind: 'paragraph', text: 'All is sent.' },
  ]);
});

test('steps are truthful: late ones say so, dropped ones are gone, owners and tickets too', () => {
  const { remediation } = briefOn(`## Detect

- [ ] Page earlier @ana due:2018-06-01 ticket:OPS-1
- [ ] Watch the fax-gateway @sam
- [x] Ask everybody dropped:2018-06-01
  - Nobody answered.
`);
  expect(remediation.steps).toEqual([
    { text: 'Page earlier', state: { kind: 'late', for: '2018-06-01' } },
    { text: 'Watch the fax gateway', state: { kind: 'undated' } },
  ]);
  expect(remediation).toMatchObject({ done: 0, of: 2, dropped: 1 });
});

test('one done after its day says so', () => {
  const { remediation } = briefOn(`## Detect

- [x] Page earlier due:2018-06-01 done:2019-02-03
`);
  expect(remediation.steps).toEqual([
    { text: 'Page earlier', state: { kind: 'done', on: '2019-02-03', planned: '2018-06-01' } },
  ]);
  expect(briefState(remediation.steps[0] as BriefStep)).toBe(
    'done on 3 February 2019, planned for 1 June 2018',
  );
});

test.each([
  [{ done: 11, of: 11, dropped: 1 }, 'Of 12 steps: 11 done, 1 dropped.'],
  [{ done: 0, of: 2, dropped: 1 }, 'Of 3 steps: 2 still to be done, 1 dropped.'],
  [{ done: 1, of: 3, dropped: 2 }, 'Of 5 steps: 1 done, 2 still to be done, 2 dropped.'],
  [{ done: 11, of: 11, dropped: 0 }, 'All 11 steps are done.'],
  [{ done: 0, of: 0, dropped: 2 }, null],
])('how far the steps are, %o: %s', (counts, words) => {
  const brief = briefOn('## Summary\n\nNo order left.');
  expect(briefProgress({ ...brief, remediation: { ...brief.remediation, ...counts } })).toBe(words);
});

test('code blocks, tables and pictures go, with the words that only led up to them', () => {
  const brief = briefOn(
    '## Summary\n\nIt broke. This is the log:\n\n```text\nfaxgw code=4403\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nCode `4403` said so.',
  );
  expect(brief.happened?.blocks).toEqual([
    { kind: 'paragraph', text: 'It broke.' },
    { kind: 'paragraph', text: 'Code 4403 said so.' },
  ]);
  expect(brief.checks).toEqual({ code: ['4403'], replaced: 0, omitted: 2 });
});

test('links lose their address and keep their words', () => {
  expect(briefOn('## Summary\n\nAs [last year](./other.mdx), **again**.').happened).toEqual(
    paragraph('As last year, again.'),
  );
});

test('what burns, and what happened to others, has no brief', () => {
  expect(hasBrief(postmortemOf({ id: 'a', status: 'open' }))).toBe(false);
  expect(hasBrief(postmortemOf({ id: 'a', status: 'resolved' }))).toBe(true);
  expect(hasBrief(postmortemOf({ id: 'a', tags: ['elsewhere'] }))).toBe(false);
  expect(hasBrief(postmortemOf({ id: 'a', tags: ['elsewhere'], systems: ['mail'] }))).toBe(true);
});

describe('what does not fit on the page', () => {
  const causes = Array.from(
    { length: 40 },
    (_, at) => `- Cause number ${at + 1}, which is long enough for a line of its own on paper.`,
  );

  test('is cut at the end of lists, and counted', () => {
    const list = briefOn(`## Summary\n\nIt broke.\n\n## Root causes\n\n${causes.join('\n')}`).cause
      ?.blocks[0];
    if (list?.kind !== 'list') throw new Error('no list');
    expect(list.items.length + list.more).toBe(40);
    expect(list.items.length).toBeGreaterThan(15);
    expect(list.more).toBeGreaterThan(5);
  });

  test('of a text, whole sentences go, and a sign tells', () => {
    const brief = briefOn(`## Summary\n\n${'It was a long night for all who wait for fish. '.repeat(120)}`);
    const [block] = brief.happened?.blocks ?? [];
    expect(block?.kind === 'paragraph' && block.text).toMatch(/^It was a long night .* fish\. …$/);
    expect(brief.happened?.isShortened).toBe(true);
  });

  test('the longest part goes first: a short cause stays whole', () => {
    const brief = briefOn(
      `## Summary\n\n${'It was a long night. '.repeat(300)}\n\n## Root causes\n\n- One\n- Two`,
    );
    expect(brief.cause).toEqual({
      blocks: [{ kind: 'list', items: ['One', 'Two'], more: 0 }],
      isShortened: false,
    });
  });
});

describe('in the sample', () => {
  const { catalog } = load(projectFromEnvironment({ CONTENT_DIR: sampleContent }));
  const index = indexCatalog(catalog, { today: '2026-11-21', basePath: '/' });
  const told = catalog.postmortems.filter(hasBrief).map((postmortem) => briefOf(index, postmortem));
  const people = catalog.people ?? [];
  const internal = [
    ...people.flatMap(({ handle, name }) => [`@${handle}`, name]),
    ...catalog.systems
      .filter(({ id, name }) => id.includes('-') && id !== name.toLowerCase())
      .map(({ id }) => id),
    ...catalog.backlog.flatMap(({ improvement }) => improvement.ticket ?? []),
    'tickets.example.com',
    'http',
    'TBD',
  ];

  test('every incident of its own that is over has one, and each says what happened', () => {
    expect(told.length).toBeGreaterThan(40);
    expect(told.filter(({ happened }) => happened === null)).toEqual([]);
  });

  test('no handle, name, system’s id, ticket or address is left', () => {
    const leaks = told.flatMap((brief) =>
      textsOf(brief).flatMap((text) =>
        internal
          .filter((word) =>
            new RegExp(`(?<![\\p{L}\\p{N}_-])${RegExp.escape(word)}(?![\\p{L}\\p{N}_-])`, 'u').test(text),
          )
          .map((word) => `${brief.id}: ${word}: ${text}`),
      ),
    );
    expect(leaks).toEqual([]);
    expect(internal.length).toBeGreaterThan(60);
  });

  test('nothing is said that the file does not say, except for what stands for an internal word', () => {
    const stands = /someone|the \w+ team|a ticket|a page|an e-mail address| …/giu;
    const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').toLowerCase();
    const names = new Set(catalog.systems.flatMap(({ name }) => bare(name).split(' ')));
    const invented = told.flatMap((brief) => {
      const source = new Set(bare(index.postmortems.get(brief.id)?.document.source.text ?? '').split(' '));
      return textsOf({ ...brief, organisation: null, timeline: null })
        .filter((text) => /\s/.test(text))
        .flatMap((text) => bare(text.replace(stands, ' ')).trim().split(' '))
        .filter((word) => word !== '' && !source.has(word) && !names.has(word))
        .map((word) => `${brief.id}: ${word}`);
    });
    expect(invented).toEqual([]);
  });
});

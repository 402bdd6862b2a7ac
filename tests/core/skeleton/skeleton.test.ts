import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/catalog/settings.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { anyExamples, type PromptExamples, promptOf } from '../../../src/core/skeleton/section-prompts.ts';
import { type SkeletonFacts, skeletonText } from '../../../src/core/skeleton/skeleton.ts';
import { questions, sections, statuses } from '../../../src/core/vocabulary.ts';

const facts: SkeletonFacts = {
  title: 'Orders do not leave by fax',
  status: 'open',
  severity: 2,
  systems: ['fax-gateway'],
  raisedBy: 'customer',
  triage: null,
  timezone: null,
  facilitator: null,
  reviewedOn: null,
  started: '2026-11-21 ~14:10',
  detected: null,
  mitigated: null,
  resolved: null,
  request: null,
};

function read(part: Partial<SkeletonFacts>) {
  const text = skeletonText(
    { ...facts, ...part },
    { severities: defaultSettings.severities, hasSystems: true, examples: anyExamples },
  );
  return { text, ...readText(text) };
}

function readText(text: string) {
  return readPostmortem({
    id: '2026-11-21-fax',
    file: 'content/postmortems/2026-11-21-fax.mdx',
    document: readDocument(text),
    settings: defaultSettings,
    systemIds: new Set(['fax-gateway', 'invoices']),
    handles: new Set(['dana', 'ana']),
  });
}

const said = (part: Partial<SkeletonFacts>): string[] =>
  read(part).problems.map(({ rule, message }) => `${rule}: ${message.split(/[,;]/)[0]}`);

describe('an open file passes check at once', () => {
  test.each<[name: string, part: Partial<SkeletonFacts>]>([
    ['with little known', { systems: [], raisedBy: null }],
    [
      'with everything known',
      {
        triage: 'code',
        timezone: 'Europe/Berlin',
        facilitator: 'dana',
        detected: '14:12',
        resolved: '2026-11-22 03:00',
      },
    ],
    ['with a title that YAML would read otherwise', { title: 'Orders: "none" # {left} - by fax' }],
    ['with a title that is a number', { title: '404' }],
    ['with a title that would be a date', { title: '2026-11-21' }],
    ['with a title of 300 characters', { title: 'Orders '.repeat(43).slice(0, 299).concat('!') }],
    ['with a title without Latin letters', { title: '注文が届かない' }],
    [
      'with a report that is code',
      { request: 'import x from "y"\n<script>{1}</script>\n````\n---\n## Timeline' },
    ],
    ['with a report from another system', { request: '\r\nHello,\r\n\r\n  we have no order.\r\n' }],
  ])('%s', (_name, part) => {
    expect(said(part)).toEqual([]);
  });

  test('and shows what is known', () => {
    const { postmortem } = read({ triage: 'code', request: 'We have no order.' });
    expect(postmortem).toMatchObject({
      date: '2026-11-21',
      facts: {
        title: facts.title,
        severity: 2,
        systems: ['fax-gateway'],
        raisedBy: 'customer',
        triage: 'code',
      },
      timeline: { entries: [{ marks: ['started'], time: { clock: '14:10', approximate: true } }] },
    });
  });

  test('whatever its title and the report say', () => {
    const title = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .filter((text) => /[\p{L}]/u.test(text) && !/TBD|\p{Cc}/u.test(text));
    const request = fc.string({
      unit: fc.constantFrom('`', '~', '\n', '{', '}', '<', 'b', '>', '#', ' ', '*/', '---'),
    });
    fc.assert(
      fc.property(title, request, (anyTitle, anyRequest) => {
        const trimmed = anyTitle.trim();
        const { postmortem, problems } = read({
          title: trimmed,
          request: anyRequest.trim() === '' ? null : anyRequest,
        });
        expect(problems).toEqual([]);
        expect(postmortem?.facts.title).toBe(trimmed);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a resolved file has the findings that say what is left to write, and no others', () => {
  const summary = 'section-tbd: The section Summary still says TBD';
  const timeline = 'section-tbd: The section Timeline still says TBD';
  test.each<[part: Partial<SkeletonFacts>, left: string[]]>([
    [
      {},
      [
        summary,
        timeline,
        'mark-missing: No entry of this timeline is marked **detected**',
        'mark-missing: No entry of this timeline is marked **resolved**',
      ],
    ],
    [
      { detected: '14:20' },
      [summary, timeline, 'mark-missing: No entry of this timeline is marked **resolved**'],
    ],
    [{ detected: '14:20', resolved: '2026-11-22 01:00', request: 'No order.' }, [summary, timeline]],
  ])('%j', (part, left) => {
    expect(said({ status: 'resolved', ...part })).toEqual(left);
  });

  test('and passes once those are written', () => {
    const { text } = read({ status: 'resolved', detected: '14:20', resolved: '15:00' });
    const written = text.replaceAll(/(?<=\*\*) TBD/g, ' Said.').replace('TBD', 'No order left.');
    const document = readDocument(written);
    const { problems } = readPostmortem({
      id: 'x',
      file: 'x',
      document,
      settings: defaultSettings,
      systemIds: new Set(['fax-gateway']),
      handles: null,
    });
    expect(problems).toEqual([]);
  });
});

describe('a reviewed file has the findings that say what its meeting must have said, and no others', () => {
  const part: Partial<SkeletonFacts> = {
    status: 'reviewed',
    reviewedOn: '2026-11-24',
    detected: '14:20',
    resolved: '15:00',
  };
  test('each at its line', () => {
    expect(said(part)).toEqual([
      ...['Summary', 'Timeline', 'Root causes'].map(
        (name) => `section-tbd: The section ${name} still says TBD`,
      ),
      ...questions.map(
        (slug) => `question-unanswered: The question ${sections[slug].name} has no answer yet`,
      ),
    ]);
  });

  test('and passes once those are written', () => {
    const { text } = read(part);
    const written = text
      .replaceAll(/(?<=\*\*) TBD/g, ' Said.')
      .replaceAll(/^TBD$/gm, 'Nothing this time, because.');
    const { postmortem, problems } = readText(written);
    expect(problems).toEqual([]);
    expect(postmortem?.facts).toMatchObject({ status: 'reviewed', reviewedOn: '2026-11-24' });
  });
});

test('below each question an idea and an improvement are shown, of the organisation itself', () => {
  const examples: PromptExamples = {
    handle: 'ana',
    due: '2026-12-07',
    system: { id: 'invoices', name: 'Invoices' },
  };
  const prompts = questions.map((slug) => promptOf(slug, 'reviewed', examples)?.split('\n') ?? []);
  // Each line that is shown passes check where it is written instead of TBD.
  const lines = (at: number): string[] =>
    (prompts[at] ?? []).slice(1).map((line) => line.replace(/^[^:]+: +/, ''));
  const text = questions
    .map((slug, at) => `## ${sections[slug].name}\n\n${lines(at).join('\n')}\n`)
    .join('\n');
  const { postmortem, problems } = readText(
    `---\ntitle: A\nstatus: open\nseverity: 1\n---\n\n## Summary\n\nB.\n\n${text}`,
  );
  expect(problems).toEqual([]);
  for (const slug of questions) {
    const { ideas = [], improvements = [] } = postmortem?.questions[slug] ?? {};
    expect(ideas).toHaveLength(1);
    expect(improvements).toMatchObject([{ owner: 'ana', due: '2026-12-07' }]);
  }
  expect(postmortem?.questions['other-areas-of-risk']?.ideas).toMatchObject([{ systems: ['invoices'] }]);
  for (const prompt of prompts) expect(prompt).toHaveLength(3);
  for (const line of prompts.flat()) expect(line.length).toBeLessThan(110);
});

test('whatever an organisation calls its systems and people, the prompts are no text of the page', () => {
  const name = fc.string({
    unit: fc.constantFrom('a', ' ', '*/', '{', '}', '`', '<', '\n', '#', '"', '-'),
    minLength: 1,
  });
  fc.assert(
    fc.property(name, fc.constantFrom(...statuses), (any, status) => {
      const text = skeletonText(
        { ...facts, status, reviewedOn: status === 'reviewed' ? '2026-11-24' : null },
        {
          severities: defaultSettings.severities,
          hasSystems: true,
          examples: { ...anyExamples, system: { id: 'dns', name: any } },
        },
      );
      expect(readText(text).postmortem?.sections.filter(({ tbd }) => !tbd)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('its comments are no text of the page', () => {
  const { postmortem } = read({ status: 'resolved' });
  expect(postmortem?.sections.filter(({ tbd }) => !tbd)).toEqual([]);
  expect(JSON.stringify(postmortem?.document.tree)).not.toContain('Plain words');
});

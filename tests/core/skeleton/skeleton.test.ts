import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/catalog/settings.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { type SkeletonFacts, skeletonText } from '../../../src/core/skeleton/skeleton.ts';

const facts: SkeletonFacts = {
  title: 'Orders do not leave by fax',
  status: 'open',
  severity: 2,
  systems: ['fax-gateway'],
  raisedBy: 'customer',
  triage: null,
  timezone: null,
  facilitator: null,
  started: '2026-11-21 ~14:10',
  detected: null,
  resolved: null,
  request: null,
};

function read(part: Partial<SkeletonFacts>) {
  const text = skeletonText(
    { ...facts, ...part },
    { severities: defaultSettings.severities, hasSystems: true },
  );
  const result = readPostmortem({
    id: '2026-11-21-fax',
    file: 'content/postmortems/2026-11-21-fax.mdx',
    document: readDocument(text),
    settings: defaultSettings,
    systemIds: new Set(['fax-gateway']),
    handles: new Set(['dana']),
  });
  return { text, ...result };
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

test('its comments are no text of the page', () => {
  const { postmortem } = read({ status: 'resolved' });
  expect(postmortem?.sections.filter(({ tbd }) => !tbd)).toEqual([]);
  expect(JSON.stringify(postmortem?.document.tree)).not.toContain('Plain words');
});

import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { backlogJson } from '../../../src/core/export/backlog-json.ts';
import { feedXml } from '../../../src/core/export/feed-xml.ts';
import { postmortemsJson } from '../../../src/core/export/postmortems-json.ts';
import { backlogRow, jsonSchemas, postmortemRow } from '../../../src/core/export/schemas.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { catalogOf, postmortemOf, settings } from '../../support/sample-catalog.ts';

function indexOf(postmortems: Postmortem[], organisation: string | null = null) {
  const { catalog } = catalogOf(postmortems, { settings: { ...settings, organisation } });
  return indexCatalog(catalog, { today: '2018-07-01', basePath: '/kb/' });
}

const fax = postmortemOf({
  id: '2018/fax',
  title: 'Disappearing fax provider',
  date: '2018-05-04',
  reviewedOn: '2018-05-11',
  systems: ['fax-gateway'],
  tags: ['vendor'],
  raisedBy: 'customer',
  triage: 'system',
  durations: {
    detect: { min: 375, max: 380, approximate: true },
    respond: null,
    mitigate: null,
    resolve: null,
  },
  ideas: { detect: ['Watch'] },
  risks: { 'Queues nobody watches': ['invoices'], Vendors: [] },
  improvements: [
    { title: 'Mail a list', owner: 'sam', due: '2018-05-18', done: '2018-05-16', ticket: 'OPS-131' },
    { title: 'Second provider', question: 'prevent', due: '2018-06-30' },
    { title: 'Ask for numbers', question: 'quick-fix', due: '2018-06-29', dropped: '2018-06-12' },
  ],
});
const invoices = postmortemOf({
  id: 'invoices',
  title: 'Invoices',
  status: 'open',
  date: '2019-03-19',
  systems: ['invoices'],
  linksTo: ['./2018/fax.mdx'],
});
const undated = postmortemOf({ id: 'undated', title: 'Undated', linksTo: ['./2018/fax.mdx'] });
const index = indexOf([fax, undated, invoices]);

test('postmortems.json has what the format promises, newest first', () => {
  const rows = postmortemsJson(index, 'https://kb.example');
  expect(rows.map(({ id }) => id)).toEqual(['invoices', '2018/fax', 'undated']);
  expect(rows[1]).toEqual({
    id: '2018/fax',
    url: 'https://kb.example/kb/postmortems/2018/fax/',
    title: 'Disappearing fax provider',
    status: 'reviewed',
    severity: 1,
    date: '2018-05-04',
    systems: ['fax-gateway'],
    tags: ['vendor'],
    raisedBy: 'customer',
    triage: 'system',
    durations: {
      detect: { min: 375, max: 380, approximate: true },
      respond: null,
      mitigate: null,
      resolve: null,
    },
    entries: 0,
    questions: {
      detect: { ideas: 1, improvements: 1 },
      react: { ideas: 0, improvements: 0 },
      'quick-fix': { ideas: 0, improvements: 1 },
      prevent: { ideas: 0, improvements: 1 },
      'other-areas-of-risk': { ideas: 2, improvements: 0 },
    },
    foreseenBy: [],
    backlinks: ['invoices', 'undated'],
  });
  expect(rows[0]?.foreseenBy).toEqual([{ postmortem: '2018/fax', risk: 'Queues nobody watches' }]);
  expect(rows[2]).toMatchObject({ date: null, raisedBy: null, triage: null, foreseenBy: [], backlinks: [] });
});

test('without an address of its own the site gives URLs from its root', () => {
  expect(postmortemsJson(index, null)[1]?.url).toBe('/kb/postmortems/2018/fax/');
});

test('backlog.json has every improvement, the newest incident first', () => {
  const postmortem = {
    id: '2018/fax',
    title: 'Disappearing fax provider',
    severity: 1,
    date: '2018-05-04',
    systems: ['fax-gateway'],
  };
  expect(backlogJson(index)).toEqual([
    {
      id: '2018/fax#mail-a-list',
      title: 'Mail a list',
      question: 'detect',
      state: 'closed',
      owner: 'sam',
      due: '2018-05-18',
      done: '2018-05-16',
      dropped: null,
      ticket: 'OPS-131',
      overdue: false,
      postmortem,
    },
    {
      id: '2018/fax#ask-for-numbers',
      title: 'Ask for numbers',
      question: 'quick-fix',
      state: 'dropped',
      owner: null,
      due: '2018-06-29',
      done: null,
      dropped: '2018-06-12',
      ticket: null,
      overdue: false,
      postmortem,
    },
    {
      id: '2018/fax#second-provider',
      title: 'Second provider',
      question: 'prevent',
      state: 'new',
      owner: null,
      due: '2018-06-30',
      done: null,
      dropped: null,
      ticket: null,
      overdue: true,
      postmortem,
    },
  ]);
});

describe('the schemas', () => {
  test('fit what is published', () => {
    expect(z.array(postmortemRow).parse(postmortemsJson(index, 'https://kb.example'))).toHaveLength(3);
    expect(z.array(backlogRow).parse(backlogJson(index))).toHaveLength(3);
  });

  test('refuse what is not', () => {
    const [row] = postmortemsJson(index, null);
    expect(postmortemRow.safeParse({ ...row, secret: 1 }).success).toBe(false);
    expect(postmortemRow.safeParse({ ...row, date: '4 May' }).success).toBe(false);
  });

  test('are JSON Schema, with every field required', () => {
    const { 'postmortems.schema.json': postmortems, 'backlog.schema.json': backlog } = jsonSchemas();
    expect(postmortems).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'postmortems.json',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: expect.arrayContaining(['id', 'date', 'backlinks']),
      },
    });
    expect(backlog).toMatchObject({
      items: { properties: { due: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] } } },
    });
  });
});

describe('the feed', () => {
  // Feed readers take XML at its word, so the judge is an XML parser, not one for HTML.
  const XmlDom = JSDOM as unknown as new (xml: string, options: { contentType: string }) => JSDOM;
  const parse = (xml: string): Document =>
    new XmlDom(xml, { contentType: 'application/xml' }).window.document;
  const texts = (xml: string, selector: string): (string | null)[] =>
    [...parse(xml).querySelectorAll(selector)].map(({ textContent }) => textContent);

  test('has the latest meeting or incident first, and nothing without a day', () => {
    expect(feedXml(index, 'https://kb.example')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <id>https://kb.example/kb/</id>
      <title>Fire Marshal: postmortems</title>
      <updated>2019-03-19T00:00:00Z</updated>
      <link rel="alternate" type="text/html" href="https://kb.example/kb/"/>
      <link rel="self" type="application/atom+xml" href="https://kb.example/kb/feed.xml"/>
      <author><name>Fire Marshal</name></author>
      <entry>
      <id>https://kb.example/kb/postmortems/invoices/</id>
      <title>Invoices</title>
      <updated>2019-03-19T00:00:00Z</updated>
      <published>2019-03-19T00:00:00Z</published>
      <link rel="alternate" type="text/html" href="https://kb.example/kb/postmortems/invoices/"/>
      <category term="Severity 1"/>
      <category term="invoices"/>
      </entry>
      <entry>
      <id>https://kb.example/kb/postmortems/2018/fax/</id>
      <title>Disappearing fax provider</title>
      <updated>2018-05-11T00:00:00Z</updated>
      <published>2018-05-04T00:00:00Z</published>
      <link rel="alternate" type="text/html" href="https://kb.example/kb/postmortems/2018/fax/"/>
      <category term="Severity 1"/>
      <category term="fax-gateway"/>
      <category term="vendor"/>
      </entry>
      </feed>
      "
    `);
  });

  test.each([
    'Fish & chips <b>now</b>',
    '&amp; stays as it was written',
    ']]> "quoted" \'twice\'',
    '<script>alert(1)</script>',
  ])('gives %j back as it was written', (title) => {
    const xml = feedXml(
      indexOf([postmortemOf({ id: 'a', date: '2018-01-01', title, tags: [title] })], title),
      null,
    );
    expect(texts(xml, 'entry > title')).toEqual([title]);
    expect(texts(xml, 'feed > title')).toEqual([`${title}: postmortems`]);
    expect(parse(xml).querySelectorAll('entry > category')[1]?.getAttribute('term')).toBe(title);
  });

  test('leaves out what XML can not hold', () => {
    const xml = feedXml(
      indexOf([postmortemOf({ id: 'a', date: '2018-01-01', title: 'a\u0000b\u0008c\ud800d\uffffe😀' })]),
      null,
    );
    expect(texts(xml, 'entry > title')).toEqual(['abc\ufffdde😀']);
  });

  test('names no host where the site has none, and stays valid without entries', () => {
    expect(texts(feedXml(indexOf([]), null), 'id')).toEqual(['tag:fire-marshal.invalid,2026:/kb/']);
    expect(texts(feedXml(indexOf([]), null), 'updated')).toEqual(['2018-07-01T00:00:00Z']);
  });
});

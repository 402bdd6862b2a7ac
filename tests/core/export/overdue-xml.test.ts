import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { overdueXml } from '../../../src/core/export/overdue-xml.ts';
import type { Improvement } from '../../../src/core/improvement/improvement.ts';
import { addDays } from '../../../src/core/time/dates.ts';
import { catalogOf, postmortemOf, settings } from '../../support/sample-catalog.ts';

function feedOf(improvements: Partial<Improvement>[], siteUrl: string | null = 'https://kb.example') {
  const fax = postmortemOf({ id: '2018/fax', title: 'Fax & more', systems: ['fax-gateway'], improvements });
  const { catalog } = catalogOf([fax], { settings: { ...settings, timezone: 'America/New_York' } });
  return overdueXml(indexCatalog(catalog, { today: '2018-07-01', basePath: '/kb/' }), siteUrl);
}

test('has what is overdue, the latest to become so first, from the start of the next day on', () => {
  const feed = feedOf([
    { title: 'Second provider', owner: 'mei', due: '2018-06-30', question: 'prevent' },
    { title: 'Still time', due: '2018-07-01' },
    { title: 'Done', due: '2018-06-01', done: '2018-06-20' },
    { title: 'Winter', due: '2018-01-31' },
  ]);
  // Midnight in New York is 04:00 in summer and 05:00 in winter, in UTC.
  expect(feed).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
    <id>https://kb.example/kb/overdue.xml</id>
    <title>Fire Marshal: late improvements</title>
    <updated>2018-07-01T04:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://kb.example/kb/backlog/"/>
    <link rel="self" type="application/atom+xml" href="https://kb.example/kb/overdue.xml"/>
    <author><name>Fire Marshal</name></author>
    <entry>
    <id>https://kb.example/kb/postmortems/2018/fax/?due=2018-06-30#second-provider</id>
    <title>Overdue: Second provider</title>
    <updated>2018-07-01T04:00:00Z</updated>
    <published>2018-07-01T04:00:00Z</published>
    <link rel="alternate" type="text/html" href="https://kb.example/kb/postmortems/2018/fax/#second-provider"/>
    <summary>Due on 2018-06-30, owner: mei. Prevent, from the postmortem “Fax &amp; more”.</summary>
    <category term="Prevent"/>
    <category term="Severity 1"/>
    <category term="fax-gateway"/>
    </entry>
    <entry>
    <id>https://kb.example/kb/postmortems/2018/fax/?due=2018-01-31#winter</id>
    <title>Overdue: Winter</title>
    <updated>2018-02-01T05:00:00Z</updated>
    <published>2018-02-01T05:00:00Z</published>
    <link rel="alternate" type="text/html" href="https://kb.example/kb/postmortems/2018/fax/#winter"/>
    <summary>Due on 2018-01-31, owner: no owner yet. Detect, from the postmortem “Fax &amp; more”.</summary>
    <category term="Detect"/>
    <category term="Severity 1"/>
    <category term="fax-gateway"/>
    </entry>
    </feed>
    "
  `);
});

test('holds the fifty that became overdue last', () => {
  const feed = feedOf(
    Array.from({ length: 60 }, (_, n) => ({
      anchor: `n${n}`,
      title: `No ${n}`,
      due: addDays('2018-01-01', n),
    })),
  );
  const titles = [...feed.matchAll(/<title>Overdue: No (\d+)<\/title>/g)].map(([, n]) => Number(n));
  expect(titles).toEqual(Array.from({ length: 50 }, (_, n) => 59 - n));
});

test('a new due date is new news', () => {
  const ids = (due: string) => /<entry>\n<id>(.*)<\/id>/.exec(feedOf([{ title: 'a', due }]))?.[1];
  expect(ids('2018-06-01')).toBe('https://kb.example/kb/postmortems/2018/fax/?due=2018-06-01#a');
  expect(ids('2018-06-02')).toBe('https://kb.example/kb/postmortems/2018/fax/?due=2018-06-02#a');
});

test('stays valid with nothing in it, and names no host where the site has none', () => {
  expect(feedOf([], null)).toContain('<id>tag:fire-marshal.invalid,2026:/kb/overdue.xml</id>');
  expect(feedOf([], null)).toContain('<updated>2018-07-01T04:00:00Z</updated>');
  expect(feedOf([], null)).not.toContain('<entry>');
});

// Feed readers take XML at its word, so the judge is an XML parser, not one for HTML.
const XmlDom = JSDOM as unknown as new (xml: string, options: { contentType: string }) => JSDOM;

test.each(['<b>]]> & "quotes"', '=1+1', 'first\nsecond', 'a\u0000b 🚒', 'תור'])(
  '%j does it no harm',
  (title) => {
    const { document } = new XmlDom(feedOf([{ title, anchor: title, due: '2018-06-01' }]), {
      contentType: 'application/xml',
    }).window;
    expect(document.querySelector('entry > title')?.textContent).toBe(
      `Overdue: ${title.replace('\u0000', '')}`,
    );
    expect(document.querySelectorAll('entry')).toHaveLength(1);
  },
);

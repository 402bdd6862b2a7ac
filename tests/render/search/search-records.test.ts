import { describe, expect, test } from 'vitest';
import { buildCatalog } from '../../../src/core/catalog/build-catalog.ts';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { searchRecords } from '../../../src/render/search/search-records.ts';
import { guideOf, settings } from '../../support/sample-catalog.ts';

const text = `---
title: Fax & <phone>
status: open
severity: 1
systems: [fax-gateway]
tags: [vendor]
---

## Summary

No order left. {/* a secret aside */}

## Timeline

- 2018-05-04 02:10 **started** The line goes dead.

## Detect

- [ ] Count the failures @ana due:2018-06-01 ticket:OPS-7

  Hourly.
- A wall board

  Near the door.

Only suppliers saw it.

## Other areas of risk

- Any queue without a monitor system:invoices
`;

const { postmortem } = readPostmortem({
  id: '2018-05-04-fax',
  file: 'content/postmortems/2018-05-04-fax.mdx',
  document: readDocument(text),
  settings,
  systemIds: null,
  handles: null,
});
const { catalog } = buildCatalog({
  settings,
  systems: [
    {
      id: 'fax-gateway',
      name: 'Fax gateway',
      team: 'orders',
      description: 'Sends orders by fax.',
      dependsOn: ['invoices'],
    },
    { id: 'invoices', name: 'Invoices', team: null, description: null, dependsOn: [] },
  ],
  people: [{ handle: 'ana', name: 'Ana Ribeiro', team: 'orders' }],
  postmortems: postmortem === null ? [] : [postmortem],
  handbook: [guideOf('index', { title: 'Welcome' }), guideOf('meeting', { title: 'The meeting' })],
  files: new Set(),
});
const indexed = (of: typeof catalog) => indexCatalog(of, { today: '2018-06-01', basePath: '/kb/' });
const records = new Map([...searchRecords(indexed(catalog))].map(({ url, html }) => [url, html]));
const html = (url: string): string => records.get(url) ?? '';

describe('what the search index is given', () => {
  test('every postmortem, every guide, and whatever else has a name and a page', () => {
    expect([...records.keys()].sort()).toEqual([
      '/handbook/',
      '/handbook/meeting/',
      '/people/ana/',
      '/postmortems/2018-05-04-fax/',
      '/systems/fax-gateway/',
      '/systems/invoices/',
      '/teams/orders/',
    ]);
  });

  test.each([
    [
      '/systems/fax-gateway/',
      'name',
      'Fax gateway',
      '<p>Sends orders by fax.</p><p>Depends on: Invoices</p><p>Team: orders</p><p>Id: fax-gateway</p>',
    ],
    ['/teams/orders/', 'name', 'orders', '<p>People: Ana Ribeiro</p><p>Systems: Fax gateway</p>'],
    ['/people/ana/', 'name', 'Ana Ribeiro', '<p>@ana</p><p>Team: orders</p>'],
  ])('%s is short, and is found by its name first', (url, key, name, body) => {
    expect(html(url)).toContain(`<meta data-pagefind-meta="${key}[content]" content="${name}">`);
    expect(html(url)).toContain(`</h1>${body}</body>`);
  });

  test.each([
    ['/systems/fax-gateway/', 'kind', 'system'],
    ['/systems/fax-gateway/', 'system', 'Fax gateway'],
    ['/systems/fax-gateway/', 'team', 'orders'],
    ['/teams/orders/', 'kind', 'team'],
    ['/people/ana/', 'kind', 'person'],
    ['/people/ana/', 'team', 'orders'],
  ])('%s can be filtered by %s', (url, filter, value) => {
    expect(html(url)).toContain(`<meta data-pagefind-filter="${filter}[content]" content="${value}">`);
  });

  test('an entry of the timeline tells its labels from what happened', () => {
    expect(html('/postmortems/2018-05-04-fax/')).toContain(
      '<p>2018-05-04 02:10 started: The line goes dead.</p>',
    );
  });

  test('a section is a heading with its anchor, and foreign text stays text', () => {
    const page = html('/postmortems/2018-05-04-fax/');
    expect(page).toContain('<h1>Fax &amp; &lt;phone&gt;</h1>');
    expect(page).toContain('<h2 id="summary">Summary</h2><p>No order left.</p>');
    expect(page).toContain('The line goes dead.');
  });

  test('comments are nobody else’s business', () => {
    expect([...records.values()].join()).not.toContain('secret');
  });

  test('an improvement links to its place and says whose it is and how far', () => {
    expect(html('/postmortems/2018-05-04-fax/')).toContain(
      '<h2 id="detect">Detect</h2><p>Only suppliers saw it.</p><p>A wall board</p><p>Near the door.</p>' +
        '<h3 id="count-the-failures">Count the failures</h3><p>Detect, Ana Ribeiro, new, OPS-7</p><p>Hourly.</p>',
    );
  });

  test('each is there once', () => {
    expect(html('/postmortems/2018-05-04-fax/').split('Count the failures')).toHaveLength(2);
    expect(html('/postmortems/2018-05-04-fax/').split('Any queue')).toHaveLength(2);
  });

  test('a risk links to its place and names the systems it threatens', () => {
    expect(html('/postmortems/2018-05-04-fax/')).toContain(
      '<h4 id="risk-any-queue-without-a-monitor">Any queue without a monitor</h4><p>Invoices</p>',
    );
  });

  test.each([
    ['kind', 'postmortem'],
    ['kind', 'improvement'],
    ['kind', 'risk'],
    ['severity', '1'],
    ['status', 'open'],
    ['year', '2018'],
    ['system', 'Fax gateway'],
    ['team', 'orders'],
    ['tag', 'vendor'],
  ])('a postmortem can be filtered by %s', (filter, value) => {
    expect(html('/postmortems/2018-05-04-fax/')).toContain(
      `<meta data-pagefind-filter="${filter}[content]" content="${value}">`,
    );
  });
});

test('where nothing can be found yet, the index has the first page, for it can’t be empty', () => {
  const { catalog: nothing } = buildCatalog({
    settings,
    systems: [],
    people: null,
    postmortems: [],
    handbook: [],
    files: new Set(),
  });
  expect([...searchRecords(indexed(nothing))].map(({ url }) => url)).toEqual(['/']);
});

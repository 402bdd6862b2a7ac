import { describe, expect, test } from 'vitest';
import { relativeLink, targetOf } from '../../../src/core/catalog/target.ts';
import { catalogOf, documentOf, guideOf, postmortemOf } from '../../support/sample-catalog.ts';

describe('a link in postmortems/2018/fax.mdx', () => {
  test.each([
    ['./mail.mdx', { kind: 'content', path: 'postmortems/2018/mail.mdx', anchor: null }],
    ['mail.mdx#prevent', { kind: 'content', path: 'postmortems/2018/mail.mdx', anchor: 'prevent' }],
    ['../2019/mail.mdx?x=1#a%20b', { kind: 'content', path: 'postmortems/2019/mail.mdx', anchor: 'a b' }],
    ['../../handbook/blameless.mdx', { kind: 'content', path: 'handbook/blameless.mdx', anchor: null }],
    ['./a%20picture.png', { kind: 'content', path: 'postmortems/2018/a picture.png', anchor: null }],
    ['./100%.png', { kind: 'content', path: 'postmortems/2018/100%.png', anchor: null }],
    ['#detect', { kind: 'here', anchor: 'detect' }],
    ['#', { kind: 'here', anchor: '' }],
    ['../../../README.md', { kind: 'outside' }],
    ['../../../content/postmortems/a.mdx', { kind: 'outside' }],
    ['/postmortems/mail/', { kind: 'absolute' }],
    ['//evil.example/', { kind: 'absolute' }],
    ['https://a.example', { kind: 'elsewhere', scheme: 'web' }],
    ['HTTP://a.example', { kind: 'elsewhere', scheme: 'web' }],
    ['mailto:a@b.example', { kind: 'elsewhere', scheme: 'mail' }],
    ['javascript:alert(1)', { kind: 'forbidden' }],
    ['java\tscript:alert(1)', { kind: 'forbidden' }],
    ['file:///etc/passwd', { kind: 'forbidden' }],
    ['C:\\Users\\dana\\fax.png', { kind: 'forbidden' }],
  ])('%j leads to %j', (url, target) => {
    expect(targetOf('postmortems/2018/fax.mdx', url)).toEqual(target);
  });
});

test.each([
  ['postmortems/a.mdx', 'postmortems/b.mdx', './b.mdx'],
  ['postmortems/2018/a.mdx', 'postmortems/b.mdx', '../b.mdx'],
  ['postmortems/a.mdx', 'handbook/c.mdx', '../handbook/c.mdx'],
  ['handbook/a.mdx', 'postmortems/2018/b.mdx', '../postmortems/2018/b.mdx'],
])('from %s to %s it is %s', (from, to, link) => {
  expect(relativeLink(from, to)).toBe(link);
});

test('files are named from the project’s root, wherever the content lies', () => {
  const lost = { ...postmortemOf({ id: 'fax', linksTo: ['./fx.mdx'] }), file: '../ours/postmortems/fax.mdx' };
  expect(catalogOf([lost]).diagnostics.map(({ message }) => message)).toEqual([
    'There is no file ../ours/postmortems/fx.mdx, to which the link ./fx.mdx leads.',
  ]);
});

describe('links are checked', () => {
  const outbox = postmortemOf({
    id: '2019-03-02-order-outbox',
    anchors: ['summary', 'prevent'],
    improvements: [{ anchor: 'watch-the-outbox' }],
    risks: { Queues: [] },
  });
  const blameless = guideOf('blameless', { document: documentOf({ anchors: ['why'] }) });
  const files = new Set(['postmortems/wall-board.png', 'postmortems/broken.mdx', 'settings.yaml']);
  const problemsOf = (part: { linksTo?: string[]; images?: string[] }) =>
    catalogOf([outbox, postmortemOf({ id: 'fax', anchors: ['detect'], ...part })], {
      handbook: [blameless],
      files,
    }).diagnostics.map(({ rule, message, hint }) => [rule, message, hint]);

  test.each([
    './2019-03-02-order-outbox.mdx',
    './2019-03-02-order-outbox.mdx#prevent',
    './2019-03-02-order-outbox.mdx#watch-the-outbox',
    './2019-03-02-order-outbox.mdx#idea-queues',
    '../handbook/blameless.mdx#why',
    './wall-board.png',
    './broken.mdx',
    './broken.mdx#anything',
    '#detect',
    '#',
    'https://a.example/#anything',
  ])('%s is fine', (url) => {
    expect(problemsOf({ linksTo: [url] })).toEqual([]);
  });

  test.each([
    [
      './2019-03-02-order-outbx.mdx',
      'link-missing',
      'There is no file content/postmortems/2019-03-02-order-outbx.mdx, to which the link ./2019-03-02-order-outbx.mdx leads.',
      'Did you mean ./2019-03-02-order-outbox.mdx?',
    ],
    [
      '../2019-03-02-order-outbox',
      'link-missing',
      'There is no file content/2019-03-02-order-outbox, to which the link ../2019-03-02-order-outbox leads.',
      'Did you mean ./2019-03-02-order-outbox.mdx?',
    ],
    [
      './blameless.mdx',
      'link-missing',
      'There is no file content/postmortems/blameless.mdx, to which the link ./blameless.mdx leads.',
      'Did you mean ../handbook/blameless.mdx?',
    ],
    [
      './nothing-like-it.pdf',
      'link-missing',
      'There is no file content/postmortems/nothing-like-it.pdf, to which the link ./nothing-like-it.pdf leads.',
      'Put the file there, or correct the path; it starts from the folder of this file.',
    ],
    [
      './2019-03-02-order-outbox.mdx#prevnt',
      'link-anchor',
      'content/postmortems/2019-03-02-order-outbox.mdx has no place called #prevnt, to which the link ./2019-03-02-order-outbox.mdx#prevnt leads.',
      'Did you mean ./2019-03-02-order-outbox.mdx#prevent?',
    ],
    [
      '#whatever-that-is',
      'link-anchor',
      'This page has no place called #whatever-that-is, to which the link #whatever-that-is leads.',
      'Its places are #detect',
    ],
    [
      '../../README.md',
      'link-outside',
      'The link ../../README.md leaves the content folder, and what lies there is not published.',
      'Copy the file beside this one and link to the copy, or link to its web address.',
    ],
    [
      '../settings.yaml',
      'link-missing',
      'The link ../settings.yaml leads to content/settings.yaml, which is no page and is not published.',
      'Say what it holds in your own words instead.',
    ],
    [
      '/postmortems/fax/',
      'link-absolute',
      'The link /postmortems/fax/ begins with a slash; links inside the knowledge base are relative to this file.',
      'Write the way from this file to the other one, for example ./its-name.mdx',
    ],
    [
      'javascript:alert(1)',
      'link-scheme',
      "The link javascript:alert(1) is of a kind that pages don't carry; http, https, mailto and relative ones work.",
      'Write the address with https:// in front, or the path to a file beside this one.',
    ],
  ])('%s is an error', (url, rule, message, hint) => {
    expect(problemsOf({ linksTo: [url] })).toEqual([[rule, message, hint]]);
  });

  test.each([
    [
      './broken.mdx',
      'image-missing',
      'Put an image beside this file, or make it a link: [its title](./its-name.mdx).',
    ],
    ['./wall-bord.png', 'image-missing', 'Did you mean ./wall-board.png?'],
    [
      './2019-03-02-order-outbox.mdx',
      'image-missing',
      'Put the file there, or correct the path; it starts from the folder of this file.',
    ],
    [
      'https://a.example/b.png',
      'image-elsewhere',
      'Save it beside this file and write ![what it shows](./its-name.png), or make it a link: [what it shows](address).',
    ],
  ])('the image %s is an error', (url, rule, hint) => {
    expect(problemsOf({ images: [url] }).map(([name, , text]) => [name, text])).toEqual([[rule, hint]]);
  });

  test('at their own line and column, in their own file, guides included', () => {
    const guide = guideOf('on-duty', { document: documentOf({ linksTo: ['#', './gone.mdx'] }) });
    const { diagnostics } = catalogOf([], { handbook: [guide] });
    expect(diagnostics.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
      'content/handbook/on-duty.mdx:2:3',
    ]);
  });
});

describe('links refer', () => {
  const postmortems = [
    postmortemOf({ id: 'a', linksTo: ['./b.mdx', './b.mdx', './b.mdx#prevent', '#x', './a.mdx'] }),
    postmortemOf({ id: 'b', anchors: ['prevent'], linksTo: ['./a.mdx', 'https://b.example'] }),
  ];

  test('once for each place they lead to, never to themselves', () => {
    expect(catalogOf(postmortems).catalog.references).toEqual([
      { from: 'a', to: 'b', anchor: null },
      { from: 'a', to: 'b', anchor: 'prevent' },
      { from: 'b', to: 'a', anchor: null },
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/core/document/document.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';

const read = (body: string): Document => readDocument(`---\ntitle: t\n---\n${body}`);
const said = ({ problems }: Document): string[] =>
  problems.map(
    ({ place, rule, message, hint }) => `${place.line}:${place.column} ${rule} ${message} → ${hint}`,
  );

describe('sections', () => {
  test('are cut at ## headings, with what stands before the first', () => {
    const { sections } = read('opening words\n\n## Summary\n\nwords\n\n### Detail\n\nmore\n\n## Our own\n');
    expect(
      sections.map(({ slug, heading, anchor, place, nodes }) => [
        slug,
        heading,
        anchor,
        place.line,
        nodes.length,
      ]),
    ).toEqual([
      [null, null, 'opening', 4, 1],
      ['summary', 'Summary', 'summary', 6, 3],
      [null, 'Our own', 'our-own', 14, 0],
    ]);
  });

  test.each([
    ['## ROOT CAUSE', 'root-causes'],
    ['## contributing factors', 'root-causes'],
    ['## Mitigation', 'fixes-for-symptoms'],
    ['## Customers affected', 'impact'],
    ['## **Quick** fix', 'quick-fix'],
    ['Detect\n------', 'detect'],
    ['## Root', null],
    ['### Detect', undefined],
  ])('%j is the section %j', (heading, slug) => {
    expect(read(heading).sections.find(({ heading }) => heading !== null)?.slug).toBe(slug);
  });

  test('stand in a file once, aliases too', () => {
    const document = read('## Root cause\n\na\n\n## Contributing factors\n\nb\n\n## root CAUSE\n');
    expect(said(document)).toEqual([
      '8:1 section-duplicate Contributing factors is the same section as Root cause on line 4, and a section stands in a file once. → Move what it says below line 4, and delete this heading.',
      '12:1 section-duplicate The section root CAUSE stands here a second time; the first is on line 4. → Move what it says below line 4, and delete this heading.',
    ]);
    expect(document.sections.map(({ slug }) => slug)).toEqual(['root-causes', null, null]);
  });

  test.each<[heading: string, meant: string | null]>([
    ['Quick fixes', 'Quick fix'],
    ['Root causs', 'Root causes'],
    ['Timeline:', 'Timeline'],
    ['Sumary', 'Summary'],
    ['Quickfix', 'Quick fix'],
    ['Defect', null],
    ['Reach', null],
    ['Present', null],
    ['Lessons learned', null],
    ['Time', null],
    ['Fix', null],
    ['Detection', 'Detect'],
    ['Response', 'React'],
    ['Other risks', 'Other areas of risk'],
    ['Detect React', null],
  ])('a heading %j is taken for a slip of %j', (heading, meant) => {
    expect(said(read(`## ${heading}\n\nwords`))).toEqual(
      meant === null
        ? []
        : [
            `4:1 section-name "${heading}" is no section that is understood; it looks like "${meant}". → If that is what you mean, write ## ${meant}`,
          ],
    );
  });

  test.each<[body: string, problems: string[]]>([
    ['## React\n\nwords\n\n## Response\n\nwords', []],
    [
      '## React\n\nwords\n\n## Reacts\n\nwords',
      [
        '8:1 section-name "Reacts" is no section that is understood; it looks like "React". → If that is what you mean, write ## React',
      ],
    ],
  ])('beside the section itself only a slip in its name is told of: %j', (body, problems) => {
    expect(said(read(body))).toEqual(problems);
  });

  test.each<[heading: string, written: string | null]>([
    ['Timeline:', 'Timeline'],
    ['**Quick fix** –', 'Quick fix'],
    ['5. Customers affected', 'Customers affected'],
    ['Timeline (UTC)', null],
    ['Sumary', null],
    ['Detection', null],
  ])('where only signs stand around a name, as in %j, it is written %j', (heading, written) => {
    const [found] = read(`## ${heading}\n\nwords`).problems;
    expect(found?.fix?.edits.map(({ text }) => text) ?? null).toEqual(written === null ? null : [written]);
  });

  test('a title in the body is an error', () => {
    expect(said(read('# The fax\n'))).toEqual([
      '4:1 heading-title A heading with one # is a title, and the title of this file stands in its front matter. → Write ## The fax',
    ]);
  });

  test.each<[body: string, tbd: boolean, empty: boolean]>([
    ['', true, true],
    ['{/* still to come */}', true, true],
    ['---', true, true],
    ['- ', true, true],
    ['### Only a heading', true, true],
    ['TBD', true, false],
    ['Cause is TBD, we think', true, false],
    ['- words\n- **TBD**', true, false],
    ['`TBD`', false, false],
    ['```\nTBD\n```', false, false],
    ['TBDs are not it, nor xTBD', false, false],
    ['tbd', false, false],
    ['words {/* TBD */}', false, false],
    ['![a picture](./a.png)', false, false],
    ['<Figure src="./a.png" alt="b" />', false, false],
    ['<Callout>TBD</Callout>', true, false],
  ])('with %j below it: TBD %j, empty %j', (body, tbd, empty) => {
    expect(read(`## Summary\n\n${body}\n`).sections[0]).toMatchObject({ tbd, empty });
  });
});

test('in a guide headings are only headings', () => {
  const { sections, anchors, problems } = readDocument(
    '---\ntitle: t\n---\n## Root cause\n\na\n\n## Root causes\n\n## Sumary\n',
    { knownSections: false },
  );
  expect(problems).toEqual([]);
  expect(sections.map(({ slug }) => slug)).toEqual([null, null, null]);
  expect(anchors).toEqual(['root-cause', 'root-causes', 'sumary']);
});

describe('anchors', () => {
  test('are one for each heading; known sections have theirs first', () => {
    const { anchors, headings } = read(
      '### Detect\n\n> ## Detect\n\n## Root cause\n\n## Detect\n\n### A & B\n\n### A & B\n\n## ???\n',
    );
    expect(anchors).toEqual(['detect-1', 'detect-2', 'root-causes', 'detect', 'a--b', 'a--b-1', 'section']);
    expect(headings.map(({ anchor }) => anchor)).toEqual(anchors);
    expect(headings[4]).toMatchObject({ depth: 3, text: 'A & B', place: { line: 12, column: 1 } });
  });
});

describe('links and images', () => {
  test('are listed as written, each at its place', () => {
    const { links } = read(
      'a [b](./c.mdx#d) ![e](f.png)\nhttps://g.example\n\n<Figure src="./h.png" alt="i" />\n\n[j][k]\n\n[k]: ../l.mdx\n',
    );
    expect(links).toEqual([
      { kind: 'link', url: './c.mdx#d', place: { line: 4, column: 3 } },
      { kind: 'image', url: 'f.png', place: { line: 4, column: 18 } },
      { kind: 'link', url: 'https://g.example', place: { line: 5, column: 1 } },
      { kind: 'image', url: './h.png', place: { line: 7, column: 1 } },
      { kind: 'link', url: '../l.mdx', place: { line: 11, column: 1 } },
    ]);
  });

  test.each([
    '[a](javascript:alert(1))',
    '[a](JavaScript:alert)',
    '[a](java&#10;script&colon;alert)',
    '[a](<  javascript:alert>)',
    '[a](&#1;javascript:alert)',
    '[a](vbscript:x)',
    '[a](data:text/html;base64,x)',
    '[a](file:///etc/passwd)',
    '[a](//evil.example)',
    '[a](<\\\\\\\\evil.example>)',
    '[a]\n\n[a]: javascript:alert',
    '![a](data:image/svg+xml,x)',
    '<Figure src="javascript:x" alt="b" />',
  ])('%j is an error, and nothing of it is left', (typed) => {
    const { links, problems, tree } = read(typed);
    expect(problems.map(({ rule }) => rule)).toEqual(['link-scheme']);
    expect(links).toEqual([]);
    expect(JSON.stringify(tree)).not.toMatch(/script|data:|file:|evil/i);
  });

  test.each([
    '[a](http://b)',
    '[a](HTTPS://b)',
    '[a](mailto:b@c.de)',
    '[a](./b:c.mdx)',
    '[a](#b)',
    '[a](b%3Ac)',
  ])('%j is fine', (typed) => {
    expect(read(typed).problems).toEqual([]);
  });
});

describe('Mermaid fences', () => {
  test('are listed with the place of their first line', () => {
    const { fences } = read(
      '```mermaid\na-->b\n```\n\n- item\n\n  ~~~mermaid title\n  c-->d\n  ~~~\n\n```mermaid',
    );
    expect(fences).toEqual([
      { source: 'a-->b', place: { line: 5, column: 1 } },
      { source: 'c-->d', place: { line: 11, column: 3 } },
      { source: '', place: { line: 14, column: 1 } },
    ]);
  });
});

describe('front matter', () => {
  test('is plain values; dates stay strings', () => {
    const { frontMatter, problems } = readDocument(
      '---\nreviewedOn: 2018-05-11\nother: "2018-05-11"\nn: 1\n---\n',
    );
    expect(frontMatter).toEqual({ reviewedOn: '2018-05-11', other: '2018-05-11', n: 1 });
    expect(problems).toEqual([]);
  });

  test('tells places of keys, values and items', () => {
    const { frontMatterPlace } = readDocument('---\ntitle: a\nsystems: [b, c]\n---\n');
    expect(frontMatterPlace(['systems'])).toEqual({ line: 3, column: 1 });
    expect(frontMatterPlace(['systems', 1], 'value')).toEqual({ line: 3, column: 14 });
    expect(frontMatterPlace(['missing'])).toEqual({ line: 1, column: 1 });
  });

  test.each<[name: string, text: string, problem: string, title: string | undefined]>([
    [
      'missing',
      'words\n',
      '1:1 front-matter-missing This file does not begin with front matter, the few lines between --- and --- that hold its title. → Begin the file with a line ---, a line like title: What happened, and a line --- again.',
      undefined,
    ],
    [
      'an empty file',
      '',
      '1:1 front-matter-missing This file is empty. → Begin the file with a line ---, a line like title: What happened, and a line --- again.',
      undefined,
    ],
    [
      'TOML',
      '+++\ntitle = "a"\n+++\n',
      '1:1 front-matter-missing The front matter begins with +++, which is TOML; here it is YAML. → Write --- above and below it, and key: value in between.',
      undefined,
    ],
    [
      'not ended',
      '---\ntitle: a\n\n## Summary\n\nb\n',
      '1:1 front-matter-fence The front matter that begins here is not ended. → Put a line --- after its last key.',
      'a',
    ],
    [
      'below the first line',
      '\n\n---\ntitle: a\n---\n\n## Summary\n\nb\n',
      '3:1 front-matter-fence The front matter begins below the first line of the file. → Delete the blank lines above it, so that --- is the first line.',
      'a',
    ],
    [
      'a colon in a value',
      '---\ntitle: Fax: gone\n---\n## Summary\n\nb\n',
      '2:8 yaml-syntax The value of title has a colon in it, which YAML takes for another key. → Put it in quotes: title: "Fax: gone"',
      'Fax: gone',
    ],
    [
      'no keys',
      '---\njust words\n---\n',
      '2:1 yaml-syntax The front matter holds no keys. → Write one key a line, with a colon and a blank after it, as in title: What happened',
      undefined,
    ],
  ])('%s: is told, and the rest is read', (_name, text, problem, title) => {
    const document = readDocument(text);
    expect(said(document)).toEqual([problem]);
    expect(document.frontMatter?.['title']).toBe(title);
    if (text.includes('## Summary')) expect(document.sections.map(({ slug }) => slug)).toEqual(['summary']);
  });

  test('with blanks behind its fences is fine', () => {
    const document = readDocument('---  \ntitle: a\n--- \n\n## Summary\n\nb\n');
    expect(document.problems).toEqual([]);
    expect(document.sections[0]?.place).toEqual({ line: 5, column: 1 });
  });
});

describe('bytes that editors leave', () => {
  test('a byte order mark and CRLF change nothing', () => {
    const text = '---\ntitle: a\n---\n\n## Summary\n\nb <5\n\n- c {d}\n';
    const plain = readDocument(text);
    const windows = readDocument(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(windows.problems).toEqual(plain.problems);
    expect(windows.problems).toHaveLength(2);
    expect(windows.sections).toEqual(plain.sections);
    expect(windows.frontMatter).toEqual(plain.frontMatter);
  });

  test('columns count UTF-16 units, as editors do', () => {
    expect(read('é😀 <5').problems[0]?.place).toEqual({ line: 4, column: 5 });
  });

  test('control characters are reported, the first twenty of them', () => {
    const { problems, tree } = read(`a\u0000b${'\u0007'.repeat(100)}`);
    expect(problems).toHaveLength(20);
    expect(problems[0]).toMatchObject({ rule: 'text-control-character', place: { line: 4, column: 2 } });
    expect(problems[19]?.message).toBe('Here stands a control character, which is no text; 81 more follow.');
    expect(JSON.stringify(tree)).not.toContain('\\u0007');
  });
});

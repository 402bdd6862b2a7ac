import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, test } from 'vitest';
import { phaseGantt, phaseTimeline } from '../../../src/core/timeline/diagram.ts';
import { createMermaid, type Drawing, type Drawn, figureHtml } from '../../../src/render/mermaid/index.ts';
import { hostile, sample } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'mermaid-'));
const mermaid = createMermaid({ cacheDirectory: join(folder, 'one'), processes: 1 });
afterAll(async () => {
  await mermaid.close();
  rmSync(folder, { recursive: true, force: true });
});

async function drawn(source: string): Promise<Drawn> {
  const drawing: Drawing = await mermaid.draw(source);
  if (drawing.kind === 'broken') throw new Error(`line ${drawing.line}: ${drawing.message}`);
  return drawing;
}
const parse = (html: string) => new JSDOM(html).window.document;
/** What the texts of a drawing say, lines joined by a blank. */
const texts = (svg: string) =>
  [...parse(svg.replaceAll('</tspan><tspan', '</tspan> <tspan')).querySelectorAll('text')].map((element) =>
    element.textContent.replace(/\s+/g, ' ').trim(),
  );

// What mermaid 12.3.0 gives in Chromium with the same settings and Inter, width x height.
const chromium: Record<string, [number, number]> = {
  flowchart: [435, 1283],
  subgraphs: [1381, 265],
  state: [729, 1036],
  sequence: [1071, 806],
  pie: [726, 450],
  quadrant: [500, 500],
};

describe('every kind of drawing', () => {
  const names = [...Object.keys(chromium), 'gantt', 'timeline'];

  test.each(names)('%s has a name, only theme colours, round numbers and no id twice', async (name) => {
    const { svg, title, warnings } = await drawn(sample(name));
    expect(title).toBeTruthy();
    expect(warnings.filter(({ message }) => !message.includes('columns'))).toEqual([]);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="[^"]+"/);
    // an author's own colour stands inside color-mix
    expect(svg.replace(/color-mix\([^;}]*\)/g, '')).not.toMatch(/#[\da-f]{6}\b|rgb\(|hsl\(/i);
    expect(svg).not.toMatch(/NaN|undefined|\d\.\d{4}|style="/);
    const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(target);
  });

  test('every arrow keeps its head, and no head is there that no arrow has', async () => {
    const { svg } = await drawn('flowchart LR\n a --> b\n a --x c\n a --o d\n a --- e\n');
    const document = parse(svg);
    const heads = [...document.querySelectorAll('marker')].map(({ id }) => `url(#${id})`);
    const ends = [...document.querySelectorAll('[marker-end]')].map((path) =>
      path.getAttribute('marker-end'),
    );
    expect(ends.toSorted()).toEqual(heads.toSorted());
    expect(heads).toHaveLength(3);
  });

  test.each(Object.entries(chromium))(
    '%s is as large as in Chromium, and a little wider for wider fonts',
    async (name, [width, height]) => {
      const drawing = await drawn(sample(name));
      for (const ratio of [drawing.width / width, drawing.height / height]) {
        expect(ratio).toBeGreaterThan(0.99);
        expect(ratio).toBeLessThan(1.05);
      }
    },
  );

  test.each([
    [
      'class',
      'classDiagram\n accTitle: t\n class Animal{\n +String name\n }\n Animal <|-- Duck : is a',
      ['Animal', '+String name', 'Duck', 'is a'],
    ],
    ['er', 'erDiagram\n accTitle: t\n CUSTOMER ||--o{ ORDER : places', ['CUSTOMER', 'ORDER', 'places']],
    [
      'git graph',
      'gitGraph\n accTitle: t\n commit id: "one"\n branch fix\n commit id: "two"',
      ['main', 'fix', 'one', 'two'],
    ],
    ['mindmap', 'mindmap\n  root((mind))\n    A\n    B', ['mind', 'A', 'B']],
    ['kanban', 'kanban\n  Todo\n    [Write docs]', ['Todo', 'Write docs']],
    ['xy chart', 'xychart-beta\n title "Sales"\n x-axis [jan, feb]\n bar [10,50]', ['Sales', 'jan', 'feb']],
    ['sankey', 'sankey-beta\n\nA,B,10', ['A 10', 'B 10']],
  ])('%s shows its words', async (_, source, expected) => {
    expect(texts((await drawn(source)).svg)).toEqual(expect.arrayContaining(expected));
  });

  test('characters that are syntax read as themselves', async () => {
    const { svg } = await drawn(
      'flowchart LR\n accTitle: t\n A["#quot;q#quot; #35;1 &amp; #hearts;"] -->|a < b & c| B{{hex}}',
    );
    expect(texts(svg)).toEqual(['a < b & c', '"q" #1 & ♥', 'hex']);
  });

  test('the same bytes whatever came before', async () => {
    const other = createMermaid({ cacheDirectory: join(folder, 'other'), processes: 1 });
    const git = 'gitGraph\n accTitle: t\n commit\n commit';
    for (const source of [git, ...names.toReversed().map(sample)])
      expect(await other.draw(source)).toEqual(await mermaid.draw(source));
    await other.close();
  });
});

describe('a drawing with phases', () => {
  const start = Date.parse('2018-05-04T02:10-04:00');
  const event = { clock: '02:10', text: 'PR #12: x < y & "z"; 100 %% off' };
  const phase = (name: string, from: number, to: number, hue: 1 | 3) => ({
    name,
    hue,
    start: start + from * 60_000,
    end: start + to * 60_000,
    approximate: false,
    events: Array.from({ length: 9 }, () => event),
  });
  const input = {
    title: 'Fax: gone #1',
    timezone: 'America/New_York',
    phases: [phase('Started', 0, 375, 1), phase('Responded', 375, 376, 3)],
  };

  test('gantt: local clock, a bar for a minute, hues as told, no style sheet of its own', async () => {
    const { svg, title, description } = await drawn(phaseGantt(input) ?? '');
    expect(title).toBe('Phases of Fax: gone #1');
    expect(description).toBe(
      'Started 02:10, until responded 6 h 15 min; Responded 08:25, for 1 min. Times are in America/New_York.',
    );
    expect(texts(svg)).toEqual([
      '6 h 15 min',
      '1 min',
      '03:00',
      '04:00',
      '05:00',
      '06:00',
      '07:00',
      '08:00',
      'Until responded',
      'Responded',
    ]);
    expect(
      [...svg.matchAll(/mm-bar mm-c(\d)" x="[^"]+" y="[^"]+" width="([\d.]+)/g)].map(([, hue, width]) => [
        hue,
        Number(width) >= 3,
      ]),
    ).toEqual([
      ['1', true],
      ['3', true],
    ]);
    expect(svg).not.toMatch(/<style|\sid=/);
  });

  test('timeline: text comes out as it went in', async () => {
    const { svg, title } = await drawn(phaseTimeline(input) ?? '');
    expect(title).toBe('Key events of Fax: gone #1');
    expect(texts(svg).slice(0, 2)).toEqual(['Started 02:10', 'Responded 08:25']);
    expect(texts(svg)[2]).toBe('02:10 PR #12: x < y & "z"; 100 %% off');
    expect(texts(svg)).toContain('and 5 more');
    expect(svg).not.toMatch(/<style|\sid=/);
  });

  test('both together weigh little', async () => {
    const both = await Promise.all(
      [phaseGantt(input), phaseTimeline(input)].map((source) => drawn(source ?? '')),
    );
    expect(gzipSync(both.map(({ svg }) => svg).join('')).length).toBeLessThan(2_000);
  });
});

describe('nothing runs and nothing is fetched', () => {
  test.each(Object.entries(hostile))('%s', async (_, source) => {
    const drawing = await mermaid.draw(source);
    const document = parse(
      figureHtml(drawing, source, { caption: '<script>alert(1)</script>', showSource: true }),
    );
    for (const element of document.querySelectorAll('body *')) {
      expect(element.localName).toMatch(
        /^(?:figure|figcaption|details|summary|pre|code|div|p|strong|svg|desc|style|g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|a|defs|marker|linearGradient|stop|clipPath)$/,
      );
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^src|^xlink|^target$/);
        if (name === 'href') expect(value).toMatch(/^https:\/\/(?:example\.com\/ok|evil\.example\/)$/);
        else expect(value).not.toMatch(/javascript:|url\((?!#)/i);
      }
    }
    for (const style of document.querySelectorAll('style'))
      expect(style.textContent).not.toMatch(/url\((?!#)|@|expression|behavior|evil|body|</i);
    // a document that is parsed again says the same: nothing hides in a parser's difference
    const again = parse(document.body.innerHTML);
    expect(again.body.innerHTML).toBe(document.body.innerHTML);
  });

  test('the samples are drawn, so that the test above looks at drawings', async () => {
    const kinds = await Promise.all(
      Object.values(hostile).map(async (source) => (await mermaid.draw(source)).kind),
    );
    expect(kinds.filter((kind) => kind === 'drawn').length).toBeGreaterThanOrEqual(9);
  });

  test('a link to another page stays a link', async () => {
    const { svg } = await drawn(hostile['links and callbacks']);
    expect([...parse(svg).querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual([
      'https://example.com/ok',
    ]);
    expect(svg).toContain('role="group"');
  });
});

describe('a broken diagram says where and what to do', () => {
  test.each<[string, string, object]>([
    ['an open bracket', 'flowchart TD\n  A[Start] --> B\n  B --> C[Fix it\n  B --> D[Leave it]', { line: 3 }],
    [
      'comments and front matter above',
      '---\ntitle: x\n---\n%% c\n\nflowchart TD\n  %% comment\n  A-->B\n  B--[C\n',
      { line: 9 },
    ],
    ['a number that is none', 'pie\n  "a" : x\n', { line: 2, column: 9 }],
    [
      'no kind',
      'nonsense',
      { line: 1, column: 1, message: '“nonsense” is no kind of diagram that Mermaid knows.' },
    ],
    ['nothing', '  \n', { line: 1, column: 1, message: 'This diagram is empty.' }],
    [
      'an event before a period',
      'timeline\n  title x\n    : event',
      { line: 3, column: 5, message: 'This event stands before any time period.' },
    ],
    [
      'a date that is none',
      'gantt\n dateFormat YYYY-MM-DD\n section A\n a :2024-99-99, 3d',
      { line: 4, message: "“2024-99-99” is not a date in this diagram's dateFormat." },
    ],
    [
      'a kind that needs a browser',
      'architecture-beta\n group api(cloud)[API]\n service db(database)[D] in api\n service s(server)[S] in api\n db:L -- R:s',
      { line: 1 },
    ],
    [
      'too long',
      `flowchart TD\n${'A-->B\n'.repeat(9_000)}`,
      { line: 1, message: 'This diagram is 54,013 characters long; Mermaid reads at most 50,000.' },
    ],
  ])('%s', async (_, source, expected) => {
    const drawing = await mermaid.draw(source);
    expect(drawing).toMatchObject({ kind: 'broken', ...expected });
    expect(drawing.kind === 'broken' && drawing.hint).toBeTruthy();
  });

  test('the words for a line that cannot be read', async () => {
    expect(
      await mermaid.draw('sequenceDiagram\n  A->>B: hello\n  A--B hello, again\n'),
    ).toMatchInlineSnapshot(`
      {
        "column": 3,
        "hint": "Characters such as : ; # and brackets are syntax in Mermaid. In text, put it in quotes or write #58; #59; #35; for : ; #.",
        "kind": "broken",
        "line": 3,
        "message": "Mermaid doesn't understand this line at “-”.",
      }
    `);
  });
});

describe('warnings', () => {
  test.each([
    [
      'many columns',
      `timeline\n accTitle: t\n${Array.from({ length: 9 }, (_, i) => ` p${i} : e`).join('\n')}`,
      1,
      "9 columns don't fit a page. Make one column a phase, and list the events as text.",
    ],
    [
      'a misspelt keyword',
      'timeline\n accTitle: t\n 14:02 : clock times work\n sectoin Detected\n 14:09 : b',
      4,
      '“sectoin Detected” has no event. Write it after a colon between blanks: “sectoin Detected : What happened”.',
    ],
    [
      'no name',
      'flowchart TD\n a-->b',
      1,
      'This diagram has no title, so a screen reader cannot name it. Add a line such as “accTitle: Order flow”.',
    ],
  ])('%s', async (_, source, line, message) => {
    expect((await drawn(source)).warnings).toEqual([expect.objectContaining({ line, message })]);
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { openBrowser } from '../support/browser.ts';
import { type BuiltSite, buildSite, run } from '../support/build-site.ts';
import { type ContentFiles, contentFolder, openPostmortem } from '../support/content-folder.ts';
import { hostileContent, payloads } from '../support/hostile-content.ts';
import { brokenLinks, missingParts, type Page, pagesOf, unsafeParts } from '../support/site-faults.ts';
import { serve } from '../support/static-server.ts';

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
const diagram = (...lines: string[]): string =>
  ['```mermaid', 'flowchart LR', '  accTitle: Flow', ...lines, '```'].join('\n');

describe('what would run is refused where it stands', () => {
  /** The ninth line is the first one of a body. */
  const bodies: [name: string, body: string, place: string, rule: string][] = [
    ['a script', '<script>alert(1)</script>', '9:1', 'code-html'],
    ['a frame', '<iframe src="https://evil.example" />', '9:1', 'code-html'],
    ['an image tag with a handler', 'a <img src="x" onerror="alert(1)" /> b', '9:3', 'code-html'],
    ['an expression', '{alert(1)}', '9:1', 'code-expression'],
    ['an import', 'import x from "./x.js"', '9:1', 'code-import'],
    ['an export', 'export const a = 1', '9:1', 'code-import'],
    ['a component nobody knows', '<Evil />', '9:1', 'code-component'],
    ['spread attributes', '<Callout {...window} type="note">x</Callout>', '9:10', 'code-expression'],
    [
      'a handler on a component',
      '<Callout type="note" onclick="alert(1)">x</Callout>',
      '9:22',
      'component-attribute',
    ],
    ['a handler on a tag', '<kbd onclick="alert(1)">x</kbd>', '9:6', 'component-attribute'],
    ['a script in a figure', '<Figure src="javascript:alert(1)" alt="x" />', '9:1', 'link-scheme'],
    ['a link that is a script', '[a](javascript:alert(1))', '9:1', 'link-scheme'],
    ['one that hides its letters', '[a](&#106;avaScript:alert(1))', '9:1', 'link-scheme'],
    ['one that comes by reference', '[a][b]\n\n[b]: javascript:alert(1)', '11:1', 'link-scheme'],
    ['a page in a link', '[a](data:text/html,<script>alert(1)</script>)', '9:1', 'link-scheme'],
    ['another host without a scheme', '[a](//evil.example/x)', '9:1', 'link-scheme'],
    ['another host behind backslashes', '[a](\\\\\\\\evil.example/x)', '9:1', 'link-scheme'],
    ['an image on another host', '![a](https://evil.example/x.png)', '9:1', 'image-elsewhere'],
    ['an image in its own address', '![a](data:image/svg+xml,<svg/>)', '9:1', 'link-scheme'],
    ['a link out of the folder', '[a](../../../../etc/passwd)', '9:1', 'link-outside'],
    ['one that is written in codes', '[a](%2e%2e/%2e%2e/%2e%2e/etc/passwd)', '9:1', 'link-outside'],
    ['a link to a page of HTML', '[a](./page.html)', '9:1', 'link-script'],
    ['a link to XML', '[a](./page.xml)', '9:1', 'link-script'],
    [
      'a picture from elsewhere in a diagram',
      diagram('  a@{ img: "https://evil.example/x.png" }'),
      '10:1',
      'diagram-broken',
    ],
    ['a zero byte', 'a\u0000b', '9:2', 'text-control-character'],
    ['a terminal command', 'a\u001b[31mb', '9:2', 'text-control-character'],
    [
      'a handle that is markup',
      '## Detect\n\n- [ ] Do it @"><script>alert(1)</script>',
      '11:16',
      'code-html',
    ],
  ];
  const others: [name: string, path: string, content: string | Uint8Array, place: string, rule: string][] = [
    [
      'bytes that are no text',
      'postmortems/bytes.mdx',
      new Uint8Array([0x61, 0x0a, 0x62, 0xff]),
      '2:2',
      'file-encoding',
    ],
    ['an empty file', 'postmortems/empty.mdx', '', '1:1', 'front-matter-missing'],
    [
      'broken YAML',
      'postmortems/yaml.mdx',
      '---\ntitle: "x\nstatus: open\n---\n\n## Summary\n',
      '2:8',
      'yaml-syntax',
    ],
    [
      'a key that is a prototype',
      'postmortems/proto.mdx',
      openPostmortem('T').replace('severity', '__proto__: { a: 1 }\nseverity'),
      '1:1',
      'front-matter-key',
    ],
    [
      'YAML that grows',
      'postmortems/bomb.mdx',
      `---\na: &a [x,x,x]\n${[...'bcdefghijklmnop'].map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghijklmnop'[at]}`)}]\n`).join('')}---\n`,
      '2:1',
      'yaml-syntax',
    ],
    [
      'a line of two million characters',
      'postmortems/long.mdx',
      openPostmortem('T', 'x'.repeat(1_900_000)),
      '9:1',
      'paragraph-length',
    ],
    [
      'a thousand quotations in one',
      'postmortems/deep.mdx',
      openPostmortem('T', `${'> '.repeat(1_000)}x`),
      '9:399',
      'nesting-depth',
    ],
    [
      'a ticket address that is a script',
      'settings.yaml',
      'ticketUrl: javascript:alert({id})\n',
      '1:12',
      'settings-value',
    ],
    ['a script in an image', 'postmortems/a.svg', svg('<script>alert(1)</script>'), '1:42', 'image-script'],
    [
      'one with a namespace',
      'postmortems/b.svg',
      svg('<x:script xmlns:x="http://www.w3.org/2000/svg"/>'),
      '1:42',
      'image-script',
    ],
    ['a handler in an image', 'postmortems/c.svg', svg('', 'onload="alert(1)"'), '1:40', 'image-script'],
    [
      'a link in an image that hides its letters',
      'postmortems/d.svg',
      svg('<a href="java&#115;cr&#x0A;ipt&#58;alert(1)"/>'),
      '1:51',
      'image-script',
    ],
    [
      'an image in another encoding',
      'postmortems/e.svg',
      Buffer.from(`\ufeff${svg('<script/>')}`, 'utf16le'),
      '1:1',
      'file-encoding',
    ],
    [
      'the same without its mark',
      'postmortems/f.svg',
      Buffer.from(svg('<script/>'), 'utf16le'),
      '1:2',
      'image-script',
    ],
    [
      'a style sheet that makes a page of an image',
      'postmortems/g.svg',
      `<?xml-stylesheet href="page.xml"?>${svg('')}`,
      '1:1',
      'image-script',
    ],
    [
      'a handler in the grammar of an image',
      'postmortems/h.svg',
      `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>${svg('')}`,
      '1:16',
      'image-script',
    ],
  ];
  let diagnostics: Diagnostic[];
  let folder: string;

  beforeAll(async () => {
    const files: ContentFiles = { 'postmortems/page.html': '<script>', 'postmortems/page.xml': '<x/>' };
    for (const [at, [, body]] of bodies.entries())
      files[`postmortems/body-${at}.mdx`] = openPostmortem('T', body);
    for (const [, path, content] of others) files[path] = content;
    folder = contentFolder('refused', files);
    const { code, stdout, stderr } = await run(['check', '--format', 'json'], { CONTENT_DIR: folder });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    diagnostics = JSON.parse(stdout);
  }, 60_000);

  const found = (path: string): string[] =>
    diagnostics
      .filter(({ file, severity }) => file === `${folder}/${path}` && severity === 'error')
      .map(({ line, column, rule }) => `${line}:${column} ${rule}`);

  test.each(bodies.map(([name, , place, rule], at) => ({ name, at, place, rule })))(
    '$name: $rule',
    ({ at, place, rule }) => {
      expect(found(`postmortems/body-${at}.mdx`)).toContain(`${place} ${rule}`);
    },
  );

  test.each(others.map(([name, path, , place, rule]) => ({ name, path, place, rule })))(
    '$name: $rule',
    ({ path, place, rule }) => {
      expect(found(path)).toContain(`${place} ${rule}`);
    },
  );
});

/** Words that are allowed, and would run if a page took them for more. */
const defused: ContentFiles = {
  'postmortems/click.mdx': openPostmortem(
    'Click',
    diagram(
      '  a --> b',
      '  click a "javascript:alert(1)"',
      '  click b call alert(1)',
      '  click b href "https://evil.example" _blank',
    ),
  ),
  'postmortems/loose.mdx': openPostmortem(
    'Loose',
    `\`\`\`mermaid\n%%{init: {"securityLevel":"loose","htmlLabels":true,"themeCSS":"</style><script>alert(1)</script>@import url(https://evil.example/a.css)"}}%%\nflowchart LR\n  accTitle: </title><script>alert(1)</script>\n  a["<img src=x onerror=alert(1)>"] --> b["</style><script>alert(1)</script>"]\n  c["<a href='javascript:alert(1)'>x</a>"]\n\`\`\``,
  ),
  'postmortems/sequence.mdx': openPostmortem(
    'Sequence',
    '```mermaid\nsequenceDiagram\n  accTitle: Talk\n  participant A\n  links A: {"x": "javascript:alert(1)", "y": "https://evil.example"}\n  A->>A: <img src=x onerror=alert(1)>\n```',
  ),
  'postmortems/tickets.mdx': openPostmortem(
    'Tickets',
    'x\n\n## Detect\n\n- [ ] One ticket:javascript:alert(1)\n- [ ] Two ticket:"onclick="alert(1)\n- [ ] Three ticket:https://x.example/"onmouseover="alert(1)\n- [ ] Four ticket:data:text/html,alert(1)\n- [ ] Five ticket://evil.example',
  ),
  'postmortems/links.mdx': openPostmortem(
    'Links',
    '[a](JaVa\tScRiPt:alert(1)) [b](https://x.example/"onmouseover="alert(1)) [c](https://x.example "\\"onmouseover=\\"alert(1)") ![d" onerror="alert(1)](./ok.svg) <mark>m</mark> mailto:x@y.z www.x.example/"onclick="x\n\n~~~"><script>alert(1)</script>\nx\n~~~\n\n| a |\n|---|\n| `<script>` |\n\nx[^1]\n\n[^1]: `<script>alert(1)</script>`',
  ),
  // Names that the page itself uses for places; the sibling makes both of its lists appear.
  'postmortems/places.mdx': openPostmortem(
    'Places',
    'x [to](./tagged.mdx) y[^1]\n\n[^1]: z\n\n## Content\n\na\n\n## What links here\n\nb\n\n## Related incidents\n\nc\n\n## 🧯\n\n## 2018\n\n## Überblick\n\n## Footnotes\n\n## fn-1\n\n## fnref-1\n\n## Detect\n\n- [ ] A id:content\n- [ ] B id:what-links-here\n- [ ] C id:detect',
  ).replace('severity', 'tags: [same]\nseverity'),
  'postmortems/tagged-too.mdx': openPostmortem('Tagged too', '[to](./places.mdx)').replace(
    'severity',
    'tags: [same]\nseverity',
  ),
  'postmortems/tagged.mdx': openPostmortem('!!js/function "alert(1)"'),
  'postmortems/ok.svg': svg('<rect width="4" height="4"/>'),
};

describe.each([
  ['words that would run', {}],
  [
    'the same with every rule off that can be',
    {
      'postmortems/Capital "onclick=alert(1).mdx': openPostmortem('Capital'),
      'postmortems/off.mdx': openPostmortem(
        'Off',
        `![a](https://evil.example/x.png) [b](/absolute) [c](../../../../etc/passwd) [d](./gone"onclick="alert(1).mdx) [e](#nowhere) ![f](./gone.png)\n\n${diagram('  a["<script>alert(1)</script>"] -->')}\n\n<Figure src="https://evil.example/y.png" alt="x" />`,
      ),
    },
  ],
] as [string, ContentFiles][])('%s', (_, more) => {
  const off = Object.keys(more).length > 0;
  const site = { basePath: '/', siteUrl: null, dist: '' };
  let built: BuiltSite;
  let pages: Page[];
  let browser: Browser;

  beforeAll(async () => {
    const files = { ...hostileContent(), ...defused, ...more };
    if (off) {
      const { ruleNames, isFixedRule } = await import('../../src/core/rules.ts');
      const softened = ruleNames.filter((rule) => !isFixedRule(rule)).map((rule) => `  ${rule}: off\n`);
      files['settings.yaml'] += `rules:\n${softened.join('')}`;
    }
    const folder = contentFolder(off ? 'hostile-off' : 'hostile', files);
    built = await buildSite(off ? 'hostile-off' : 'hostile', folder);
    if (built.code !== 0) throw new Error(built.stderr);
    site.dist = built.dist;
    pages = pagesOf(site);
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test('make whole pages', () => {
    expect(pages.flatMap(missingParts)).toEqual([]);
    expect(pages.filter(({ url }) => /^\/postmortems\/p\d+\/$/.test(url)).length).toBe(payloads.length);
  });

  test('stand on them as words', () => {
    const titles = payloads.map(
      (_, at) =>
        pages.find(({ url }) => url === `/postmortems/p${at}/`)?.document.querySelector('h1')?.textContent,
    );
    expect(titles.map((title) => title?.trim())).toEqual(payloads.map((payload) => payload.trim()));
  });

  test('make no markup of their own', () => {
    expect(pages.flatMap((page) => unsafeParts(page, null))).toEqual([]);
    if (!off) expect(brokenLinks(site, pages)).toEqual([]);
  });

  test('run in no browser, even one that knows no Content Security Policy', async () => {
    const server = await serve(site.dist);
    const context = await browser.newContext({ bypassCSP: true });
    const events: string[] = [];
    try {
      await context.route('**/*', (route) => {
        const { origin } = new URL(route.request().url());
        if (server.url.startsWith(origin)) return route.continue();
        events.push(`asks ${route.request().url()}`);
        return route.abort();
      });
      const page = await context.newPage();
      page.on('dialog', (dialog) => {
        events.push(`${page.url()} ran ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('pageerror', (error) => events.push(`${page.url()} ${error.message}`));
      for (const { url } of pages) {
        // The first folder has shown these already.
        if (off && /^\/(?:postmortems\/p|systems\/s)\d/.test(url)) continue;
        await page.goto(new URL(url, server.url).href);
        await page.evaluate(() => {
          for (const element of document.querySelectorAll('main *'))
            for (const type of ['mouseover', 'error', 'load', 'toggle'])
              element.dispatchEvent(new Event(type));
        });
      }
      await page.goto(server.url);
      await page.keyboard.press('/');
      await page.keyboard.type('script alert');
      await page.locator('site-search li').first().waitFor();
      expect(await page.locator('site-search :is(script, img, svg, iframe)').count()).toBe(0);
      expect(events).toEqual([]);
    } finally {
      await context.close();
      await server.close();
    }
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onDuty } from '../../src/site/strings.ts';
import { buildSite } from '../support/build-site.ts';
import { contentFolder } from '../support/content-folder.ts';
import { brokenLinks, pagesOf } from '../support/site-faults.ts';
import { sampleClock } from '../support/sites.ts';

const body = `Before.

\`\`\`mermaid
flowchart LR
  accTitle: From A to B
  A["{curly} and #quot;quoted#quot;"] --> B
\`\`\`

<Workflow of="improvement" />

- One
- <Severities />

<Callout type="warning">Careful, {"now"}.</Callout>

<Details summary="More">

Inside.

</Details>

<Figure src="./heron.svg" alt="A heron" caption="It waits." />

![A heron again](./heron.svg)

[The other](./plain.mdx#there), [the picture](./heron.svg)

\`\`\`js
const herons = { count: 7 };
\`\`\`
`;

test('a guide that holds code shows diagrams, components, figures and links as one without it does', async () => {
  const folder = contentFolder('coded-guide', {
    'handbook/coded.mdx': `---\ntitle: Coded\n---\n\nimport Herons from './herons.astro';\n\nexport const n = 3;\n\nThere are {n + 4} herons.\n\n<Herons />\n\n${body}`,
    'handbook/plain.mdx': `---\ntitle: Plain\n---\n\n## There\n\n${body.replace('{"now"}', 'now').replace('- <Severities />', '- Two\n\n<Severities />')}`,
    'handbook/herons.astro': '<p class="herons">A component of ours</p>\n',
    'handbook/heron.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
  });
  const site = { ...(await buildSite('coded-guide', folder, sampleClock)), basePath: '/', siteUrl: null };
  expect(site).toMatchObject({ code: 0, stdout: '' });
  const pages = pagesOf(site);
  expect(brokenLinks(site, pages)).toEqual([]);

  const shown = (id: string) => {
    const guide = pages.find(({ url }) => url === `/handbook/${id}/`)?.document.querySelector('.guide');
    const all = (selector: string, attribute?: string) =>
      [...(guide?.querySelectorAll(selector) ?? [])].map((part) =>
        ((attribute === undefined ? part.textContent : part.getAttribute(attribute)) ?? '').trim(),
      );
    return {
      diagrams: all('figure.mm svg', 'aria-label'),
      severities: all('.guide-severities dt'),
      callout: all('aside.callout-warning').map((text) => text.replace(/\s+/g, '')),
      details: all('.prose > details:not(figure *) > summary'),
      captions: all('figcaption'),
      images: all('img', 'src'),
      links: all('a:not(.anchor)', 'href'),
      code: all('pre > code').map((text) => text.trim()),
      colours: all('pre .hljs-keyword'),
      steps: all('tbody th'),
    };
  };
  const coded = shown('coded');
  expect(coded.diagrams).toEqual(['From A to B', 'How an improvement goes from new to closed']);
  expect(coded.images).toEqual(['/files/handbook/heron.svg', '/files/handbook/heron.svg']);
  expect(coded.links).toEqual(['/handbook/plain/#there', '/files/handbook/heron.svg']);
  expect(coded).toEqual(shown('plain'));
  const text = pages
    .find(({ url }) => url === '/handbook/coded/')
    ?.document.querySelector('.guide')?.textContent;
  expect(text).toContain('There are 7 herons.');
  expect(text).toContain('A component of ours');
});

test('where no file says who is on duty, the page shows how to say it, and there is no calendar', async () => {
  const folder = contentFolder('nobody-on-duty', { 'settings.yaml': 'organisation: Heron House\n' });
  const site = { ...(await buildSite('nobody-on-duty', folder, sampleClock)), basePath: '/', siteUrl: null };
  expect(site).toMatchObject({ code: 0, stdout: '' });
  const page = pagesOf(site).find(({ url }) => url === '/on-duty/');
  expect(page?.document.querySelector('main')?.textContent).toContain(onDuty.none);
  expect(page?.document.querySelector('pre')?.textContent).toContain('startsOn: 2026-11-21');
  expect(existsSync(join(site.dist, 'on-duty.ics'))).toBe(false);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, expect, test } from 'vitest';
import { type DiagramSystem, systemsDiagram } from '../../../src/core/catalog/systems-diagram.ts';
import { createMermaid } from '../../../src/render/mermaid/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'systems-map-'));
const mermaid = createMermaid({ cacheDirectory: folder, processes: 1 });
afterAll(async () => {
  await mermaid.close();
  rmSync(folder, { recursive: true, force: true });
});

const system = (id: string, dependsOn: string[], name = id): DiagramSystem => ({
  id,
  name,
  dependsOn,
  url: `/kb/systems/${id}/`,
  incidents: 1,
  open: 2,
});

async function drawnMap(systems: DiagramSystem[]): Promise<Element> {
  const drawing = await mermaid.draw(systemsDiagram(systems) ?? '');
  if (drawing.kind === 'broken') throw new Error(`line ${drawing.line}: ${drawing.message}`);
  expect(drawing.warnings).toEqual([]);
  const svg = new JSDOM(
    drawing.svg.replaceAll('</tspan><tspan', '</tspan> <tspan'),
  ).window.document.querySelector('svg');
  if (svg === null) throw new Error('no drawing');
  return svg;
}

test('circles are drawn, each box a link to its system', async () => {
  const svg = await drawnMap([system('a', ['b']), system('b', ['c']), system('c', ['a', 'c'])]);
  expect(svg.getAttribute('role')).toBe('group');
  expect(svg.getAttribute('aria-label')).toBe('Systems and what they depend on');
  expect(
    [...svg.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.textContent.trim()]),
  ).toEqual([
    ['/kb/systems/a/', 'a 1 incident, 2 open'],
    ['/kb/systems/b/', 'b 1 incident, 2 open'],
    ['/kb/systems/c/', 'c 1 incident, 2 open'],
  ]);
});

const hostile = [
  '"]; click s0 href "javascript:alert(1)"',
  '<img src=x onerror=alert(1)>',
  '%%{init: {"securityLevel": "loose"}}%%',
  'end',
  'subgraph one',
  '`**bold**`',
  'a\nb --> c',
  '#quot;#59;',
  'ﬂ°°60¶ß',
  '\u202eright to left',
  ' ',
  'x'.repeat(400),
];

test('a name is only ever text', async () => {
  const svg = await drawnMap(hostile.map((name, at) => system(`s-${at}`, ['s-0'], name)));
  const links = [...svg.querySelectorAll('a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    hostile.map((_, at) => `/kb/systems/s-${at}/`),
  );
  expect([...svg.querySelectorAll('script,img,style:not(svg > style),foreignObject')]).toEqual([]);
  expect(links.slice(0, 7).map(({ textContent }) => textContent.replace(/ 1 incident, 2 open$/, ''))).toEqual(
    [
      '"]; click s0 href "javascript:alert(1)"',
      '<img src=x onerror=alert(1)>',
      '%%{init: {"securityLevel": "loose"}}%%',
      'end',
      'subgraph one',
      '`**bold**`',
      'a b --> c',
    ],
  );
});

test('sixty systems are drawn', async () => {
  const svg = await drawnMap(
    Array.from({ length: 60 }, (_, n) => system(`s${n}`, n < 40 ? [`s${n + 20}`, `s${(n + 7) % 60}`] : [])),
  );
  expect(svg.querySelectorAll('a')).toHaveLength(60);
});

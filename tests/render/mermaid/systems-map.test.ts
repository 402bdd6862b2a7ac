import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, expect, test } from 'vitest';
import { readSystems } from '../../../src/core/catalog/systems.ts';
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

type Point = readonly [x: number, y: number];

/** Points along a path of absolute commands, close to one another. */
function pointsAlong(path: string): Point[] {
  const steps = [...path.matchAll(/([MLQCA])([^A-Za-z]*)/g)];
  expect(steps.map(([step]) => step).join('')).toBe(path);
  const along: Point[] = [];
  for (const [, command = '', rest = ''] of steps) {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    // The bend of an arc is a hop over another arrow.
    const ends = command === 'A' ? numbers.slice(-2) : numbers;
    const controls = ends.flatMap((x, at): Point[] => (at % 2 === 0 ? [[x, ends[at + 1] ?? NaN]] : []));
    const begin = along.at(-1);
    if (begin === undefined) along.push(...controls);
    else for (let at = 1; at <= 100; at += 1) along.push(onCurve([begin, ...controls], at / 100));
  }
  return along;
}

/** De Casteljau's: a line for two points, a curve for three or four. */
function onCurve(points: readonly Point[], at: number): Point {
  const [first, ...others] = points;
  if (first === undefined || others.length === 0) return first ?? [NaN, NaN];
  const nearer = others.map((to, index): Point => {
    const from = points[index] ?? first;
    return [from[0] + (to[0] - from[0]) * at, from[1] + (to[1] - from[1]) * at];
  });
  return onCurve(nearer, at);
}

test('no arrow of the sample runs behind a box, where it would seem to come from that box', async () => {
  const { value: systems } = readSystems(readFileSync('content/systems.yaml', 'utf8'));
  const svg = await drawnMap((systems ?? []).map(({ id, dependsOn, name }) => system(id, dependsOn, name)));
  const boxes = [...svg.querySelectorAll('a')].map((node) => {
    const [x, y] = (node.getAttribute('transform')?.match(/-?[\d.]+/g) ?? []).map(Number) as [number, number];
    const side = (name: string): number => Number(node.querySelector('rect')?.getAttribute(name));
    const [left, top] = [x + side('x'), y + side('y')];
    expect(left).not.toBeNaN();
    return { left, top, right: left + side('width'), bottom: top + side('height') };
  });
  const arrows = [...svg.querySelectorAll('path[marker-end]')].map((path) =>
    pointsAlong(path.getAttribute('d') ?? ''),
  );
  expect(boxes).toHaveLength(systems?.length ?? 0);
  expect(arrows).toHaveLength((systems ?? []).flatMap(({ dependsOn }) => dependsOn).length);
  const hidden = arrows.filter((points) =>
    points.some(([x, y]) =>
      boxes.some(
        ({ left, top, right, bottom }) => x > left + 2 && x < right - 2 && y > top + 2 && y < bottom - 2,
      ),
    ),
  );
  expect(hidden).toEqual([]);
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

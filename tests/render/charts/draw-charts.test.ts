import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChartRequest, drawCharts } from '../../../src/render/charts/index.ts';
import { bars, shares, words } from './charts.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'charts-'));
  file = join(folder, 'kept', 'charts.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const one: ChartRequest = { chart: shares([[1, 2]]), words };
const other: ChartRequest = { chart: bars(['detect'], { ideas: [3] }), words };
const kept = (): string[] => Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);

/** Marks what is kept, so that it shows where it is used again. */
function mark(): void {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('class=\\"chart\\"', 'class=\\"kept\\"'));
}

test('charts come in the order asked for, and are kept', async () => {
  const [first, second] = await drawCharts([one, other], { file, version: '1' });
  expect(first).toContain('1/2');
  expect(second).toContain('Detect');
  expect(kept()).toEqual([first, second]);
});

test('what was drawn last time is taken as it is, what is new is drawn', async () => {
  await drawCharts([one], { file, version: '1' });
  mark();
  const [first, second] = await drawCharts([one, other], { file, version: '1' });
  expect(first).toMatch(/^<div class="kept">/);
  expect(second).toMatch(/^<div class="chart">/);
});

test('only the last charts are kept', async () => {
  await drawCharts([one], { file, version: '1' });
  const drawn = await drawCharts([other], { file, version: '1' });
  expect(kept()).toEqual(drawn);
});

test('other words or another version are drawn anew', async () => {
  await drawCharts([one], { file, version: '1' });
  mark();
  const [renamed] = await drawCharts([{ ...one, words: { ...words, labelledBy: 'x' } }], {
    file,
    version: '1',
  });
  expect(renamed).toMatch(/^<div class="chart">/);
  mark();
  const [newer] = await drawCharts([one], { file, version: '2' });
  expect(newer).toMatch(/^<div class="chart">/);
});

test('half a file is none', async () => {
  await drawCharts([one], { file, version: '1' });
  const whole = kept();
  writeFileSync(file, '{"half":');
  expect(await drawCharts([one], { file, version: '1' })).toEqual(whole);
});

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import type { Chart } from '../../core/metrics/chart.ts';
import type { ChartWords } from './words.ts';

export interface ChartRequest {
  chart: Chart;
  words: ChartWords;
}

export interface ChartCache {
  /** One file with the charts that were drawn last; made when needed. */
  file: string;
  /** Changes whenever a chart may come out differently. */
  version: string;
}

/**
 * Charts as HTML, in the order asked for. Those that were drawn last time are taken from the cache, and the library that
 * draws is loaded only for others.
 */
export async function drawCharts(requests: readonly ChartRequest[], cache: ChartCache): Promise<string[]> {
  const keys = requests.map((request) =>
    createHash('sha256').update(cache.version).update(JSON.stringify(request)).digest('hex'),
  );
  const known = read(cache.file);
  if (keys.every((key) => known.has(key))) return keys.map((key) => known.get(key) ?? '');
  const { drawChart } = await import('./draw-chart.ts');
  const drawn = requests.map(({ chart, words }, at) => known.get(keys[at] ?? '') ?? drawChart(chart, words));
  write(cache.file, Object.fromEntries(drawn.map((html, at) => [keys[at], html])));
  return drawn;
}

/** Nothing where there is no such file, or half of one. */
function read(file: string): Map<string, string> {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return new Map(Object.entries(kept).filter((one): one is [string, string] => typeof one[1] === 'string'));
  } catch {
    return new Map();
  }
}

/** Renaming is atomic: another process never reads half a file. */
function write(file: string, drawn: Record<string, string>): void {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, JSON.stringify(drawn));
  renameSync(temporary, file);
}

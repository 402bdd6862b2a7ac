import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { drawPostmortem } from '../../src/render/drawings.ts';
import { createMermaid } from '../../src/render/mermaid/index.ts';
import { load } from '../../src/workspace/load.ts';
import { projectFromEnvironment } from '../../src/workspace/project.ts';

/**
 * `node draw.ts COUNT`: draws gantt and timeline of so many incidents into an empty cache, then `--again` from it, and prints
 * what the second pass took in this process. The bench takes the CPU of whole processes for the first.
 */
const count = Number(process.argv[2]);
const again = process.argv.includes('--again');
const cacheDirectory = mkdtempSync(join(tmpdir(), 'fire-marshal-drawings-'));
const { catalog } = load(projectFromEnvironment(process.env));
const incidents = catalog.postmortems.filter(({ document }) => document.fences.length === 0).slice(0, count);
if (incidents.length < count)
  throw new Error(`There are only ${incidents.length} incidents without diagrams of their own.`);

await drawAll();
if (again) {
  const passes = 10;
  const begin = process.cpuUsage();
  for (let pass = 0; pass < passes; pass += 1) await drawAll();
  const { user, system } = process.cpuUsage(begin);
  process.stdout.write(`${((user + system) / 1000 / passes / count).toFixed(4)}\n`);
}
rmSync(cacheDirectory, { recursive: true, force: true });

async function drawAll(): Promise<void> {
  const mermaid = createMermaid({ cacheDirectory });
  const drawings = await Promise.all(incidents.map((incident) => drawPostmortem(incident, mermaid)));
  await mermaid.close();
  const missing = drawings.filter(({ gantt, phases }) => gantt === null || phases === null).length;
  if (missing > 0) throw new Error(`${missing} of ${count} incidents came out without their drawings.`);
}

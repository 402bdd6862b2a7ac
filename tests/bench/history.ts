import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readHistory } from '../../src/workspace/git-history.ts';
import { endedChildrenCpuSeconds } from './processes.ts';
import { writeRepository } from './repository.ts';
import { markdownTable, spread } from './table.ts';

/**
 * `node tests/bench/history.ts [FILES COMMITS ROUNDS]`: reads what git remembers of a made-up repository, from nothing and
 * from the cache, each in a process of its own.
 */
interface Figure {
  wall: number;
  cpu: number;
  tracks: number;
  moves: number;
}

const [first = '1000', second = '5000', third = '3'] = process.argv.slice(2);
if (first === '--once') await once(second, third);
else bench(Number(first), Number(second), Number(third));

function bench(files: number, commits: number, rounds: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'fire-marshal-history-'));
  const figures = new Map<string, Figure[]>();
  const measure = (name: string, content: string, cache: string): void => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [fileURLToPath(import.meta.url), '--once', content, cache],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    figures.set(name, [...(figures.get(name) ?? []), JSON.parse(stdout)]);
  };
  try {
    const repository = join(folder, 'repository');
    const cache = join(folder, 'cache');
    writeRepository(repository, { files, commits, seed: 1 });
    const content = join(repository, 'content');
    for (let round = 0; round < rounds; round += 1) {
      rmSync(cache, { recursive: true, force: true });
      measure(`${files} files, ${commits} commits, cold`, content, cache);
      measure('the same from the cache', content, cache);
      measure('no repository', folder, cache);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const rows = [...figures].map(([name, all]) => [
    name,
    spread(
      all.map(({ wall }) => wall),
      2,
    ),
    spread(
      all.map(({ cpu }) => cpu),
      2,
    ),
    String(all[0]?.tracks),
    String(all[0]?.moves),
  ]);
  process.stdout.write(`${markdownTable(['', 'wall s', 'CPU s', 'improvements', 'moves'], rows)}\n`);
}

/** Without the time that Node takes to start and to read our code, but with its first, slow runs. */
async function once(content: string, cache: string): Promise<void> {
  const begin = performance.now();
  const before = process.cpuUsage();
  const { tracks } = await readHistory({ content }, { cache: { folder: cache, code: 'bench' } });
  const { user, system } = process.cpuUsage(before);
  const all = [...tracks.values()].flat();
  const figure: Figure = {
    wall: (performance.now() - begin) / 1000,
    cpu: (user + system) / 1e6 + (endedChildrenCpuSeconds() ?? 0),
    tracks: all.length,
    moves: all.reduce((sum, { moves }) => sum + moves.length, 0),
  };
  process.stdout.write(JSON.stringify(figure));
}

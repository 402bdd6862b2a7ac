import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createCache } from './cache.ts';
import type { Drawing } from './drawing.ts';
import { createPool } from './pool.ts';

export type { Drawing, Drawn } from './drawing.ts';
export { type FigureOptions, figureHtml, fitsColumn } from './figure.ts';

export interface MermaidOptions {
  /** Where drawings are kept between runs; made when needed. */
  cacheDirectory: string;
  /** How many child processes draw at once; as many as cores where not given. */
  processes?: number;
  /** How long one drawing may take; 20 seconds where not given. */
  timeoutMs?: number;
  /** Told after each drawing that was not cached: how many are done of those asked for so far. */
  onProgress?(progress: { done: number; total: number }): void;
}

export interface Mermaid {
  /** Draws a source, from the cache where it was drawn before. A mistake in the source is an answer, never an exception. */
  draw(source: string): Promise<Drawing>;
  /** Ends the child processes. Drawings still under way come out broken. */
  close(): Promise<void>;
}

/** Draws Mermaid diagrams without a browser. Nothing is started before something must be drawn. */
export function createMermaid(options: MermaidOptions): Mermaid {
  const { cacheDirectory, processes = availableParallelism(), timeoutMs = 20_000, onProgress } = options;
  const cache = createCache(cacheDirectory);
  const pool = createPool({
    processes: Math.max(1, processes),
    timeoutMs,
    program: new URL('./child/main.ts', import.meta.url),
    compileCache: join(cacheDirectory, 'compiled'),
  });
  const underWay = new Map<string, Promise<Drawing>>();
  let done = 0;
  let total = 0;

  async function drawAnew(key: string, source: string): Promise<Drawing> {
    total++;
    const { drawing, final } = await pool.run({ source, id: `m${key.slice(0, 7)}` });
    if (final) cache.write(key, drawing);
    underWay.delete(key);
    done++;
    onProgress?.({ done, total });
    return drawing;
  }

  return {
    async draw(source) {
      const key = cache.keyOf(source);
      const cached = underWay.get(key) ?? cache.read(key);
      if (cached) return cached;
      const drawing = drawAnew(key, source);
      underWay.set(key, drawing);
      return drawing;
    },
    close: pool.close,
  };
}

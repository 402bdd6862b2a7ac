import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Drawing } from './drawing.ts';

export interface DrawingCache {
  /** The name of a source: of its text, mermaid's version and the code that draws. */
  keyOf(source: string): string;
  /** The drawing, or undefined where there is none that can be read. */
  read(key: string): Drawing | undefined;
  write(key: string, drawing: Drawing): void;
}

const staleAfter = 14 * 24 * 3_600_000;

/**
 * One small file a drawing, read when asked for: 0.1 ms, and nothing is held in memory. Each version has its own folder;
 * folders of other versions go once they are two weeks old.
 */
export function createCache(directory: string): DrawingCache {
  const version = fingerprint().slice(0, 12);
  const folder = join(directory, version);
  let prepared = false;
  const prepare = () => {
    if (prepared) return;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(directory)) {
      const other = join(directory, name);
      if (/^[\da-f]{12}$/.test(name) && name !== version && Date.now() - statSync(other).mtimeMs > staleAfter)
        rmSync(other, { recursive: true, force: true });
    }
    prepared = true;
  };
  return {
    keyOf: (source) =>
      createHash('sha256').update(version).update('\0').update(source).digest('hex').slice(0, 32),
    read(key) {
      try {
        const drawing: unknown = JSON.parse(readFileSync(join(folder, `${key}.json`), 'utf8'));
        return isDrawing(drawing) ? drawing : undefined;
      } catch {
        return undefined;
      }
    },
    write(key, drawing) {
      prepare();
      // Renaming is atomic: another process never reads half a file.
      const temporary = join(folder, `${key}.${process.pid}.tmp`);
      writeFileSync(temporary, JSON.stringify(drawing));
      renameSync(temporary, join(folder, `${key}.json`));
    },
  };
}

function isDrawing(value: unknown): value is Drawing {
  const drawing = value as { kind?: unknown; svg?: unknown; warnings?: unknown; message?: unknown } | null;
  if (typeof drawing !== 'object' || drawing === null) return false;
  if (drawing.kind === 'drawn') return typeof drawing.svg === 'string' && Array.isArray(drawing.warnings);
  return drawing.kind === 'broken' && typeof drawing.message === 'string';
}

let remembered: string | undefined;

/** Changes whenever a drawing may come out differently. */
function fingerprint(): string {
  if (remembered) return remembered;
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  hash.update(readFileSync(createRequire(import.meta.url).resolve('mermaid/package.json'), 'utf8'));
  for (const path of ['./child/', '../dom/']) {
    const folder = fileURLToPath(new URL(path, import.meta.url));
    for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  remembered = hash.digest('hex');
  return remembered;
}

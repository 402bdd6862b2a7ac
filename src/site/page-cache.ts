import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Pages of the last build that may stand again, each under the digest of all it is made from. */
export interface PageCache {
  /** Whether the page with this digest can be taken over. */
  has(digest: string): boolean;
  /** Puts pages that were taken over into a new site, and keeps its new ones; what no page has any more is forgotten. */
  exchange(pages: readonly CachedPage[]): void;
}

export interface CachedPage {
  digest: string;
  /** Absolute path of its file in the new site. */
  file: string;
}

/** What a kept file was like, by its digest: one that somebody changed since, through a link to it, is no longer ours. */
type Manifest = Record<string, { size: number; modified: number }>;

/** @param folder Is made where it is not there; nothing else may lie in it. */
export function openPageCache(folder: string): PageCache {
  const list = join(folder, 'pages.json');
  const known = readManifest(list);
  const kept = (digest: string): string => join(folder, `${digest}.html`);
  const has = (digest: string): boolean => {
    const entry = known[digest];
    return entry !== undefined && isUnchanged(kept(digest), entry);
  };
  return {
    has,
    exchange(pages) {
      mkdirSync(folder, { recursive: true });
      const next: Manifest = {};
      for (const { digest, file } of pages) {
        const entry = known[digest];
        if (existsSync(file)) {
          place(file, kept(digest));
          const { size, mtimeMs } = statSync(kept(digest));
          next[digest] = { size, modified: mtimeMs };
        } else if (entry !== undefined) {
          mkdirSync(dirname(file), { recursive: true });
          place(kept(digest), file);
          next[digest] = entry;
        } else throw new Error(`The page ${file} was neither made nor kept.`);
      }
      for (const name of readdirSync(folder))
        if (name.endsWith('.html') && !(name.slice(0, -5) in next)) rmSync(join(folder, name));
      writeFileSync(list, JSON.stringify(next));
    },
  };
}

function readManifest(file: string): Manifest {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  } catch {
    return {};
  }
}

function isUnchanged(file: string, { size, modified }: Manifest[string]): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && stats.size === size && stats.mtimeMs === modified;
}

/** Gives every file in a folder a second name in another folder, which is made. */
export function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, target);
    else place(source, target);
  }
}

/** A second name for the same file costs neither time nor room; where a file system has none, a copy does. */
function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // It may be there already; looking first would cost as much as linking for each of thousands.
    rmSync(to, { force: true });
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to);
    }
  }
}

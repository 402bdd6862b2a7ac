import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CatalogIndex } from '../core/catalog/catalog-index.ts';
import { buildSearchIndex, type SearchFile } from '../render/search/search-index.ts';
import { searchRecords } from '../render/search/search-records.ts';
import { codeFingerprint } from '../workspace/code-fingerprint.ts';
import type { Project } from '../workspace/project.ts';
import { linkFolder } from './page-cache.ts';

/** Where the search index is served from. */
export const searchFolder = 'pagefind';

/** What the index in a built site was made from, beside it. */
const stampFile = '.made-from';

export interface FreshIndex {
  stamp: string;
  /** Null where the index in the last site is still right. */
  files: SearchFile[] | null;
}

/** The search index for a site, made in Pagefind's own process; the one in the last site stays where its words are the same. */
export async function makeSearchIndex(
  index: CatalogIndex,
  project: Project,
  lastSite: string,
): Promise<FreshIndex> {
  const records = [...searchRecords(index)];
  const hash = createHash('sha256').update(codeFingerprint(project));
  for (const record of records) hash.update(JSON.stringify(record));
  const stamp = hash.digest('hex');
  const known = join(lastSite, searchFolder, stampFile);
  if (existsSync(known) && readFileSync(known, 'utf8') === stamp) return { stamp, files: null };
  return { stamp, files: await Promise.all((await buildSearchIndex(records)).map(smaller)) };
}

/** Pagefind's script comes with its long names, a tenth of what a first search fetches. */
async function smaller(file: SearchFile): Promise<SearchFile> {
  if (file.path !== 'pagefind.js') return file;
  const { minify } = await import('vite');
  const { code, errors } = await minify(file.path, Buffer.from(file.content).toString('utf8'), {
    module: true,
  });
  return errors.length > 0 ? file : { ...file, content: Buffer.from(code) };
}

/** Puts a search index into a new site. */
export function placeSearchIndex({ stamp, files }: FreshIndex, lastSite: string, site: string): void {
  const target = join(site, searchFolder);
  if (files === null) linkFolder(join(lastSite, searchFolder), target);
  else {
    for (const folder of new Set(files.map(({ path }) => dirname(path))))
      mkdirSync(join(target, folder), { recursive: true });
    for (const { path, content } of files) writeFileSync(join(target, path), content);
    writeFileSync(join(target, stampFile), stamp);
  }
}

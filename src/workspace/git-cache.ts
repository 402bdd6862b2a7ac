import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import type { Tracks } from '../core/history/follow.ts';
import { questions } from '../core/vocabulary.ts';
import type { Repository } from './git-repository.ts';

/** What is known of a history up to a commit. */
export interface KeptHistory {
  /** Full hash of the last commit that was read. */
  head: string;
  /** Seconds since 1970 of the commit that a shallow clone begins with; null where nothing is missing. */
  since: number | null;
  tracks: Tracks;
}

const text = z.string().nullable();
const track = z.object({
  anchor: z.string(),
  title: z.string(),
  question: z.enum(questions),
  due: text,
  owner: text,
  gone: z.boolean(),
  appeared: z.number().nullable(),
  moves: z.array(
    z.object({ field: z.enum(['due', 'owner']), from: text, to: text, at: z.number(), commit: z.string() }),
  ),
});
const keptSchema = z.object({
  stamp: z.string(),
  head: z.string().regex(/^[0-9a-f]{40,64}$/),
  since: z.number().nullable(),
  tracks: z.array(z.tuple([z.string(), z.array(track)])),
});

/** Where history is kept between builds. */
export interface HistoryCache {
  folder: string;
  /** Changes whenever the code would tell the same commits otherwise. */
  code: string;
}

/** What an earlier build kept; null where there is nothing, or nothing that can be used. */
export async function keptHistory(cache: HistoryCache, repository: Repository): Promise<KeptHistory | null> {
  try {
    const kept = keptSchema.parse(JSON.parse(await readFile(fileOf(cache, repository), 'utf8')));
    if (kept.stamp !== stampOf(cache, repository)) return null;
    return { ...kept, tracks: new Map(kept.tracks) };
  } catch {
    return null;
  }
}

/** A cache that can't be written costs time, never the build. */
export async function keepHistory(
  cache: HistoryCache,
  repository: Repository,
  { head, since, tracks }: KeptHistory,
): Promise<void> {
  const file = fileOf(cache, repository);
  const draft = `${file}.${process.pid}`;
  try {
    await mkdir(cache.folder, { recursive: true });
    await writeFile(
      draft,
      JSON.stringify({ stamp: stampOf(cache, repository), head, since, tracks: [...tracks] }),
    );
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => {});
  }
}

/** One for each content folder. */
function fileOf({ folder }: HistoryCache, { root, prefix }: Repository): string {
  return join(folder, `${digest([root, prefix])}.json`);
}

/** A clone that was made deeper knows more of the same commits. */
function stampOf({ code }: HistoryCache, { beginnings }: Repository): string {
  return digest([code, [...beginnings].sort()]);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 20);
}

import { randomBytes } from 'node:crypto';
import { linkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from './live-process.ts';
import { UsageError } from './project.ts';
import { shortHash } from './short-hash.ts';
import { textOrNull } from './text-or-null.ts';

/*
 * An exclusive file rather than a library: those at hand lock with a folder whose age a timer keeps renewing, so that what a
 * killed process leaves behind blocks everybody for ten seconds and two who find it may both take it. Here the file names its
 * process, a dead one is seen at once, and only one may clear away after it.
 */

/** Work under a lock takes milliseconds. From another machine nobody can tell who lives; here, a number may have gone to another process. */
const staleAfter = { elsewhere: 60_000, here: 600_000 };

/** How long to wait for one's turn: a hundred in a row take a while on a busy machine. */
const patience = 300_000;

/**
 * Does something to a file while nobody else does anything to it who asks here, on this machine or on another that shares the
 * folder. What a process that ended left behind is cleared away.
 *
 * @throws UsageError where its turn does not come within five minutes, or the folder can't be written.
 */
export async function withLock<Result>(file: string, work: () => Result | Promise<Result>): Promise<Result> {
  // Hidden, so that nobody who watches the folder takes it for content.
  const lock = join(dirname(file), `.${basename(file).slice(0, 100)}.lock`);
  const token = await acquire(lock, Date.now() + patience);
  try {
    return await work();
  } finally {
    if (textOrNull(lock) === token) rmSync(lock, { force: true });
  }
}

async function acquire(lock: string, until: number): Promise<string> {
  const token = JSON.stringify({ pid: process.pid, host: hostname(), id: randomBytes(8).toString('hex') });
  // A hundred who wait must leave the machine to the one who works.
  for (let wait = 4; ; wait = Math.min(wait * 2, 250)) {
    if (textOrNull(lock) === null && create(lock, token)) return token;
    await clearStale(lock, until);
    if (Date.now() > until)
      throw new UsageError(
        `Somebody else has been writing this file for five minutes (${lock}). Nothing was changed. If nobody is, delete that file and try again.`,
      );
    await pause(wait * (0.5 + Math.random()));
  }
}

/** Makes the lock with its token in it, in one step; false where there is one. */
function create(lock: string, token: string): boolean {
  const fresh = `${lock}.${randomBytes(4).toString('hex')}`;
  try {
    writeFileSync(fresh, token, { flag: 'wx' });
    try {
      linkSync(fresh, lock);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      // For file systems without hard links.
      writeFileSync(lock, token, { flag: 'wx' });
      return true;
    }
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new UsageError(`${basename(lock)} can't be written beside the file (${codeOf(error)}).`);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/**
 * Takes away a lock whose holder is gone. Two who find it must not both do so: the second would take away the lock that a
 * third has made meanwhile. So clearing away one lock needs a lock named after it.
 */
async function clearStale(lock: string, until: number): Promise<void> {
  const token = textOrNull(lock);
  if (token === null || !isStale(lock, token)) return;
  const name = shortHash(token);
  const clearing = `${lock}-${name}`;
  const own = await acquire(clearing, until);
  try {
    if (textOrNull(lock) === token) rmSync(lock, { force: true });
  } finally {
    if (textOrNull(clearing) === own) rmSync(clearing, { force: true });
  }
}

function isStale(lock: string, token: string): boolean {
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const { pid, host } = holderOf(token);
  if (host !== hostname()) return age > staleAfter.elsewhere;
  return !isAlive(pid) || age > staleAfter.here;
}

/** Nobody where it is being written just now, or is none of ours: then only its age tells. */
function holderOf(token: string): { pid: number; host: string | null } {
  try {
    const { pid = 0, host = null } = JSON.parse(token) as { pid?: number; host?: string };
    return { pid, host };
  } catch {
    return { pid: 0, host: null };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}

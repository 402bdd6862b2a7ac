import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { beforeEach, describe, expect, test } from 'vitest';
import { withLock } from '../../src/workspace/lock-file.ts';
import { root } from '../support/build-site.ts';

const folder = join(root, '.cache/locks');
const file = join(folder, 'a.mdx');
const lock = join(folder, '.a.mdx.lock');

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, '0');
});

/** Reads, waits, and writes one more: what two at once would lose. */
const countUp = () =>
  withLock(file, async () => {
    const before = Number(readFileSync(file, 'utf8'));
    await new Promise((resolve) => setImmediate(resolve));
    writeFileSync(file, String(before + 1));
  });

/** The number of a process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ['--version']).pid;
const leave = (token: unknown): void => writeFileSync(lock, JSON.stringify(token));

describe('a lock', () => {
  test('lets one in at a time, and leaves nothing behind', async () => {
    await Promise.all(Array.from({ length: 50 }, countUp));
    expect(readFileSync(file, 'utf8')).toBe('50');
    expect(readdirSync(folder)).toEqual(['a.mdx']);
  });

  test('is given back where the work fails', async () => {
    await expect(withLock(file, () => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
    expect(existsSync(lock)).toBe(false);
  });

  test('of a process that has ended is cleared away by exactly one of many who find it', async () => {
    leave({ pid: deadPid(), host: hostname(), id: 'x' });
    await Promise.all(Array.from({ length: 50 }, countUp));
    expect(readFileSync(file, 'utf8')).toBe('50');
    expect(readdirSync(folder)).toEqual(['a.mdx']);
  });

  test.each([
    ['of another machine', { pid: 1, host: 'elsewhere', id: 'x' }],
    ['of a process whose number another one has now', { pid: process.pid, host: hostname(), id: 'x' }],
  ])('%s is cleared away once it is old', async (_what, token) => {
    leave(token);
    utimesSync(lock, new Date(0), new Date(0));
    await countUp();
    expect(readFileSync(file, 'utf8')).toBe('1');
  });

  test('of a process that lives is waited for', async () => {
    leave({ pid: process.pid, host: hostname(), id: 'x' });
    const counted = countUp();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(readFileSync(file, 'utf8')).toBe('0');
    rmSync(lock);
    await counted;
    expect(readFileSync(file, 'utf8')).toBe('1');
  });
});

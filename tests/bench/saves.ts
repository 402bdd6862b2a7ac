import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import process from 'node:process';
import type { Browser } from 'playwright-core';
import { findSampler } from './processes.ts';

/** A generator's server for people who write. */
export interface Desk {
  name: string;
  program: string;
  args(port: number): string[];
  cwd: string;
  environment: Record<string, string | undefined>;
  /** Of the page that is edited, below the server's root. */
  address: string;
  /** Writes `Edited as <marker> for the bench.` into that page. */
  edit(marker: string): void;
}

export interface Saves {
  /** From the start of the server to the page in the browser. */
  startMs: number;
  /** From each save to the frame in which the browser shows its words. */
  shownMs: number[];
  /** What the server and all it started used, a save; null where this machine can't tell. */
  cpuMs: number | null;
}

/** Starts a server, opens a page in a browser, scrolled down a little, and saves its file again and again. */
export async function measureSaves(browser: Browser, desk: Desk, saves: number): Promise<Saves> {
  const port = await freePort();
  const begin = performance.now();
  const server = spawn(desk.program, desk.args(port), {
    cwd: desk.cwd,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      BROWSER: 'none',
      ...desk.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let printed = '';
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = `${printed}${text}`.slice(-4000);
    });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const url = `http://127.0.0.1:${port}${desk.address}`;
    await answers(url, () => printed);
    const page = await context.newPage();
    let seen: (marker: string) => void = () => {};
    await page.exposeFunction('benchSeen', (marker: string) => seen(marker));
    await page.addInitScript(lookForMarkers);
    await page.goto(url, { waitUntil: 'networkidle' });
    const startMs = performance.now() - begin;
    const save = async (marker: string): Promise<number> => {
      const shown = new Promise<void>((resolve, reject) => {
        const timer = setTimeout(
          reject,
          60_000,
          new Error(`${desk.name}: a save was not shown in a minute.`),
        );
        seen = (found) => {
          if (found !== marker) return;
          clearTimeout(timer);
          resolve();
        };
      });
      await page.evaluate(() => scrollTo(0, 200));
      desk.edit(marker);
      const from = performance.now();
      await shown;
      const took = performance.now() - from;
      // What follows in the background belongs to this save.
      await page.waitForTimeout(1500);
      return took;
    };
    // The first save starts what a session starts once.
    await save('warm');
    const cpuBefore = cpuOf(server.pid);
    const shownMs: number[] = [];
    for (let at = 1; at <= saves; at += 1) shownMs.push(await save(`save-${at}`));
    const cpuAfter = cpuOf(server.pid);
    return {
      startMs,
      shownMs,
      cpuMs: cpuBefore === null || cpuAfter === null ? null : ((cpuAfter - cpuBefore) * 1000) / saves,
    };
  } finally {
    await context.close();
    if (server.pid !== undefined)
      try {
        process.kill(-server.pid, 'SIGTERM');
      } catch {
        // It has ended by itself.
      }
  }
}

/** Runs in every document: looks at each frame, and tells of a marker once. */
function lookForMarkers(): void {
  let last = '';
  const look = (): void => {
    const words = /Edited as (\S+) for the bench/.exec(document.querySelector('main')?.textContent ?? '');
    const marker = words?.[1] ?? '';
    if (marker !== last) (globalThis as unknown as { benchSeen(marker: string): void }).benchSeen(marker);
    last = marker;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function cpuOf(group: number | undefined): number | null {
  const samples = findSampler()?.().filter((sample) => sample.group === group) ?? [];
  return samples.length === 0 ? null : samples.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
}

async function answers(url: string, printed: () => string): Promise<void> {
  for (const begin = performance.now(); performance.now() - begin < 240_000; ) {
    const isUp = await fetch(url).then(
      async (response) => response.ok && (await response.text()) !== '',
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answers at ${url}:\n${printed().trim()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('No port is free.')),
      );
    });
  });
}

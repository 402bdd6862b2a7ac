import { type ChildProcess, spawn } from 'node:child_process';
import process from 'node:process';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, vi } from 'vitest';
import { openBrowser } from './browser.ts';
import { plainEnvironment, root } from './build-site.ts';
import { contentFolder } from './content-folder.ts';
import { sampleContent } from './sample.ts';

/** `npm run dev` over a copy of the sample content, and a browser to look at it with. */
export interface WritingDesk {
  /** From the project's folder. */
  readonly folder: string;
  readonly browser: Browser;
  /** With a slash at its end. */
  readonly url: string;
  /** All that it has printed by now. */
  readonly said: string;
}

/** Opens the desk before the first test of a file, and closes it after its last; all but its folder are there in between. */
export function openWritingDesk(name: string): WritingDesk {
  const folder = contentFolder(name, {}, sampleContent);
  let server: ChildProcess;
  let browser: Browser;
  let said = '';
  beforeAll(async () => {
    server = spawn(process.execPath, ['src/cli/main.ts', 'dev', '--port', '0'], {
      cwd: root,
      env: { ...plainEnvironment(), CONTENT_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (chunk) => {
        said += chunk;
      });
    await vi.waitUntil(() => /http:\S+\s/.test(said), { timeout: 60_000 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill();
  });
  return {
    folder,
    get browser() {
      return browser;
    },
    get url() {
      return /http:\S+/.exec(said)?.[0] ?? '';
    },
    get said() {
      return said;
    },
  };
}

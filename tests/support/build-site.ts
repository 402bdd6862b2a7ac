import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What a person's own terminal would give a command: nothing of the test runner's, and none of the product's settings. */
export function plainEnvironment(): Record<string, string | undefined> {
  return {
    ...Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) =>
          !/^(?:VITEST.*|FIRE_MARSHAL_.*|NODE_ENV|NODE_OPTIONS|MODE|DEV|PROD|SSR|TEST|BASE_URL|FORCE_COLOR|CONTENT_DIR|SITE_URL|BASE_PATH|SOURCE_DATE_EPOCH|INIT_CWD|TERM_PROGRAM)$/.test(
            name,
          ),
      ),
    ),
    NO_COLOR: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
}

/** Runs a command of the product in a process of its own, as a person would. */
export function run(args: readonly string[], environment: Record<string, string> = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/main.ts', ...args], {
      cwd: root,
      env: { ...plainEnvironment(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

export interface BuiltSite extends Finished {
  /** Absolute path of the folder with the site. */
  dist: string;
}

/** Builds a site from a content folder into a folder of its own below `.cache/`. */
export async function buildSite(
  name: string,
  content: string,
  environment: Record<string, string> = {},
): Promise<BuiltSite> {
  const dist = `.cache/sites/${name}`;
  const finished = await run(['build'], { CONTENT_DIR: content, FIRE_MARSHAL_DIST: dist, ...environment });
  return { ...finished, dist: join(root, dist) };
}

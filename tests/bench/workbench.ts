import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type CorpusSize, postmortemPath, writeContent } from './generate.ts';
import { measure, type Run } from './measure.ts';
import type { Desk } from './saves.ts';

/** A copy of this project in a temporary folder, so that a bench neither uses nor loses anybody's site and caches. */
export interface Workbench {
  /** Where the copy lies. */
  root: string;
  /** Where the built site lies. */
  site: string;
  /** Mean size of a postmortem in bytes. */
  meanBytes: number;
  /** Runs one of the copy's TypeScript programs on the made-up content. */
  run(program: string, ...args: string[]): Promise<Run>;
  /** Takes away the site and every cache but the drawings. */
  forgetAllButDrawings(): void;
  /** Writes a sentence into one postmortem, another for every marker. */
  edit(marker: string): void;
  /** The server for who writes, on the made-up content. */
  desk: Desk;
  remove(): void;
}

const project = fileURLToPath(new URL('../../', import.meta.url));
const copied = [
  'src',
  'public',
  'tests/bench',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Copies the project, links its packages, and writes the made-up content. */
export function setUpWorkbench(size: CorpusSize): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'fire-marshal-bench-'));
  const root = join(folder, 'project');
  const content = join(folder, 'content');
  for (const path of copied) cpSync(join(project, path), join(root, path), { recursive: true });
  linkPackages(join(project, 'node_modules'), join(root, 'node_modules'));
  const meanBytes = writeContent(content, size);
  const edited = postmortemPath(size.seed, Math.min(7, size.n - 1));
  const edit = (marker: string): void => editSummary(join(content, edited), marker);
  return {
    root,
    site: join(root, 'dist'),
    meanBytes,
    run: (program, ...args) =>
      measure({
        program: process.execPath,
        args: [join(root, program), ...args],
        cwd: root,
        environment: { CONTENT_DIR: content },
      }),
    forgetAllButDrawings() {
      const paths = ['dist', '.astro', 'node_modules/.vite'].map((path) => join(root, path));
      const cache = join(root, 'node_modules/.astro');
      for (const path of entries(cache)) if (!/(^|\/)mermaid$/.test(path)) paths.push(join(cache, path));
      putAside(paths, join(folder, 'aside'));
    },
    edit,
    desk: {
      name: 'ours',
      program: process.execPath,
      args: (port) => [join(root, 'src/cli/main.ts'), 'dev', '--port', String(port)],
      cwd: root,
      environment: { CONTENT_DIR: content },
      address: `/${edited.replace(/\.mdx$/, '/')}`,
      edit,
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Writes a sentence at the start of a page's summary in place of the one from before. */
export function editSummary(file: string, marker: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(
      /(## Summary\n\n)(Edited as \S+ for the bench\. )?/,
      `$1Edited as ${marker} for the bench. `,
    ),
  );
}

/** Gives a folder the packages of another one; the folder itself stays apart, because tools keep caches in it. */
export function linkPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(join(from, name), join(to, name), 'junction');
  }
}

/** What lies in a cache folder: of `mermaid`'s neighbours each, also where they lie one folder deeper. */
function entries(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const inner = entry.isDirectory() ? readdirSync(join(folder, entry.name)) : [];
      return inner.includes('mermaid') ? inner.map((name) => join(entry.name, name)) : entry.name;
    });
  } catch {
    return [];
  }
}

/**
 * Moves what is there out of sight. Deleting it right before a measured build would cost that build: file systems such as
 * ext4 are slow to make files for minutes after thousands were deleted.
 */
export function putAside(paths: readonly string[], folder: string): void {
  const target = join(folder, String(existsSync(folder) ? readdirSync(folder).length : 0));
  mkdirSync(target, { recursive: true });
  for (const [index, path] of paths.entries())
    if (existsSync(path)) renameSync(path, join(target, String(index)));
}

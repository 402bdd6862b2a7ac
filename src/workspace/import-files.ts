import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { displayPath, type Project, UsageError } from './project.ts';
import { createFile } from './write-files.ts';

/** The largest source that is read, in bytes. */
const byteLimit = 50_000_000;

/** A file that may be a source. */
export interface SourceFile {
  /** Absolute. */
  path: string;
  /** The folder that was named, or the one the file lies in: nothing outside it is read or copied. Absolute. */
  root: string;
  /** As reports show it: below that folder, with forward slashes. */
  name: string;
}

/** A file that is passed over, and why, in words that follow its name. */
export interface PassedOver {
  name: string;
  why: string;
}

export interface FoundSources {
  files: SourceFile[];
  passedOver: PassedOver[];
}

const textEndings = /\.(?:md|mdx|markdown|mdown|mkd|txt|text|json|ndjson|jsonl|csv|tsv|html?|xml)$/i;
const pictureEndings = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|heic|mp4|mov|webm)$/i;

/**
 * The files below what was named on the command line, sorted. Hidden ones are left out, symbolic links are not followed.
 *
 * @param folder Where relative paths begin.
 * @throws UsageError where there is no such file or folder.
 */
export function findSources(paths: readonly string[], folder: string): FoundSources {
  const found: FoundSources = { files: [], passedOver: [] };
  for (const path of paths) {
    const absolute = resolve(folder, path);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (stat === undefined) throw new UsageError(`There is no file or folder ${path}.`);
    if (stat.isDirectory()) walk(absolute, absolute, found);
    else if (stat.isFile())
      found.files.push({ path: absolute, root: dirname(absolute), name: basename(absolute) });
    else throw new UsageError(`${path} is neither a file nor a folder.`);
  }
  const seen = new Set<string>();
  found.files = found.files.filter(({ path }) => !seen.has(path) && seen.add(path));
  return found;
}

function walk(root: string, folder: string, found: FoundSources): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    found.passedOver.push({ name: nameOf(root, folder), why: `can't be read (${codeOf(error)})` });
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    const name = nameOf(root, path);
    if (entry.isSymbolicLink())
      found.passedOver.push({ name, why: 'is a symbolic link, and links are not followed' });
    else if (entry.isDirectory()) walk(root, path, found);
    else if (!entry.isFile()) found.passedOver.push({ name, why: 'is no plain file' });
    else if (textEndings.test(entry.name) || !entry.name.includes('.'))
      found.files.push({ path, root, name });
    else if (!pictureEndings.test(entry.name))
      found.passedOver.push({ name, why: 'has an ending of none of the known kinds' });
  }
}

function nameOf(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** The bytes of a source, or why there are none. */
export function readSource({ path }: SourceFile): Uint8Array | { why: string } {
  try {
    const { size } = statSync(path);
    if (size > byteLimit)
      return {
        why: `has ${size.toLocaleString('en')} bytes; the limit is ${byteLimit.toLocaleString('en')}`,
      };
    return readFileSync(path);
  } catch (error) {
    return { why: `can't be read (${codeOf(error)})` };
  }
}

/** Tells a source by its bytes, for the comment that remembers it: 16 hexadecimal digits. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/**
 * The file that a source shows or links to, by its relative target as written. Null where there is none, where it lies
 * outside what was named on the command line, or is a page that could run as code.
 */
export function linkedFile(source: SourceFile, target: string): string | null {
  const [path = ''] = target.split(/[?#]/, 1);
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    decoded = path;
  }
  if (decoded === '' || decoded.includes('\0')) return null;
  const file = resolve(dirname(source.path), decoded.replaceAll('\\', '/'));
  const below = relative(source.root, file);
  if (below === '' || below.startsWith('..') || below.split(sep).some((part) => part.startsWith('.')))
    return null;
  // A link on the way could lead out of the folder.
  for (let part = file; part !== source.root; part = dirname(part))
    if (lstatSync(part, { throwIfNoEntry: false })?.isSymbolicLink() !== false) return null;
  return lstatSync(file).isFile() && !/\.(?:x?html?|xml|m?js|cjs)$/i.test(file) ? file : null;
}

/** A file that goes with a postmortem. */
export interface Companion {
  /** Absolute paths. */
  from: string;
  to: string;
}

/**
 * Writes a postmortem and the files it shows, all of them or none; what is there already is never touched.
 *
 * @returns False where a file of its name is there already.
 * @throws UsageError where something can't be written; nothing of it is left then.
 */
export function writeWithCompanions(
  project: Project,
  file: string,
  text: string,
  companions: readonly Companion[],
): boolean {
  const made: string[] = [];
  const undo = (): void => {
    for (const path of made) rmSync(path, { force: true });
  };
  try {
    for (const { from, to } of companions) {
      const bytes = readFileSync(from);
      if (createFile(to, bytes)) made.push(to);
      else if (!readFileSync(to).equals(bytes))
        throw new UsageError(`${displayPath(project, to)} is there already with other content.`);
    }
    const isNew = createFile(file, text);
    if (!isNew) undo();
    return isNew;
  } catch (error) {
    undo();
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${displayPath(project, file)} can't be written (${codeOf(error)}).`);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
}

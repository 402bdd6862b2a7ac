import { type Dirent, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import { dataFiles } from '../core/vocabulary.ts';
import { displayPath, type Project, UsageError } from './project.ts';

/** The largest text file that is read, in bytes. */
const byteLimit = 2_000_000;

/** What lies in the content folder. */
export interface ContentListing {
  /** Paths below the content folder with forward slashes, sorted by code unit. */
  paths: string[];
  diagnostics: Diagnostic[];
}

/**
 * Lists every file below the content folder. Symbolic links are not followed, and warned of; hidden files are left out.
 *
 * @param unsaved Paths of files that are only in an editor yet.
 * @throws UsageError where the content folder is missing or no folder.
 */
export function listContent(project: Project, unsaved: Iterable<string> = []): ContentListing {
  const listing: ContentListing = { paths: [], diagnostics: [] };
  const stat = statSync(project.content, { throwIfNoEntry: false });
  if (!stat?.isDirectory())
    throw new UsageError(
      `There is no content folder at ${displayPath(project, project.content)}. Create it, or point CONTENT_DIR at the folder that holds your postmortems.`,
    );
  walk(project, '', listing);
  listing.paths = [...new Set([...listing.paths, ...unsaved])].sort();
  return listing;
}

function walk(project: Project, folder: string, listing: ContentListing): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(project.content, folder), { withFileTypes: true });
  } catch (error) {
    listing.diagnostics.push(unreadable(project, folder || '.', error));
    return;
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isSymbolicLink())
      listing.diagnostics.push({
        ...at(project, path),
        severity: 'warning',
        rule: 'symbolic-link',
        message: `${entry.name} is a symbolic link, and links are not followed, so it is left out.`,
        hint: 'Put the file itself here, or point CONTENT_DIR at the folder the link leads to.',
      });
    else if (entry.isDirectory()) {
      if (isReadFile(path)) listing.diagnostics.push(noFile(project, path, 'folder'));
      walk(project, path, listing);
    } else if (entry.isFile()) listing.paths.push(path);
    else if (isReadFile(path) || path.endsWith('.mdx'))
      listing.diagnostics.push(noFile(project, path, 'pipe, socket or device'));
  }
}

/** Whether a path is one of the files that are looked for by name. */
function isReadFile(path: string): boolean {
  return dataFiles.includes(path);
}

function noFile(project: Project, path: string, what: string): Diagnostic {
  return {
    ...at(project, path),
    severity: 'error',
    rule: 'file-unreadable',
    message: `${path} is a ${what}, and a file is expected here.`,
    hint: 'Give it another name, or put the file in its place.',
  };
}

/** The text of a file, or the reason there is none. */
export type TextFile = TextRead | { diagnostic: Diagnostic };

/** `stamp` changes whenever the file does; null where it was written so lately that it might not. */
export interface TextRead {
  text: string;
  stamp: string | null;
}

/** File systems tell times in steps of up to two seconds. */
const settledAfter = 2_500;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a UTF-8 text file below the content folder.
 *
 * @param known What was read before; a file that has its stamp still is not read again.
 */
export function readText(project: Project, path: string, known?: TextRead): TextFile {
  const file = join(project.content, path);
  let bytes: Buffer;
  let stamp: string | null;
  try {
    const stat = lstatSync(file);
    if (stat.size > byteLimit)
      return {
        diagnostic: {
          ...at(project, path),
          severity: 'error',
          rule: 'file-size',
          message: `This file has ${stat.size.toLocaleString('en')} bytes; the limit is ${byteLimit.toLocaleString('en')} (2 MB).`,
          hint: 'Move long logs into a file of their own beside it and link to that file under Artifacts.',
        },
      };
    stamp = `${stat.mtimeMs}:${stat.ctimeMs}:${stat.size}:${stat.ino}`;
    if (known?.stamp === stamp) return known;
    if (Math.abs(Date.now() - Math.max(stat.mtimeMs, stat.ctimeMs)) < settledAfter) stamp = null;
    bytes = readFileSync(file);
  } catch (error) {
    return { diagnostic: unreadable(project, path, error) };
  }
  try {
    return { text: utf8.decode(bytes), stamp };
  } catch {
    const place = firstBadByte(bytes);
    return {
      diagnostic: {
        ...at(project, path),
        ...place,
        severity: 'error',
        rule: 'file-encoding',
        message: `This file is not UTF-8 text: the byte 0x${place.byte.toString(16).padStart(2, '0')} here can't be read.`,
        hint: 'Save it as UTF-8 in your editor. If it is an image or a document, give it its own ending and link to it.',
      },
    };
  }
}

/** Where reading stops being UTF-8: the longest valid prefix, found by halving. */
function firstBadByte(bytes: Buffer): { line: number; column: number; byte: number } {
  let good = 0;
  let bad = bytes.length;
  const decodes = (end: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (good < bad) {
    const middle = (good + bad + 1) >> 1;
    if (decodes(middle)) good = middle;
    else bad = middle - 1;
  }
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, good), {
    stream: true,
  });
  const lines = before.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  // A letter of several bytes goes wrong where it begins.
  const byte = bytes[Buffer.byteLength(before)] ?? 0;
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, byte };
}

function at(project: Project, path: string): { file: string; line: number; column: number } {
  return { file: displayPath(project, join(project.content, path)), line: 1, column: 1 };
}

function unreadable(project: Project, path: string, error: unknown): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return {
    ...at(project, path),
    severity: 'error',
    rule: 'file-unreadable',
    message: `${path} can't be read (${code}).`,
    hint: "Check the file's permissions, then try again.",
  };
}

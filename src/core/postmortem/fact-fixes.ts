import { closest } from '../catalog/closest.ts';
import type { Fix } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { parseEffort } from '../time/duration.ts';
import { readingsOfDay } from '../time/written-day.ts';
import { raisedByValues, type Status, statuses, triageValues } from '../vocabulary.ts';

/**
 * The one right way to write a key or a value of the front matter that is wrong; null where its author has to say what was
 * meant.
 */
export function factFix(
  { source, frontMatter, frontMatterPlace }: Document,
  path: readonly (string | number)[],
  of: 'key' | 'value',
  keys: readonly string[],
  /** The key as it stands in the file, where it is misspelt. */
  written = String(path[0]),
): Fix | null {
  const [key, ...inside] = path;
  if (inside.length > 1 || typeof key !== 'string' || frontMatter === null) return null;
  const place = frontMatterPlace([written, ...inside], of);
  const rest = source.line(place.line).slice(place.column - 1);
  const write = (text: string, old: string | undefined): Fix | null =>
    old === undefined || old === text
      ? null
      : {
          title: `Write ${of === 'key' ? `${text}:` : `${key}: ${text}`}`,
          edits: [{ start: place, end: { line: place.line, column: place.column + old.length }, text }],
        };
  if (of === 'key') {
    const meant = closest(key, keys);
    // A key that stands there already would stand there twice.
    return meant === null ||
      written !== key ||
      Object.hasOwn(frontMatter, meant) ||
      !rest.startsWith(`${key}:`)
      ? null
      : write(meant, key);
  }
  if (inside.length > 0) {
    const item = itemOf(frontMatter[written], inside[0]);
    const bare = item === null ? null : unquoted(item);
    return item === null || bare === item || bare === null || !rest.startsWith(item)
      ? null
      : write(bare, item);
  }
  const old = /^(?:"[^"\\]*"|'[^']*'|[^\s"'#&*!|>[{][^#]*?)(?=\s*$|\s+#)/.exec(rest)?.[0];
  const meant = meantBy(key, frontMatter[written]);
  return meant === null ? null : write(meant, old);
}

/** The status that is meant where it is only written otherwise: `Reviewed`, `“reviewed”`. */
export function meantStatus(value: unknown): Status | null {
  return sameWord(typeof value === 'string' ? unquoted(value) : value, statuses) as Status | null;
}

/** Curly quotes are a part of the word to YAML. */
export function unquoted(value: string): string {
  return /^[“”„‟‘’‚‛«»‹›]+\s*(.*?)\s*[“”„‟‘’‚‛«»‹›]+$/u.exec(value.trim())?.[1] ?? value;
}

function itemOf(list: unknown, index: string | number | undefined): string | null {
  const item: unknown = Array.isArray(list) ? list[Number(index)] : null;
  return typeof item === 'string' && /^[\p{L}\p{N}“”„‟‘’‚‛«»‹› ._/-]+$/u.test(item) ? item : null;
}

function meantBy(key: string, given: unknown): string | null {
  if (typeof given !== 'string') return valueMeant(key, given);
  const value = unquoted(given);
  const isBare = value !== given && /^[\p{L}\p{N}][\p{L}\p{N}_./-]*$/u.test(value);
  return valueMeant(key, value) ?? (isBare ? value : null);
}

function valueMeant(key: string, value: unknown): string | null {
  switch (key) {
    case 'severity':
      return typeof value === 'string' ? meantLevel(value) : null;
    case 'systems':
    case 'tags':
      return typeof value === 'string' ? meantList(value) : null;
    case 'status':
      return sameWord(value, statuses);
    case 'raisedBy':
      return sameWord(value, raisedByValues);
    case 'triage':
      return sameWord(value, triageValues);
    case 'effort':
      return typeof value === 'string' ? meantEffort(value) : null;
    case 'facilitator':
      return typeof value === 'string'
        ? (/^@([\p{L}\p{N}_][\p{L}\p{N}_.-]*)$/u.exec(value)?.[1] ?? null)
        : null;
    case 'reviewedOn':
      return typeof value === 'string' ? meantDay(value) : null;
    default:
      return null;
  }
}

/** `Reviewed`, `product owner`, `customers`: the word itself, written otherwise. */
function sameWord(value: unknown, known: readonly string[]): string | null {
  if (typeof value !== 'string') return null;
  const plain = value
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
  return known.find((word) => word === plain || `${word}s` === plain) ?? null;
}

/** `"2"`, `SEV2`, `sev-2` */
function meantLevel(value: string): string | null {
  const [, level] = /^(?:sev(?:erity)?[\s-]?)?(\d{1,3})$/i.exec(value.trim()) ?? [];
  return level === undefined ? null : String(Number(level));
}

/** `storefront, payments`; blanks alone may part words or stand inside one. */
function meantList(value: string): string | null {
  const names = value.trim().split(/\s*,\s*/);
  return names.every((name) => /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(name)) ? `[${names.join(', ')}]` : null;
}

/** `31 hours`, `1 h 30 min`, `1,5 h`; a number without a unit may be either. */
function meantEffort(value: string): string | null {
  const plain = value
    .toLowerCase()
    .replace(/(\d),(\d)/g, '$1.$2')
    .replace(/\s+/g, '')
    .replace(/h(?:(?:ou)?rs?)?/g, 'h')
    .replace(/m(?:in(?:ute)?s?)?/g, 'm');
  return parseEffort(plain) === null ? null : plain;
}

/** `2018-5-11`, `5/15/2018`; a date that may be either of two days is for its author to tell. */
function meantDay(value: string): string | null {
  const [day, ...others] = readingsOfDay(value);
  return day === undefined || others.length > 0 ? null : day;
}

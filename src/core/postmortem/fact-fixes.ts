import { closest } from '../catalog/closest.ts';
import type { Fix } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { isDate } from '../time/dates.ts';
import { parseEffort } from '../time/duration.ts';
import { raisedByValues, statuses, triageValues } from '../vocabulary.ts';

/**
 * The one right way to write a key or a value of the front matter that is wrong; null where its author has to say what was
 * meant.
 */
export function factFix(
  { source, frontMatter, frontMatterPlace }: Document,
  path: readonly (string | number)[],
  of: 'key' | 'value',
  keys: readonly string[],
): Fix | null {
  const [key, ...inside] = path;
  if (inside.length > 0 || typeof key !== 'string' || frontMatter === null) return null;
  const place = frontMatterPlace([key], of);
  const rest = source.line(place.line).slice(place.column - 1);
  const write = (text: string, written: string | undefined): Fix | null =>
    written === undefined || written === text
      ? null
      : {
          title: `Write ${of === 'key' ? `${text}:` : `${key}: ${text}`}`,
          edits: [{ start: place, end: { line: place.line, column: place.column + written.length }, text }],
        };
  if (of === 'key') {
    const meant = closest(key, keys);
    // A key that stands there already would stand there twice.
    return meant === null || Object.hasOwn(frontMatter, meant) || !rest.startsWith(`${key}:`)
      ? null
      : write(meant, key);
  }
  const written = /^(?:"[^"\\]*"|'[^']*'|[^\s"'#&*!|>[{][^#]*?)(?=\s*$|\s+#)/.exec(rest)?.[0];
  const meant = meantBy(key, frontMatter[key]);
  return meant === null ? null : write(meant, written);
}

function meantBy(key: string, value: unknown): string | null {
  switch (key) {
    case 'severity':
      return typeof value === 'string' && /^\d{1,3}$/.test(value.trim()) ? String(Number(value)) : null;
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

/** `Reviewed`, `product owner`: the word itself, written otherwise. */
function sameWord(value: unknown, known: readonly string[]): string | null {
  if (typeof value !== 'string') return null;
  const plain = value
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
  return known.find((word) => word === plain) ?? null;
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

/** `2018-5-11`, `2018/05/11` */
function meantDay(value: string): string | null {
  const [, year, , month, day] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(value.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

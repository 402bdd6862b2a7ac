import type { Document } from '../document/document.ts';
import { readDocument } from '../document/read-document.ts';
import { linesOf, newlineOf } from '../skeleton/add-sections.ts';
import type { Status } from '../vocabulary.ts';

/** A file's text with another status. */
export interface ChangedStatus {
  text: string;
  /** The line, from 1, that was added for the day of the meeting; null where none had to be. */
  addedLine: number | null;
}

/**
 * A file's text with another status, and where that is `reviewed`, with the day of the meeting if none stands there yet. Every
 * other byte stays.
 *
 * @param raw The file's text as it is on disk; `document` is its reading.
 * @param today `YYYY-MM-DD`
 * @returns Null where the status does not stand in the file in a way that can be changed safely.
 */
export function changeStatus(
  raw: string,
  document: Document,
  status: Status,
  today: string,
): ChangedStatus | null {
  const lines = linesOf(raw);
  const { line, column: from } = document.frontMatterPlace(['status'], 'value');
  const written = lines[line - 1] ?? '';
  const column = from - 1 + (line === 1 && raw.startsWith('\ufeff') ? 1 : 0);
  const value = /^(["']?)[a-z]+\1(?=[\s,}]|$)/.exec(written.slice(column));
  if (value === null || document.frontMatter === null) return null;
  const quote = value[1] ?? '';
  lines[line - 1] =
    `${written.slice(0, column)}${quote}${status}${quote}${written.slice(column + value[0].length)}`;

  let addedLine: number | null = null;
  if (status === 'reviewed' && document.frontMatter['reviewedOn'] === undefined) {
    // The line that a new file has for it, as a comment.
    const placeholder = /^# reviewedOn: YYYY-MM-DD(?=\s)/;
    const at = lines.findIndex((other, index) => index > 0 && index <= 40 && placeholder.test(other));
    const end = lines.findIndex((other, index) => index > 0 && /^---\s*$/.test(other));
    if (at !== -1 && at < end)
      lines[at] = (lines[at] ?? '').replace(
        placeholder,
        `reviewedOn: ${today}`.padEnd('# reviewedOn: YYYY-MM-DD'.length),
      );
    else {
      lines.splice(line, 0, `reviewedOn: ${today}${newlineOf(raw)}`);
      addedLine = line + 1;
    }
  }
  const text = lines.join('');
  const facts = readDocument(text).frontMatter;
  const meant = { ...document.frontMatter, status };
  const isMeant = (Object.keys(facts ?? {}) as string[])
    .filter((key) => key !== 'reviewedOn')
    .every((key) => JSON.stringify(facts?.[key]) === JSON.stringify(meant[key as keyof typeof meant]));
  const hasDay = status !== 'reviewed' || facts?.['reviewedOn'] !== undefined;
  return facts !== null && facts['status'] === status && isMeant && hasDay ? { text, addedLine } : null;
}

import { isSeq, parseDocument, stringify } from 'yaml';
import { readPeople } from '../catalog/people.ts';
import { readSystems } from '../catalog/systems.ts';

/** The lists that a new entry may be added to, and what each calls its entries. */
const lists = {
  'systems.yaml': { identity: 'id', read: readSystems },
  'people.yaml': { identity: 'handle', read: readPeople },
} as const;
export type ListFile = keyof typeof lists;

/** A system or a person: its id or handle, its name, and what else is known. */
export interface ListEntry {
  file: ListFile;
  id: string;
  name: string;
  team: string | null;
}

/** What is wrong with an entry by itself; null where it is fine. */
export function entryProblem(entry: ListEntry): string | null {
  const [found] = lists[entry.file].read(entryLines(entry, '')).problems;
  return found === undefined ? null : [found.message, found.hint].filter(Boolean).join(' ');
}

/** The lines that `withEntry` adds. */
export function entryLines({ file, id, name, team }: ListEntry, indent = ''): string {
  const fields = { [lists[file].identity]: id, name, ...(team === null ? {} : { team }) };
  return stringify([fields], { lineWidth: 0 }).replace(/^(?=.)/gm, indent);
}

/**
 * The text of `systems.yaml` or `people.yaml` with one more entry at its end. Every byte that was there stays.
 *
 * @param text Null where there is no such file yet.
 * @returns Null where that can't be done safely: the file has mistakes, or is written in another shape.
 */
export function withEntry(text: string | null, entry: ListEntry): string | null {
  const mark = text?.startsWith('\ufeff') ? '\ufeff' : '';
  const before = (text ?? '').slice(mark.length);
  const newline = before.includes('\r\n') ? '\r\n' : '\n';
  const list = parseDocument(before, { logLevel: 'error' }).contents;
  if (list !== null && !(isSeq(list) && list.flow !== true)) return null;
  const first = list?.range?.[0] ?? 0;
  const indent = list === null ? '' : before.slice(before.lastIndexOf('\n', first - 1) + 1, first);
  if (!/^ *$/.test(indent)) return null;
  const glue = before === '' || /[\r\n]$/.test(before) ? '' : newline;
  const after = `${before}${glue}${entryLines(entry, indent).replaceAll('\n', newline)}`;

  const { read } = lists[entry.file];
  const [old, fresh] = [read(before), read(after)];
  const whole = fresh.problems.length === 0 && (fresh.value ?? []).length === (old.value ?? []).length + 1;
  return whole ? `${mark}${after}` : null;
}

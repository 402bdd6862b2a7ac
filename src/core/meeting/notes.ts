import { isDate } from '../time/dates.ts';
import { isQuestion, longestHandle, mentionForm, type Question } from '../vocabulary.ts';

/** What was said in a meeting and typed into its page. Each note is kept by itself, so that two pages never undo each other. */
export interface MeetingNote {
  /** Letters and digits. */
  uid: string;
  /** Under which question; `parked` is for later or for elsewhere. */
  place: Question | 'parked';
  text: string;
  /** When it was typed, for the order; milliseconds. */
  at: number;
  /** The team wants to try it, so it is an improvement. */
  chosen: boolean;
  /** A handle without `@`; null while nobody took it. */
  owner: string | null;
  due: string | null;
  /** The idea in the file that it was made from, by its anchor; null for what was said first here. */
  from: string | null;
}

/** Reads what was kept; null for anything that is no note. */
export function readNote(text: string): MeetingNote | null {
  try {
    const note = JSON.parse(text) as MeetingNote;
    const { uid, place, text: words, at, chosen, owner, due, from } = note;
    const isOptional = (value: unknown): boolean => value === null || typeof value === 'string';
    const isWhole =
      typeof uid === 'string' &&
      /^\w+$/.test(uid) &&
      (place === 'parked' || isQuestion(place)) &&
      typeof words === 'string' &&
      Number.isFinite(at) &&
      typeof chosen === 'boolean' &&
      isOptional(owner) &&
      (due === null || isDate(due)) &&
      isOptional(from);
    return isWhole ? { uid, place, text: words, at, chosen, owner, due, from } : null;
  } catch {
    return null;
  }
}

/** In the order in which they were said. */
export function inOrder(notes: Iterable<MeetingNote>): MeetingNote[] {
  return [...notes].sort((a, b) => a.at - b.at || (a.uid < b.uid ? -1 : 1));
}

/** One line of what somebody typed or pasted; the empty string where there is nothing in it. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cf}\uFFFC]+/gu, (found) => (/^[\u200c\u200d]+$/.test(found) ? found : ''))
    .trim();
}

/** Whether a handle can stand behind an `@` at the end of an improvement. */
export function isHandle(text: string): boolean {
  return mentionForm.test(text) && [...text].length <= longestHandle && text !== 'TBD';
}

/** A handle as somebody types it: with its `@`, or a person's name. Null where there is none in it. */
export function handleIn(text: string, people: readonly { handle: string; name: string }[]): string | null {
  const typed = oneLine(text).replace(/^@+/, '');
  if (typed === '') return null;
  const folded = typed.toLocaleLowerCase();
  const known = people.find(
    ({ handle, name }) => handle.toLocaleLowerCase() === folded || name.toLocaleLowerCase() === folded,
  );
  return known?.handle ?? typed;
}

/** What an improvement still lacks before a meeting can be called over. */
export function lacking({ owner, due }: Pick<MeetingNote, 'owner' | 'due'>): ('owner' | 'due')[] {
  return [...(owner === null ? (['owner'] as const) : []), ...(due === null ? (['due'] as const) : [])];
}

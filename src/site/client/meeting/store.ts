import { type MeetingClock, readClock } from '../../../core/meeting/clock.ts';
import { inOrder, type MeetingNote, oneLine, readNote } from '../../../core/meeting/notes.ts';
import { browserStorage, cellsIn, readPairs } from './cells.ts';
import { meetingData } from './data.ts';

// The number is the format's: a later one reads what this one wrote, or leaves it alone.
const name = `fire-marshal:meeting:1:${meetingData().key}:`;
const cells = cellsIn(browserStorage(), name);
const listeners = new Set<() => void>();
/** Each page counts its own votes, so that none is lost where two count at once. */
const page = crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? '';

function changed(): void {
  for (const listener of listeners) listener();
}

/** Hears of every change, from this page and from others. Returns what ends it. */
export function onChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const clearListeners = new Set<() => void>();

/** Hears when everything is taken away here. Returns what ends it. */
export function onClear(listener: () => void): () => void {
  clearListeners.add(listener);
  return () => clearListeners.delete(listener);
}

export const trouble = cells.trouble;

export function notes(): MeetingNote[] {
  return inOrder([...cells.below('note:').values()].flatMap((text) => readNote(text) ?? []));
}

/** @returns Whether there was anything to note down. */
export function addNote(note: Pick<MeetingNote, 'place' | 'text'> & Partial<MeetingNote>): boolean {
  const text = oneLine(note.text);
  if (text === '') return false;
  const uid = `${Date.now().toString(36)}${page}${Math.random().toString(36).slice(2, 6)}`;
  const whole = { uid, at: Date.now(), chosen: false, owner: null, due: null, from: null, ...note, text };
  cells.set(`note:${uid}`, JSON.stringify(whole));
  changed();
  return true;
}

/** Changes a note as it stands now, which another page may have written since. */
export function changeNote(uid: string, part: Partial<Omit<MeetingNote, 'uid'>>): void {
  const note = readNote(cells.get(`note:${uid}`) ?? '');
  if (note === null) return;
  cells.set(`note:${uid}`, JSON.stringify({ ...note, ...part }));
  changed();
}

/** @returns What puts it back. */
export function removeNote(uid: string): () => void {
  const before = cells.get(`note:${uid}`);
  cells.set(`note:${uid}`, null);
  changed();
  return () => {
    cells.set(`note:${uid}`, before);
    changed();
  };
}

/** How many votes something has. */
export function votesFor(subject: string): number {
  let sum = 0;
  for (const text of cells.below(`vote:${subject}:`).values()) sum += Number(text) || 0;
  return Math.max(0, sum);
}

export function vote(subject: string, by: 1 | -1): void {
  if (votesFor(subject) + by < 0) return;
  const key = `vote:${subject}:${page}`;
  cells.set(key, String((Number(cells.get(key)) || 0) + by));
  changed();
}

/** What was being typed when a page was last open. A page that is open keeps to its own: two may type at once. */
export function draft(field: string): string {
  return cells.get(`draft:${field}`) ?? '';
}

export function keepDraft(field: string, text: string): void {
  const before = cells.trouble();
  cells.set(`draft:${field}`, text === '' ? null : text);
  if (cells.trouble() !== before) changed();
}

export function clock(): MeetingClock {
  const kept = readClock(cells.get('clock'));
  return { ...kept, seen: Math.max(kept.seen, Number(cells.get('seen')) || 0) };
}

export function setClock(next: MeetingClock): void {
  cells.set('clock', JSON.stringify(next));
  changed();
}

/** Somebody is looking, so the clock is right to go on. */
export function keepSeen(now: number): void {
  cells.set('seen', String(now));
}

const kinds = ['note:', 'vote:', 'draft:', 'clock', 'seen'];

/** Takes everything away that was typed, voted and counted; it can be put back until it is done again. */
export function clear(): void {
  const all = kinds.flatMap((kind) =>
    [...cells.below(kind)].map(([rest, value]) => [kind + rest, value] as const),
  );
  for (const [key] of all) cells.set(key, null);
  cells.set('cleared', JSON.stringify(all));
  for (const listener of clearListeners) listener();
  changed();
}

export function canUndoClear(): boolean {
  return cells.get('cleared') !== null;
}

export function undoClear(): void {
  const all = readPairs(cells.get('cleared'));
  cells.set('cleared', null);
  for (const [key, value] of all) if (cells.get(key) === null) cells.set(key, value);
  changed();
}

addEventListener('storage', ({ key }) => {
  if (key === null || key.startsWith(name)) changed();
});

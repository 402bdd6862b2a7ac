import { asRecord, keptRecord } from '../training/kept-record.ts';

/** Where somebody is in a replay, and what they wrote, by the place it belongs to. */
export interface ReplayMemory {
  /** How many steps they have opened. */
  at: number;
  notes: Record<string, string>;
}

/** Reads what a browser remembered. What has another shape is left out. */
export function readReplayMemory(text: string | null): ReplayMemory {
  const { at, notes } = keptRecord(text);
  const texts = Object.entries(asRecord(notes)).filter(
    (note): note is [string, string] => typeof note[1] === 'string',
  );
  return { at: Number.isInteger(at) ? Math.max(0, Number(at)) : 0, notes: Object.fromEntries(texts) };
}

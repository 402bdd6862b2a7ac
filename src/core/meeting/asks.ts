import type { EntryKind, Mark } from '../vocabulary.ts';

/** What a facilitator may ask about an entry of the timeline, by what it is about. */
export type MeetingAsk =
  | 'start'
  | 'detection'
  | 'end'
  | 'gap'
  | 'change'
  | 'news'
  | 'message'
  | 'decision'
  | 'action'
  | 'other';

const askOfMark: Partial<Record<Mark, MeetingAsk>> = {
  started: 'start',
  detected: 'detection',
  resolved: 'end',
};

const askOfKind: Record<EntryKind, MeetingAsk> = {
  alert: 'news',
  report: 'news',
  message: 'message',
  status: 'other',
  change: 'change',
  action: 'action',
  decision: 'decision',
};

/** @param gap whether much time went by before it: gaps hold the best stories. */
export function askOf(marks: readonly Mark[], kinds: readonly string[], gap: boolean): MeetingAsk {
  for (const mark of marks) {
    const ask = askOfMark[mark];
    if (ask !== undefined) return ask;
  }
  if (gap) return 'gap';
  for (const kind of kinds) {
    const ask = askOfKind[kind as EntryKind];
    if (ask !== undefined) return ask;
  }
  return 'other';
}

/** Minutes between two entries from which on it is worth asking what happened in them. */
export const longGap = 20;

import type { Mark } from '../vocabulary.ts';

/**
 * What a stakeholder is told of one incident, on one page: the six things, in its author's words without the internal ones.
 * Plain text throughout; days are `YYYY-MM-DD`. What nobody has written yet is null.
 */
export interface Brief {
  id: string;
  title: string;
  organisation: string | null;
  date: string | null;
  /** The meeting was held; before it, causes and steps may still change. */
  isReviewed: boolean;
  happened: Passage | null;
  /** Null also where the summary tells of both, as it does in a file without a section on impact. */
  affected: Passage | null;
  /** Whether `happened` holds the effect on customers, too. */
  isAffectedInSummary: boolean;
  cause: Passage | null;
  stabilised: Passage | null;
  timeline: BriefTimeline | null;
  remediation: Remediation;
  checks: BriefChecks;
}

export interface Passage {
  blocks: Block[];
  /** Something was left out so that all fits on one page. */
  isShortened: boolean;
}

/** `more`: so many items were left out at the end. */
export type Block = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[]; more: number };

export interface BriefTimeline {
  /** Five at most, in the order of time. */
  lines: BriefLine[];
  /** IANA name. */
  timezone: string;
  /** From the start, in minutes. */
  durations: { name: 'detect' | 'mitigate' | 'resolve'; min: number; max: number; approximate: boolean }[];
}

export interface BriefLine {
  date: string;
  /** `08:25` */
  clock: string;
  /** The end of a range on the same day. */
  endClock: string | null;
  approximate: boolean;
  /** The last of its marks. */
  mark: Mark | null;
  text: string;
}

export interface Remediation {
  /** What was mended at the root, in words. */
  text: Passage | null;
  /** By day; the dropped ones are not among them. */
  steps: BriefStep[];
  /** So many steps more than are shown. */
  more: number;
  /** Of all steps. */
  done: number;
  of: number;
  /** So many more were given up. */
  dropped: number;
}

export interface BriefStep {
  text: string;
  state: /** `planned`: the day it should have been done by, where that had passed. */
    | { kind: 'done'; on: string; planned: string | null }
    | { kind: 'planned'; for: string }
    /** It was planned for a day that has passed. */
    | { kind: 'late'; for: string }
    | { kind: 'undated' };
}

/** What whoever sends it looks at first. */
export interface BriefChecks {
  /** Pieces of code that the sentences still hold. */
  code: string[];
  /** How many handles, names, ids of systems, tickets and links were taken out or said otherwise. */
  replaced: number;
  /** How many drawings, pictures, tables and blocks of code were left out. */
  omitted: number;
}

import type { Document, Section } from '../document/document.ts';
import type { Hypothesis, NextAction, QuestionAnswer, Why } from '../improvement/improvement.ts';
import type { Durations, Timeline } from '../timeline/timeline.ts';
import type { Question, RaisedBy, Status, Triage } from '../vocabulary.ts';

/** The validated front matter. Absent facts are null. */
export interface Facts {
  title: string;
  status: Status;
  severity: number;
  systems: string[];
  raisedBy: RaisedBy | null;
  triage: Triage | null;
  tags: string[];
  /** IANA name; the settings' zone where the file names none. */
  timezone: string;
  facilitator: string | null;
  /** `YYYY-MM-DD` */
  reviewedOn: string | null;
  /** Person-minutes. */
  effort: number | null;
}

/** A postmortem as the product understands it. */
export interface Postmortem {
  /** Path below `content/postmortems/` without the ending. */
  id: string;
  /** Path from the project's root. */
  file: string;
  facts: Facts;
  /** Day of the incident in the file's zone; null where nothing tells. */
  date: string | null;
  document: Document;
  /** Sections in the order written. */
  sections: Section[];
  timeline: Timeline | null;
  durations: Durations;
  /** Only the questions whose section stands in the file. */
  questions: Partial<Record<Question, QuestionAnswer>>;
  hypotheses: Hypothesis[];
  whys: Why[];
  nextActions: NextAction[];
}

/** The day on which what a postmortem says was written: of its meeting, else of its incident; null where nobody knows. */
export function writtenOn({ facts, date }: Pick<Postmortem, 'facts' | 'date'>): string | null {
  return facts.reviewedOn ?? date;
}

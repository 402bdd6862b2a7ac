import { type Mark, marks, type SectionSlug, type Status } from '../vocabulary.ts';

/** What a status asks of a file. */
export interface StatusNeeds {
  /** One of these sections must be there; none where the list is empty. */
  oneOf: readonly SectionSlug[];
  /** Each of these must be there, with something in it other than TBD. */
  written: readonly SectionSlug[];
  marks: readonly Mark[];
  /** Whether all five questions are answered, and improvements have an owner and a date. */
  questions: boolean;
}

const nothing: StatusNeeds = { oneOf: [], written: [], marks: [], questions: false };

/** In the order in which a file goes through them: each status asks its own, and of what the ones before it ask, all but `oneOf`. */
export const statusNeeds: Readonly<Record<Status, StatusNeeds>> = {
  open: { ...nothing, oneOf: ['original-request', 'symptoms', 'summary'] },
  resolved: {
    ...nothing,
    written: ['summary', 'timeline'],
    marks: marks.filter((mark) => mark !== 'responded' && mark !== 'mitigated'),
  },
  reviewed: { ...nothing, written: ['root-causes'], questions: true },
};

import type { Draft } from '../../src/core/skeleton/draft.ts';

/** A file to begin of which nothing is known yet. */
export const unfilledDraft: Draft = {
  title: null,
  severity: null,
  status: null,
  when: null,
  detected: null,
  mitigated: null,
  resolved: null,
  reviewedOn: null,
  systems: [],
  raisedBy: null,
  triage: null,
  facilitator: null,
  present: [],
  timezone: null,
  request: null,
  id: null,
  entries: [],
};

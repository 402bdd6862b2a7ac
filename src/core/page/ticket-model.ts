import type { Standing } from '../incident/standing.ts';
import type { Html } from './model.ts';

/** What the page of an incident that burns shows besides its sections. */
export interface TicketModel {
  /** The first thing known to have happened; null without a timeline. */
  since: Moment | null;
  /** The last entry of the timeline: what was known last. */
  latest: (Moment & { anchor: string; html: Html }) | null;
  /** The last commit of the file; null without git, or where it was never committed. */
  committed: Moment | null;
  /** What is to be found out. `anchor` is the word's own place. */
  unknowns: { anchor: string; section: string; text: string | null }[];
  /** Questions that nobody has answered: they wait for the meeting. */
  forMeeting: { anchor: string; heading: string }[];
  actions: { open: number; all: number } | null;
  /** Of the hypotheses, in their order; null where none stands there. */
  standings: Standing[] | null;
  /** The hypotheses as a drawing; null where there is none. */
  tree: Html | null;
}

/** In the file's zone. */
export interface Moment {
  /** `YYYY-MM-DD` */
  date: string;
  clock: string;
  /** ISO instant, for `<time datetime>`. */
  instant: string;
}

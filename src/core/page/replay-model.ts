import type { Verdict } from '../improvement/improvement.ts';
import type { StopReason } from '../replay/stops.ts';
import type { Question, RaisedBy } from '../vocabulary.ts';
import type { EntryModel, Html, Link } from './model.ts';

/** An entry, with its day where that is another than the one told before. */
export interface ReplayEntry extends EntryModel {
  day: string | null;
}

/** An incident told as those lived it who did not know yet how it would end. Nothing here names what comes later. */
export interface ReplayPage {
  id: string;
  url: string;
  /** Does not give the cause away. */
  title: string;
  postmortemUrl: string;
  scene: {
    systems: { name: string; description: string | null }[];
    /** When somebody noticed. */
    day: string;
    clock: string;
    approximate: boolean;
    timezone: string;
    raisedBy: RaisedBy | null;
    /** The words in which it was reported; the empty string where nobody kept them. */
    requestHtml: Html;
  };
  /** `stop` says why there is a stop before the entry; empty where there is none. */
  steps: { entry: ReplayEntry; stop: StopReason[] }[];
  /** What happened before anybody noticed. */
  unseen: ReplayEntry[];
  hypotheses: { html: Html; tests: { html: Html; verdict: Verdict | null }[] }[];
  rootCausesHtml: Html;
  /** What the meeting answered. */
  answers: { question: Question; proseHtml: Html; ideas: Html[]; improvements: Html[] }[];
  systems: Link[];
  /** Titles that don't give the cause away; each leads to the replay where there is one. */
  related: Link[];
  /** About how many minutes it takes. */
  minutes: number;
}

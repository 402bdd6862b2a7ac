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
  /** Says no more than what was first heard of it. */
  title: string;
  postmortemUrl: string;
  /** What is known when it begins. */
  scene: {
    /** When somebody noticed. */
    day: string;
    timezone: string;
    raisedBy: RaisedBy | null;
    /** Those that the first words about it name; any other may be where the cause lies. */
    systems: { name: string; description: string | null }[];
    /** The words in which it was reported; the empty string where nobody kept them. */
    requestHtml: Html;
    entry: ReplayEntry;
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
  /** Others to replay, with titles as safe as this one's. */
  related: { link: Link; date: string | null }[];
  /** About how many minutes it takes. */
  minutes: number;
}

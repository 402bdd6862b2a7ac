/**
 * What each page shows, as plain JSON values: a component lays out, it never computes.
 * `Html` strings are made by the `render` room and are safe to write into a page as they are.
 * Every `url` is site-absolute and already carries the base path; dates are `YYYY-MM-DD`.
 */

import type { RiskState } from '../catalog/risks.ts';
import type { Coverage } from '../history/history.ts';
import type { Verdict } from '../improvement/improvement.ts';
import type {
  ImprovementState,
  Mark,
  Question,
  RaisedBy,
  SectionSlug,
  Status,
  Triage,
} from '../vocabulary.ts';
import type { Capped } from './capped.ts';
import type { HistoryModel } from './history-model.ts';
import type { RecurrenceLine, RecurrenceName } from './recurring-page.ts';
import type { StillOpenModel } from './still-open.ts';
import type { TicketModel } from './ticket-model.ts';

export type Html = string;

export interface Link {
  text: string;
  url: string;
}

/** Everybody whom a file names by handle has a page. */
export interface PersonModel {
  handle: string;
  name: string;
  url: string;
}

export interface SeverityBadge {
  level: number;
  name: string;
  meaning: string | null;
  policy: string | null;
}

/** A duration from `started`, in words as well. */
export interface DurationFigure {
  name: 'detect' | 'respond' | 'mitigate' | 'resolve';
  min: number;
  max: number;
  approximate: boolean;
  /** For example `6 h 15 min`, `about 6 h`, `20–45 min`. */
  text: string;
}

/** One line about a postmortem, for lists and cards. */
export interface PostmortemCard {
  id: string;
  url: string;
  title: string;
  status: Status;
  severity: SeverityBadge;
  date: string | null;
  systems: Link[];
  tags: string[];
  /** Plain text, the first sentences of the summary; at most about 200 characters; null where there is none. */
  summary: string | null;
  durations: DurationFigure[];
  /** Improvements by whether they are done with. */
  improvements: { open: number; closed: number; overdue: number };
}

export interface ImprovementModel {
  id: string;
  anchor: string;
  question: Question;
  html: Html;
  /** Plain text. */
  title: string;
  /** Nested paragraphs, empty string where there are none. */
  blocksHtml: Html;
  state: ImprovementState;
  owner: PersonModel | null;
  due: string | null;
  done: string | null;
  dropped: string | null;
  ticket: { text: string; url: string | null } | null;
  /** It answers the risks of its postmortem that name one of these systems. */
  answers: Link[];
  /** On the day the site was built, in the settings' zone. */
  overdue: boolean;
  /** Whole days since its date; null where it is not overdue. */
  lateFor: number | null;
  /** So many days after its date it was done; null where it was in time, had no date or is not done. */
  doneLateBy: number | null;
  /** What the repository remembers of it; null where it remembers nothing. */
  history: HistoryModel | null;
}

export interface BacklogRow extends ImprovementModel {
  url: string;
  postmortem: PostmortemCard;
  team: Link | null;
  /** The day of the meeting, else of the incident; null where nobody knows it. */
  writtenOn: string | null;
}

export interface IdeaModel {
  anchor: string;
  html: Html;
  text: string;
  blocksHtml: Html;
  systems: Link[];
  /**
   * For risks: the later incidents on a system that it names, the earliest first, with the systems hit. `named`: their page
   * links to the risk, so that somebody says that it came true.
   */
  cameTrue: Capped<{ url: string; title: string; daysLater: number; systems: string[]; named: boolean }>;
  /** For risks: its entry in the register. */
  registerUrl: string | null;
}

export interface EntryModel {
  /** `t-2018-05-04-0825` */
  anchor: string;
  /** ISO instant of the start, for `<time datetime>`. */
  instant: string;
  clock: string;
  /** `09:05`, with its date in front where it is another day; null for a point in time. */
  end: string | null;
  /** `UTC−04:00`, for a time that the clocks of that day showed twice; null for all others. */
  offset: string | null;
  approximate: boolean;
  marks: Mark[];
  kinds: string[];
  html: Html;
  blocksHtml: Html;
  /** Minutes since the `started` mark, in words (`+6 h 15 min`); null where there is no mark or it is the start. */
  elapsed: string | null;
}

interface SectionBase {
  anchor: string;
  heading: string;
  slug: SectionSlug | null;
  /** Empty or TBD: the page says kindly that it is still to be written. */
  tbd: boolean;
  /** What the handbook says of it, where it is TBD; null where the handbook says nothing. */
  guide: Link | null;
}

export type SectionModel =
  | (SectionBase & { kind: 'prose'; html: Html })
  | (SectionBase & {
      kind: 'timeline';
      introductionHtml: Html;
      timezone: string;
      /** `<figure>` with its `<svg>` each, or null where there is nothing to draw or drawing failed. */
      drawings: { gantt: Html | null; phases: Html | null };
      days: { date: string; entries: EntryModel[] }[];
      count: number;
    })
  | (SectionBase & {
      kind: 'question';
      question: Question;
      proseHtml: Html;
      ideas: IdeaModel[];
      improvements: ImprovementModel[];
    })
  | (SectionBase & {
      kind: 'hypotheses';
      introductionHtml: Html;
      hypotheses: {
        html: Html;
        blocksHtml: Html;
        tests: { html: Html; blocksHtml: Html; verdict: Verdict | null }[];
      }[];
    })
  | (SectionBase & { kind: 'whys'; introductionHtml: Html; whys: { html: Html; answerHtml: Html }[] })
  | (SectionBase & {
      kind: 'next-actions';
      introductionHtml: Html;
      actions: {
        html: Html;
        blocksHtml: Html;
        done: boolean;
        owner: PersonModel | null;
      }[];
    });

/** The risks of one meeting that name a system which a later incident hit; told on the incident's page. */
export interface ForeseenModel {
  postmortem: PostmortemCard;
  /** `url` is the risk's line in its postmortem, `registerUrl` its entry in the register. */
  risks: { text: string; url: string; registerUrl: string; systems: Link[]; named: boolean }[];
  writtenOn: string;
  /** Whole days from the day it was written until the incident. */
  daysBetween: number;
  /** How many improvements that meeting took on, dropped ones included. */
  takenOn: number;
  /** How many of them are for one of these very risks. */
  ownTakenOn: number;
  /** Those that were open on the day of the incident: for one of these very risks, and the others. */
  ownStillOpen: Capped<StillOpenModel>;
  stillOpen: Capped<StillOpenModel>;
}

/** A risk and the later incidents on a system that it names; told on the page of its meeting. */
export interface ForesawModel {
  text: string;
  registerUrl: string;
  /** The earliest first; `open`: so many improvements of the meeting were open that day. */
  incidents: Capped<{
    postmortem: Link;
    date: string | null;
    daysBetween: number;
    systems: string[];
    named: boolean;
    open: number;
  }>;
}

export interface PostmortemPage {
  card: PostmortemCard;
  file: string;
  /** What the handbook says of severities. */
  severityGuide: Link | null;
  /** Each leads to the list of postmortems that have it. */
  tags: Link[];
  timezone: string;
  raisedBy: RaisedBy | null;
  triage: Triage | null;
  facilitator: PersonModel | null;
  reviewedOn: string | null;
  /** The page that walks through its meeting; null where there is none. */
  meetingUrl: string | null;
  /** Until when the meeting is asked for; null where it was held, or nobody asks for one. */
  meetingDue: { days: number | null; dueOn: string | null; daysLeft: number | null } | null;
  /** In words, for example `31 h`. */
  effort: string | null;
  /** How many sections are still TBD. */
  tbdCount: number;
  sections: SectionModel[];
  /** While it burns; null afterwards. */
  ticket: TicketModel | null;
  /** The footnotes of all sections, to stand after them; the empty string where there are none. */
  footnotesHtml: Html;
  backlinks: PostmortemCard[];
  related: { postmortem: PostmortemCard; systems: Link[]; tags: string[] }[];
  /** Earlier postmortems with a risk on a system that this incident hit. */
  foreseenBy: Capped<ForeseenModel>;
  /** The risks of this one whose systems a later incident hit. */
  foresaw: Capped<ForesawModel>;
  /** The groups of incidents that it is perhaps related to. */
  recurs: RecurrenceName[];
  /** Where it can be lived through again; null where it can't. */
  replayUrl: string | null;
  previous: Link | null;
  next: Link | null;
  editUrl: string | null;
  /** What stakeholders are told; null while it burns, and for incidents of others. */
  briefUrl: string | null;
  /** Plain text for `<meta name="description">` and Open Graph. */
  description: string;
}

export interface PostmortemListPage {
  /** What burns now. */
  burning: PostmortemCard[];
  years: { year: string; postmortems: PostmortemCard[] }[];
  /** Facets present, for the filters. */
  severities: SeverityBadge[];
  systems: Link[];
  statuses: Status[];
  tags: string[];
}

/** A risk as one line of a list. */
export interface RiskLine {
  text: string;
  state: RiskState;
  registerUrl: string;
  /** Its postmortem, at the place where it was written down. */
  from: Link;
  writtenOn: string | null;
  /** Those it names which its page does not tell of anyway. */
  systems: Link[];
  /** What was taken on for it by name, what is open first. */
  own: Capped<StillOpenModel>;
  cameTrue: IdeaModel['cameTrue'];
}

/** Systems that are reached by way of one that stands next to it. */
export interface Onwards {
  through: Link;
  /** The nearest first. */
  systems: Link[];
}

/** An incident of something that a system depends on. */
export interface IncidentBelow {
  postmortem: PostmortemCard;
  cause: string | null;
  /** What was hit; the nearest one where several were. */
  hit: Link;
  /** The systems between the two, from the page's own downwards; empty where it depends on what was hit directly. */
  through: Link[];
}

export interface SystemPage {
  id: string;
  name: string;
  team: Link | null;
  description: string | null;
  dependsOn: Link[];
  /** What these depend on in turn. */
  restsOn: Onwards[];
  neededBy: Link[];
  /** What depends on these in turn. */
  reaches: Onwards[];
  /** Its incidents, the latest first, each with the whole days since the one before and the first of its root causes. */
  history: { postmortem: PostmortemCard; cause: string | null; daysSince: number | null }[];
  /** Incidents of what it depends on that are not its own, too: the most severe first, then the latest. */
  below: Capped<IncidentBelow>;
  /** Where those of `below` happened, the nearest first, with how many stand on each one's page. */
  belowSystems: { system: Link; incidents: number }[];
  /** The open ones, overdue first, then by due date. */
  improvements: BacklogRow[];
  /** In the order of the register. */
  risks: RiskLine[];
  /** The groups of incidents in which it was hit more than once. */
  recurs: RecurrenceLine[];
}

export interface QuestionPage {
  question: Question;
  /** Newest incident first. */
  groups: { postmortem: PostmortemCard; ideas: IdeaModel[]; improvements: ImprovementModel[] }[];
}

/** What every page shares. */
export interface SiteModel {
  organisation: string | null;
  /** `YYYY-MM-DD` in the settings' zone. */
  builtOn: string;
  handbook: Link[];
  /** How far back the repository remembers dates and owners. */
  history: Coverage;
}

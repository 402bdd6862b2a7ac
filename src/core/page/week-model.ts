/** What the home page shows of the week, and what people and teams have of it. */

import type { ImprovementState } from '../vocabulary.ts';
import type { Capped } from './capped.ts';
import type { OnDutyNow } from './handbook-model.ts';
import type { MetricsPage } from './metrics-model.ts';
import type { BacklogRow, Link, PersonModel, PostmortemCard, RiskLine } from './model.ts';
import type { ForemostRecurrences } from './recurring-page.ts';

/** One line about an improvement; its own page has the rest. */
export interface WeekRow {
  title: string;
  url: string;
  state: ImprovementState;
  owner: PersonModel | null;
  postmortem: Link;
  /** The day for which it is listed: due, written, done or dropped. */
  on: string;
  /** Whole days from today to that day; negative where it is past. */
  days: number;
}

/** The first of a list, how many there are in all, and where all are. */
export interface WeekList {
  rows: WeekRow[];
  count: number;
  url: string;
}

export interface WeekModel {
  /** The first day of the week behind us; the day of the build is its last. */
  since: string;
  /** The last day of what is called soon. */
  soonUntil: string;
  /** Nothing burns, is late or due, was written, done or dropped. */
  quiet: boolean;
  late: WeekList;
  /** Whom to send their own page to, in the order of names; what nobody owns, with its part of the backlog, last. */
  lateByOwner: { owner: PersonModel | null; url: string; count: number }[];
  dueSoon: WeekList;
  written: WeekList;
  done: WeekList;
  dropped: WeekList;
}

/** A postmortem that is still to be held. */
export interface PostmortemDueModel {
  postmortem: PostmortemCard;
  /** Of the first of its systems that has one. */
  team: Link | null;
  /** Who will lead it; null where nobody is named yet. */
  facilitator: PersonModel | null;
  /** Within so many days, says the policy; null where it names none. */
  days: number | null;
  dueOn: string | null;
  /** Negative: so many days over. */
  daysLeft: number | null;
}

export interface HomePage {
  organisation: string | null;
  /** The day of the build. */
  today: string;
  openIncidents: PostmortemCard[];
  /** Null where no file says it. */
  onDuty: OnDutyNow | null;
  latest: PostmortemCard[];
  week: WeekModel;
  postmortemsDue: PostmortemDueModel[];
  /** What a week is too short to show: the first of what recurs, and what says how it goes. */
  beyond: { recurring: ForemostRecurrences; metrics: MetricsPage };
  startHere: { postmortem: PostmortemCard; why: string }[];
  /** `elsewhere` are those that retell an incident of others. */
  counts: { postmortems: number; elsewhere: number; openImprovements: number; closedImprovements: number };
  /** The first guides, in their order. */
  handbook: Capped<Link>;
}

/** Improvements by what became of them. What is late is not among `open`. */
export interface Share {
  /** The longest overdue first. */
  late: Capped<BacklogRow>;
  /** By due date, the ones without one last. */
  open: Capped<BacklogRow>;
  /** The latest first, as are the dropped. */
  done: Capped<BacklogRow>;
  dropped: Capped<BacklogRow>;
}

export interface PersonPage extends Share {
  person: PersonModel;
  team: Link | null;
  /** Of open incidents, not ticked off yet. */
  nextActions: { text: string; url: string; postmortem: Link }[];
  /** Newest first. */
  facilitated: Capped<PostmortemCard>;
  calendarUrl: string;
  /** The backlog with theirs alone, to sort and to filter. */
  backlogUrl: string;
}

export interface TeamPage extends Share {
  slug: string;
  name: string;
  /** Hours a week; null where settings name none. */
  hours: number | null;
  people: PersonModel[];
  systems: Link[];
  /** `done` and `dropped` begin with this day. */
  since: string;
  postmortemsDue: PostmortemDueModel[];
  /** Of its systems, newest first. */
  incidents: Capped<PostmortemCard>;
  /** Those that name one of its systems, in the order of the register. */
  risks: RiskLine[];
  calendarUrl: string;
  backlogUrl: string;
}

interface Load {
  /** Late ones among them. */
  open: number;
  late: number;
}

/** Everybody by team, in the order of names; the ones without a team last. */
export interface PeoplePage {
  groups: { team: Link | null; people: (Load & { person: PersonModel })[] }[];
}

export interface TeamsPage {
  teams: (Load & { team: Link; people: number; systems: Link[] })[];
}

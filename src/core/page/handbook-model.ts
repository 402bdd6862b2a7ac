/** What the pages of the handbook show, and the page of who is on duty. */

import type { SeverityLevel } from '../catalog/catalog.ts';
import type { Workflow } from '../handbook/workflow.ts';
import type { ImprovementState } from '../vocabulary.ts';
import type { Html, Link, PersonModel, PostmortemCard } from './model.ts';
import type { PostmortemDueModel, WeekList } from './week-model.ts';

export interface ShiftModel {
  from: string;
  /** The last day. */
  to: string;
  superhero: PersonModel;
  sidekick: PersonModel | null;
  note: string | null;
}

export interface OnDutyNow {
  /** The day of the build; whoever reads later asks by their own day. */
  today: string;
  /** The shift of today; null where nobody has it. */
  shift: ShiftModel | null;
  /** From the one of today, or the first after it, for some weeks. */
  shifts: ShiftModel[];
  /** The last day of which `shifts` says who has it, or that nobody does. */
  knownUntil: string;
  /** IANA name: in it a day begins and ends. */
  timezone: string;
  url: string;
}

export interface OnDutyPage extends OnDutyNow {
  /** The last day that the file gives to anybody; null where a rotation goes on without end. */
  until: string | null;
  guide: Link | null;
  /** What is handed over. */
  burning: PostmortemCard[];
  postmortemsDue: PostmortemDueModel[];
  /** Late, or due before the next superhero's shift is over. */
  improvements: WeekList;
  improvementsUntil: string;
  /** The calendar to subscribe to. */
  calendarUrl: string;
}

export interface LimitsModel {
  /** How many improvements may be in a state at once, and how many are. */
  states: { state: ImprovementState; limit: number; now: number; url: string }[];
  /** Those of which the settings name hours a week. */
  teams: { name: string; url: string; hours: number }[];
  /** Where both queues stand side by side; null where there is no such page. */
  queuesUrl: string | null;
}

/** A guide in the order of its text: words, and what its components show. */
export type HandbookPart =
  | { kind: 'words'; html: Html }
  | { kind: 'severities'; severities: readonly SeverityLevel[] }
  | { kind: 'workflow'; of: 'postmortem' | 'improvement'; drawing: Html; steps: Workflow['steps'] }
  | { kind: 'report-template'; text: string }
  | { kind: 'limits'; limits: LimitsModel }
  /** The five moments of a timeline; what they mean is the product's own. */
  | { kind: 'marks' }
  /** Null where no file says who is on duty. */
  | { kind: 'on-duty'; now: OnDutyNow | null };

export interface HandbookPageModel {
  id: string;
  /** Astro renders it as a component, and `parts` are without what its code adds. */
  hasCode: boolean;
  title: string;
  description: string | null;
  parts: HandbookPart[];
  /** All guides, as their list has them. */
  groups: HandbookGroup[];
  editUrl: string | null;
}

/** Guides that stand together; the name is null for those that stand alone. */
export interface HandbookGroup {
  name: string | null;
  pages: (Link & { description: string | null })[];
}

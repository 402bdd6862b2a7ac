import type { Weight } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { Idea, Improvement } from '../improvement/improvement.ts';
import type { OnDuty } from '../on-duty/on-duty.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { ImprovementState, Question } from '../vocabulary.ts';

export interface SeverityLevel {
  level: number;
  name: string;
  meaning: string | null;
  policy: string | null;
  /** Whether the policy asks for a postmortem. */
  postmortem: boolean;
  /** Days from resolved until the postmortem is due. */
  postmortemDays: number | null;
  /** Days in which improvements are expected to be done. */
  improvementDays: number | null;
}

/** `content/settings.yaml` with its defaults filled in. */
export interface Settings {
  organisation: string | null;
  /** IANA name. */
  timezone: string;
  /** Empty where `settings.yaml` can't be read: nobody knows the levels then, and each passes. */
  severities: SeverityLevel[];
  /** Contains `{id}`. */
  ticketUrl: string | null;
  repository: string | null;
  wipLimits: Partial<Record<ImprovementState, number>>;
  /** Hours a week by team. */
  teamHours: Record<string, number>;
  /** How much is meant to be in progress at once; null where nobody names it. A queue without a number has no limit. */
  capacity: Capacity | null;
  /** Ids of postmortems, in their order; empty where nobody chose. */
  firstWeek: string[];
  rules: Record<string, Weight>;
}

export interface Capacity {
  /** Incidents. */
  support: number | null;
  improvements: number | null;
}

export interface System {
  id: string;
  name: string;
  team: string | null;
  description: string | null;
  dependsOn: string[];
}

export interface Person {
  handle: string;
  name: string;
  team: string | null;
}

export interface HandbookPage {
  /** Path below `content/handbook/` without the ending. */
  id: string;
  file: string;
  title: string;
  description: string | null;
  order: number | null;
  /** What it stands under in the list of guides; null where it stands alone. */
  group: string | null;
  document: Document;
  /** It imports or computes something, so Astro renders it as a component. */
  hasCode: boolean;
}

/** An incident that hit a system an earlier postmortem had named as at risk. */
export interface Foreseen {
  /** The later postmortem. */
  incident: string;
  /** The earlier postmortem. */
  postmortem: string;
  risk: Idea;
  systems: string[];
  /** Whether the later postmortem links to the risk or to the section it stands in: then somebody says that it came true. */
  named: boolean;
  /** Day the risk was written, `YYYY-MM-DD`. */
  writtenOn: string;
  daysBetween: number;
  /** Improvements of the earlier postmortem that were neither done nor dropped on the day of the later incident. */
  stillOpen: Improvement[];
}

/** One postmortem's link to another. */
export interface Reference {
  from: string;
  to: string;
  anchor: string | null;
}

/** Why two incidents belong together. */
export interface Relation {
  id: string;
  systems: string[];
  tags: string[];
}

export interface BacklogItem {
  /** `<postmortem id>#<anchor>` */
  id: string;
  postmortem: Postmortem;
  question: Question;
  improvement: Improvement;
}

/** Everything in `content/`, related. Built by a pure function from parsed files. */
export interface Catalog {
  settings: Settings;
  systems: System[];
  /** Null where there is no `people.yaml`. */
  people: Person[] | null;
  /** Null where there is no `on-duty.yaml`, or it names nobody. */
  onDuty: OnDuty | null;
  /** Newest first; the ones without a date last; ties by id. */
  postmortems: Postmortem[];
  handbook: HandbookPage[];
  references: Reference[];
  foreseen: Foreseen[];
  backlog: BacklogItem[];
}

import type { MeetingAsk } from '../meeting/asks.ts';
import type { Question, RaisedBy } from '../vocabulary.ts';
import type {
  EntryModel,
  Html,
  IdeaModel,
  ImprovementModel,
  Link,
  PersonModel,
  PostmortemCard,
} from './model.ts';

/** What a meeting's page shows. Links in its texts lead to the postmortem's page. */
export interface MeetingPage {
  card: PostmortemCard;
  /** Site-absolute. */
  url: string;
  facilitator: PersonModel | null;
  raisedBy: RaisedBy | null;
  timezone: string;
  /** The handbook's guide to the meeting, and the one to blameless words; null where there is none. */
  guides: { meeting: Link | null; blameless: Link | null };
  /** Null where the section is missing or TBD. */
  summary: Html | null;
  impact: Html | null;
  /** In order; empty where there is no timeline yet. */
  entries: MeetingEntry[];
  timelineIntroduction: Html;
  questions: MeetingQuestion[];
  data: MeetingData;
}

export interface MeetingEntry extends EntryModel {
  /** `YYYY-MM-DD` */
  date: string;
  /** What the facilitator may ask about it. */
  ask: MeetingAsk;
  /** Whole minutes since the entry before began, where that is long; else null. */
  gap: number | null;
}

export interface MeetingQuestion {
  question: Question;
  /** What the file says under it so far. */
  proseHtml: Html;
  ideas: IdeaModel[];
  improvements: ImprovementModel[];
}

/** What the page's script knows of the file. */
export interface MeetingData {
  /** Names this meeting among all that one host may have. */
  key: string;
  /** Everybody in `people.yaml`, in its order. */
  people: { handle: string; name: string }[];
  /** In so many days improvements are to be done, says the policy; null where it names none. */
  improvementDays: number | null;
  /** What stands in the file already, as plain text. */
  written: Record<Question, { ideas: { anchor: string; text: string }[]; improvements: { text: string }[] }>;
  invitation: MeetingInvitation;
}

/** What an invitation says besides its time. */
export interface MeetingInvitation {
  /** Names the meeting in every calendar that has it. */
  uid: string;
  title: string;
  /** The postmortem's address, whole where the site knows its own. */
  url: string;
  facilitator: string | null;
  raisedBy: RaisedBy | null;
  summary: string | null;
}

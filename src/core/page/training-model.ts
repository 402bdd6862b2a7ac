import type { Question } from '../vocabulary.ts';
import type { Link, SeverityBadge } from './model.ts';

/** An incident to learn from, under a title that gives nothing away. */
export interface TrainingIncident {
  id: string;
  /** Its own title where it can't be replayed. */
  title: string;
  /** Null where it can't be replayed. */
  replayUrl: string | null;
  url: string;
  severity: SeverityBadge;
  date: string | null;
  /** To read the postmortem, and to replay it; null where it can't be. */
  minutes: { read: number; replay: number | null };
}

/** Why an incident is in the first week; `points` for each reason. */
export interface WhyModel {
  points: { severity: number; links: number; systems: number; all: number };
  linkedFrom: number;
  newSystems: Link[];
}

export interface TrainingPage {
  week: {
    /** Whether settings name these; else they are proposed, each with its reasons. */
    isChosen: boolean;
    steps: { incident: TrainingIncident; why: WhyModel | null }[];
    /** About how long all of it takes, replayed where it can be. */
    minutes: number;
  };
  /** Those with the most incidents first. `count`: of postmortems of meetings that were held. */
  bySystem: { system: Link; count: number; incidents: TrainingIncident[] }[];
  /** Those with the most ideas and improvements for a question. */
  byQuestion: {
    question: Question;
    incidents: { incident: TrainingIncident; ideas: number; improvements: number }[];
  }[];
  /** Everything with a date, from January to December: what the reader's browser looks up a day in. */
  calendar: { month: number; incidents: { id: string; date: string; title: string; url: string }[] }[];
  /** How many stand in the calendar. */
  count: number;
}

import type { BlockContent, PhrasingContent } from 'mdast';
import type { Place } from '../diagnostic.ts';
import type { ImprovementState, Question } from '../vocabulary.ts';
import type { WordKey } from './words.ts';

/** What the team committed to: a task-list item under one of the five questions. */
export interface Improvement {
  place: Place;
  question: Question;
  /** The anchor on its page: `id:` or the slug of its text, unique in the file. */
  anchor: string;
  /** The text without the words at its end, as plain text. */
  title: string;
  /** The same as inline Markdown. */
  phrasing: PhrasingContent[];
  /** Nested paragraphs and lists. */
  blocks: BlockContent[];
  state: ImprovementState;
  /** Handle without `@`. */
  owner: string | null;
  ownerPlace: Place | null;
  /** `YYYY-MM-DD` */
  due: string | null;
  done: string | null;
  dropped: string | null;
  /** As written: an id or a URL. */
  ticket: string | null;
  /** From `system:<id>` words: it answers the risks of its file that name one of them. Only beside risks it may have them. */
  systems: string[];
  /** Where each of `systems` is written, in the same order. */
  systemPlaces: Place[];
  /** Words that are written but were reported as a problem: whoever asks for them must not call them missing too. */
  reported: WordKey[];
}

/** A plain bullet under a question. Under "Other areas of risk" it is a risk. */
export interface Idea {
  place: Place;
  /** Unique in the file, made from its text. */
  anchor: string;
  /** Plain text without `system:` words. */
  text: string;
  phrasing: PhrasingContent[];
  blocks: BlockContent[];
  /** From `system:<id>` words; only risks may name systems. */
  systems: string[];
  /** Where each of `systems` is written, in the same order. */
  systemPlaces: Place[];
}

export interface QuestionAnswer {
  question: Question;
  place: Place;
  /** Prose and everything else that is neither an idea nor an improvement, in its order. */
  prose: BlockContent[];
  ideas: Idea[];
  improvements: Improvement[];
  /** At least one paragraph, idea or improvement that is not TBD. */
  answered: boolean;
}

/** What a test of a hypothesis found. */
export type Verdict = 'ruled out' | 'confirmed' | 'inconclusive';

export interface Hypothesis {
  place: Place;
  text: string;
  phrasing: PhrasingContent[];
  tests: HypothesisTest[];
  /** Blocks nested in it that are no tests. */
  blocks: BlockContent[];
}

/** What was tried to rule a hypothesis out. */
export interface HypothesisTest {
  place: Place;
  /** Without the verdict where that stands at the end. */
  text: string;
  phrasing: PhrasingContent[];
  /** Nested paragraphs and lists. */
  blocks: BlockContent[];
  /** Null while nobody has written one. */
  verdict: Verdict | null;
}

export interface Why {
  place: Place;
  text: string;
  phrasing: PhrasingContent[];
  answer: BlockContent[];
}

export interface NextAction {
  place: Place;
  done: boolean;
  text: string;
  phrasing: PhrasingContent[];
  blocks: BlockContent[];
  /** Handle without `@`. */
  owner: string | null;
  ownerPlace: Place | null;
}

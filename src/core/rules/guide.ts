import type { Question } from '../vocabulary.ts';

/**
 * Where the text of an example stands: `file` is a whole postmortem with its front matter, `front-matter` are lines to
 * stand in one, `body` is Markdown with `##` headings below one, `prose` stands under Summary, `timeline` and the
 * questions are what stands under their headings, and a name that ends in `.yaml` is that file.
 */
export type ExamplePlace =
  | 'file'
  | 'front-matter'
  | 'body'
  | 'prose'
  | 'timeline'
  | Question
  | 'settings.yaml'
  | 'systems.yaml'
  | 'people.yaml'
  | 'on-duty.yaml';

/** The same text twice: as the rule finds it, and as it may stand. A rule's examples are its tests. */
export interface RuleExample {
  place: ExamplePlace;
  wrong: string;
  right: string;
  /** A sentence on why the one is better, where the two texts don't tell. */
  note?: string;
}

/** What a rule's page says: to whoever has read its message and wants to know why. */
export interface RuleGuide {
  /** The permanent name, as in the `rules` of core/rules.ts. */
  rule: string;
  /** What it looks for, in a few plain words: `Words that blame`. */
  title: string;
  /** Why it is looked for, as Markdown: paragraphs and inline code. */
  why: string;
  /** What a facilitator would ask instead, as a question; only where words are what it finds. */
  ask?: string;
  /** Empty only where no text can show it, as with a file's size. */
  examples: readonly RuleExample[];
}

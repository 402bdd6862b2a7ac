import type { Person, Settings, System } from '../catalog/catalog.ts';
import type { Problem, Weight } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import type { RuleGuide } from '../rules/guide.ts';
import type { Passage } from './passage.ts';

/** What the rules for sense judge: one file that could be read, and what the content knows besides. */
export interface LintInput {
  postmortem: Postmortem;
  document: Document;
  /** What the author says in words of the author's own, in the order written: no code, no quotations, no logs. */
  passages: readonly Passage[];
  settings: Settings;
  /** Null where there is no `people.yaml`. */
  people: readonly Person[] | null;
  /** Empty where there is no `systems.yaml`. */
  systems: readonly System[];
}

/** A problem that does not name its rule and its weight: they are the same for all that a rule finds. */
export type Finding = Omit<Problem, 'rule' | 'severity'>;

/** A rule that judges what is said. Pure, and linear in the text's length. */
export interface LintRule {
  guide: RuleGuide;
  /** What it weighs where settings say nothing; `off` where fewer than nineteen of twenty findings would be right. */
  weight: Weight;
  /** The same, in a file whose fire still burns; absent where that makes no difference. */
  whileOpen?: Weight;
  /** Some of what it finds has one right answer, which it tells. */
  mended?: true;
  /**
   * In lower case, and one of them stands in every file in which the rule finds something: it is not asked about others.
   * Absent where no word tells.
   */
  cues?: readonly string[];
  find(input: LintInput): Finding[];
}

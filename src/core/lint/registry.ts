import type { LintRule } from './lint-rule.ts';
import { blameWords } from './rules/blame-words.ts';
import { counterfactual } from './rules/counterfactual.ts';
import { failedTo } from './rules/failed-to.ts';
import { obviousInHindsight } from './rules/obvious-in-hindsight.ts';
import { shouldHave } from './rules/should-have.ts';

/** Every rule that judges what is said, in the order of the pages about them. */
export const lintRules: readonly LintRule[] = [
  blameWords,
  shouldHave,
  failedTo,
  counterfactual,
  obviousInHindsight,
];

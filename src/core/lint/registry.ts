import type { LintRule } from './lint-rule.ts';
import { blameWords } from './rules/blame-words.ts';

/** Every rule that judges what is said, in the order of the pages about them. */
export const lintRules: readonly LintRule[] = [blameWords];

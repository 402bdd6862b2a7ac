import type { LintRule } from './lint-rule.ts';
import { actionBullet } from './rules/action-bullet.ts';
import { blameWords } from './rules/blame-words.ts';
import { cardNumber } from './rules/card-number.ts';
import { counterfactual } from './rules/counterfactual.ts';
import { detectCustomers } from './rules/detect-customers.ts';
import { duePast } from './rules/due-past.ts';
import { dueWeekend } from './rules/due-weekend.ts';
import { emailAddress } from './rules/email-address.ts';
import { failedTo } from './rules/failed-to.ts';
import { ideaOwner } from './rules/idea-owner.ts';
import { imageAlt } from './rules/image-alt.ts';
import { improvementVague } from './rules/improvement-vague.ts';
import { improvementVerb } from './rules/improvement-verb.ts';
import { labelUnknown } from './rules/label-unknown.ts';
import { meetingBefore } from './rules/meeting-before.ts';
import { obviousInHindsight } from './rules/obvious-in-hindsight.ts';
import { questionImprovement } from './rules/question-improvement.ts';
import { riskAnswer } from './rules/risk-answer.ts';
import { riskBox } from './rules/risk-box.ts';
import { riskBullet } from './rules/risk-bullet.ts';
import { riskPromise } from './rules/risk-promise.ts';
import { riskSystem } from './rules/risk-system.ts';
import { rootCauseSingle } from './rules/root-cause-single.ts';
import { shouldHave } from './rules/should-have.ts';
import { taskElsewhere } from './rules/task-elsewhere.ts';
import { timelineName } from './rules/timeline-name.ts';
import { whyAnswer } from './rules/why-answer.ts';
import { whyBullet } from './rules/why-bullet.ts';

/** Every rule that judges what is said, in the order of the pages about them. */
export const lintRules: readonly LintRule[] = [
  blameWords,
  shouldHave,
  failedTo,
  counterfactual,
  obviousInHindsight,
  improvementVague,
  improvementVerb,
  dueWeekend,
  duePast,
  labelUnknown,
  meetingBefore,
  rootCauseSingle,
  whyBullet,
  whyAnswer,
  questionImprovement,
  taskElsewhere,
  actionBullet,
  ideaOwner,
  riskBullet,
  riskBox,
  riskPromise,
  riskSystem,
  riskAnswer,
  detectCustomers,
  timelineName,
  imageAlt,
  emailAddress,
  cardNumber,
];

/** What a page calls the words of the format. */

import type { DurationFigure } from '../../core/page/model.ts';
import {
  type EntryKind,
  type ImprovementState,
  markNames,
  type Question,
  questionPrompts,
  type RaisedBy,
  type Triage,
} from '../../core/vocabulary.ts';

export const raisedByNames: Record<RaisedBy, string> = {
  customer: 'A customer',
  'product-owner': 'The product owner',
  security: 'A security report',
  system: 'The system itself',
};

export const triageNames: Record<Triage, string> = {
  user: 'User error',
  system: 'System',
  code: 'Code or data',
};

export { markNames };

export const kindNames: Record<string, string> = {
  alert: 'Alert',
  report: 'Report',
  message: 'Message',
  status: 'Status',
  change: 'Change',
  action: 'Action',
  decision: 'Decision',
} satisfies Record<EntryKind, string>;

/** An incident is resolved; of an improvement `status:resolved` says that it is being tested. */
export const stateNames: Record<ImprovementState, string> = {
  new: 'New',
  accepted: 'Accepted',
  resolved: 'In test',
  verified: 'Verified',
  closed: 'Done',
  dropped: 'Dropped',
};

export const durationNames: Record<DurationFigure['name'], string> = {
  detect: 'To detect',
  respond: 'To respond',
  mitigate: 'To mitigate',
  resolve: 'To resolve',
};

export const questionNames: Record<Question, { name: string; prompt: string }> = {
  detect: { name: 'Detect', prompt: questionPrompts.detect },
  react: { name: 'React', prompt: questionPrompts.react },
  'quick-fix': { name: 'Quick fix', prompt: questionPrompts['quick-fix'] },
  prevent: { name: 'Prevent', prompt: questionPrompts.prevent },
  'other-areas-of-risk': { name: 'Other areas of risk', prompt: questionPrompts['other-areas-of-risk'] },
};

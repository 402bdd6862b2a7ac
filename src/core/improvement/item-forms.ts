import { capitalized } from '../capitalized.ts';
import type { Question } from '../vocabulary.ts';

/** How something is written under a question, and what that makes of it. */
export interface ItemForm {
  /** As it goes on in a sentence. */
  means: string;
  /** With placeholders for what only its author knows. */
  form: string;
}

const improvementForm = '- [ ] … @owner due:DATE';

const usual: readonly [plain: ItemForm, box: ItemForm] = [
  { means: 'an idea, promised by nobody yet', form: '- …' },
  { means: 'an improvement, by whom and when', form: improvementForm },
];

const ofRisks: readonly [plain: ItemForm, box: ItemForm] = [
  { means: 'a risk, and whom it threatens', form: '- … system:ID' },
  { means: 'work on it, by whom and when', form: `${improvementForm} system:ID` },
];

/** What a plain bullet and a box are under a question: the same words in a new file, in hovers and in snippets. */
export function itemForms(question: Question): readonly [plain: ItemForm, box: ItemForm] {
  return question === 'other-areas-of-risk' ? ofRisks : usual;
}

/** `An idea, promised by nobody yet` */
export function headed({ means }: ItemForm): string {
  return capitalized(means);
}

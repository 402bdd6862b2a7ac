import { holdsAny, isOnlyTbd, plainText } from '../../document/plain-text.ts';
import type { LintRule } from '../lint-rule.ts';

/** Somebody looked, and there is none. */
const noneFound = /\b(?:none|nothing|nowhere|no (?:other|others|further|more|new|areas?|risks?))\b/i;

export const riskBullet: LintRule = {
  guide: {
    rule: 'risk-bullet',
    title: 'Risks that are no bullets',
    why: 'Each bullet under "Other areas of risk" is a risk: it stands in the register of risks and on the pages of its systems, and when it comes true one day, the page says that it was foreseen. A paragraph is read on the postmortem’s own page and nowhere else.',
    ask: 'Where else could this happen, and which system would it be?',
    examples: [
      {
        place: 'other-areas-of-risk',
        wrong: 'The invoice mailer relies on the same mailbox, and nobody watches it either.',
        right: '- The invoice mailer relies on the same mailbox, and nobody watches it system:fax-gateway',
      },
    ],
  },
  weight: 'advice',
  find({ postmortem }) {
    const answer = postmortem.questions['other-areas-of-risk'];
    if (answer === undefined || answer.ideas.length > 0 || answer.improvements.length > 0) return [];
    // The rest may be a footnote of another section.
    const said = answer.prose.find((node) => node.type === 'paragraph' && !isOnlyTbd([node]));
    if (said?.position === undefined || !answer.answered) return [];
    if (noneFound.test(plainText(answer.prose))) return [];
    // It names its risks by linking to them.
    if (holdsAny(answer.prose, ['link', 'linkReference'])) return [];
    const { line, column } = said.position.start;
    return [
      {
        place: { line, column },
        message: 'What stands here is no bullet, so no risk comes into the register.',
        hint: 'Begin each risk with `- `, and end it with `system:ID` where you know the system.',
      },
    ];
  },
};

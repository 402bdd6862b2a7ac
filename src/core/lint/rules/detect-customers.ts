import type { QuestionAnswer } from '../../improvement/improvement.ts';
import { isFoundByCustomers } from '../found-by.ts';
import type { LintRule } from '../lint-rule.ts';

export const detectCustomers: LintRule = {
  guide: {
    rule: 'detect-customers',
    title: 'Found by customers, and nothing under Detect',
    why: 'Where customers tell of an incident, the system knew earlier than the team, and nobody heard it. These hours are mostly the cheapest to win back: a number on a wall, a page to on-duty. So a postmortem of such an incident says how it would be noticed next time.',
    ask: 'What in the system knew of it before the first customer called?',
    examples: [
      {
        place: 'body',
        wrong:
          '## Timeline\n\n- 2018-05-04 02:10 **started** The provider suspends our account.\n- 08:25 **detected, report** A supplier writes.\n\n## Detect\n\nA supplier told us.',
        right:
          '## Timeline\n\n- 2018-05-04 02:10 **started** The provider suspends our account.\n- 08:25 **detected, report** A supplier writes.\n\n## Detect\n\nA supplier told us.\n\n- [ ] Page on-duty when the oldest queued fax is older than 15 minutes',
      },
    ],
  },
  weight: 'warning',
  find({ postmortem }) {
    const answer = postmortem.questions.detect;
    if (answer === undefined || !isBare(answer) || !isFoundByCustomers(postmortem)) return [];
    return [
      {
        place: answer.place,
        message: 'Customers found this incident, and "Detect" holds nothing that would find it sooner.',
        hint: 'Ask: what in the system knew of it before the first of them called? Write an improvement: - [ ] Page on-duty when …',
      },
    ];
  },
};

/** Written, but neither an idea nor an improvement in it. */
function isBare({ answered, ideas, improvements }: QuestionAnswer): boolean {
  return answered && ideas.length + improvements.length === 0;
}

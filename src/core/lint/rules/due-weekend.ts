import { writtenOn } from '../../postmortem/postmortem.ts';
import { openImprovements, placeOfWords } from '../improvements.ts';
import type { LintRule } from '../lint-rule.ts';

const day = 86_400_000;

export const dueWeekend: LintRule = {
  guide: {
    rule: 'due-weekend',
    title: 'Dates on weekends',
    why: 'A date on a weekend is mostly a slip: nobody looked at the calendar. What is due on a Saturday is late on Monday, or costs somebody a weekend.',
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Page on-duty when the queue stands still @ana due:2018-06-02',
        right: '- [ ] Page on-duty when the queue stands still @ana due:2018-06-01',
        note: '2018-06-02 is a Saturday. Where people work on weekends, switch the rule off in `settings.yaml`.',
      },
    ],
  },
  weight: 'advice',
  cues: ['due:'],
  find({ document, postmortem }) {
    const written = writtenOn(postmortem);
    return openImprovements(postmortem).flatMap((improvement) => {
      const { due } = improvement;
      // A date that was over is told of by its own rule.
      if (due === null || (written !== null && due < written)) return [];
      const time = Date.parse(`${due}T00:00Z`);
      const weekday = new Date(time).getUTCDay();
      if (weekday !== 0 && weekday !== 6) return [];
      const word = (days: number): string => `due:${new Date(time + days * day).toISOString().slice(0, 10)}`;
      const [friday, monday] = weekday === 6 ? [-1, 2] : [-2, 1];
      return [
        {
          place: placeOfWords(document, improvement, `due:${due}`),
          message: `${due} is a ${weekday === 6 ? 'Saturday' : 'Sunday'}.`,
          hint: `Write ${word(friday)} for the Friday before, or ${word(monday)} for the Monday after.`,
        },
      ];
    });
  },
};

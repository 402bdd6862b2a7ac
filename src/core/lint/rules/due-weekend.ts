import { writtenOn } from '../../postmortem/postmortem.ts';
import { addDays, isWeekend, weekdayOf } from '../../time/dates.ts';
import { openImprovements, placeOfWords } from '../improvements.ts';
import type { LintRule } from '../lint-rule.ts';

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
      if (!isWeekend(due)) return [];
      const isSaturday = weekdayOf(due) === 6;
      const word = (days: number): string => `due:${addDays(due, days)}`;
      const [friday, monday] = isSaturday ? [-1, 2] : [-2, 1];
      return [
        {
          place: placeOfWords(document, improvement, `due:${due}`),
          message: `${due} is a ${isSaturday ? 'Saturday' : 'Sunday'}.`,
          hint: `Write ${word(friday)} for the Friday before, or ${word(monday)} for the Monday after.`,
        },
      ];
    });
  },
};

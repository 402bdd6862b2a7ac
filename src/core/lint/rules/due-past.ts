import { writtenOn } from '../../postmortem/postmortem.ts';
import { openImprovements, placeOfWords } from '../improvements.ts';
import type { LintRule } from '../lint-rule.ts';

export const duePast: LintRule = {
  guide: {
    rule: 'due-past',
    title: 'Dates that were over when they were written',
    why: 'An improvement that was late before it was agreed on makes the backlog look worse than it is, and mostly its year is wrong.',
    examples: [
      {
        place: 'file',
        wrong: file('2018-05-07'),
        right: file('2018-06-01'),
        note: 'The meeting was on 2018-05-11.',
      },
    ],
  },
  weight: 'warning',
  cues: ['due:'],
  find({ document, postmortem }) {
    const written = writtenOn(postmortem);
    if (written === null) return [];
    const { reviewedOn } = postmortem.facts;
    const before =
      reviewedOn === null ? `the incident, which was on ${written}` : `the meeting, which was on ${written}`;
    return openImprovements(postmortem).flatMap((improvement) => {
      const { due } = improvement;
      if (due === null || due >= written) return [];
      return [
        {
          place: placeOfWords(document, improvement, `due:${due}`),
          message: `${due} is before ${before}.`,
          hint: 'Write the day on which it is to be done; or, where it was done by then, tick it and write done:DATE.',
        },
      ];
    });
  },
};

function file(due: string): string {
  return `---
title: Disappearing fax provider
status: resolved
severity: 1
reviewedOn: 2018-05-11
---

## Summary

For eleven hours no order left by fax.

## Timeline

- 2018-05-04 02:10 **started** The provider suspends our account.
- 08:25 **detected** A supplier writes.
- 13:05 **resolved** The last order is sent again.

## Detect

- [ ] Page on-duty when the queue stands still @ana due:${due}
`;
}

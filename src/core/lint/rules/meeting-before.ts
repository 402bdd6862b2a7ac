import type { LintRule } from '../lint-rule.ts';

export const meetingBefore: LintRule = {
  guide: {
    rule: 'meeting-before',
    title: 'Meetings before their incident',
    why: 'Nobody can have met about what had not happened yet: the day of the meeting is wrong, or the day of the incident. Risks count as foreseen from that day on, and dates of improvements are judged by it.',
    examples: [
      {
        place: 'file',
        wrong: file('2018-05-03'),
        right: file('2018-05-11'),
        note: 'The incident was on 2018-05-04, in the time zone of the file.',
      },
    ],
  },
  weight: 'warning',
  cues: ['reviewedon'],
  find({ document, postmortem: { date, facts, timeline } }) {
    const { reviewedOn } = facts;
    if (reviewedOn === null || date === null || reviewedOn >= date) return [];
    const source = timeline === null || timeline.entries.length === 0 ? 'the file’s name' : 'the timeline';
    return [
      {
        place: document.frontMatterPlace(['reviewedOn'], 'value'),
        message: `The meeting can’t have been on ${reviewedOn}: the incident was on ${date}.`,
        hint: `Write the day of the meeting; or, where that is right, correct the day in ${source}.`,
      },
    ];
  },
};

function file(reviewedOn: string): string {
  return `---
title: Disappearing fax provider
status: resolved
severity: 1
reviewedOn: ${reviewedOn}
---

## Summary

For eleven hours no order left by fax.

## Timeline

- 2018-05-04 02:10 **started** The provider suspends our account.
- 08:25 **detected** A supplier writes.
- 13:05 **resolved** The last order is sent again.
`;
}

import { holdsAny, plainText } from '../../document/plain-text.ts';
import type { QuestionAnswer } from '../../improvement/improvement.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { roundedDurationText } from '../../time/duration.ts';
import { type Question, questionPrompts, questions, sections } from '../../vocabulary.ts';
import { isFoundByCustomers } from '../found-by.ts';
import type { LintRule } from '../lint-rule.ts';

/** Minutes from which on a part of an incident is worth an idea. */
const long = { detect: 60, react: 30, 'quick-fix': 120 };

/** Prose that says that nothing is to be done, and so answers. */
const content =
  /\b(?:nothing|none|nobody|no (?:change|changes|improvements?|need|action|actions|further|other|idea|ideas|more)|not (?:needed|necessary|worth|applicable)|went (?:well|as|right|smoothly)|worked|enough|already|in time|at once|quickly|fast|fine|good|well|could not|can['’]?not|can['’]t|see|above|below|same|n\/a)\b/i;

export const questionImprovement: LintRule = {
  guide: {
    rule: 'question-improvement',
    title: 'Questions about what took long that lead to nothing',
    why: 'Each of the five questions is asked so that something gets better, or so that everybody knows that nothing need be. Where detecting took more than an hour, responding half an hour, or stopping the bleeding two hours, prose alone tells how it was, and the next incident finds it as it was. The same goes for Prevent.',
    ask: 'What would have helped that day, even if nobody will build it this year?',
    examples: [
      {
        place: 'file',
        wrong: file('The bill was paid by card, and orders went out again.'),
        right: file(
          '- Keep a card for such bills with the facilitator\n- [ ] Write down who may pay a vendor at once @ana due:2018-06-01',
        ),
        note: 'An idea is enough. It is kept, and costs nothing. Where nothing is to be done, say so in a sentence.',
      },
    ],
  },
  weight: 'advice',
  find({ postmortem }) {
    if (postmortem.facts.status !== 'reviewed') return [];
    return questions.flatMap((question) => {
      const answer = postmortem.questions[question];
      if (answer === undefined || !tellsOnly(answer)) return [];
      if (question === 'detect' && isFoundByCustomers(postmortem)) return [];
      const reason = reasonFor(question, postmortem);
      if (reason === null) return [];
      return [
        {
          place: answer.place,
          message: `${reason}"${sections[question].name}" has no idea and no improvement.`,
          hint: `Ask: ${questionPrompts[question]} Write a bullet for an idea, - [ ] for an improvement, or say that nothing is to be done.`,
        },
      ];
    });
  },
};

/** Whether an answer holds prose, and neither an idea, an improvement, a link to one, nor the word that none is needed. */
function tellsOnly({ answered, ideas, improvements, prose }: QuestionAnswer): boolean {
  if (!answered || ideas.length + improvements.length > 0) return false;
  const points = holdsAny(prose, ['link', 'linkReference', 'table', 'listItem', 'image']);
  return !points && !content.test(plainText(prose));
}

/** What makes an idea worth having, as the beginning of a sentence; null where nothing does, or nobody knows. */
function reasonFor(question: Question, { durations }: Postmortem): string | null {
  const { detect, respond, mitigate, resolve } = durations;
  const after = (end: typeof detect, start: typeof detect): number | null =>
    end === null || start === null ? null : end.min - start.max;
  const told = (minutes: number | null, least: number, what: string): string | null =>
    minutes === null || minutes < least ? null : `${what} took ${roundedDurationText(minutes)}, and `;
  switch (question) {
    case 'detect':
      return told(detect?.min ?? null, long.detect, 'Detecting it');
    case 'react':
      return told(after(respond, detect), long.react, 'Responding');
    case 'quick-fix':
      return told(after(mitigate ?? resolve, respond ?? detect), long['quick-fix'], 'Stopping the bleeding');
    case 'prevent':
      return '';
    case 'other-areas-of-risk':
      return null;
  }
}

function file(quickFix: string): string {
  return `---
title: Disappearing fax provider
status: reviewed
severity: 1
reviewedOn: 2018-05-11
---

## Summary

For eleven hours no order left by fax.

## Timeline

- 2018-05-04 02:10 **started** The provider suspends our account.
- 08:25 **detected** The wall board turns red.
- 13:05 **resolved** The last order is sent again.

## Root causes

- Six invoices went to a mailbox that no longer existed.
- Nothing watched whether orders left.

## Detect

- Show orders placed and orders sent side by side

## React

- Keep a page for each vendor next to the wall board

## Quick fix

${quickFix}

## Prevent

- Pay vendors by direct debit

## Other areas of risk

- Any queue without a monitor
`;
}

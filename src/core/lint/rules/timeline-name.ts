import { namesOfPeople } from '../../people/names-of-people.ts';
import type { LintRule } from '../lint-rule.ts';
import { phrasesIn } from '../phrases.ts';

export const timelineName: LintRule = {
  guide: {
    rule: 'timeline-name',
    title: 'Names of people in the timeline',
    why: 'Whoever reads that "Ana restarted the wrong service" remembers Ana. Whoever reads that on-duty restarted the wrong service asks how the two could be told apart. The timeline of a published postmortem therefore has roles. Names have their place where people are thanked, and at improvements.',
    ask: 'Which role was it, and would anybody else in that role have done the same?',
    examples: [
      {
        place: 'file',
        wrong: file('Ana restarts the fax service.'),
        right: file('On-duty restarts the fax service.'),
        note: 'Ana is in `people.yaml`. Names of others are not known, and not looked for.',
      },
    ],
  },
  weight: 'warning',
  find({ passages, people, postmortem }) {
    if (people === null || postmortem.facts.status !== 'reviewed') return [];
    const { form, byName } = namesOfPeople(people);
    if (form === null) return [];
    return phrasesIn(
      passages.filter(({ section }) => section === 'timeline'),
      form,
    ).map(({ passage, index, words }) => {
      const team = byName.get(words)?.team ?? null;
      return {
        place: passage.placeAt(index),
        message: `"${words}" is a person's name. A timeline tells what happened, not who it was.`,
        hint:
          team === null
            ? 'Write the role, for example: on-duty.'
            : `Write the role, for example: on-duty, or: somebody from ${team}.`,
      };
    });
  },
};

function file(entry: string): string {
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
- 08:50 **action** ${entry}
- 13:05 **resolved** The last order is sent again.

## Root causes

- Six invoices went to a mailbox that no longer existed.
- Nothing watched whether orders left.

## Detect

- Show orders placed and orders sent side by side

## React

- Keep a page for each vendor next to the wall board

## Quick fix

- Keep a card for such bills

## Prevent

- Pay vendors by direct debit

## Other areas of risk

- Any queue without a monitor
`;
}

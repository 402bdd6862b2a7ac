import type { Person } from '../../catalog/catalog.ts';
import type { LintRule } from '../lint-rule.ts';
import { ordinaryNames } from '../ordinary-names.ts';
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
    const { form, byName } = formFor(people);
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

interface Names {
  /** With the flag `g`; null where there is nobody. */
  form: RegExp | null;
  byName: ReadonlyMap<string, Person>;
}

const known = new WeakMap<readonly Person[], Names>();

function formFor(people: readonly Person[]): Names {
  const before = known.get(people);
  if (before !== undefined) return before;
  const byName = new Map<string, Person>();
  for (const person of people)
    for (const name of namesOf(person)) if (!byName.has(name)) byName.set(name, person);
  // The longest first, so that a full name is found whole. A first name before another surname is somebody else's.
  const spelt = [...byName.keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) => {
      const form = RegExp.escape(name).replaceAll('\\x20', '\\s+');
      return /[\s@]/.test(name)
        ? form
        : `(?<!\\b(?:San|Santa|St\\.|Saint|Mount|Lake|Port|Fort)\\s)${form}(?!\\s\\p{Lu}\\p{Ll})`;
    });
  const form =
    spelt.length === 0
      ? null
      : new RegExp(
          `(?<![\\p{L}\\p{N}_.@/-])(?:${spelt.join('|')})(?![\\p{L}\\p{N}_@-]|\\.[\\p{L}\\p{N}])`,
          'gu',
        );
  const names = { form, byName };
  known.set(people, names);
  return names;
}

/** A full name, a handle with its @, and a first name that is no word besides. */
function namesOf({ handle, name }: Person): string[] {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words;
  const isName = /^\p{Lu}\p{Ll}/u.test(first) && !ordinaryNames.has(first.toLowerCase());
  return [`@${handle}`, ...(words.length > 1 ? [words.join(' ')] : []), ...(isName ? [first] : [])];
}

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

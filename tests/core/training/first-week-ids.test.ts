import { expect, test } from 'vitest';
import { firstWeekProblems } from '../../../src/core/training/first-week-ids.ts';

const ids = new Set(['2018-05-04-disappearing-fax-provider', '2019-03-02-order-outbox']);
const said = (firstWeek: string[]): string[] => {
  const text = `organisation: A\nfirstWeek:\n${firstWeek.map((id) => `  - ${id}\n`).join('')}`;
  return firstWeekProblems(text, firstWeek, ids).map(
    ({ place, rule, message, hint }) => `${place.line}:${place.column} ${rule} ${message} → ${hint}`,
  );
};

test.each<[what: string, chosen: string[], problems: string[]]>([
  ['nothing where each is there', [...ids], []],
  [
    'a slip of the hand, at its line',
    ['2019-03-02-order-outbox', '2018-05-04-dissapearing-fax-provider'],
    [
      '4:5 settings-value firstWeek names "2018-05-04-dissapearing-fax-provider", and there is no such postmortem. → Did you mean 2018-05-04-disappearing-fax-provider?',
    ],
  ],
  [
    'a part of a name',
    ['order-outbox'],
    [
      '3:5 settings-value firstWeek names "order-outbox", and there is no such postmortem. → Did you mean 2019-03-02-order-outbox?',
    ],
  ],
  [
    'each of several',
    ['x-y-z', 'nothing-like-it'],
    [
      '3:5 settings-value firstWeek names "x-y-z", and there is no such postmortem. → Write its id: the path below content/postmortems/ without .mdx',
      '4:5 settings-value firstWeek names "nothing-like-it", and there is no such postmortem. → Write its id: the path below content/postmortems/ without .mdx',
    ],
  ],
])('%s', (_what, chosen, problems) => {
  expect(said(chosen)).toEqual(problems);
});

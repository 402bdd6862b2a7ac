import type { RiskState, RiskWork } from '../../core/catalog/risks.ts';
import { chosenWords } from './chosen.ts';

export const risks = {
  title: 'Risks',
  lead: 'What a meeting saw coming somewhere else, and whether it came.',
  rule: {
    title: 'How this is read',
    short:
      'That a later incident hit a system that a risk names says no more than that. Read both before you call them the same thing. “Came true” stands only where the later postmortem itself links to the risk or to its section.',
    nobody:
      '“Nobody works on it today” says that under Other areas of risk nothing was taken on for it, or that all of it was dropped, whatever came of the risk.',
    improvements:
      'An improvement that names a system was taken on for the risks of its meeting that name it too, and says where they stand. One without a system may be for any of them, so each shows it, as taken on at the same meeting.',
    unnamed:
      'A risk that names no system can’t be matched with anything. Add system: and its id to the end of its line.',
  },
  states: {
    'came-true': 'Came true',
    hit: 'A later incident hit the system',
    untouched: 'Nothing taken on yet',
    'in-hand': 'Improvements under way',
    answered: 'Improvements done',
    unnamed: 'Names no system',
  } satisfies Record<RiskState, string>,
  explained: {
    'came-true':
      'Each of these was written down first, and a later postmortem says that it happened. The latest comes first.',
    hit: 'A later incident hit a system that these name. It may have been about something else. The latest comes first.',
    untouched:
      'Its systems not hit since, and no improvement for it. The one that waits longest comes first.',
    'in-hand':
      'Its systems not hit since, with improvements under way. The one that waits longest comes first.',
    answered: 'Its systems not hit since, and every improvement for it is done.',
    unnamed: 'Nobody can tell whether anything came of these. The latest comes first.',
  } satisfies Record<RiskState, string>,
  counts: {
    'came-true': 'came true, says a later postmortem',
    hit: 'with a later incident on the system',
    untouched: 'not hit since, nothing taken on',
    'in-hand': 'not hit since, in hand',
    answered: 'not hit since, all done',
    unnamed: 'without a system',
  } satisfies Record<RiskState, string>,
  empty: 'No risk is written down yet. They are the plain bullets under “Other areas of risk”.',
  from: 'From',
  threatens: 'Threatens',
  times: (count: number) =>
    count === 1 ? 'Came true' : count === 2 ? 'Came true twice' : `Came true ${count} times`,
  hit: (count: number, systems: string) =>
    `${count === 1 ? 'A later incident' : `${count} later incidents`} hit ${systems}`,
  alsoHit: (count: number) =>
    count === 0
      ? ''
      : `, and ${count === 1 ? 'one more incident' : `${count} more incidents`} hit the system`,
  named: 'refers to this:',
  work: {
    untouched: 'Nobody works on it today',
    'in-hand': 'In hand',
    answered: 'All that was taken on is done',
  } satisfies Record<RiskWork, string>,
  nobody: 'that nobody works on today',
  workField: 'Work today',
  later: (when: string) => `${when} later:`,
  stillOpen: 'Still open that day, from the meeting that saw it coming:',
  noneOpen: 'By then, all that the meeting took on was done or dropped.',
  openThatDay: (count: number) => (count === 0 ? '; nothing open that day' : `; ${count} open that day`),
  noneTaken: 'The meeting took on no improvement.',
  more: (count: number) => `and ${count} more`,
  inRegister: 'In the register',
  moreIncidents: (count: number) =>
    `and ${count === 1 ? 'one earlier incident' : `${count} earlier incidents`} on`,
  own: 'Taken on for it:',
  improvements: 'Taken on at the same meeting:',
  /** Of the improvements that are no longer open; the empty string where there are none. */
  ended: ({ done, dropped }: { done: number; dropped: number }) =>
    [...(done > 0 ? [`${done} done`] : []), ...(dropped > 0 ? [`${dropped} dropped`] : [])].join(', '),
  filter: 'Filter the risks',
  system: 'System',
  team: 'Team',
  state: 'State',
  any: 'Any',
};

/** What a meeting took on for some of its risks by name. */
export const tied = {
  open: (risks: number) =>
    `Taken on for ${risks === 1 ? 'this risk' : 'these risks'}, and still open that day:`,
  ended: (risks: number) =>
    `By then, all that was taken on for ${risks === 1 ? 'this risk' : 'these risks'} was done or dropped.`,
  others: 'Also open that day, from the same meeting:',
  /** Before one of them, and what became of it. */
  done: 'done',
  dropped: 'dropped',
  due: 'due',
};

/** What became of an improvement that was open on some day. */
export const ended = {
  done: 'done since,',
  dropped: 'dropped since,',
  open: 'open to this day',
  dueOn: 'due',
};

/** For the script of the register. */
export const riskFilter = {
  shown: (shown: number, all: number) =>
    shown === all ? `${all} risks` : shown === 0 ? chosenWords.none : `${shown} of ${all} risks`,
};

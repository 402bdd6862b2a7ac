import type { LintRule } from '../lint-rule.ts';
import { formWithPeople } from '../people.ts';
import { isDenied, type Phrase, phrasesIn } from '../phrases.ts';

const words = [
  '(?:human|operator|pilot)[\\s\\-]+errors?',
  'careless(?:ly|ness)?',
  'negligen(?:t|tly|ce)',
  'sloppy|sloppily|sloppiness',
  'stupid(?:ly|ity)?',
  'incompeten(?:t|tly|ce)',
  'reckless(?:ly|ness)?',
  'irresponsibl[ey]',
  'inattenti(?:ve|vely|on|veness)',
  '(?:rookie|stupid|dumb|silly) (?:mistakes?|errors?)',
  '(?:lack of|not enough|insufficient) (?:discipline|diligence|attention to detail)',
  'fat[\\s\\-]fingere?d?',
].join('|');

const formOf = formWithPeople(
  (person) =>
    `\\b(?:${words})\\b|\\bfault\\s+of\\s+(?:the\\s+)?${person}|${person}['’]s?\\s+(?:own\\s+)?fault\\b|(?:the\\s+)?${person}\\s+(?:is|are|was|were)\\s+to\\s+blame\\b`,
);

export const blameWords: LintRule = {
  guide: {
    rule: 'blame-words',
    title: 'Words that blame',
    why: 'A word such as "human error" or "careless" ends the search where it should begin. It says who, and no longer how: what was on the screen, what the procedure asked for, what made the wrong thing the easy one. And whoever reads it learns to say less at the next meeting.',
    ask: 'What made it look right at that minute, and what would have to be different for the next person?',
    examples: [
      {
        place: 'prose',
        wrong: 'The outage was caused by human error.',
        right:
          'The command deletes from whatever database the shell is connected to, and its prompt names none.',
        note: 'Somebody typed the command. What lets it delete the wrong database can be changed.',
      },
      {
        place: 'timeline',
        wrong: '- 2018-05-04 08:25 **change** The configuration is carelessly copied from staging.',
        right:
          '- 2018-05-04 08:25 **change** The configuration is copied from staging, as the guide says. Nothing shows that two lines differ.',
      },
      {
        place: 'prose',
        wrong: 'It was the fault of the engineer on duty.',
        right: 'The engineer on duty had three alarms at once, and the page for this one was empty.',
      },
    ],
  },
  weight: 'warning',
  cues: [
    ...['human', 'operator', 'pilot', 'careless', 'negligen', 'slopp', 'stupid', 'incompeten', 'reckless'],
    ...['irresponsibl', 'inattenti', 'rookie', 'dumb', 'silly', 'discipline', 'diligence', 'attention to'],
    ...['fat-finger', 'fat finger', 'fault of', 'fault\nof', '’s fault', "'s fault", 'own fault', 'to blame'],
  ],
  find: ({ passages, people }) =>
    phrasesIn(passages, formOf(people), cue).flatMap((phrase) =>
      isDenied(phrase) || isGeneral(phrase)
        ? []
        : [
            {
              place: phrase.passage.placeAt(phrase.index),
              message: `"${phrase.words}" says who, and the question is how.`,
              hint: 'Ask: what made it look right at that minute? Write what was on the screen, what the procedure said, what made it easy.',
            },
          ],
    ),
};

const cue =
  /error|careless|negligen|slopp|stupid|incompeten|reckless|irresponsibl|inattenti|mistake|discipline|diligence|attention|fat[\s-]finger|fault|blame/i;

const prevented =
  /\b(?:prevent|avoid|reduc|eliminat|minimi[sz]|mitigat|tolerat|protect|guard|allow|account|prone|potential|possib|risk|chance|room|likelihood|opportunit)\w*(?:\s+(?:against|from|for|of|to|the|any|such|all|future|further)){0,3}\s+$|\b(?:any|every|most|all)\s+$/i;
const listed = /(?:[^,]{1,30},\s+){3,}(?:(?:and|or)\s+)?$/;

/** Whether a sentence speaks of such things at large, or of keeping them harmless, and not of what somebody did. */
function isGeneral({ before }: Phrase): boolean {
  return prevented.test(before) || listed.test(before);
}

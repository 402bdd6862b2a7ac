import type { LintRule } from '../lint-rule.ts';
import { formWithPeople } from '../people.ts';
import { isDenied, phrasesIn } from '../phrases.ts';

const adverb = '(?:\\s+(?:\\w+ly|also|both|all|had|have|has|once\\s+again|again|still|even))*';
/** After "failed to", what is a duty and no attempt: nobody is blamed where somebody "failed to reach the provider". */
const duties =
  'account\\s+for|acknowledge|act|address|anticipate|appreciate|apply|assess|check|communicate|consider|coordinate|document|double[\\s-]check|ensure|escalate|follow|foresee|inform|include|involve|notice|notify|monitor|pay\\s+attention|perform|plan|prepare|properly|adequately|correctly|read|realise|realize|recognise|recognize|respond|review|see|set|spot|take|tell|test|understand|update|validate|verify';

const formOf = formWithPeople(
  (person) =>
    `${person}${adverb}\\s+(?:(?:forgot(?:ten)?|neglected|omitted|overlooked|never\\s+bothered)\\s+(?:to\\s+)?\\p{L}+|did(?:\\s+not|n['’]t)\\s+(?:even\\s+)?think\\s+(?:to|of)\\s+\\p{L}+|did(?:\\s+not|n['’]t)\\s+(?:even\\s+)?bother\\s+to\\s+\\p{L}+|failed\\s+to\\s+(?:${duties})\\b)|\\b(?:was|were|been)\\s+forgotten\\s+by\\s+(?:the\\s+|an?\\s+)?${person}`,
);

export const failedTo: LintRule = {
  guide: {
    rule: 'failed-to',
    title: 'What somebody failed or forgot to do',
    why: 'That somebody forgot a step tells nothing that can be changed: people forget. What can be changed is what asked for the step, and when: a list, a test, a screen. A service that failed to start did just that, and is not looked for; nor is somebody who tried and did not get through.',
    ask: 'What would have asked for it at that minute?',
    examples: [
      {
        place: 'prose',
        wrong: 'The engineer failed to check the replica’s lag before the switch.',
        right:
          'The guide for the switch names no check of the replica’s lag, and the screen does not show it.',
      },
      {
        place: 'prose',
        wrong: 'Sam forgot to renew the second certificate.',
        right: 'The second certificate is in no calendar. The renewal was for the first one only.',
      },
      {
        place: 'timeline',
        wrong: '- 2018-05-04 09:15 **message** @ana neglected to tell support.',
        right:
          '- 2018-05-04 09:15 **message** Support learns of it from a customer. The list of whom to tell names the on-duty team only.',
      },
    ],
  },
  weight: 'warning',
  cues: ['failed', 'forgot', 'neglected', 'omitted', 'overlooked', 'bother', 'think'],
  find: ({ passages, people }) =>
    phrasesIn(passages, formOf(people), /failed|forgot|neglected|omitted|overlooked|bother|think/i).flatMap(
      (phrase) =>
        isDenied(phrase)
          ? []
          : [
              {
                place: phrase.passage.placeAt(phrase.index),
                message: `"${phrase.words}" names who, and leaves out what would have asked for it.`,
                hint: 'Ask: what would have asked for it at that minute? Write what the list, the test or the screen said, or that there was none.',
              },
            ],
    ),
};

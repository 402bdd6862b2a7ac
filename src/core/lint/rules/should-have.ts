import type { LintRule } from '../lint-rule.ts';
import { formWithPeople } from '../people.ts';
import { isDenied, phrasesIn } from '../phrases.ts';

const not = "(?:\\s+not|n['’]t)?";
const adverb = '(?:\\s+(?:\\w+ly|also|at\\s+least|probably|better|already|just|never|always|first|instead))?';

/** Past participles that no ending tells. */
const irregular =
  'been|begun|brought|built|caught|chosen|done|drawn|driven|foreseen|found|given|gone|held|kept|known|laid|learnt|led|left|made|meant|paid|put|run|seen|sent|set|shut|spent|spoken|stood|taken|taught|thought|told|understood|woken|written|read(?!\\s+(?:access|permission|rights?))';
/** What people are to have, as in "should have limited access", unless a thing follows that it was done to. */
const owned =
  '(?:agreed|automated|centralised|centralized|dedicated|defined|detailed|documented|elevated|improved|increased|limited|privileged|reduced|restricted|scheduled|shared|standardised|standardized|tested|updated)\\s+(?!the\\b|an?\\b|this\\b|that\\b|these\\b|those\\b|our\\b|it\\b|them\\b|to\\b|for\\b|in\\b|on\\b|with\\b|and\\b|before\\b|more\\b)';
const participle = `(?!${owned})(?:\\p{L}{2,}ed|${irregular})\\b`;

/** What people are told afterwards that they could have done. */
const hindsight =
  'anticipated|asked|avoided|called|caught|checked|detected|done|foreseen|known|mitigated|noticed|picked\\s+up|prevented|questioned|reacted|realised|realized|recovered|responded|spotted|tested|verified';

const formOf = formWithPeople(
  (person) =>
    `${person}${adverb}\\s+(?:should|ought\\s+to)${not}${adverb}\\s+have${adverb}\\s+${participle}|${person}\\s+could${not}${adverb}\\s+have${adverb}\\s+(?:${hindsight})\\b|\\b(?:should|ought\\s+to)${not}${adverb}\\s+have${adverb}\\s+been${adverb}\\s+(?:addressed|anticipated|avoided|caught|checked|communicated|detected|done|escalated|foreseen|noticed|prevented|reviewed|rushed|spotted|tested|verified)\\b|\\bcould${adverb}\\s+have${adverb}\\s+been${adverb}\\s+(?:addressed|alerted|anticipated|avoided|caught|foreseen|mitigated|noticed|prevented|spotted|(?:much\\s+)?(?:faster|quicker|shorter|sooner))\\b`,
);

/** Whether something should have been done may well be asked. */
const asks = /\b(?:whether|if|why|what|how|who)\b[^,]*$/i;

export const shouldHave: LintRule = {
  guide: {
    rule: 'should-have',
    title: 'What somebody should have done',
    why: 'What should have been done describes a day that did not happen, seen by people who know how it ended. On the real day there was a reason to do something else, and that reason will be there the next time too. What a machine should have done is another matter: `the alert should have paged` says what was built, and is not looked for.',
    ask: 'What did it look like then, and what would help the next person to do otherwise?',
    examples: [
      {
        place: 'prose',
        wrong: 'We should have tested the certificate in the load balancer too.',
        right:
          'The test asked for the certificate on disk. Nothing asks for the one that the load balancer shows.',
      },
      {
        place: 'prose',
        wrong: 'The wrong unit should have been noticed in the review.',
        right: 'The review shows 4,000 changed prices and no unit.',
      },
      {
        place: 'timeline',
        wrong: '- 2018-05-04 08:40 **action** On-duty could have called the provider first.',
        right:
          '- 2018-05-04 08:40 **action** On-duty looks at our own queue first: every number there is red.',
        note: 'The provider’s number may have been hard to find. That is worth a sentence.',
      },
    ],
  },
  weight: 'warning',
  cues: ['should', 'could', 'ought'],
  find: ({ passages, people }) =>
    phrasesIn(passages, formOf(people), /\bhave\b/i).flatMap((phrase) =>
      isDenied(phrase) || asks.test(phrase.before)
        ? []
        : [
            {
              place: phrase.passage.placeAt(phrase.index),
              message: `"${phrase.words}" tells of a day that did not happen.`,
              hint: 'Ask: what did it look like then? Write what was seen and done, and under Prevent or Detect what would help next time.',
            },
          ],
    ),
};

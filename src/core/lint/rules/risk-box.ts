import { openImprovements, wordsOf } from '../improvements.ts';
import type { LintRule } from '../lint-rule.ts';
import { systemsNamed } from '../systems-named.ts';

export const riskBox: LintRule = {
  guide: {
    rule: 'risk-box',
    title: 'Risks in a box',
    why: 'Under "Other areas of risk" a plain bullet is a risk: it stands in the register and on the pages of its systems, and when it comes true one day, the page says that it was foreseen. A box is work that somebody does about one. A risk in a box is in no register, and its owner finds in the backlog what is wrong, and not what to do.',
    ask: 'Is this what may go wrong, or what somebody will do about it?',
    examples: [
      {
        place: 'other-areas-of-risk',
        wrong: '- [ ] The invoice mailer relies on the same mailbox @ana due:2018-06-01',
        right:
          '- The invoice mailer relies on the same mailbox\n- [ ] Move the invoice mailer to a mailbox of its own @ana due:2018-06-01',
      },
    ],
  },
  weight: 'advice',
  cues: ['[ ]'],
  find({ postmortem, systems }) {
    return openImprovements(postmortem).flatMap((improvement) => {
      // With a system it is `risk-answer` that asks for its risk.
      if (improvement.question !== 'other-areas-of-risk' || improvement.systems.length > 0) return [];
      const text = wordsOf(improvement);
      if (!isRisk(text)) return [];
      const [id, ...others] = systemsNamed(text, systems);
      const system = id === undefined || others.length > 0 ? 'ID' : id;
      return [
        {
          place: improvement.place,
          message:
            'This box says what may go wrong, and not what is to be done about it: it comes into the backlog, and into no register of risks.',
          hint: `Write the risk as a plain bullet, \`- … system:${system}\`, and below it what is to be done, beginning with a verb: \`- [ ] … @${improvement.owner ?? 'handle'} due:${improvement.due ?? 'YYYY-MM-DD'}\`.`,
        },
      ];
    });
  },
};

const subject =
  "(?:the|our|an?|all|any|every|each|some|other|many|most|several|both|these|those|this|that|its|their|[\\p{L}\\p{N}-]+['’]s)";
/** What a thing does or is, in a form that asks nobody for anything. */
const does =
  "(?:is|are|has|have|keeps?|uses?|rel(?:y|ies)|depends?|shares?|goes|go|runs?|lacks?|may|might|could|can|cannot|does|do|waits?|stands?|stores?|reads?|writes?|sends?|takes?|comes?|works?|ends?|expires?|fails?|still|also|only|(?:does|do|is|are|has|have|can)n['’]t)";
/** `A page that shows …` is a thing to have. */
const opens = new RegExp(
  `^${subject} (?:(?!(?:that|which|who|whose|where|so|to|for|with|without|if|when)\\s)[^\\s:;,]+ ){1,5}?${does}\\s`,
  'iu',
);
const nobody =
  /^(?:(?:nobody|no one) (?:watches|checks|looks|knows|owns|tests|tested|sees|notices|monitors|has)|nothing (?:watches|checks|looks|tells|warns|stops|keeps|monitors|says)|there (?:is|are) (?:no|nobody|nothing|only|also|another|other|more))\b/i;
/** One word can't be a verb in the imperative where a verb of its own follows it. */
const name =
  /^[\p{L}\p{N}-]+ (?:relies on|depends on|shares|lacks|has no|has the same|uses the same|goes through the same|runs on the same)\b/iu;
const weakness =
  /\b(?:same|nobody|no one|nothing|not|never|no(?! (?:longer|more)\b)|without|also|too|as well|might|may|could|rel(?:y|ies) on|depends? on|shares?|lacks?|only|still|expires?)\b|n['’]t\b/i;
/** What will be there is an improvement as well, however it is said. */
const wanted = /\b(?:must|should|shall|will|needs? to|has to|have to|no longer|no more|from now on)\b/i;

function isRisk(text: string): boolean {
  if (wanted.test(text)) return false;
  return (opens.test(text) && weakness.test(text)) || nobody.test(text) || name.test(text);
}

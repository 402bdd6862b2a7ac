import { openImprovements, placeOfWords, wordsOf } from '../improvements.ts';
import type { LintRule } from '../lint-rule.ts';

/** What asks people for what they did already. */
const care =
  /\b(?:be (?:(?:much |a bit |a little )?more |extra |very |really )?(?:careful|cautious|vigilant|attentive|mindful|diligent|thorough|alert to)|(?:pay|give) (?:(?:much |a bit )?(?:more|closer|better|extra|special|due) )?attention|take (?:more|extra|greater|better|special) care|be (?:more|better) (?:aware|prepared|proactive|responsive|disciplined)|try harder|do better next time|(?:keep|bear) (?:(?:this|it|that) )?in mind)\b/i;
const remembered =
  /^(?:(?:always|everybody|everyone|we|please) )?(?:remember to|don['’]t forget|do not forget|never forget|make sure to remember|be sure to)\b/i;

/** What begins a search, and does not say what comes of it. */
const search =
  /^(?:(?:further|also|please) )?(?:investigate|look (?:in ?to|at|deeper|further|closer)|dig into|think (?:about|of|through|over)|figure out|find out|reflect on|be aware of|discuss|talk about|brainstorm|explore|keep an eye on|consider (?:whether|if|how|\p{L}+ing)|(?:assess|determine|evaluate|review|see) (?:if|whether))\b/iu;
/** Words after which a search does end in something. */
const outcome =
  /\b(?:and|then|until|so that|or|decide|decision|report|document|proposal|propose|write|written|publish|list|plan|estimate|present|by the)\b|[:;]/i;

const things =
  '(?:monitoring|alerting|alerts?|alarms?|observability|visibility|logging|logs|metrics|documentation|docs|runbooks?|testing|tests|test coverage|communications?|internal communications?|collaboration|coordination|process(?:es)?|procedures?|awareness|training|reliability|resilience|resiliency|stability|robustness|performance|(?:code |data )?quality|code reviews?|planning|knowledge sharing|tooling|security|on-?call|incident response)';
/** A wish that names a field of work and nothing in it. */
const wish = new RegExp(
  `^(?:improve|enhance|increase|strengthen|tighten|optimi[sz]e|beef up|step up) (?:(?:our|the|overall|general|internal|existing|its) )*${things}(?:(?:,| and|,? &| and/or) (?:our |the )?${things})*(?: (?:in general|overall|generally|further|everywhere|across the board|where possible|as needed|going forward|in the future))?[.!]?$`,
  'i',
);
const talk =
  /^(?:communicate|collaborate|coordinate|plan|test|document|monitor) (?:(?:things|changes|it|this|them|everything) )?(?:better|more|more (?:often|clearly|carefully|thoroughly|closely))(?: (?:in (?:the )?future|next time|going forward|internally|with (?:[\p{L}-]+ ){0,2}[\p{L}-]+))?[.!]?$/iu;

export const improvementVague: LintRule = {
  guide: {
    rule: 'improvement-vague',
    title: 'Improvements nobody can finish',
    why: 'People were careful on the day it happened, and it happened. "Be more careful" and "improve monitoring" stay open for ever, or are ticked off with nothing changed: nobody can see whether they are done. An improvement that prevents something names what will be there afterwards.',
    ask: 'What will be there when it is done, and how would somebody see that it works?',
    examples: [
      {
        place: 'prevent',
        wrong: '- [ ] Be more careful with the production console',
        right: '- [ ] Ask for the name of the database before a table is dropped',
      },
      {
        place: 'detect',
        wrong: '- [ ] Improve monitoring',
        right: '- [ ] Page on-duty when the oldest queued fax is older than 15 minutes',
      },
      {
        place: 'detect',
        wrong: '- [ ] Investigate why the alarm stayed silent',
        right: '- [ ] Find why the alarm stayed silent, and write a test that fails when it does',
        note: 'A search is fine as long as it says what comes of it.',
      },
      {
        place: 'react',
        wrong: '- [ ] Communicate better with support',
        right: '- [ ] Give support a button that pages on-duty',
      },
      {
        place: 'quick-fix',
        wrong: '- [ ] Remember to clear the cache after a deploy',
        right: '- [ ] Clear the cache as the last step of a deploy',
      },
    ],
  },
  weight: 'warning',
  cues: ['[ ]'],
  find({ document, postmortem }) {
    return openImprovements(postmortem).flatMap((improvement) => {
      const text = wordsOf(improvement);
      const found = judge(text);
      if (found === null) return [];
      const { words, ...finding } = found;
      return [{ place: placeOfWords(document, improvement, words), ...finding }];
    });
  },
};

function judge(text: string): { words: string; message: string; hint: string } | null {
  const asked = (care.exec(text) ?? remembered.exec(text))?.[0];
  if (asked !== undefined && !/\b(?:warn|remind|show|tell)s?\b/i.test(text))
    return {
      words: asked,
      message: `"${asked}" asks of people what they meant to do already.`,
      hint: 'Ask: what would make the mistake impossible, or show it at once? Write that.',
    };
  const begun = search.exec(text)?.[0];
  if (begun !== undefined && !outcome.test(text))
    return {
      words: begun,
      message: `"${begun}" does not say what will be there when it is done.`,
      hint: 'Ask: what comes of it, and where will people find it? Write that. Where nobody has promised it, it is an idea: a bullet without a box.',
    };
  const wished = (wish.exec(text) ?? talk.exec(text))?.[0];
  if (wished !== undefined)
    return {
      words: wished,
      message: `"${wished.replace(/[.!]$/, '')}" is never done: nobody could say when.`,
      hint: 'Ask: what exactly will be there, and how would somebody see that it works? Write: Page on-duty when …',
    };
  return null;
}

import { openImprovements, wordsOf } from '../improvements.ts';
import type { LintRule } from '../lint-rule.ts';

/** Things that are wanted; none of these words is also a verb in the imperative. */
const things =
  '(?:alerts|alarms|alerting|monitoring|observability|logging|metrics|governance|dashboards?|documentation|runbooks?|playbooks?|checklists?|automation|redundancy|failover|retries|backups|tests|testing|validation|validations|guard ?rails?|circuit breakers?|rate[- ]limit(?:s|ing)|timeouts?|quotas?|notifications?|training|visibility|communication|coverage|safeguards?|procedures?|process(?:es)?|policies|policy|tooling|tools|reviews|health ?checks|canar(?:y deploys|ies)|rollbacks?|error messages?|limits|thresholds?)';
/** Words that make a thing better without doing anything: none of them is a verb. */
const wishes =
  '(?:better|more|improved|additional|further|clearer|faster|stricter|tighter|fewer|less|automatic|automated|proper|new|regular|periodic|dedicated|separate|extra|earlier|smarter|stronger|easier|simpler|centrali[sz]ed|continuous|real-?time|end-to-end|synthetic)';
const relations =
  '(?:for|of|on|in|around|at|when|if|between|with|to|before|after|during|across|about|against|from)';

const nounPhrase = new RegExp(
  `^(?:(?:an?|the|some) )?(?:${wishes} (?:(?:and|or|,) ?${wishes} )?(?:\\p{L}[\\p{L}\\p{N}'’/-]* ){0,3}?${things}|${things})(?:(?:,| and| or|/) ?(?:${wishes} )?${things})*(?=$|[.!]$| ${relations}\\b)`,
  'iu',
);

/** Forms that make a sentence of a text, and so say what happens. */
const finite =
  /\b(?:is|are|was|were|be|must|should|shall|will|would|can|could|may|might|has|have|needs?|gets?|becomes?|goes|go|comes?|covers?|shows?|tells?|warns?|alerts? (?:us|on-duty|on-call|the)|pages|sends?|fires?|reports?|refuses?|rejects?|checks?|runs?|stops?|catch(?:es)?|detects?|fails?|works?|reads?|writes?|says?|names?|knows?|asks?|uses?|includes?|requires?|exists?|makes?|keeps?|takes?|gives?|does|do|blocks?|returns?|happens?|starts?|ends?|opens?|closes?|waits?|lists?|carry|carries|let|lets|to (?:be )?(?:add|added|create|created|write|written|build|built|define|defined|set up|introduce|introduced|automate|automated))\b/i;

export const improvementVerb: LintRule = {
  guide: {
    rule: 'improvement-verb',
    title: 'Improvements that say nothing is to be done',
    why: 'An improvement is an agreement: somebody will do something. "Better alerts" is a thing people would like to have. Its owner does not know what to begin with, and nobody knows when it is there. A verb makes it a task, and mostly the rest of the sentence follows by itself.',
    ask: 'What will the owner do first, and what will be there afterwards?',
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Better alerts for the queue',
        right: '- [ ] Page on-duty when a message waits longer than 15 minutes',
      },
      {
        place: 'prevent',
        wrong: '- [ ] Monitoring of the invoice queue',
        right: '- [ ] Show the age of the oldest invoice on the wall board',
      },
      {
        place: 'react',
        wrong: '- [ ] Documentation',
        right: '- [ ] Write down how the queue is emptied by hand',
      },
    ],
  },
  weight: 'warning',
  cues: ['[ ]'],
  find({ postmortem }) {
    return openImprovements(postmortem).flatMap((improvement) => {
      const text = wordsOf(improvement);
      const found = nounPhrase.exec(text)?.[0];
      if (found === undefined || says(text.slice(found.length))) return [];
      return [
        {
          place: improvement.place,
          message: `"${found}" names something to have, and nothing to do.`,
          hint: `Begin with a verb: Page …, Show …, Refuse …, Write down …${improvement.question === 'other-areas-of-risk' ? '; if it is a risk, write a plain bullet instead: `- … system:ID`' : ''}`,
        },
      ];
    });
  },
};

/** Whether the words after a noun make a sentence of it, or what follows a colon may. */
function says(rest: string): boolean {
  if (/[:;]\s+\S|\p{L}\. \p{L}/u.test(rest) || /\b(?:must|should|shall|will|needs?)\b/i.test(rest))
    return true;
  // When it is wanted says nothing of what is to be done.
  return finite.test(rest.replace(/\b(?:when|whenever|if|in case|once)\b.*$/i, ''));
}

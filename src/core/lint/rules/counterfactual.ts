import type { LintRule } from '../lint-rule.ts';
import { isDenied, type Phrase, phrasesIn } from '../phrases.ts';

/** Both halves in one sentence, in either order. */
const form =
  /\bif\s+only\s+(?:\p{L}+\s+){1,6}?(?:had|were|was|knew|did)\b|\bif\s+[^.!?;:\uFFFC]{1,80}?\b(?:had|hadn['’]t)\s[^.!?;:\uFFFC]{1,160}?\b(?:would|could|might)(?:\s+not|n['’]t)?\s+(?:\p{L}+ly\s+)?have\b|(?<=^\s*|[.!?]\s+)If\s+[^.!?;:]{1,80}?\b(?:was|were|wasn['’]t|weren['’]t)\s[^.!?;:]{1,160}?\b(?:would|could|might)(?:\s+not|n['’]t)?\s+(?:\p{L}+ly\s+)?have\s+\p{L}|(?<=^|[.!?]\s+)Had\s+(?:the|we|it|this|that|there|they|any|an?|I|he|she|our)\b[^.!?;:\uFFFC]{1,160}?\b(?:would|could|might)(?:\s+not|n['’]t)?\s+(?:\p{L}+ly\s+)?have\s+\p{L}|\b(?:would|could|might)(?:\s+not|n['’]t)?\s+(?:\p{L}+ly\s+)?have\s[^.!?;:\uFFFC]{1,120}?\bif\s+(?:the|we|it|this|that|there|they|any|an?|I|he|she|our)\s[^.!?;:\uFFFC]{1,60}?\b(?:had|hadn['’]t)\b/giu;

const worse = /\b(?:worse|longer|slower|twice|doubled|lost|destroyed|deleted|even more|at risk)\b/i;

export const counterfactual: LintRule = {
  guide: {
    rule: 'counterfactual',
    title: 'What would have happened if',
    why: 'If something had been otherwise, something else would have happened: perhaps. Nobody can check it, and it feels like an explanation while the real one is still missing. What it wants to say is mostly a good idea for one of the five questions.',
    ask: 'What did happen, and which of the five questions does this idea answer?',
    examples: [
      {
        place: 'prose',
        wrong: 'If we had watched the age of the oldest fax, the queue would have been seen within minutes.',
        right: 'Nothing watches the age of the oldest fax in the queue.',
        note: 'The idea goes under Detect: `- [ ] Page on-duty when the oldest queued fax is older than 15 minutes`.',
      },
      {
        place: 'prose',
        wrong: 'If only the invoice had gone to the new mailbox.',
        right: 'The invoices went to a mailbox that was closed in November.',
      },
    ],
  },
  weight: 'advice',
  cues: ['if', 'had '],
  find: ({ passages }) =>
    phrasesIn(passages, form).flatMap((phrase) =>
      isDenied(phrase) || isWorse(phrase)
        ? []
        : [
            {
              place: phrase.passage.placeAt(phrase.index),
              message: 'This sentence tells of what would have been, and nobody can check that.',
              hint: 'Ask: what did happen? Write that here, and what you would change as an idea or improvement under its question.',
            },
          ],
    ),
};

/** What would have been worse explains a decision; that it would not have been so bad does not. */
function isWorse({ words, after }: Phrase): boolean {
  return worse.test(words + after) && !/\b(?:would|could|might)(?:\s+not\b|n['’]t\b)/i.test(words);
}

import type { LintRule } from '../lint-rule.ts';
import { isDenied, phrasesIn } from '../phrases.ts';

const form =
  /(?<=^\s*|[.!?]\s+|,\s+)obviously\b(?=\s*,|\s+(?:the|a|an|it|this|that|we|they|he|she|I|you|no|not)\b)|\b(?:is|was|were|are|been|seems?|seemed|looks?|looked)\s+(?:quite |pretty |rather |painfully |so )?obvious\s+(?:that|to\s+(?:any|every)(?:one|body)|in\s+hindsight)|\bwith\s+(?:the\s+)?(?:benefit|wisdom|clarity)\s+of\s+hindsight\b|\b(?:is|was)\s+common\s+sense\b|\b(?:any|every)(?:one|body)\s+(?:would|could|should)\s+have\s+(?:seen|known|noticed|guessed|spotted)\b/gi;

export const obviousInHindsight: LintRule = {
  guide: {
    rule: 'obvious-in-hindsight',
    title: 'What was obvious',
    why: 'Once the end is known, the way there is plain. To those who were in it there were ten things that could have mattered, and one of them did. `Obviously` also tells every reader who did not see it that they are slow.',
    ask: 'Which other explanations were as likely at that minute, and what told them apart in the end?',
    examples: [
      {
        place: 'prose',
        wrong: 'Obviously the queue was the place to look.',
        right: 'Three screens were red at 08:40. The queue was looked at after the other two.',
      },
      {
        place: 'prose',
        wrong: 'It was obvious that the bill had not been paid.',
        right:
          'Code 4403 says "Request declined". That it means an unpaid bill is on page 212 of the manual.',
      },
    ],
  },
  weight: 'advice',
  cues: ['obvious', 'hindsight', 'common', 'seen', 'known', 'noticed', 'guessed', 'spotted'],
  find: ({ passages }) =>
    phrasesIn(
      passages,
      form,
      /obvious|hindsight|common|have\s+(?:seen|known|noticed|guessed|spotted)/i,
    ).flatMap((phrase) =>
      isDenied(phrase)
        ? []
        : [
            {
              place: phrase.passage.placeAt(phrase.index),
              message: `"${phrase.words}": to those who know how it ended.`,
              hint: 'Ask: what else was as likely at that minute? Write what was seen, and what told the explanations apart.',
            },
          ],
    ),
};

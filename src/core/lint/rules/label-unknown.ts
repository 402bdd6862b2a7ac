import { plainText } from '../../document/plain-text.ts';
import type { TimelineEntry } from '../../timeline/timeline.ts';
import { entryKinds, marks } from '../../vocabulary.ts';
import { wordList } from '../../word-list.ts';
import type { LintRule } from '../lint-rule.ts';

export const labelUnknown: LintRule = {
  guide: {
    rule: 'label-unknown',
    title: 'Bold words that are no label',
    why: 'The bold word behind a time says what the entry is: durations are counted from the marks, and the drawings tell the kinds apart. Any other word there is bold text and nothing more, which looks the same in the file.',
    examples: [
      {
        place: 'timeline',
        wrong: '- 2018-05-04 08:25 **found** A supplier e-mails support.',
        right: '- 2018-05-04 08:25 **detected** A supplier e-mails support.',
      },
    ],
  },
  weight: 'advice',
  find({ postmortem: { timeline } }) {
    return (timeline?.entries ?? []).flatMap((entry) => {
      const words = strayLabel(entry);
      const { line, column } = entry.phrasing[0]?.position?.start ?? entry.place;
      return words === null
        ? []
        : [
            {
              place: { line, column },
              message: `\`**${words}**\` is no label, so it is bold text and nothing more.`,
              hint: `Marks are ${wordList(marks)}; kinds are ${wordList(entryKinds)}. If none fits, write it without the stars.`,
            },
          ];
    });
  },
};

/** Small words alone in bold right behind the time; what begins with a capital is a name, or is meant to stand out. */
function strayLabel({ phrasing: [first], marks: read, kinds }: TimelineEntry): string | null {
  if (first?.type !== 'strong' || read.length + kinds.length > 0) return null;
  const words = plainText([first]);
  return /^[a-z]{3,20}(?:-[a-z]{2,20})?(?:, ?[a-z]{3,20}){0,2}$/.test(words) ? words : null;
}

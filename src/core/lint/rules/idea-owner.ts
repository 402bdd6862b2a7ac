import type { Person } from '../../catalog/catalog.ts';
import { questions } from '../../vocabulary.ts';
import type { LintRule } from '../lint-rule.ts';

export const ideaOwner: LintRule = {
  guide: {
    rule: 'idea-owner',
    title: 'Ideas that name who does them',
    why: 'A plain bullet under a question is an idea: kept, searchable, and nobody’s to do. Only a box makes it an improvement, which is in the backlog with an owner and a date. Lists of actions that come from somewhere else often have no boxes, and nobody notices that they are lost as actions.',
    ask: 'Will that person do it, and by when?',
    examples: [
      {
        place: 'prevent',
        wrong: '- Keep a card for such bills with the facilitator (Ana, next week)',
        right: '- [ ] Keep a card for such bills with the facilitator @ana due:2018-06-01',
      },
    ],
  },
  weight: 'advice',
  find({ postmortem, people }) {
    if (people === null) return [];
    return questions
      .filter((question) => question !== 'other-areas-of-risk')
      .flatMap((question) => postmortem.questions[question]?.ideas ?? [])
      .flatMap(({ place, text }) => {
        // With a word of improvements it is told already, by `idea-words`.
        if (/\b(?:due|done|dropped|status|ticket|id):\S/.test(text)) return [];
        const person = people.find((candidate) => isNamed(candidate, text));
        return person === undefined
          ? []
          : [
              {
                place,
                message: `This bullet names ${person.name}, but a plain bullet is an idea, and in nobody's backlog.`,
                hint: `If it is to be done, begin it with a box and end it with who and by when: \`- [ ] … @${person.handle} due:YYYY-MM-DD\`.`,
              },
            ];
      });
  },
};

/** By handle, whole name or first name, but not by its first word: that may be a verb (Mark, Will) with a capital. */
function isNamed({ handle, name }: Person, text: string): boolean {
  const names = [`@${handle}`, name, name.split(/\s+/)[0] ?? name].map((form) => RegExp.escape(form));
  const form = new RegExp(`(?<![\\p{L}\\p{N}@.])(?:${names.join('|')})(?![\\p{L}\\p{N}_])`, 'u');
  return form.test(text.replace(/^[^\s@]+/, ''));
}

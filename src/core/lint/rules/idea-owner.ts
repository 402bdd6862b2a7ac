import { questions } from '../../vocabulary.ts';
import type { LintRule } from '../lint-rule.ts';
import { type NamesOfPeople, namesOfPeople } from '../names-of-people.ts';

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
    const names = namesOfPeople(people);
    return questions
      .filter((question) => question !== 'other-areas-of-risk')
      .flatMap((question) => postmortem.questions[question]?.ideas ?? [])
      .flatMap(({ place, text }) => {
        // With a word of improvements it is told already, by `idea-words`.
        if (/\b(?:due|done|dropped|status|ticket|id):\S/.test(text)) return [];
        const person = namedIn(text, names);
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

/** Not by its first word: that may be a verb (Mark, Will) with a capital. */
function namedIn(text: string, { form, byName }: NamesOfPeople) {
  if (form === null) return undefined;
  form.lastIndex = 0;
  const [name = ''] = form.exec(text.replace(/^[^\s@]+/, '')) ?? [];
  return byName.get(name.replace(/\s+/g, ' '));
}

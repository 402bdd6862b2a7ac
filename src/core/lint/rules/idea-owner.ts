import type { Person } from '../../catalog/catalog.ts';
import type { Idea } from '../../improvement/improvement.ts';
import type { Postmortem } from '../../postmortem/postmortem.ts';
import { questions } from '../../vocabulary.ts';
import type { Finding, LintRule } from '../lint-rule.ts';
import { type NamesOfPeople, namesOfPeople } from '../names-of-people.ts';

export const ideaOwner: LintRule = {
  guide: {
    rule: 'idea-owner',
    title: 'Ideas that name who does them',
    why: 'A plain bullet under a question is an idea: kept, searchable, and nobody’s to do. Only a box makes it an improvement, which is in the backlog with an owner and a date. Lists of actions that come from somewhere else often have no boxes, and nobody notices that they are lost as actions. A risk has no owner either: what somebody will do about it is an improvement.',
    ask: 'Will that person do it, and by when?',
    examples: [
      {
        place: 'prevent',
        wrong: '- Keep a card for such bills with the facilitator (Ana, next week)',
        right: '- [ ] Keep a card for such bills with the facilitator @ana due:2018-06-01',
      },
      {
        place: 'other-areas-of-risk',
        wrong: '- The invoice mailer relies on the same mailbox @ana',
        right:
          '- The invoice mailer relies on the same mailbox\n- [ ] Move the invoice mailer to a mailbox of its own @ana due:2018-06-01',
      },
    ],
  },
  weight: 'advice',
  find({ postmortem, people }) {
    const risks = postmortem.questions['other-areas-of-risk']?.ideas ?? [];
    return [
      ...(people === null ? [] : ownedIdeas(postmortem, people)),
      ...risks.flatMap((risk) => ownedRisk(risk, people)),
    ];
  },
};

function ownedIdeas(postmortem: Postmortem, people: readonly Person[]): Finding[] {
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
}

/** An `@name` that ends a risk as it would end an improvement; words that lead on to it make it part of a sentence. */
const ownerAtEnd =
  /(?<!(?:^|\s)(?:about|and|ask(?:ed|s)?|at|by|for|from|knows?|like|of|only|or|said|says|than|through|told|to|via|with))\s@([\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*)$/iu;

function ownedRisk({ place, text }: Idea, people: readonly Person[] | null): Finding[] {
  const handle = ownerAtEnd.exec(text)?.[1];
  if (handle === undefined || people?.every((person) => person.handle !== handle)) return [];
  return [
    {
      place,
      message: `A risk has no owner, and \`@${handle}\` at its end makes none.`,
      hint: `Take it out, or write what they will do as an improvement: \`- [ ] … @${handle} due:YYYY-MM-DD\`.`,
    },
  ];
}

/** Not by its first word: that may be a verb (Mark, Will) with a capital. */
function namedIn(text: string, { form, byName }: NamesOfPeople) {
  if (form === null) return undefined;
  form.lastIndex = 0;
  const [name = ''] = form.exec(text.replace(/^[^\s@]+/, '')) ?? [];
  return byName.get(name.replace(/\s+/g, ' '));
}

import type { Person } from '../../catalog/catalog.ts';
import type { Idea } from '../../improvement/improvement.ts';
import { dayTold } from '../../improvement/spoken-day.ts';
import { handleWritten, type NamesOfPeople, namesOfPeople } from '../../people/names-of-people.ts';
import { placesAndTimes } from '../../people/ordinary-names.ts';
import { writtenOn } from '../../postmortem/postmortem.ts';
import { type Question, questions } from '../../vocabulary.ts';
import type { Finding, LintRule } from '../lint-rule.ts';

export const ideaOwner: LintRule = {
  guide: {
    rule: 'idea-owner',
    title: 'Ideas that name who does them, or by when',
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
    const names = people === null ? null : namesOfPeople(people);
    const said = writtenOn(postmortem);
    return questions.flatMap((question) =>
      (postmortem.questions[question]?.ideas ?? []).flatMap((idea) => {
        const opening = taskOpening.exec(idea.text)?.[0];
        return question === 'other-areas-of-risk' && opening === undefined
          ? ownedRisk(idea, people)
          : ownedIdea(idea, { question, opening, names, said });
      }),
    );
  },
};

/** What begins a task in other lists. */
const taskOpening = /^(?:TODO|TO DO|(?:To-?do|Action(?: item)?|Follow-?up|Next step)(?=:))\b/;

function ownedIdea(
  { place, text }: Idea,
  {
    question,
    opening,
    names,
    said,
  }: {
    question: Question;
    opening: string | undefined;
    names: NamesOfPeople | null;
    /** The day that words like `next week` are counted from. */
    said: string | null;
  },
): Finding[] {
  // With a word of improvements it is told already, by `idea-words`.
  if (/\b(?:due|done|dropped|status|ticket|id):\S/.test(text)) return [];
  const person = names === null ? undefined : namedIn(text, names);
  const told =
    opening !== undefined
      ? `begins with \`${opening}\``
      : person !== undefined
        ? `names ${person.name}`
        : deadline.test(text)
          ? 'ends with the day by which it is to be done'
          : null;
  if (told === null) return [];
  const handle = person?.handle ?? handleWritten(text);
  const days = said === null ? [] : (dayTold(text, said)?.days ?? []);
  const due = days.length === 0 ? 'due:YYYY-MM-DD' : days.map((day) => `due:${day}`).join(' or ');
  const kind = question === 'other-areas-of-risk' ? 'a risk' : 'an idea';
  return [
    {
      place,
      message: `This bullet ${told}, but a plain bullet is ${kind}, and in nobody's backlog.`,
      hint: `If it is to be done, begin it with a box and end it with who and by when: \`- [ ] … @${handle ?? 'handle'} ${due}\`.`,
    },
  ];
}

const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const span = `(?:${weekday}|week|month|sprint|quarter|year)`;
const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\\p{L}*\\.?';
const ordinal = '\\d{1,2}(?:st|nd|rd|th)?';
const near = `(?:(?:the )?end of(?: the| this| next)?|next|this|coming) ${span}`;
const day = `(?:${near}|${weekday}|tomorrow|eow|eom|${month} ${ordinal}|${ordinal} ${month}|${month}|\\d{4}-\\d\\d-\\d\\d|Q[1-4]|(?:christmas|easter|new year))`;

/** How lists of actions from elsewhere end: `(next week)`, `by Friday`, `, before Dec 1`. A day alone may be when it was. */
const deadline = new RegExp(
  `(?:\\bby ${day}|[–—,;(-] ?(?:(?:by|before|until|till|due|eta:?) ${day}|${near}))\\)?\\.?$`,
  'iu',
);

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
      hint: `Leave the risk without it. What they will do is an improvement, in a line of its own below: \`- [ ] … @${handle} due:YYYY-MM-DD\`.`,
    },
  ];
}

/** By the first word only where it can be no verb (Mark, Will) with a capital: `Mira: runbook`, `Mira to write it`. */
function namedIn(text: string, names: NamesOfPeople): Person | undefined {
  const { form, byName } = names;
  if (form === null) return undefined;
  form.lastIndex = 0;
  const first = form.exec(text);
  const isOpening = first?.index === 0 && opens.test(text.slice(form.lastIndex));
  form.lastIndex = 0;
  const [name = ''] = (isOpening ? first : form.exec(text.replace(/^[^\s@]+/, ''))) ?? [];
  return byName.get(name.replace(/\s+/g, ' ')) ?? namedByWord(text, names);
}

/** What stands behind somebody who is to do something. */
const opens = /^(?::\s|\s[–—-]\s|\s(?:will|to|is to|shall)\s)/;

/** A name that is a word besides (Mark, Jo) names somebody where lists of actions do: `Jo: …`, `Jo will …`, `… (Jo)`, `… - Jo - dec 4`. */
function namedByWord(text: string, { byWord }: NamesOfPeople): Person | undefined {
  if (byWord.size === 0) return undefined;
  const opening = byWord.get(
    /^(\p{Lu}\S*?)(?::\s|\s(?:will|is to|is going to|shall)\s)/u.exec(text)?.[1] ?? '',
  );
  if (opening !== undefined) return opening;
  const [, ending = ''] =
    /(?:[(,]\s?|\s[–—-]\s)(\p{Lu}[^\s(),]*)(?:\)?\.?$|(?:,|\s[–—-])\s[^(),–—]+\)?$)/u.exec(text) ?? [];
  return placesAndTimes.has(ending.toLowerCase()) ? undefined : byWord.get(ending);
}

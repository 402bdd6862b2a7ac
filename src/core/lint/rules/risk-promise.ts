import type { Place } from '../../diagnostic.ts';
import { isList } from '../../improvement/item.ts';
import { type NamesOfPeople, namesOfPeople } from '../../people/names-of-people.ts';
import { writtenOn } from '../../postmortem/postmortem.ts';
import type { Finding, LintInput, LintRule } from '../lint-rule.ts';
import type { Passage } from '../passage.ts';
import { asTask } from '../task-line.ts';

export const riskPromise: LintRule = {
  guide: {
    rule: 'risk-promise',
    title: 'Risks that promise work in a sentence',
    why: 'At the end of a meeting somebody says that they will look into a risk, and it is written down with it. There nobody finds it again: a risk is in the register, and only a box is in the backlog, with a name and a day. Both are wanted, each in a line of its own.',
    ask: 'What will they do first, and by when?',
    examples: [
      {
        place: 'other-areas-of-risk',
        wrong: '- The invoice mailer relies on the same mailbox. Sam will look into it.',
        right:
          '- The invoice mailer relies on the same mailbox\n- [ ] Look where else the invoice mailer is used, and write down what depends on it @sam due:2018-06-01',
      },
      {
        place: 'other-areas-of-risk',
        wrong: '- The invoice mailer relies on the same mailbox. We should check whether anybody reads it.',
        right:
          '- The invoice mailer relies on the same mailbox\n- [ ] Find out who reads the mailbox, and write it on its page @sam due:2018-06-01',
      },
    ],
  },
  weight: 'advice',
  cues: ['risk'],
  find({ document, passages, people, postmortem }) {
    const answer = postmortem.questions['other-areas-of-risk'];
    if (answer === undefined) return [];
    const names = people === null ? null : namesOfPeople(people);
    const owners = new Set(answer.improvements.map(({ owner }) => owner));
    const isTask = tasksIn(document);
    return passages.flatMap((passage) => {
      if (
        passage.section !== 'other-areas-of-risk' ||
        passage.kind === 'heading' ||
        isTask(passage.placeAt(0))
      )
        return [];
      const promise = promiseIn(passage, names);
      const { line: first } = passage.placeAt(0);
      const risk = answer.ideas.find(({ place }) => place.line === first);
      // A risk that begins with it is told by `idea-owner`.
      const isTodo = promise?.who === null && risk !== undefined && promise.index === 0;
      // Whoever promised it has a box there already.
      if (promise === null || isTodo || (promise.handle !== null && owners.has(promise.handle))) return [];
      const system = risk?.systems.length === 1 ? (risk.systems[0] ?? null) : null;
      const line = asTask(promise.what, { handle: promise.handle, said: writtenOn(postmortem), system });
      return [finding(passage, promise, line)];
    });
  },
};

interface Promised {
  index: number;
  /** As written, up to what is to be done; null behind `TODO`. */
  who: string | null;
  /** Null where nobody who is known is named. */
  handle: string | null;
  what: string;
}

const looking =
  '(?:look (?:in ?to|at|for|whether|if)|take (?:a|another) (?:closer )?look|have (?:a|another) (?:closer )?look|follow (?:this |it )?up|check|find out|make sure|see (?:to|whether|if)|take care of|dig into|investigate|verify|keep an eye on|come back to|talk to|speak to|raise)';
const isLooking = new RegExp(`^${looking}$`, 'i');
const doing =
  '(?:add|ask|build|call|change|clean|clear|close|collect|count|create|delete|disable|document|draw|enable|fix|go through|limit|list|make|measure|mend|migrate|monitor|move|open|order|prepare|propose|put|remove|rename|renew|repair|replace|report|review|rewrite|rotate|schedule|set|show|split|switch|test|try|turn|update|upgrade|watch|write)';
const looks =
  '(?:looks (?:in ?to|at (?:it|this|that|them))|takes (?:a|another) (?:closer )?look|has (?:a|another) (?:closer )?look|follows (?:this |it )?up|finds out|is looking|is checking|checks (?:it|this|that|whether|if)|keeps an eye on (?:it|this|that|them)|takes care of (?:it|this|that|them))';
const tense =
  "(?:\\s(?:will|shall|is to|is going to|are going to|plans? to|wants? to|offered to|promised to)|['’]ll)";
const asked = `(?:${tense}|\\s(?:should|needs? to|ought to))`;
const adverb = '(?:\\s(?:also|then|now|soon|first|still|please))?';

/** What happens to somebody is nothing that they promise. */
const happening =
  '(?:be|become|depend|find|forget|get|go|have|hear|know|leave|lose|miss|need|never|no|not|notice|only|quit|receive|rely|remain|retire|see|stay|still|struggle|wait|work)\\b';

/** Somebody who may be known; what is done is asked of less where nobody is. */
const byName = new RegExp(
  `(?<![\\p{L}\\p{N}_.@/-])(@[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*|\\p{Lu}\\p{Ll}+(?:\\s\\p{Lu}\\p{Ll}+)?)(?:(?:${asked}|\\sto)${adverb}\\s(${looking}|${doing})\\b|${tense}${adverb}\\s((?!${happening})\\p{Ll}+)\\b|\\s(${looks})\\b)`,
  'gu',
);
/** What `we` have to make sure of, or want to verify, is told as often as it is asked for. */
const byUs = new RegExp(
  `(?<![\\p{L}\\p{N}_'’-])((?:we|I|somebody|someone|one of us)(?:\\s(?:will|should|shall|are going to|ought to|plan to|needs? to)|['’]ll))${adverb}\\s(look (?:in ?to|at|for|whether|if)|take (?:a|another) (?:closer )?look|have (?:a|another) (?:closer )?look|follow (?:this |it )?up|check|find out|see (?:whether|if)|dig into|investigate|verify)\\b`,
  'giu',
);
/** Who begins a sentence with a capital and is nobody. */
const nobody =
  /^(?:We|I|It|They|He|She|You|Who\w*|What\w*|Which\w*|This|That|These|Those|There|Nobody|Nothing|None|No|Any\w*|Every\w*|Each|All|Some\w*|One|Other\w*|Both|Most|Many|If|When\w*|Until|Once|The|Our|Their|Its|A|An|Customers?|Users?|People|Suppliers?|Vendors?|Providers?|Auditors?|Attackers?|Engineers|Developers|Clients?|Partners?)\b/;
/** What makes of a promise a part of the risk: when it comes true, or what others think. */
const conditional =
  /\b(?:if|when|whenever|unless|until|once|before|after|in case|because|while|hope[sd]?|assum\w+|expect\w*|think|thinks|thought|believe\w*)\b|\b(?:that|who|which|only|but|nobody|not|or|for|from|ask(?:s|ed)?|tells?|told|wants?|wanted|allow(?:s|ed)?|lets?)\s$/i;

function promiseIn({ text }: Passage, names: NamesOfPeople | null): Promised | null {
  for (const sentence of text.matchAll(/[^.!?;]+(?:[.](?=\S)[^.!?;]+)*/g)) {
    const found = promisedBy(sentence[0], names);
    if (found !== null) return { ...found, index: sentence.index + found.index };
  }
  return null;
}

function promisedBy(sentence: string, names: NamesOfPeople | null): Promised | null {
  const start = sentence.length - sentence.trimStart().length;
  const todo = /\bTODO\b:?\s+(?=\S)/.exec(sentence);
  if (todo !== null)
    return {
      index: todo.index - start === 0 ? 0 : todo.index,
      who: null,
      handle: null,
      what: sentence.slice(todo.index + todo[0].length),
    };
  for (const found of sentence.matchAll(byName)) {
    const [whole, who = '', verb, other, present] = found;
    const handle = handleOf(who, names);
    const isKnown = handle !== null || who.startsWith('@');
    if (conditional.test(sentence.slice(0, found.index)) || (!isKnown && !mayPromise(who, { whole, verb })))
      continue;
    const what = sentence.slice(found.index + whole.length - (verb ?? other ?? present ?? '').length);
    return {
      index: found.index,
      who: whole,
      handle: handle ?? (who.startsWith('@') ? who.slice(1) : null),
      what,
    };
  }
  for (const found of sentence.matchAll(byUs)) {
    if (conditional.test(sentence.slice(0, found.index))) continue;
    const what = sentence.slice(found.index + found[0].length - (found[2] ?? '').length);
    return { index: found.index, who: found[0], handle: null, what };
  }
  return null;
}

/** A name that nobody knows may be a program's, and `to` behind it part of a way. */
function mayPromise(who: string, { whole, verb }: { whole: string; verb: string | undefined }): boolean {
  return (
    !nobody.test(who) &&
    verb !== undefined &&
    isLooking.test(verb) &&
    /\s(?:will|is to|is going to|should|wants to|promised to|offered to)\s|['’]ll\s/.test(whole)
  );
}

function handleOf(who: string, names: NamesOfPeople | null): string | null {
  const spelt = who.replace(/\s+/g, ' ');
  // `Then Sam will …`
  const last = spelt.split(' ').at(-1) ?? spelt;
  const person = [spelt, last]
    .map((name) => names?.byName.get(name) ?? names?.byWord.get(name))
    .find(Boolean);
  return person?.handle ?? null;
}

function finding(passage: Passage, { index, who }: Promised, line: string): Finding {
  const said = who === null ? 'TODO' : who.replace(/\s+/g, ' ').trim();
  return {
    place: passage.placeAt(index),
    message: `"${said} …" is something to do, but in a risk it is nobody's: a risk is in no backlog.`,
    hint: `Write it in a line of its own below the risk, with a box, who does it and by when: \`${line}\`.`,
  };
}

/** Whether a place is in an item with a box, or below it. */
function tasksIn({ sections }: LintInput['document']): (place: Place) => boolean {
  const section = sections.find(({ slug }) => slug === 'other-areas-of-risk');
  const tasks = (section?.nodes ?? [])
    .filter(isList)
    .flatMap(({ children }) => children.filter(({ checked }) => typeof checked === 'boolean'));
  return ({ line }) =>
    tasks.some(
      ({ position }) => position !== undefined && position.start.line <= line && line <= position.end.line,
    );
}

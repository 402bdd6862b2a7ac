import type { RootContent } from 'mdast';
import type { Person } from '../catalog/catalog.ts';
import { plainText } from '../document/plain-text.ts';
import { systemsAnswered } from '../improvement/answers-risk.ts';
import { isOverdue } from '../improvement/backlog.ts';
import type { Idea, Improvement, QuestionAnswer } from '../improvement/improvement.ts';
import { standingNames, standingOf } from '../incident/standing.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { shortLine } from '../shortened.ts';
import { durationText } from '../time/duration.ts';
import type { EntryTime, Timeline } from '../timeline/timeline.ts';
import { type Question, questions, sections } from '../vocabulary.ts';
import { wordList } from '../word-list.ts';
import type { Paint } from './paint.ts';
import { count } from './pretty.ts';
import { printable } from './printable.ts';

/*
 * What was understood of a postmortem, told back to who wrote it: no rule can know that the meeting agreed on five things
 * where four of them read as one, but the writer sees it at a glance.
 */

/** What a postmortem is read back with. */
export interface ReadBackContext {
  /** Null without `people.yaml`. */
  people: readonly Person[] | null;
  /** `YYYY-MM-DD` in the settings' zone. */
  today: string;
}

/** As lines for a terminal: when it was, what comes into the backlog and to whom, what is an idea or a risk. */
export function readBack(postmortem: Postmortem, context: ReadBackContext, paint: Paint): string {
  const rows: [name: string, lines: string[]][] = [
    [sections.timeline.name, timesOf(postmortem)],
    [sections['root-causes'].name, causesOf(postmortem)],
    [sections.hypotheses.name, hypothesesOf(postmortem)],
    [sections.whys.name, whysOf(postmortem)],
    [sections['next-actions'].name, nextActionsOf(postmortem)],
    ...questions.map((question): [string, string[]] => [
      sections[question].name,
      answerLines(postmortem.questions[question], context.today, paint),
    ]),
  ];
  const own = postmortem.sections.flatMap(({ slug, heading }) =>
    slug === null && heading !== null ? [heading] : [],
  );
  if (own.length > 0)
    rows.push([
      'Your own',
      [
        `${printable(own.join(', '))}: shown where ${own.length === 1 ? 'it stands' : 'they stand'}, read as nothing else`,
      ],
    ]);
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${paint.bold(printable(postmortem.file))} reads as:`,
    '',
    ...rows.flatMap(([name, lines]) =>
      lines.map((line, at) => `  ${(at === 0 ? name : '').padEnd(width)}  ${line}`),
    ),
    ...closing(postmortem, context.people),
  ].join('\n');
}

/** The same in two sentences, for a list of problems. */
export function readBackLine(postmortem: Postmortem): string {
  const { detect, mitigate, resolve } = postmortem.durations;
  const times = [
    ...(detect === null ? [] : [`noticed after ${durationText(detect)}`]),
    ...(mitigate === null ? [] : [`stopped after ${durationText(mitigate)}`]),
    ...(resolve === null ? [] : [`over after ${durationText(resolve)}`]),
  ].join(', ');
  const { agreed, besides } = countsOf(postmortem);
  const counts = wordList([agreed ?? 'no improvements', ...besides]);
  return `It reads as: ${counts}${times === '' ? '' : `; ${times}`}. What was agreed on and is not counted begins with a box: \`- [ ] … @handle due:YYYY-MM-DD\`.`;
}

/** What stands under one question, in a few words; null where nothing does. */
export function answerInShort(answer: QuestionAnswer): string | null {
  const { improvements, ideas, question } = answer;
  const words = [
    ...(improvements.length === 0 ? [] : [count(improvements.length, 'improvement')]),
    ...(ideas.length === 0 ? [] : [count(ideas.length, bullet(question))]),
  ];
  if (words.length > 0) return wordList(words);
  return answer.answered ? 'no improvement' : null;
}

/** `3 min to detect, 1 h 36 min to resolve`; null where no mark tells. */
export function timesInShort({ durations }: Pick<Postmortem, 'durations'>): string | null {
  const figures = (['detect', 'respond', 'mitigate', 'resolve'] as const).flatMap((name) => {
    const duration = durations[name];
    return duration === null ? [] : [`${durationText(duration)} to ${name}`];
  });
  return figures.length === 0 ? null : figures.join(', ');
}

function timesOf(postmortem: Postmortem): string[] {
  const { timeline, facts } = postmortem;
  if (timeline === null || timeline.entries.length === 0) return ['no entries yet'];
  const figures = timesInShort(postmortem);
  return [
    `${spanOf(timeline)} (${facts.timezone}), ${timeline.entries.length === 1 ? 'one entry' : `${timeline.entries.length} entries`}`,
    ...(figures === null ? [] : [figures]),
    ...startOf(timeline),
  ];
}

/** A span says that nobody knows the moment, which is hardly meant of what began then and went on. */
function startOf({ entries }: Timeline): string[] {
  const start = entries.find(({ marks }) => marks.includes('started'))?.time;
  return start === undefined || start.endClock === null
    ? []
    : [
        `started at some moment from ${start.clock} to ${start.endClock}, so what is counted from it is a range`,
      ];
}

/** `2018-05-04 02:10 to 13:05`, with the second day where it is another one. */
function spanOf({ entries }: Timeline): string {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return '';
  const end = { date: last.time.endDate ?? last.time.date, clock: last.time.endClock ?? last.time.clock };
  const about = ({ approximate }: EntryTime): string => (approximate ? '~' : '');
  const from = `${first.time.date} ${about(first.time)}${first.time.clock}`;
  if (entries.length === 1 && last.time.end === null) return from;
  return `${from} to ${end.date === first.time.date ? '' : `${end.date} `}${about(last.time)}${end.clock}`;
}

function causesOf({ sections: written }: Postmortem): string[] {
  const section = written.find(({ slug }) => slug === 'root-causes');
  if (section === undefined) return [];
  if (section.tbd) return ['TBD'];
  const bullets = section.nodes.flatMap((node) => (node.type === 'list' ? node.children : []));
  return bullets.length > 0
    ? bullets.map((item) => ` -  ${shown(plainText(item.children.slice(0, 1)))}`)
    : [inProse(section.nodes)];
}

function hypothesesOf({ hypotheses }: Postmortem): string[] {
  if (hypotheses.length === 0) return [];
  const found = Map.groupBy(hypotheses, standingOf);
  const counted = [...found].map(
    ([standing, those]) => `${those.length} ${standingNames[standing].toLowerCase()}`,
  );
  return [`${hypotheses.length}: ${wordList(counted)}`];
}

function whysOf({ whys }: Postmortem): string[] {
  if (whys.length === 0) return [];
  const unanswered = whys.filter(({ answer }) => answer.length === 0).length;
  return [`${whys.length}, ${unanswered === 0 ? 'answered' : `${unanswered} without an answer`}`];
}

function nextActionsOf({ nextActions }: Postmortem): string[] {
  return nextActions.map(
    ({ done, text, owner }) =>
      `${done ? '[x]' : '[ ]'} ${shown(text)}${owner === null ? '' : `  @${printable(owner)}`}`,
  );
}

function answerLines(answer: QuestionAnswer | undefined, today: string, paint: Paint): string[] {
  if (answer === undefined) return [];
  if (!answer.answered) return ['TBD'];
  const { improvements, ideas, prose, question } = answer;
  if (improvements.length + ideas.length === 0) return [inProse(prose)];
  return [
    ...improvements.map((improvement) => improvementLine(improvement, { risks: ideas, today }, paint)),
    ...ideas.map(({ text, systems }) => {
      const said =
        question === 'other-areas-of-risk'
          ? systems.length === 0
            ? 'a risk, names no system'
            : `a risk to ${wordList(systems)}`
          : "an idea, nobody's yet";
      return ` -  ${shown(text)}  ${paint.dim(said)}`;
    }),
  ];
}

function improvementLine(
  improvement: Improvement,
  { risks, today }: { risks: readonly Idea[]; today: string },
  { yellow, dim }: Paint,
): string {
  const { state, title, owner, due, done, dropped, ticket } = improvement;
  const answered = systemsAnswered(improvement, risks);
  const isOver = done !== null || dropped !== null;
  const missing = (what: string): string => (isOver ? '' : yellow(what));
  const said = [
    owner === null ? missing('no owner') : `@${printable(owner)}`,
    due === null ? missing('no date') : `due ${due}`,
    isOverdue(improvement, today) ? yellow('which has passed') : '',
    done === null ? '' : `done ${done}`,
    dropped === null ? '' : `dropped ${dropped}`,
    ticket === null ? '' : printable(ticket),
    state === 'resolved' ? 'in test' : state === 'verified' ? 'verified' : '',
    answered.length === 0 ? '' : `answers the risk to ${wordList(answered)}`,
  ].filter((part) => part !== '');
  return `${isOver ? '[x]' : '[ ]'} ${shown(title)}  ${dim(said.join(', '))}`;
}

function inProse(nodes: readonly RootContent[]): string {
  return `prose: ${shown(plainText(nodes))}`;
}

function closing(postmortem: Postmortem, people: readonly Person[] | null): string[] {
  const { agreed, besides } = countsOf(postmortem);
  // While the fire burns nobody has met yet.
  if (postmortem.facts.status === 'open' && agreed === null) return [];
  const owners = ownersOf(postmortem).flatMap((handle) => {
    const person = people?.find((known) => known.handle === handle);
    return person === undefined
      ? []
      : [`@${handle} is ${person.name}${person.team === null ? '' : `, ${person.team}`}`];
  });
  return [
    '',
    ...(owners.length === 0 ? [] : [`${printable(owners.join('; '))}.`]),
    `In the backlog: ${agreed ?? 'nothing'}.${besides.length === 0 ? '' : ` Besides: ${wordList(besides)}.`}`,
    'What was agreed on and is missing there begins with a box: - [ ] … @handle due:YYYY-MM-DD',
  ];
}

/** Handles, in the order in which they come. */
function ownersOf({ questions: answers }: Pick<Postmortem, 'questions'>): string[] {
  const owners = questions.flatMap(
    (question) => answers[question]?.improvements.flatMap(({ owner }) => owner ?? []) ?? [],
  );
  return [...new Set(owners)];
}

/** `3 improvements (@ana 2, @sam)`, or null; and `2 ideas`, `1 risk`, where there are any. */
function countsOf({ questions: answers }: Pick<Postmortem, 'questions'>): {
  agreed: string | null;
  besides: string[];
} {
  const all = questions.flatMap((question) => answers[question] ?? []);
  const improvements = all.flatMap((answer) => answer.improvements);
  const owners = ownersOf({ questions: answers }).map((owner) => {
    const own = improvements.filter((improvement) => improvement.owner === owner).length;
    return own === 1 ? `@${owner}` : `@${owner} ${own}`;
  });
  const named = owners.length === 0 ? '' : ` (${printable(owners.join(', '))})`;
  const besides = (['idea', 'risk'] as const).flatMap((kind) => {
    const bullets = all.flatMap(({ question, ideas }) => (bullet(question) === kind ? ideas : []));
    return bullets.length === 0 ? [] : [count(bullets.length, kind)];
  });
  return {
    agreed: improvements.length === 0 ? null : `${count(improvements.length, 'improvement')}${named}`,
    besides,
  };
}

function bullet(question: Question): 'idea' | 'risk' {
  return question === 'other-areas-of-risk' ? 'risk' : 'idea';
}

const longest = 64;

function shown(text: string): string {
  return printable(shortLine(text, longest));
}

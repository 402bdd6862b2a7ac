import type { Person } from '../catalog/catalog.ts';
import { type Place, type Problem, problem } from '../diagnostic.ts';
import type { Section } from '../document/document.ts';
import { beginAtStart, type IndentedHeading, indentedHeading } from '../document/indented-headings.ts';
import { plainText, saysTbd } from '../document/plain-text.ts';
import { renamed, sectionMeant } from '../document/section-names.ts';
import type { QuestionAnswer } from '../improvement/improvement.ts';
import { itemForms } from '../improvement/item-forms.ts';
import { dayTold } from '../improvement/spoken-day.ts';
import { handleWritten, personNamed } from '../people/names-of-people.ts';
import { shortened } from '../shortened.ts';
import { addDays, workdayFrom } from '../time/dates.ts';
import { dayIn } from '../time/written-day.ts';
import { readEntryTime } from '../timeline/entry-time.ts';
import type { Timeline } from '../timeline/timeline.ts';
import {
  sections as knownSections,
  type Mark,
  type Question,
  questionPrompts,
  questions,
  type SectionSlug,
  type Status,
  statuses,
} from '../vocabulary.ts';
import { wordList } from '../word-list.ts';
import { statusNeeds } from './status-needs.ts';

/** What the gates look at. */
export interface Gated {
  status: Status;
  sections: readonly Section[];
  timeline: Timeline | null;
  questions: Partial<Record<Question, QuestionAnswer>>;
  /** The day of the meeting, else of the incident, `YYYY-MM-DD`: dates that are proposed come after it. */
  writtenOn: string | null;
  /** Sections that are part of a list, by their indent. */
  indented: readonly IndentedHeading[];
  /** Null where there is no `people.yaml`. */
  people: readonly Person[] | null;
}

/** What has no place of its own yet is reported at the top of the file. */
const top: Place = { line: 1, column: 1 };

const markMeanings: Readonly<Record<Mark, string>> = {
  started: 'when the trouble began',
  detected: 'when somebody or something first noticed',
  responded: 'when somebody began to work on it',
  mitigated: 'when customers no longer felt it',
  resolved: 'when it was over for good',
};

const asks: Partial<Record<SectionSlug, string>> = {
  summary: 'Say in a few plain sentences what happened and whom it touched.',
  timeline: 'Begin with a line like: - 2018-05-04 02:10 **started** What happened',
  'root-causes': 'Say what made it possible; several causes are welcome.',
};

/** What a file still needs for the status it has: each thing where it would go. */
export function statusProblems(gated: Gated): Problem[] {
  const reached = statuses.slice(0, statuses.indexOf(gated.status) + 1);
  return [
    ...oneOfProblems(gated),
    ...reached.flatMap((status) => {
      const needs = statusNeeds[status];
      return [
        ...needs.written.flatMap((slug) => writtenProblems(gated, slug, asks[slug] ?? '')),
        ...(needs.marks.length > 0 ? markProblems(gated, needs.marks) : []),
        ...(needs.questions ? [...questionProblems(gated), ...improvementProblems(gated)] : []),
      ];
    }),
  ];
}

function oneOfProblems({ status, sections }: Gated): Problem[] {
  const { oneOf } = statusNeeds[status];
  if (oneOf.length === 0 || sections.some(({ slug }) => oneOf.some((wanted) => wanted === slug))) return [];
  const names = oneOf.map((slug) => knownSections[slug].name);
  return [
    problem(
      'section-missing',
      top,
      `An open incident needs one of the sections ${wordList(names, 'or')}, so that whoever opens it knows what is burning.`,
      'Add a line ## Symptoms and write what people see under it; TBD will do for now.',
    ),
  ];
}

/** A section that must stand in the file, with something in it other than TBD. */
function writtenProblems({ status, sections, indented }: Gated, slug: SectionSlug, ask: string): Problem[] {
  const { name } = knownSections[slug];
  const section = sections.find((candidate) => candidate.slug === slug);
  if (section === undefined) {
    const lost = indented.find((heading) => heading.slug === slug);
    if (lost !== undefined)
      return [
        problem(
          'section-missing',
          lost.place,
          `A ${status} postmortem needs the section ${name}; ${indentedHeading(lost)}.`,
          beginAtStart(lost.text),
        ),
      ];
    const other = otherwiseNamed(sections, slug);
    return [
      other === null
        ? problem(
            'section-missing',
            top,
            `A ${status} postmortem needs the section ${name}, which isn't here yet.`,
            `Add a line ## ${name}. ${ask}`,
          )
        : problem(
            'section-missing',
            other.place,
            `A ${status} postmortem needs the section ${name}; the heading "${other.heading}" isn't understood as it.`,
            `Write ${renamed(other.heading ?? '', name)}`,
          ),
    ];
  }
  if (!section.tbd) return [];
  const gap = gapIn(section);
  return [
    problem(
      'section-tbd',
      gap ?? section.place,
      section.empty
        ? `The section ${name} is empty, and a ${status} postmortem needs it.`
        : `The section ${name} still says TBD, and a ${status} postmortem needs it written.`,
      gap === null ? ask : 'Write here what TBD stands for, or delete it.',
    ),
  ];
}

/** Where TBD first stands in a section that says something else too; null where there is nothing but TBD. */
function gapIn({ nodes, empty }: Section): Place | null {
  if (empty) return null;
  // Of a list, its items: those that are written need no second look.
  const blocks = nodes.flatMap((node) => (node.type === 'list' ? node.children : [node]));
  const written = blocks.filter(({ type }) => type !== 'mdxFlowExpression');
  const gap = written.find((node) => saysTbd([node]));
  const start = gap?.position?.start;
  const isAll = written.length < 2 && plainText(written) === 'TBD';
  return isAll || start === undefined ? null : { line: start.line, column: start.column };
}

/** A heading that was most likely meant to be this section. */
function otherwiseNamed(sections: readonly Section[], slug: SectionSlug): Section | null {
  return (
    sections.find(
      ({ slug: own, heading }) => own === null && heading !== null && sectionMeant(heading)?.slug === slug,
    ) ?? null
  );
}

function markProblems({ status, sections, timeline }: Gated, needed: readonly Mark[]): Problem[] {
  const section = sections.find(({ slug }) => slug === 'timeline');
  if (section === undefined || timeline === null) return [];
  if (timeline.entries.length === 0) return noEntries(section);
  const present = new Set(timeline.entries.flatMap(({ marks }) => marks));
  return needed
    .filter((mark) => !present.has(mark))
    .map((mark) =>
      problem(
        'mark-missing',
        section.place,
        `No entry of this timeline is marked **${mark}**, and a ${status} postmortem says ${markMeanings[mark]}.`,
        `Put **${mark}** right after the time of that entry, for example: - 08:25 **${mark}** What happened`,
      ),
    );
}

/** What a timeline without an entry says instead, in prose or a table; where it is empty or TBD, that is reported already. */
function noEntries({ nodes, tbd, place }: Section): Problem[] {
  // Items and headings without a time are reported one by one.
  if (tbd || nodes.some(({ type }) => type === 'list' || type === 'heading')) return [];
  const table = nodes.find((node) => node.type === 'table');
  const rows =
    table?.children.map(({ children }) => children.map((cell) => plainText([cell])).join(' ')) ?? [];
  const [first] = rows.flatMap((row) => {
    const reading = readEntryTime(row);
    const time = reading.kind === 'time' ? reading.time : reading.kind === 'slip' ? reading.repaired : null;
    if (reading.kind === 'none' || time === null) return [];
    return [
      `- ${time.date === null ? '' : `${time.date} `}${time.clock} **started** ${shortened(row.slice(reading.length).trim())}`,
    ];
  });
  const start = table?.position?.start;
  return [
    problem(
      'timeline-entry',
      start === undefined ? place : { line: start.line, column: start.column },
      table === undefined
        ? 'This timeline has no entry yet: an entry is a bullet that begins with a time.'
        : 'A timeline is a list, not a table: an entry is a bullet that begins with a time.',
      `${table === undefined ? 'Write' : 'Write each row as'} a line like: ${first ?? '- 2018-05-04 02:10 **started** What happened'}`,
    ),
  ];
}

function questionProblems({ status, sections, indented, questions: answers }: Gated): Problem[] {
  const problems: Problem[] = [];
  for (const question of questions) {
    const { name } = knownSections[question];
    const section = sections.find(({ slug }) => slug === question);
    const lost = indented.find((heading) => heading.slug === question);
    if (section === undefined && lost !== undefined)
      problems.push(
        problem(
          'question-missing',
          lost.place,
          `A ${status} postmortem answers all five questions; ${indentedHeading(lost)}.`,
          beginAtStart(lost.text),
        ),
      );
    else if (section === undefined) {
      const other = otherwiseNamed(sections, question);
      problems.push(
        other === null
          ? problem(
              'question-missing',
              top,
              `A ${status} postmortem answers all five questions; ${name} isn't here yet.`,
              `Add a line ## ${name} and answer: ${questionPrompts[question]}`,
            )
          : problem(
              'question-missing',
              other.place,
              `A ${status} postmortem answers all five questions; the heading "${other.heading}" isn't understood as ${name}.`,
              `Write ${renamed(other.heading ?? '', name)}`,
            ),
      );
    } else if (answers[question]?.answered !== true)
      problems.push(
        problem(
          'question-unanswered',
          section.place,
          `The question ${name} has no answer yet, and a ${status} postmortem answers all five.`,
          `${questionPrompts[question]} ${answerHint(question)} "Nothing this time, because …" is an answer too, and so is "We did not talk about it."`,
        ),
      );
  }
  return [...problems, ...orderProblems(sections)];
}

/** Whoever knows Markdown only does not know yet what a bullet and a box say here. */
function answerHint(question: Question): string {
  return `A sentence will do, ${itemForms(question)
    .map(({ means, form }) => `or "${form}" (${means})`)
    .join(', ')}.`;
}

function orderProblems(sections: readonly Section[]): Problem[] {
  const problems: Problem[] = [];
  let latest = -1;
  for (const { slug, place } of sections) {
    const rank = questions.indexOf(slug as Question);
    if (rank === -1) continue;
    if (rank < latest) {
      const [here, before] = [questions[rank] as Question, questions[latest] as Question];
      problems.push(
        problem(
          'question-order',
          place,
          `${knownSections[here].name} stands after ${knownSections[before].name}; the five questions keep the order of the meeting.`,
          `The order is ${questions.map((question) => knownSections[question].name).join(', ')}. Move this section up.`,
        ),
      );
    } else latest = rank;
  }
  return problems;
}

function improvementProblems({ questions: answers, writtenOn, people }: Gated): Problem[] {
  return (
    Object.values(answers)
      .flatMap(({ improvements }) => improvements)
      // One without text is reported as that; who does it by when is asked once it says what.
      .filter(({ state, title }) => state !== 'dropped' && title !== '')
      .flatMap(({ place, owner, due, done, title, reported }) => [
        ...(owner === null && !reported.includes('owner')
          ? [
              problem(
                'improvement-owner',
                place,
                `Nobody owns the improvement "${shortened(title)}" yet; after the meeting each one has an owner.`,
                ownerHint(title, people),
              ),
            ]
          : []),
        ...(due === null && done === null && !reported.includes('due') && !reported.includes('done')
          ? [
              problem(
                'improvement-due',
                place,
                `The improvement "${shortened(title)}" has no date yet; after the meeting each one has a date.`,
                dueHint(title, writtenOn),
              ),
            ]
          : []),
      ])
  );
}

function ownerHint(title: string, people: Gated['people']): string {
  const handle = handleWritten(title);
  if (handle !== null) return `Only what stands at the very end counts: move @${handle} there.`;
  const person = personNamed(title, people);
  return person === null
    ? 'Add the handle of whoever does it at the end of its text: @handle'
    : `If it is ${person.name} who does it, add @${person.handle} at the end of its text.`;
}

function dueHint(title: string, writtenOn: string | null): string {
  const found = dayIn(title) ?? (writtenOn === null ? null : dayTold(title, writtenOn));
  if (found === null && isRepeated.test(title))
    return `What is done again and again has the day of its first time, for example: due:${twoWeeksAfter(writtenOn)}`;
  return found === null
    ? `Add due: and a day at the end of its text, for example: due:${twoWeeksAfter(writtenOn)}`
    : `If ${found.written} is that date, write ${found.days.map((day) => `due:${day}`).join(' or ')} at the end of its text.`;
}

const isRepeated =
  /\b(?:every|each (?:day|week|month|quarter|year|release|sprint|deploy)|daily|weekly|monthly|quarterly|yearly|regularly)\b/i;

/** An example that, taken as it stands, is a working day after the meeting. */
function twoWeeksAfter(day: string | null): string {
  return day === null ? '2018-06-01' : workdayFrom(addDays(day, 14));
}

import type { Person, Settings } from '../catalog/catalog.ts';
import type { Problem } from '../diagnostic.ts';
import type { Document, Section } from '../document/document.ts';
import { type IndentedHeading, indentedHeadings, isBelowIndented } from '../document/indented-headings.ts';
import { createAnchors } from '../improvement/anchors.ts';
import { readHypotheses } from '../improvement/read-hypotheses.ts';
import { readNextActions } from '../improvement/read-next-actions.ts';
import { readQuestions } from '../improvement/read-question.ts';
import { readWhys } from '../improvement/read-whys.ts';
import { isDate } from '../time/dates.ts';
import { durationsOf, incidentDate } from '../timeline/marks.ts';
import { readTimeline } from '../timeline/read-timeline.ts';
import { questions, type SectionSlug, type Status } from '../vocabulary.ts';
import { meantStatus } from './fact-fixes.ts';
import { readFacts } from './facts.ts';
import { type NamesOfFile, nameProblems } from './known-names.ts';
import type { Postmortem } from './postmortem.ts';
import { statusProblems } from './status-gates.ts';

export interface PostmortemFile {
  /** Path below `content/postmortems/` without the ending. */
  id: string;
  /** Path from the project's root. */
  file: string;
  document: Document;
  settings: Settings;
  /** Null where there is no `systems.yaml`. */
  systemIds: NamesOfFile;
  /** Null where there is no `people.yaml`. */
  handles: NamesOfFile;
  /** For messages that speak of somebody by name; nobody is named where it is absent. */
  people?: readonly Person[] | null;
}

export interface PostmortemReading {
  /** Null only where the front matter can't be used; with any other problem it holds what could be read. */
  postmortem: Postmortem | null;
  /** The same, with stand-ins for what the front matter does not tell: to judge the text by, and for nothing else. */
  readable: Postmortem | null;
  problems: Problem[];
}

/** Understands one file and reports every problem in it at once. */
export function readPostmortem({
  id,
  file,
  document,
  settings,
  systemIds,
  handles,
  people = null,
}: PostmortemFile): PostmortemReading {
  const { facts, readable, problems: factProblems } = readFacts(document, settings);
  const { source, sections } = document;
  const sectionOf = (slug: SectionSlug): Section | null =>
    sections.find((section) => section.slug === slug) ?? null;
  const fileDate = dateOfName(id);

  const timelineSection = sectionOf('timeline');
  const timeline =
    timelineSection === null
      ? null
      : readTimeline(timelineSection, { source, timezone: facts?.timezone ?? settings.timezone, fileDate });
  const date = incidentDate(timeline?.timeline ?? null, fileDate);
  const writtenOn = readable?.reviewedOn ?? date;
  const asked = questions.flatMap((question) => {
    const section = sectionOf(question);
    return section === null ? [] : [{ question, section }];
  });
  const { answers, problems: answerProblems } = readQuestions(asked, {
    source,
    anchors: createAnchors(document.anchors),
    writtenOn,
  });
  const hypotheses = read(sectionOf('hypotheses'), (section) => readHypotheses(section, { source }));
  const whys = read(sectionOf('whys'), (section) => readWhys(section, { source }));
  const actions = read(sectionOf('next-actions'), (section) => readNextActions(section, { source }));

  const parts = {
    timeline: timeline?.timeline ?? null,
    questions: Object.fromEntries(answers.map((answer) => [answer.question, answer])),
    hypotheses: hypotheses?.hypotheses ?? [],
    whys: whys?.whys ?? [],
    nextActions: actions?.actions ?? [],
  };
  const indented = indentedHeadings(document.tree, document.headings, source);
  const status = facts?.status ?? statusOf(document);
  const gates =
    status === null ? [] : statusProblems({ status, sections, ...parts, writtenOn, indented, people });
  const problems = [
    ...withoutNamesToldOf(document.problems, gates),
    ...factProblems,
    ...(timeline?.problems ?? []),
    ...[{ problems: answerProblems }, hypotheses, whys, actions].flatMap((section) =>
      withoutTasksBelow(indented, section?.problems ?? []),
    ),
    ...nameProblems(parts, document, { systemIds, handles }),
    ...gates,
  ];
  if (readable === null) return { postmortem: null, readable: null, problems };
  const postmortem: Postmortem = {
    id,
    file,
    facts: readable,
    date,
    document,
    sections,
    durations: durationsOf(parts.timeline),
    ...parts,
  };
  return { postmortem: facts === null ? null : postmortem, readable: postmortem, problems };
}

/** A heading that is asked for under its right name is told of once, with the fix of the warning. */
function withoutNamesToldOf(problems: readonly Problem[], gates: Problem[]): Problem[] {
  const missing = gates.filter(({ rule, place }) => isMissing.has(rule) && place.line > 1);
  return problems.filter((problem) => {
    if (problem.rule !== 'section-name' && problem.rule !== 'heading-indented') return true;
    const same = missing.find(({ place }) => place.line === problem.place.line);
    if (same !== undefined && problem.fix !== undefined) same.fix = problem.fix;
    return same === undefined;
  });
}

/** What stands under a heading that is indented moves with it. */
function withoutTasksBelow(indented: readonly IndentedHeading[], problems: readonly Problem[]): Problem[] {
  return problems.filter(
    ({ rule, place }) => rule !== 'improvement-nested' || !isBelowIndented(indented, place),
  );
}

const isMissing: ReadonlySet<string> = new Set(['section-missing', 'question-missing']);

/** The date that begins a file's name, if one does: `postmortems/2018-05-04-fax.mdx`. */
export function dateOfName(id: string): string | null {
  const date = /(?:^|\/)(\d{4}-\d{2}-\d{2})(?!\d)[^/]*$/.exec(id)?.[1];
  return date !== undefined && isDate(date) ? date : null;
}

/** The status of a file whose other facts can't be used, so that what it asks for is reported at the same time. */
function statusOf({ frontMatter }: Document): Status | null {
  const { status } = frontMatter ?? {};
  return meantStatus(status);
}

function read<Result>(section: Section | null, reader: (section: Section) => Result): Result | null {
  return section === null ? null : reader(section);
}

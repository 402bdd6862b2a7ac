import type { Settings } from '../catalog/catalog.ts';
import { type Problem, problem } from '../diagnostic.ts';
import { readDocument } from '../document/read-document.ts';
import { readFacts } from '../postmortem/facts.ts';
import type { OrderWords } from '../timeline/chronology.ts';
import { readTimeline } from '../timeline/read-timeline.ts';
import { shown } from '../yaml/schema-problems.ts';

/** What is wrong with one fact, as `check` would say it of a file that has it; null where it is fine. */
export function factProblem(key: string, value: unknown, settings: Settings): Problem | null {
  const facts = {
    title: 'A title',
    status: 'open',
    severity: settings.severities[0]?.level ?? 1,
    [key]: value,
  };
  // JSON is YAML, and takes any value as it is.
  const lines = Object.entries(facts).map(([name, fact]) => `${name}: ${JSON.stringify(fact)}`);
  const document = readDocument(`---\n${lines.join('\n')}\n---\n\nText.\n`);
  const problems = [...document.problems, ...readFacts(document, settings).problems];
  return problems.find(({ severity }) => severity === 'error') ?? null;
}

/** A time as a timeline's entry begins, in order after others. */
export interface JudgedTime {
  problem: Problem | null;
  /** `YYYY-MM-DD` of its start in the zone; null where the time can't be read. */
  date: string | null;
}

const words = 'Something happened.';
const example = 'Write it like `2018-05-04 08:25`; `2018-05-04 ~08:25` is about then.';

/** Times are asked for one by one: there is no entry above, and nothing to be moved. */
const orderWords: OrderWords = {
  before: (time) => `the time given before it, ${time}`,
  otherwise: 'correct one of the two',
  dated: 'Correct one of the two.',
};

/** What `check` would say of an entry with this time after entries at others. The first one needs its date. */
export function judgeTime(written: string, timezone: string, before: readonly string[] = []): JudgedTime {
  const lines = [...before, written].map((time) => `- ${time.replace(/\s+/g, ' ')} **action** ${words}`);
  const document = readDocument(`## Timeline\n\n${lines.join('\n')}\n`);
  const section = document.sections.find(({ slug }) => slug === 'timeline');
  if (section === undefined) return { problem: null, date: null };
  const { timeline, problems } = readTimeline(section, {
    source: document.source,
    timezone,
    fileDate: null,
    orderWords,
  });
  const line = lines.length + 2;
  const found = problems.find(({ place }) => place.line === line) ?? null;
  const entry = timeline?.entries.at(-1);
  if (found === null && entry?.text !== words)
    return {
      problem: problem('timeline-time', { line, column: 1 }, `${shown(written)} is no time.`, example),
      date: null,
    };
  // There is no timeline yet whose entry could be spoken of.
  if (found?.rule === 'timeline-entry')
    return { problem: { ...found, message: `${shown(written)} is no time.`, hint: example }, date: null };
  return {
    problem: found,
    date: entry?.time.date ?? null,
  };
}

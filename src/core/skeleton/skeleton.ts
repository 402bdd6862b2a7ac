import { stringify } from 'yaml';
import {
  questions,
  type RaisedBy,
  raisedByValues,
  type SectionSlug,
  type Status,
  sections,
  statuses,
  type Triage,
  triageValues,
} from '../vocabulary.ts';
import { comment, type PromptExamples, promptOf } from './section-prompts.ts';

/** What is known of an incident when its file is begun. */
export interface SkeletonFacts {
  title: string;
  status: Status;
  severity: number;
  systems: readonly string[];
  raisedBy: RaisedBy | null;
  triage: Triage | null;
  /** IANA name; null where it is the settings' zone. */
  timezone: string | null;
  facilitator: string | null;
  /** The day of the meeting, `YYYY-MM-DD`; null where none was held. */
  reviewedOn: string | null;
  /** With its date, as a timeline's entry begins: `2018-05-04 02:10`. */
  started: string;
  /** As a timeline's entry begins; null while nobody knows. */
  detected: string | null;
  mitigated: string | null;
  resolved: string | null;
  /** What was reported, word for word. */
  request: string | null;
}

/** What a person may choose from, for the comments beside the facts. */
export interface SkeletonChoices {
  severities: readonly { level: number; name: string }[];
  /** Whether `systems.yaml` knows any. */
  hasSystems: boolean;
  /** What its prompts name. */
  examples: PromptExamples;
}

const opening = {
  open: `While the fire burns this file is the ticket, the one place that everybody looks at. Write TBD wherever you do not know
yet, and don't hide anything. Comments like this one never show on the page. Once the fire is out,
npm run new -- --from with this file's name adds the sections of a postmortem.`,
  resolved: `How it happened, never who. Comments like this one never show on the page; delete them as you write.
npm run check says what is still missing. After the meeting: status: reviewed, and reviewedOn with its day.`,
  reviewed: `How it happened, never who. Comments like this one never show on the page; delete them as you write.
Every TBD waits for what you know, from the notes of the meeting; npm run check says what is still missing.
What is done by now has a ticked box and its day: - [x] … @owner done:DATE. A ticket goes there, too: ticket:ID.`,
};

const whole: readonly SectionSlug[] = [
  'summary',
  'timeline',
  'hypotheses',
  'root-causes',
  'whys',
  ...questions,
];

/** The sections of a new file, in the order they are read. */
const layout: Record<SkeletonFacts['status'], readonly SectionSlug[]> = {
  open: [
    'original-request',
    'symptoms',
    'scope',
    'timeline',
    'hypotheses',
    'root-causes',
    'fixes-for-symptoms',
    'fixes-for-root-causes',
    'next-actions',
    'whys',
    'prevent',
  ],
  resolved: whole,
  reviewed: whole,
};

/**
 * The text of a new file. An `open` one passes `check` at once. Others have exactly the findings that say what is left to
 * write: `resolved` promises a summary and a timeline that somebody can rely on, `reviewed` root causes and answers, too.
 */
export function skeletonText(facts: SkeletonFacts, choices: SkeletonChoices): string {
  const slugs = layout[facts.status];
  const all: readonly SectionSlug[] =
    facts.request !== null && !slugs.includes('original-request') ? ['original-request', ...slugs] : slugs;
  const parts = [
    frontMatter(facts, choices),
    comment(opening[facts.status]),
    ...all.map((slug) => sectionText(slug, facts.status, choices.examples, contentOf(slug, facts))),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A section with its prompt, and TBD where nothing is known yet; without a line break at its end. */
export function sectionText(
  slug: SectionSlug,
  status: Status,
  examples: PromptExamples,
  content = 'TBD',
): string {
  const prompt = promptOf(slug, status, examples);
  const parts = [`## ${sections[slug].name}`, ...(prompt === null ? [] : [comment(prompt)]), content];
  return parts.join('\n\n');
}

function contentOf(slug: SectionSlug, facts: SkeletonFacts): string {
  if (slug === 'original-request' && facts.request !== null) return quoted(facts.request);
  if (slug !== 'timeline') return 'TBD';
  const times = [
    [facts.started, 'started'],
    [facts.detected, 'detected'],
    [facts.mitigated, 'mitigated'],
    [facts.resolved, 'resolved'],
  ] as const;
  return times.flatMap(([time, mark]) => (time === null ? [] : [`- ${time} **${mark}** TBD`])).join('\n');
}

/** Other people's words as they are: in a fence nothing in them is markup. */
function quoted(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '')}\n${fence}`;
}

function frontMatter(facts: SkeletonFacts, { severities, hasSystems }: SkeletonChoices): string {
  const levels = severities.map(({ level, name }) => `${level} ${name}`.replace(/\s+/g, ' ')).join(' · ');
  const { systems } = facts;
  const lines: [line: string, note: string | null][] = [
    [`title: ${scalar(facts.title)}`, null],
    [`status: ${facts.status}`, statuses.join(' | ')],
    [`severity: ${facts.severity}`, levels],
    systems.length > 0
      ? [`systems: [${systems.map(scalar).join(', ')}]`, 'ids from systems.yaml']
      : ['# systems: []', hasSystems ? 'ids from systems.yaml' : 'ids; say in systems.yaml what they are'],
    facts.raisedBy === null
      ? [`# raisedBy: ${raisedByValues[0]}`, raisedByValues.join(' | ')]
      : [`raisedBy: ${facts.raisedBy}`, raisedByValues.join(' | ')],
    facts.triage === null
      ? [`# triage: ${triageValues[1]}`, `where the fault lay: ${triageValues.join(' | ')}`]
      : [`triage: ${facts.triage}`, triageValues.join(' | ')],
    facts.timezone === null
      ? ['# timezone: Europe/Berlin', 'of all times below, where settings.yaml says another']
      : [`timezone: ${facts.timezone}`, 'of all times below'],
    facts.facilitator === null
      ? ['# facilitator: handle', 'who leads the meeting']
      : [`facilitator: ${scalar(facts.facilitator)}`, 'who leads the meeting'],
    ...(facts.status === 'open'
      ? []
      : [
          [
            facts.reviewedOn === null ? '# reviewedOn: YYYY-MM-DD' : `reviewedOn: ${facts.reviewedOn}`,
            'the day of the meeting',
          ] as [string, string],
          ['# effort: 6h', 'person-hours spent on the incident'] as [string, string],
        ]),
  ];
  const width = Math.min(44, Math.max(...lines.map(([line, note]) => (note === null ? 0 : line.length))));
  return [
    '---',
    ...lines.map(([line, note]) => (note === null ? line : `${line.padEnd(width)}  # ${note}`)),
    '---',
  ].join('\n');
}

/** One line of YAML, in quotes where it needs them. */
export function scalar(text: string): string {
  return stringify(text, {
    lineWidth: 0,
    blockQuote: false,
    defaultStringType: 'PLAIN',
    schema: 'core',
  }).trimEnd();
}

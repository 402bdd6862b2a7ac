import type { Root } from 'mdast';
import { buildCatalog, type CatalogParts } from '../../src/core/catalog/build-catalog.ts';
import type { HandbookPage, Settings } from '../../src/core/catalog/catalog.ts';
import type { Document } from '../../src/core/document/document.ts';
import type { Idea, Improvement, QuestionAnswer } from '../../src/core/improvement/improvement.ts';
import type { Facts, Postmortem } from '../../src/core/postmortem/postmortem.ts';
import { type Question, questions } from '../../src/core/vocabulary.ts';

/** Values for tests that need no file: only what the test is about is written down. */
const place = { line: 1, column: 1 };
const tree: Root = { type: 'root', children: [] };
const text = (value: string): { type: 'text'; value: string }[] => [{ type: 'text', value }];

export const settings: Settings = {
  organisation: null,
  timezone: 'UTC',
  severities: [
    {
      level: 1,
      name: 'Down',
      meaning: null,
      policy: null,
      postmortem: true,
      postmortemDays: 7,
      improvementDays: 30,
    },
    {
      level: 2,
      name: 'Serious',
      meaning: null,
      policy: null,
      postmortem: true,
      postmortemDays: null,
      improvementDays: null,
    },
    {
      level: 3,
      name: 'Minor',
      meaning: null,
      policy: null,
      postmortem: false,
      postmortemDays: null,
      improvementDays: null,
    },
  ],
  ticketUrl: null,
  repository: null,
  wipLimits: {},
  teamHours: {},
  capacity: null,
  firstWeek: [],
  rules: {},
};

export function documentOf(
  part: Partial<Document> & { linksTo?: string[]; images?: string[] } = {},
): Document {
  const { linksTo = [], images = [], ...rest } = part;
  return {
    source: { text: '', placeAt: () => place, line: () => '' },
    tree,
    frontMatter: {},
    comments: [],
    frontMatterPlace: () => place,
    sections: [],
    links: [
      ...linksTo.map((url, at) => ({ kind: 'link' as const, url, place: { line: at + 1, column: 3 } })),
      ...images.map((url, at) => ({ kind: 'image' as const, url, place: { line: at + 1, column: 9 } })),
    ],
    fences: [],
    headings: [],
    anchors: [],
    problems: [],
    ...rest,
  };
}

export function improvementOf(part: Partial<Improvement> = {}): Improvement {
  const title = part.title ?? 'Watch the queue';
  return {
    place,
    question: 'detect',
    anchor: title.toLowerCase().replaceAll(' ', '-'),
    title,
    phrasing: text(title),
    blocks: [],
    state: part.done ? 'closed' : part.dropped ? 'dropped' : 'new',
    owner: null,
    ownerPlace: null,
    due: null,
    done: null,
    dropped: null,
    ticket: null,
    systems: [],
    systemPlaces: [],
    reported: [],
    ...part,
  };
}

export function ideaOf(part: Partial<Idea> & { text: string }): Idea {
  return {
    place,
    anchor: `idea-${part.text.toLowerCase().replaceAll(' ', '-')}`,
    phrasing: text(part.text),
    blocks: [],
    systems: [],
    systemPlaces: [],
    ...part,
  };
}

interface Sample
  extends Partial<Facts>,
    Partial<Pick<Postmortem, 'date' | 'timeline' | 'durations' | 'sections'>> {
  id: string;
  /** Risks by their text, with the systems they name. */
  risks?: Record<string, string[]>;
  ideas?: Partial<Record<Question, string[]>>;
  improvements?: Partial<Improvement>[];
  linksTo?: string[];
  images?: string[];
  anchors?: string[];
}

export function postmortemOf(sample: Sample): Postmortem {
  const {
    id,
    date = null,
    timeline = null,
    sections = [],
    durations,
    risks,
    ideas = {},
    improvements = [],
  } = sample;
  const { linksTo = [], images = [], anchors = [], ...facts } = sample;
  const answers: Partial<Record<Question, QuestionAnswer>> = {};
  for (const question of questions) {
    const own = improvements.filter((part) => (part.question ?? 'detect') === question).map(improvementOf);
    const thoughts = [
      ...(ideas[question] ?? []).map((idea) => ideaOf({ text: idea })),
      ...(question === 'other-areas-of-risk'
        ? Object.entries(risks ?? {}).map(([risk, systems]) => ideaOf({ text: risk, systems }))
        : []),
    ];
    if (own.length + thoughts.length > 0)
      answers[question] = { question, place, prose: [], ideas: thoughts, improvements: own, answered: true };
  }
  return {
    id,
    file: `content/postmortems/${id}.mdx`,
    facts: {
      title: facts.title ?? `Title of ${id}`,
      status: facts.status ?? 'reviewed',
      severity: facts.severity ?? 1,
      systems: facts.systems ?? [],
      raisedBy: facts.raisedBy ?? null,
      triage: facts.triage ?? null,
      tags: facts.tags ?? [],
      timezone: facts.timezone ?? 'UTC',
      facilitator: facts.facilitator ?? null,
      reviewedOn: facts.reviewedOn ?? null,
      effort: facts.effort ?? null,
    },
    date,
    document: documentOf({ linksTo, images, anchors }),
    sections,
    timeline,
    durations: durations ?? { detect: null, respond: null, mitigate: null, resolve: null },
    questions: answers,
    hypotheses: [],
    whys: [],
    nextActions: [],
  };
}

export function guideOf(id: string, part: Partial<HandbookPage> = {}): HandbookPage {
  return {
    id,
    file: `content/handbook/${id}.mdx`,
    title: `Guide ${id}`,
    description: null,
    order: null,
    group: null,
    document: documentOf(),
    hasCode: false,
    ...part,
  };
}

export function catalogOf(postmortems: Postmortem[], parts: Partial<CatalogParts> = {}) {
  return buildCatalog({
    settings,
    systems: [],
    people: null,
    handbook: [],
    files: new Set(),
    postmortems,
    ...parts,
  });
}

/** The words of the authoring format, version 1. Everything that spells one of them takes it from here. */

export const statuses = ['open', 'resolved', 'reviewed'] as const;
export type Status = (typeof statuses)[number];

export const raisedByValues = ['customer', 'product-owner', 'security', 'system'] as const;
export type RaisedBy = (typeof raisedByValues)[number];

export const triageValues = ['user', 'system', 'code'] as const;
export type Triage = (typeof triageValues)[number];

export const marks = ['started', 'detected', 'responded', 'mitigated', 'resolved'] as const;
export type Mark = (typeof marks)[number];

/** What readers are shown of each mark: in lists, in drawings and in the handbook the same word. */
export const markNames: Readonly<Record<Mark, string>> = {
  started: 'Started',
  detected: 'Detected',
  responded: 'Responded',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
};

export const entryKinds = ['alert', 'report', 'message', 'status', 'change', 'action', 'decision'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** The five questions, as their slugs, in the order of the meeting. */
export const questions = ['detect', 'react', 'quick-fix', 'prevent', 'other-areas-of-risk'] as const;
export type Question = (typeof questions)[number];

/** What the meeting asks under each question. */
export const questionPrompts: Readonly<Record<Question, string>> = {
  detect: 'How would we notice this, or something like it, sooner?',
  react: 'How would we respond better?',
  'quick-fix': 'How would we stop the bleeding faster?',
  prevent: 'How would we keep it from happening again, or make it hurt less?',
  'other-areas-of-risk': 'What else shares this weakness?',
};

export function isQuestion(text: string | null): text is Question {
  return questions.some((question) => question === text);
}

export const improvementStates = ['new', 'accepted', 'resolved', 'verified', 'closed', 'dropped'] as const;
export type ImprovementState = (typeof improvementStates)[number];

/** Files of the content folder that are looked for by name. */
export const dataFiles: readonly string[] = ['settings.yaml', 'systems.yaml', 'people.yaml', 'on-duty.yaml'];

/** How a handle is written, wherever one stands; `longestHandle` says how long it may be. */
export const handleForm = /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u;

/** What can stand behind an `@` in a text: stricter at its beginning, and any script's letters. */
export const mentionForm = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$/u;

/** A person's page is a folder, and a folder's name has at most 255 bytes: up to four for each letter. */
export const longestHandle = 60;

/** Known sections by their slug, which is also the anchor on the page. `aliases` are read as the same section. */
export const sections = {
  'original-request': { name: 'Original request', aliases: [] },
  symptoms: { name: 'Symptoms', aliases: [] },
  scope: { name: 'Scope', aliases: [] },
  summary: { name: 'Summary', aliases: [] },
  impact: { name: 'Impact', aliases: ['Customers affected'] },
  timeline: { name: 'Timeline', aliases: [] },
  hypotheses: { name: 'Hypotheses', aliases: [] },
  'root-causes': { name: 'Root causes', aliases: ['Root cause', 'Contributing factors'] },
  'fixes-for-symptoms': { name: 'Fixes for symptoms', aliases: ['Stabilisation', 'Mitigation'] },
  'fixes-for-root-causes': { name: 'Fixes for root causes', aliases: ['Resolution'] },
  whys: { name: 'Whys', aliases: [] },
  'next-actions': { name: 'Next actions', aliases: [] },
  detect: { name: 'Detect', aliases: [] },
  react: { name: 'React', aliases: [] },
  'quick-fix': { name: 'Quick fix', aliases: [] },
  prevent: { name: 'Prevent', aliases: [] },
  'other-areas-of-risk': { name: 'Other areas of risk', aliases: [] },
  artifacts: { name: 'Artifacts', aliases: ['Supporting information'] },
  'steps-to-reproduce': { name: 'Steps to reproduce', aliases: [] },
  'what-happened': { name: 'What happened', aliases: [] },
  'what-was-expected': { name: 'What was expected', aliases: [] },
} as const satisfies Record<string, { name: string; aliases: readonly string[] }>;
export type SectionSlug = keyof typeof sections;

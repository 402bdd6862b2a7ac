/** What the words of the format mean, one plain sentence each, for an editor to show beside them. */
import { headed, itemForms } from '../improvement/item-forms.ts';
import {
  type EntryKind,
  type ImprovementState,
  type Mark,
  marks,
  type Question,
  questionPrompts,
  questions,
  type RaisedBy,
  type SectionSlug,
  type Status,
  type Triage,
} from '../vocabulary.ts';

export const statusMeanings: Readonly<Record<Status, string>> = {
  open: 'The fire burns; the file is the ticket. TBD may stand anywhere in the text.',
  resolved:
    'The fire is out. Summary and Timeline are written, with the marks started, detected and resolved.',
  reviewed:
    'The meeting was held: root causes, all five questions, an owner and a date on every improvement.',
};

export const raisedByMeanings: Readonly<Record<RaisedBy, string>> = {
  customer: 'A customer told us.',
  'product-owner': 'The product owner, or somebody else in the house, told us.',
  security: 'A security report told us.',
  system: 'Our own alerts told us.',
};

export const triageMeanings: Readonly<Record<Triage, string>> = {
  user: 'The software did what it should; using it was the difficulty.',
  system: 'Hardware, network, vendors or the software stack.',
  code: 'Our own code or data.',
};

/** What each of the five moments is, for readers as well. */
export const markMeanings: Readonly<Record<Mark, string>> = {
  started: 'When the trouble began, even if nobody knew it then. All durations count from here.',
  detected: 'When we learned of it.',
  responded: 'When somebody began to work on it.',
  mitigated: 'When customers no longer felt it, whether or not its cause was gone.',
  resolved: 'When it was over, and nothing of it was left to put right.',
};

export const labelMeanings: Readonly<Record<Mark | EntryKind, string>> = {
  ...asLabels(markMeanings),
  alert: 'Kind: a monitor or an alarm spoke.',
  report: 'Kind: a person told us.',
  message: 'Kind: something was said to customers or to each other.',
  status: 'Kind: how things stood.',
  change: 'Kind: something was changed.',
  action: 'Kind: somebody did something about it.',
  decision: 'Kind: something was decided.',
};

export const stateMeanings: Readonly<Record<ImprovementState, string>> = {
  new: 'Nobody has taken it on yet.',
  accepted: 'Somebody works on it.',
  resolved: 'Done as far as its owner knows, and being tested.',
  verified: 'Tested by whoever asked for it; not in production yet.',
  closed: 'In production.',
  dropped: 'Given up, with a reason.',
};

export const sectionMeanings: Readonly<Record<SectionSlug, string>> = {
  'original-request': 'What came in, word for word.',
  symptoms: 'What was seen, before anybody knew why.',
  scope: 'Whom and what it touches.',
  summary: 'What it meant for customers, in a few sentences that everybody understands.',
  impact: 'How customers were affected, with numbers.',
  timeline: 'What happened when: one list item for each entry, beginning with its time.',
  hypotheses:
    'What it could be: a bullet for each, and below it the tests that were made, each with **ruled out**, **confirmed** or **inconclusive** at its end.',
  'root-causes': 'What made it possible. There is seldom only one.',
  'fixes-for-symptoms': 'What made it stop hurting.',
  'fixes-for-root-causes': 'What made it go away.',
  whys: 'A bullet for each “why”, with its answer nested below.',
  'next-actions': 'What is being done now: a task list, with owners. Not part of the backlog.',
  ...questionMeanings(),
  artifacts: 'Tickets, mails, graphs and logs to look at.',
  'steps-to-reproduce': 'How to see it happen.',
  'what-happened': 'What was seen.',
  'what-was-expected': 'What should have been seen.',
};

/** What an improvement's words say. */
export const wordMeanings = {
  due: 'The day by which it is to be done.',
  ticket: 'Where it is tracked: an id or an address.',
  status: 'How far it is: accepted, resolved or verified.',
  done: 'The day on which it was done; its box is ticked.',
  dropped: 'The day on which it was given up; its box is ticked, and a nested line says why.',
  id: 'Its own anchor, which stays the same when its text changes.',
  system: 'Which risks it answers: those here that name the same system.',
} as const;

function asLabels(meanings: Readonly<Record<Mark, string>>): Record<Mark, string> {
  return Object.fromEntries(marks.map((mark) => [mark, `Mark, once: w${meanings[mark].slice(1)}`])) as Record<
    Mark,
    string
  >;
}

/** The question, and what a bullet and a box say under it. */
function questionMeanings(): Record<Question, string> {
  return Object.fromEntries(
    questions.map((question) => [
      question,
      `${questionPrompts[question]}\n\n${itemForms(question)
        .map((item) => `- ${headed(item)}: \`${item.form}\``)
        .join('\n')}`,
    ]),
  ) as Record<Question, string>;
}

import { headed, itemForms } from '../improvement/item-forms.ts';
import { isQuestion, type Question, questionPrompts, type SectionSlug, type Status } from '../vocabulary.ts';

/** Whom, what and when the examples in a new file name: those of its own organisation where there are any. */
export interface PromptExamples {
  handle: string;
  /** `YYYY-MM-DD`, or that word. */
  due: string;
  system: { id: string; name: string };
}

/** Where nothing is known of an organisation. */
export const anyExamples: PromptExamples = {
  handle: 'handle',
  due: 'YYYY-MM-DD',
  system: { id: 'its-id', name: 'Invoicing' },
};

/** What the sections of a new file ask of their authors; comments, so readers of the page never see them. */
const sectionPrompts: Partial<Record<SectionSlug, string>> = {
  'original-request': 'What was reported, word for word, and by which way it came.',
  symptoms: 'What do people see? Error texts as they stand; which numbers moved, and since when?',
  scope: 'Whom does it touch, and how many? Whom does it not touch?',
  summary:
    'What happened and what it meant for customers: who felt it, how many, for how long. Plain words, impact first.',
  'root-causes':
    'What made it possible? Systems fail, people do not. A bullet each; ask "and what else had to be true?"',
  'fixes-for-symptoms': 'What eased the pain, or could: workarounds, ways back, who was told.',
  'fixes-for-root-causes': 'What takes the cause away.',
  hypotheses: `Guesses, however crazy: a bullet each, and below it a test that could rule it out. Nothing is changed on a guess.
A test ends with **ruled out**, **confirmed** or **inconclusive**. For example:
- The queue is full.
  - Count what waits in it: 12, as always. **ruled out**`,
  whys: `"Why did we not see this earlier?" "Why had we no access?" Be liberal: each one is a gold mine.
A bullet each, and below it a bullet that answers:
- Why did nobody see it earlier?
  - Because we watched the service and not the work.`,
};

/** What helps to answer a question, and what answers look like: a plain one, and one that is taken on. */
interface Answers {
  help: string | null;
  plain: string;
  box: string;
}

const answers: Record<Exclude<Question, 'other-areas-of-risk'>, Answers> = {
  detect: {
    help: 'Could the system have told us before a customer did?',
    plain: 'Mail a list of failures every hour',
    box: 'Page on duty when an order waits for 15 minutes',
  },
  react: {
    help: 'The right people sooner, knowing what they look at; words to customers.',
    plain: 'Rehearse once a year without the people who built it',
    box: 'Put the vendor’s number into the runbook',
  },
  'quick-fix': {
    help: 'Not the cure: the tourniquet.',
    plain: 'A switch that turns the feature off without a release',
    box: 'Re-send stuck orders with one command',
  },
  prevent: {
    help: null,
    plain: 'Two providers, so that one may fail',
    box: 'Let certificates renew themselves 30 days early',
  },
};

const timelinePrompts: Record<'open' | 'over', string> = {
  open: `Add a line as things happen: alerts, messages, what was tried, what changed. 24-hour clocks, in order; ~ is about then.
The first to notice is marked detected, whoever answers responded:
- 08:25 **detected, report** A supplier e-mails support.
- ~08:40 **responded** On duty looks at the queue.`,
  over: `What happened, what we saw, what we believed; no judgement. 24-hour clocks, in order; ~ is about then, 08:50–09:05 a span.
Mark started, detected and resolved; responded and mitigated where they are known:
- 08:25 **detected, report** A supplier e-mails support.
- ~08:40 **responded** On duty looks at the queue.
- 11:30 **mitigated** The bill is paid; faxing is enabled again.
- 13:05 **resolved, action** The last stuck order is re-sent by hand.`,
};

/** The prompt of a section; null where its name says enough. */
export function promptOf(slug: SectionSlug, status: Status, examples: PromptExamples): string | null {
  if (slug === 'timeline') return timelinePrompts[status === 'open' ? 'open' : 'over'];
  if (slug === 'next-actions')
    return `What happens next, and who does it; tick it off as you go. For example:
- [ ] Call the provider @${examples.handle}`;
  return isQuestion(slug) ? questionPrompt(slug, examples) : (sectionPrompts[slug] ?? null);
}

function questionPrompt(question: Question, { handle, due, system }: PromptExamples): string {
  const isOfRisks = question === 'other-areas-of-risk';
  const { help, plain, box } = isOfRisks ? answersFor(system) : answers[question];
  const tie = isOfRisks ? ` system:${system.id}` : '';
  const written = [`- ${plain}${tie}`, `- [ ] ${box} @${handle} due:${due}${tie}`];
  const heads = itemForms(question).map(headed);
  const width = Math.max(...heads.map(({ length }) => length));
  return [
    [questionPrompts[question], help].filter(Boolean).join(' '),
    ...heads.map((head, at) => `${`${head}:`.padEnd(width + 1)} ${written[at]}`),
  ].join('\n');
}

function answersFor({ name }: PromptExamples['system']): Answers {
  return {
    help: 'A bullet each.',
    plain: `${name} has no alert of this kind either`,
    box: `Give ${name} the same alert`,
  };
}

/** A comment of MDX; what stands in it never shows on a page. */
export function comment(text: string): string {
  return `{/* ${text.replaceAll('*/', '* /').split('\n').join('\n    ')} */}`;
}

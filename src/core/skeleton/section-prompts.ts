import { type Question, questions, type SectionSlug, type Status } from '../vocabulary.ts';

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
For example:
- The queue is full.
  - Count what waits in it: 12, as always. **ruled out**`,
  whys: `"Why did we not see this earlier?" "Why had we no access?" Be liberal: each one is a gold mine.
A bullet each, and below it a bullet that answers:
- Why did nobody see it earlier?
  - Because we watched the service and not the work.`,
  'next-actions': `What happens next, and who does it; tick it off as you go. For example:
- [ ] Call the provider @handle`,
};

const questionPrompts: Record<Question, string> = {
  detect:
    'How would we notice this, or something like it, sooner? Could the system have told us before a customer did?',
  react:
    'How would we respond better? The right people sooner, knowing what they look at; words to customers.',
  'quick-fix': 'How would we stop the bleeding faster? Not the cure: the tourniquet.',
  prevent: 'How would we keep it from happening again, or make it hurt less?',
  'other-areas-of-risk':
    'What else shares this weakness? A bullet each; system:its-id says whom it threatens.',
};

const improvementForm = `A bullet is an idea. A box is an improvement; once the meeting was held it has an owner and a date:
- [ ] Page on duty when the oldest queued fax is older than 15 minutes @handle due:YYYY-MM-DD`;

const timelinePrompts: Record<Exclude<Status, 'reviewed'>, string> = {
  open: `Add a line as things happen: alerts, messages, what was tried, what changed. 24-hour clocks, in order; ~ is about then.
The first to notice is marked detected, whoever answers responded:
- 08:25 **detected, report** A supplier e-mails support.
- ~08:40 **responded** On duty looks at the queue.`,
  resolved: `What happened, what we saw, what we believed; no judgement. 24-hour clocks, in order; ~ is about then, 08:50–09:05 a span.
Mark started, detected and resolved; responded and mitigated where they are known:
- 08:25 **detected, report** A supplier e-mails support.
- ~08:40 **responded** On duty looks at the queue.
- 11:30 **mitigated** The bill is paid; faxing is enabled again.
- 13:05 **resolved, action** The last stuck order is re-sent by hand.`,
};

/** The prompt of a section; null where its name says enough. */
export function promptOf(slug: SectionSlug, status: Exclude<Status, 'reviewed'>): string | null {
  if (slug === 'timeline') return timelinePrompts[status];
  if (slug === 'detect') return `${questionPrompts.detect}\n${improvementForm}`;
  const question = questions.find((name) => name === slug);
  return question === undefined ? (sectionPrompts[slug] ?? null) : questionPrompts[question];
}

/** A comment of MDX; what stands in it never shows on a page. */
export function comment(text: string): string {
  return `{/* ${text.replaceAll('*/', '* /').split('\n').join('\n    ')} */}`;
}

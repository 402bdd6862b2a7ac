import { questions } from '../vocabulary.ts';

/** What a meeting does, one after the other. A timeline's entries and its opening share one of them. */
export const steps = [
  'introductions',
  'blameless',
  'summary',
  'timeline',
  ...questions,
  'choosing',
  'owners',
  'thanks',
] as const;
export type Step = (typeof steps)[number];

/** How long each is meant to take. An hour in all: a longer meeting loses people, a shorter one loses the quiet ones. */
export const minutesOf: Readonly<Record<Step, number>> = {
  introductions: 2,
  blameless: 1,
  summary: 5,
  timeline: 15,
  detect: 5,
  react: 5,
  'quick-fix': 5,
  prevent: 5,
  'other-areas-of-risk': 5,
  choosing: 6,
  owners: 4,
  thanks: 2,
};

export const minutesInAll = steps.reduce((sum, step) => sum + minutesOf[step], 0);

/** The agenda as it is told before the meeting: the five questions are one thing. */
export const outline: readonly { steps: readonly Step[]; minutes: number }[] = (
  [
    ['introductions'],
    ['blameless'],
    ['summary', 'timeline'],
    questions,
    ['choosing', 'owners'],
    ['thanks'],
  ] as const
).map((of: readonly Step[]) => ({ steps: of, minutes: of.reduce((sum, step) => sum + minutesOf[step], 0) }));

export function isStep(text: string): text is Step {
  return (steps as readonly string[]).includes(text);
}

import type { Question } from '../../core/vocabulary.ts';
import { counted } from './metrics-words.ts';

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

export const training = {
  title: 'Training',
  lead: 'New here? Live through what happened, before it happens to you. Nobody is graded, and every one of these is over.',
  empty: 'There is nothing to train with yet. It begins with the first postmortem whose meeting was held.',
  week: 'Your first week',
  weekChosen: 'One a day, chosen by your team.',
  weekProposed:
    'One a day, proposed for how bad they were, how often others point to them, and what they show of our systems. Each says why.',
  weekMinutes: (count: number) => `About ${count} minutes in all.`,
  day: (count: number) => `Day ${count}`,
  replay: 'Replay',
  read: 'Read the postmortem',
  minutes: (count: number) => `${count} min`,
  why: (points: number) => `Why this one: ${counted(points, 'point', 'points')}`,
  whySeverity: (level: number, name: string, points: number) => `Severity ${level}, ${name}: ${points}`,
  whyLinks: (count: number, points: number) =>
    count === 0
      ? 'No other postmortem links to it: 0'
      : `${counted(count, 'other postmortem links', 'other postmortems link')} to it${count > points ? `, which counts ${points} at most` : ''}: ${points}`,
  whySystems: (count: number) =>
    count === 0
      ? 'No system that you haven’t met by then'
      : `${counted(count, 'system', 'systems')} that you haven’t met by then`,
  rule: 'How the week is chosen, and what the minutes count',
  ruleText: {
    week: 'Each incident whose meeting was held gets points. The worst severity gives three, the next two, the third one. Each other postmortem that links to it gives one, three at most. Each system that was not met on an earlier day gives one, three at most. The one with most points is the first day’s; then the others are counted anew for the second day, and so on. Between equals the newer one comes first.',
    minutes:
      'A minute is 220 words read in silence. A replay counts two more minutes for each place where you stop and think, one for each of the five questions, and three for looking back.',
  },
  ruleChange: 'Your team can choose other ones: with firstWeek in content/settings.yaml.',
  bySystem: 'By system',
  bySystemLead: 'Working on one of these? The worst first, then those that others point to.',
  all: (count: number, name: string) => `All ${count} that hit ${name}`,
  history: (name: string) => `Everything about ${name}`,
  byQuestion: 'By question',
  byQuestionLead: 'Where the meeting had most to say on one of the five questions.',
  /** What the last of the five questions gives are risks. */
  said: (question: Question, ideas: number, improvements: number) => {
    const [one, many] =
      question === 'other-areas-of-risk' ? (['risk', 'risks'] as const) : (['idea', 'ideas'] as const);
    return [
      ...(ideas > 0 ? [counted(ideas, one, many)] : []),
      ...(improvements > 0 ? [counted(improvements, 'improvement', 'improvements')] : []),
    ].join(', ');
  },
  question: (name: string) => `Everything on: ${name}`,
  calendar: 'The calendar',
  calendarLead: (count: number) => `${counted(count, 'incident', 'incidents')}, by the day of the year.`,
  month: (number: number) => month.format(new Date(Date.UTC(2000, number - 1, 1))),
};

/** What the home page says of the week, and the pages of people and teams. */

import type { HomePage } from '../../core/page/week-model.ts';
import { dayCount } from '../dates.ts';

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count === 1 ? 'one' : count} ${count === 1 ? one : many}`;

export const home = {
  aside: 'The longer view, and what to read',
  welcome: (organisation: string | null) => `What ${organisation ?? 'we'} learned from incidents`,
  lead: 'Every incident here was taken apart to find out how it happened, and what will keep the next one small.',
  search: 'Search everything',
  counts: ({
    postmortems,
    elsewhere,
    closedImprovements: done,
    openImprovements: open,
  }: HomePage['counts']) =>
    `${counted(postmortems, 'postmortem')}${elsewhere === 0 ? '' : `, ${elsewhere} of them on incidents of others`}; ${counted(done, 'improvement')} done, ${open} open.`,
  burning: 'Burning now',
  latest: 'Latest incidents',
  allPostmortems: 'All postmortems',
  onDuty: 'On duty',
  startHere: 'New here? Read these first',
  firstWeek: 'A path for the first week',
  handbook: 'Handbook',
  wholeHandbook: 'All of the handbook',
  empty: 'No postmortem yet. The first one begins with npm run new.',
  onlyBurning: 'No incident is over yet.',
};

export const week = {
  title: 'The week',
  asOf: (day: string) => `Improvements and postmortems as of ${day}, the day this site was built.`,
  quiet: (soonUntil: string) =>
    `A quiet week. Nothing is late, nothing is due until ${soonUntil}, and nothing new had to be written down. Enjoy it.`,
  figures: {
    late: 'late',
    dueSoon: 'due soon',
    written: 'new',
    done: 'done',
    postmortemsDue: (count: number) => (count === 1 ? 'postmortem due' : 'postmortems due'),
  },
  since: (day: string) => `since ${day}`,
  until: (day: string) => `until ${day}`,
  late: 'Late',
  lateNone: 'Nothing is late. Thank you.',
  dueSoon: 'Due soon',
  dueSoonNone: 'Nothing is due.',
  daysAhead: (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
  written: 'New',
  writtenNone: 'Nothing new was written down.',
  done: 'Done',
  doneNone: 'Nothing was ticked off.',
  dropped: (count: number) => `Dropped, with the reason written down: ${counted(count, 'improvement')}`,
  unowned: 'no owner yet',
  more: (count: number) => `and ${count} more in the backlog`,
  send: 'Links to send',
  sendOwners: 'To those with something late, their own page',
  sendLate: (count: number) => `${count} late`,
  sendAll: 'To everybody, all that is late',
  sendAllLink: 'The backlog, late ones only',
  sendMetrics: 'To whoever asks how it goes',
  sendMetricsLink: 'The metrics',
};

export const beyond = {
  title: 'Beyond the week',
  recurring: 'What keeps coming back',
  pages: 'The longer view',
  links: {
    metrics: 'All metrics',
    recurring: 'All that recurs',
    risks: 'Risks, and what came of them',
    backlog: 'The whole backlog',
    people: 'People',
    teams: 'Teams',
  },
};

export const meetings = {
  title: 'Postmortems due',
  none: 'No meeting is waiting to be held.',
  by: 'by',
  unled: 'nobody leads it yet',
  /** Without a date, why there is none. */
  undated: (days: number | null) =>
    days === null
      ? 'without a date: its severity names no days'
      : 'without a date: its timeline does not say when it was over',
  daysLeft: (days: number) => (days === 0 ? 'today' : `${dayCount(days)} left`),
  /** On the postmortem's own page. */
  dueBy: 'The meeting is due by',
  policy: (level: number, days: number) => `since severity ${level} asks for it within ${dayCount(days)}.`,
  on: (day: string) => `As of ${day}:`,
  dueWithoutDate: (days: number | null) =>
    days === null
      ? 'Its severity asks for a meeting, and names no days.'
      : `Its severity asks for a meeting within ${dayCount(days)}, but its timeline does not say when it was over.`,
};

export const people = {
  title: 'People',
  lead: 'Who looks after what. Nobody works alone on it: ask, and offer.',
  noTeam: 'Without a team',
  empty: 'No file names anybody yet.',
  load: (open: number, late: number) =>
    open === 0
      ? 'nothing open'
      : `${counted(open, 'improvement')} open${late === 0 ? '' : open === 1 ? ' and late' : `, ${late} of them late`}`,
  handle: (handle: string) => `@${handle}`,
  asOf: (day: string) => `As of ${day}.`,
  late: 'Late',
  open: 'Open',
  openElse: 'Also open',
  openNone: 'Nothing is open.',
  openNoneElse: 'Nothing else is open.',
  inBacklog: 'Sort and filter these in the backlog',
  actions: 'To do in open incidents',
  done: 'Done, thank you',
  dropped: 'Dropped',
  facilitated: 'Meetings facilitated',
  facilitatedMore: (count: number) => `and ${count} earlier`,
};

export const teams = {
  title: 'Teams',
  lead: 'Who runs which systems, and what came out of their incidents.',
  empty: 'No team is named yet. Teams stand in people.yaml, systems.yaml and settings.yaml.',
  people: (count: number) => (count === 0 ? 'nobody named' : count === 1 ? 'one person' : `${count} people`),
  members: 'People',
  membersNone: 'people.yaml names nobody of this team.',
  systems: 'Systems',
  hours: 'Hours a week',
  open: 'Open improvements',
  late: 'Late improvements',
  since: (day: string) => `Since ${day}.`,
  done: 'Done lately, thank you',
  dropped: 'Dropped lately',
  incidents: 'Incidents of its systems',
  incidentsNone: 'No incident has touched them. Long may that last.',
  incidentsMore: (count: number) =>
    `${count === 1 ? 'An older one stands' : `${count} older ones stand`} on the pages of its systems.`,
  risks: 'Risks to its systems',
};

/**
 * Every word a page says of its own accord, for the server. A script in the browser opens the file of its own words:
 * what comes through here would come to every page.
 */

import { zonePlace } from './zone-place.ts';

export const product = 'Fire Marshal';

export const navigation = {
  label: 'Main',
  skip: 'Skip to content',
  postmortems: 'Postmortems',
  backlog: 'Backlog',
  systems: 'Systems',
  questions: 'Questions',
  metrics: 'Metrics',
  handbook: 'Handbook',
  training: 'Training',
  search: 'Search',
  risks: 'Risks',
  recurring: 'What recurs',
  rules: 'Messages explained',
  people: 'People',
  teams: 'Teams',
  breadcrumbs: 'You are here',
};

export const footer = {
  blameless: 'We look at how it happened, never at who.',
  built: (day: string) => `Built on ${day} with ${product}.`,
  feed: 'Feed',
  data: 'Data',
};

export const postmortem = {
  eyebrow: 'Postmortem',
  severityWord: 'Severity',
  noDate: 'Date not known yet',
  durations: 'How long it took, from the start',
  facts: 'Facts',
  systems: 'Systems',
  raisedBy: 'Raised by',
  triage: 'Kind of cause',
  facilitator: 'Facilitator',
  reviewedOn: 'Meeting held',
  effort: 'Effort',
  tags: 'Tags',
  improvements: 'Improvements',
  improvementsDone: (closed: number, all: number) => `${closed} of ${all} done`,
  lateOn: (count: number, day: string) => `${count} late on ${day}`,
  awaiting: 'The fire is out. The meeting is still to come.',
  awaitingCount: (count: number) =>
    count === 0
      ? 'The team will go through its five questions together.'
      : `${count === 1 ? 'One part is' : `${count} parts are`} still to be written.`,
  tbd: 'Still to be found out.',
  tbdPartly: 'More is still to be found out.',
  tbdQuestion: 'Waits for the meeting.',
  tbdMark: 'to be found out',
  contents: 'On this page',
  anchor: (heading: string) => `Link to “${heading}”`,
  backlinks: 'What links here',
  related: 'Related incidents',
  relatedSystems: (count: number) => (count === 1 ? 'Same system:' : 'Same systems:'),
  relatedTags: (count: number) => (count === 1 ? 'Same tag:' : 'Same tags:'),
  previous: 'Earlier',
  next: 'Later',
  around: 'Earlier and later postmortems',
  timesIn: (zone: string) => `Times in ${zonePlace(zone)}.`,
  edit: 'Edit this page',
};

export const foreseen = {
  /** `named`: a page of the two links to the other and says so; else nothing is known but that the system was hit. */
  heading: (named: boolean) =>
    named ? 'This was foreseen' : 'Perhaps foreseen: a risk to this system was written down before',
  headingExplained: (named: boolean, count: number) =>
    named
      ? count === 1
        ? 'An earlier meeting wrote down this risk, and this page refers to it:'
        : 'Earlier meetings wrote down these risks, and this page refers to them; where it does not, it says so:'
      : 'Earlier meetings had put a system at risk that was hit here. Whether they meant this, read and judge:',
  notNamed: '(on the same system; perhaps about something else)',
  from: 'From',
  stillOpen: 'Improvements from that meeting, still open on the day it happened:',
  noneOpen: 'Every improvement from that meeting was done or dropped by then.',
  noneTaken: 'That meeting took on no improvement.',
  before: (when: string) => `${when} before`,
  more: (count: number) =>
    `and ${count === 1 ? 'one more meeting' : `${count} more meetings`}, in the register of risks`,
  moreRisks: (count: number) =>
    `and ${count === 1 ? 'one more risk' : `${count} more risks`}, in the register of risks`,
  foresawHeading: 'What came of the risks',
  foresaw: (named: boolean, when: string, systems: string) =>
    named ? `Came true ${when} later:` : question.hit(systems, when),
  openThatDay: (count: number) =>
    `${count === 1 ? 'one improvement' : `${count} improvements`} of this meeting open that day`,
  moreIncidents: (count: number) => `and ${count} more, in the register of risks`,
};

export const timeline = {
  note: (count: number, zone: string) =>
    `${count === 1 ? 'One entry' : `${count} entries`}, times in ${zonePlace(zone)}.`,
  storyboard: 'The story in columns',
  elapsed: 'The small figures count from the start.',
  about: 'about',
  until: 'until',
};

export const question = {
  ideas: 'Ideas',
  risks: 'Risks',
  improvements: 'Improvements',
  due: 'due',
  unowned: 'no owner yet',
  ticket: 'Ticket',
  threatens: 'Threatens',
  answers: 'Answers the risk to',
  cameTrue: 'Came true',
  later: 'later:',
  hit: (systems: string, when: string) => `A later incident hit ${systems}, ${when} later:`,
};

export const hypotheses = { untested: 'not tested yet' };

export const actions = { done: 'Done', open: 'To do' };

export const questionPages = {
  title: 'The five questions',
  lead: 'Every meeting asks the same five. Here is every answer ever given, newest first.',
  nav: 'The five questions',
  empty: 'No answer yet.',
  count: (ideas: number, improvements: number) =>
    `${ideas === 1 ? '1 idea' : `${ideas} ideas`}, ${improvements === 1 ? '1 improvement' : `${improvements} improvements`}`,
  riskCount: (risks: number, improvements: number) =>
    `${risks === 1 ? '1 risk' : `${risks} risks`}, ${improvements === 1 ? '1 improvement' : `${improvements} improvements`}`,
  legend: (risks: boolean) =>
    `A dot is ${risks ? 'a risk somebody saw' : 'an idea'}. A ring is an improvement that a team took on; it fills as the work goes on.`,
};

export const notFound = {
  title: 'Page not found',
  text: 'There is nothing at this address. Perhaps it has moved: try a search, or one of these lists.',
};

export const searchPage = {
  title: 'Search',
  withoutScript: 'Searching needs JavaScript. Without it, these lists hold everything:',
};

export * from './strings/anchors.ts';
export * from './strings/backlog.ts';
export * from './strings/brief.ts';
export * from './strings/brief-tools.ts';
export * from './strings/chosen.ts';
export * from './strings/copying.ts';
export * from './strings/exports.ts';
export * from './strings/handbook.ts';
export * from './strings/history.ts';
export * from './strings/list.ts';
export * from './strings/live.ts';
export * from './strings/marks.ts';
export * from './strings/meeting.ts';
export * from './strings/metrics.ts';
export * from './strings/metrics-readings.ts';
export * from './strings/on-duty.ts';
export * from './strings/queues.ts';
export * from './strings/recurring.ts';
export * from './strings/replay.ts';
export * from './strings/risks.ts';
export * from './strings/rules.ts';
export * from './strings/search.ts';
export * from './strings/status.ts';
export * from './strings/systems.ts';
export * from './strings/ticket.ts';
export * from './strings/training.ts';
export * from './strings/vocabulary.ts';
export * from './strings/week.ts';
export * from './strings/year-so-far.ts';

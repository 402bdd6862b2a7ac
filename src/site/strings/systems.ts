import { span } from '../dates.ts';

export const systems = {
  title: 'Systems',
  lead: 'What we run, what it rests on, and what happened to it.',
  empty: 'No system is described yet. They belong into content/systems.yaml.',
  mapNote:
    'An arrow leads from a system to one that it depends on. The figures are its incidents, and the improvements from them that are still open. Each box leads to its system.',
  mapHint: 'Scroll the drawing sideways to see all of it.',
  mapMissing:
    'There are too many systems or dependencies to draw them so that anybody could read it. The list has them all.',
  figures: {
    incidents: (count: number) => (count === 1 ? 'incident' : 'incidents'),
    below: 'below it',
    open: 'improvements open',
    risks: (count: number) => (count === 1 ? 'risk that names it' : 'risks that name it'),
  },
  count: (count: number) =>
    count === 0 ? 'no incidents' : count === 1 ? '1 incident' : `${count} incidents`,
  last: 'last',
  open: (count: number) => (count === 1 ? '1 improvement open' : `${count} improvements open`),
  late: (count: number) => `${count} late`,
  noTeam: 'Without a team',
  team: 'Team',
  dependsOn: 'Depends on',
  through: 'through',
  neededByCount: (count: number) => (count === 1 ? 'Needed by one system' : `Needed by ${count} systems`),
  reaches: 'An outage here reaches',
  reachesNone: 'No system depends on it, as far as systems.yaml says.',
  history: 'What happened to it',
  below: 'And below it',
  belowNote: 'What happened to systems that it depends on, the most severe first.',
  hit: 'It hit',
  neededThrough: 'needed through',
  belowMore: (count: number) => `and ${count} more. All of them by system:`,
  cause: 'Root cause:',
  postmortemsNone: 'No incident has touched it. Long may that last.',
  daysSince: (days: number) =>
    days === 0 ? 'the same day as the one before' : `${span(days)} after the one before`,
  improvementsDone: (done: number, all: number) =>
    all === 1
      ? done === 1
        ? 'its one improvement is done'
        : 'its one improvement is still open'
      : `${done} of ${all} improvements done`,
  risks: 'Risks that name it',
  improvements: 'Improvements still open',
};

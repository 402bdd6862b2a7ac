import { chosenWords } from './chosen.ts';

export const list = {
  title: 'Postmortems',
  lead: 'Every incident, newest first.',
  filter: 'Filter and sort',
  words: 'With the words',
  severity: 'Severity',
  status: 'Status',
  system: 'System',
  tag: 'Tag',
  sort: 'Sort by',
  any: 'Any',
  sorts: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    severity: 'Most severe first',
    detect: 'Longest to detect',
    resolve: 'Longest to resolve',
  },
  undated: 'Without a date',
  after: {
    detect: 'Detected after',
    respond: 'Answered after',
    mitigate: 'Mitigated after',
    resolve: 'Resolved after',
  },
  empty: 'No postmortem yet.',
  improvementsOpen: (count: number) => `${count} open`,
  improvementsDone: (count: number) => (count === 1 ? '1 improvement done' : `${count} improvements done`),
  late: (count: number) => `${count} late`,
};

/** For the script of the postmortem list. */
export const listFilter = {
  shown: (shown: number, all: number) =>
    shown === all ? `${all} postmortems` : shown === 0 ? chosenWords.none : `${shown} of ${all} postmortems`,
};

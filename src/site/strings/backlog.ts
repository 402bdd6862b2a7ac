import type { Facet } from '../../core/improvement/backlog-view/filter.ts';
import type { BoardColumn } from '../../core/improvement/backlog-view/group.ts';
import type { Column } from '../../core/improvement/backlog-view/sort.ts';
import type { Moves, Standing } from '../../core/improvement/backlog-view/view-row.ts';
import type { View } from '../../core/improvement/backlog-view/view-state.ts';
import { dayCount, shortDay, span } from '../dates.ts';
import { chosenWords } from './chosen.ts';

export const backlog = {
  title: 'Backlog',
  lead: 'Every improvement that came out of a meeting, with its owner and its date.',
  builtOn: (day: string) => `Late as of ${day}, the day this site was built.`,
  counts: { overdue: 'late', open: 'open', closed: 'done', dropped: 'dropped' },
  datesMet: 'dates met',
  datesMetRule: 'Of what is done and had a date: what was done no later than it',
  undated: (count: number) =>
    `${count === 1 ? 'One of the done had' : `${count} of the done had`} no date, and ${count === 1 ? 'counts' : 'count'} for no date met.`,
  endedLeftOut:
    'On paper stands what is open. What is done or dropped comes with the filter State: Done, Dropped.',
  datesMetOf: (met: number, of: number) => `${met} of ${of}`,
  empty: 'No improvement yet.',
  caption: 'Improvements, late ones first',
  unowned: 'No owner yet',
  views: 'View',
  filter: 'Filter',
  search: 'Search the backlog',
  copyLink: 'Copy link',
  csv: 'Download CSV',
  print: 'Print',
  sort: 'Sort by',
  inTest: 'In test is status:resolved in a file: its owner is done, and others try it out.',
  everything: 'All of it, for other programs:',
  files: {
    'backlog.csv': 'CSV',
    'backlog.ics': 'calendar',
    'overdue.xml': 'feed of what is late',
    'backlog.json': 'JSON',
  },
};

export const viewNames: Record<View, string> = {
  table: 'Table',
  board: 'Board',
  owner: 'By owner',
  question: 'By question',
};

export const columnNames: Record<Column, string> = {
  title: 'Improvement',
  postmortem: 'Postmortem',
  state: 'State',
  question: 'Question',
  owner: 'Owner',
  team: 'Team',
  due: 'Due',
  age: 'Age',
  severity: 'Severity',
  system: 'Systems',
  ticket: 'Ticket',
  moved: 'Moved',
};

export const facetNames: Record<Facet, string> = {
  state: 'State',
  due: 'Due',
  owner: 'Owner',
  team: 'Team',
  question: 'Question',
  severity: 'Severity',
  system: 'System',
  tag: 'Tag',
  year: 'Year',
};

/** After the day on which it was done: `, 8 months late`; the empty string where it was in time. */
export const lateByWords = (days: number | null): string => (days === null ? '' : `, ${span(days)} late`);

/** How an improvement stands to its date. */
export function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case 'late':
      return `${dayCount(standing.days)} late`;
    case 'ahead':
      if (standing.days < 2) return standing.days === 0 ? 'today' : 'tomorrow';
      return `in ${span(standing.days)}`;
    case 'undated':
      return 'no date yet';
    case 'done':
      return standing.on === null ? '' : `done ${shortDay(standing.on)}${lateByWords(standing.late)}`;
    case 'dropped':
      return standing.on === null ? '' : `dropped ${shortDay(standing.on)}`;
  }
}

export function ageWords(days: number | null): string {
  return days === null ? '' : days === 0 ? 'under a day' : span(days);
}

export function movesWords({ times, days }: Moves): string {
  const often = times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
  if (days === null || days === 0) return `moved ${often}`;
  return `moved ${often}, ${dayCount(Math.abs(days))} ${days < 0 ? 'earlier' : times === 1 ? 'later' : 'in all'}`;
}

/** For the script of the backlog. */
export const backlogView = {
  asOf: (built: string, today: string) =>
    built === today ? `Built today, ${today}.` : `Late as of today, ${today}. Built on ${built}.`,
  lateFirst: 'Late first',
  ascending: (column: string) => `${column}, ascending`,
  descending: (column: string) => `${column}, descending`,
  stateValues: { open: 'All open', overdue: 'Late' } as Record<string, string>,
  dueValues: {
    late: 'Late',
    week: 'Within 7 days',
    month: 'Within 30 days',
    later: 'Later',
    '-': 'No date yet',
  } as Record<string, string>,
  without: {
    owner: 'No owner yet',
    team: 'No team',
    system: 'No system',
    tag: 'No tag',
    year: 'No date',
  } as Record<string, string>,
  shown: (shown: number, all: number) =>
    shown === all
      ? all === 1
        ? 'One improvement'
        : `${all.toLocaleString('en')} improvements`
      : shown === 0
        ? chosenWords.none
        : `${shown.toLocaleString('en')} of ${all.toLocaleString('en')} improvements`,
  unknown: (parts: string[]) =>
    `The link also asked for ${parts.join(' and ')}, which nothing here goes by. It was left out.`,
  group: (all: number, open: number, late: number) => {
    const lateOnes =
      late === 0 ? '' : late === open ? (late === 1 ? ', late' : ', all late') : `, ${late} of them late`;
    const ended = all > open ? `${all - open} done or dropped` : '';
    return [open > 0 ? `${open} open${lateOnes}` : '', ended].filter(Boolean).join('; ');
  },
  limit: ({ total, limit, over }: Pick<BoardColumn, 'total' | 'limit' | 'over'>) =>
    limit === null ? '' : over > 0 ? `${over} over the limit of ${limit}` : `${total} of at most ${limit}`,
  none: 'Nothing here',
  more: (count: number) => `${count.toLocaleString('en')} more`,
  csv: {
    daysLate: 'Days late',
    ended: 'Done or dropped on',
    age: 'Age in days',
    moves: 'Times moved',
    movedDays: 'Days moved',
  },
  copied: 'Link copied',
  notCopied: 'Copy it from the address bar',
  failed: 'That did not work. Reload the page and try again.',
  handOut: (shown: string, filters: string[], order: string) =>
    `${shown}${filters.length === 0 ? '' : ` with ${filters.join('; ')}`}, ${order}.`,
  orderedBy: (column: string, descending: boolean) =>
    `by ${column.toLowerCase()}${descending ? ', descending' : ''}`,
  orderedByBacklog: 'late first',
  grouped: { table: '', board: 'by state, ', owner: 'by owner, ', question: 'by question, ' } as Record<
    View,
    string
  >,
};

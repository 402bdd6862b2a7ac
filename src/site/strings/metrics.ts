/** What the page of metrics says of its own accord; its readings are in `metrics-readings.ts`. */

import { capitalized } from '../../core/capitalized.ts';
import type { Cell, CellKind, Figure, FigureId, FigureOf } from '../../core/metrics/figures.ts';
import type { MetricsPage } from '../../core/page/metrics-model.ts';
import { durationText } from '../../core/time/duration.ts';
import { shortDay } from '../dates.ts';
import { counted, daysText, hoursText, minutesText, percentText, periodName } from './metrics-words.ts';
import { questionNames, raisedByNames, triageNames } from './vocabulary.ts';

export const metrics = {
  title: 'Metrics',
  lead: 'Is it getting better? Every figure leads back to the files it was counted from.',
  basis: ({ incidents, elsewhere }: MetricsPage, day: string) =>
    `Counted on ${day} from ${counted(incidents, 'incident', 'incidents')} of ours and what came of them${elsewhere.length === 0 ? '' : `; ${elsewhere.length === 1 ? 'one more postmortem retells' : `${elsewhere.length} more postmortems retell`} incidents of others`}.`,
  medians: 'Durations are skewed, so you will find medians here and never a mean.',
  definitions:
    'How each figure is counted is laid down in docs/metrics.md, what files hold in docs/format.md; severities, their policies and the teams’ hours stand in settings.yaml.',
  inShort: 'In short',
  skip: 'Skip the dots',
  numbers: 'The numbers behind it',
  sources: 'Counted from',
  manySources: (count: number) => counted(count, 'page', 'pages'),
  byPeriod: 'By period, since there are many. ',
  each: 'See every single one',
  onPages: (count: number) => `, on ${counted(count, 'page', 'pages')}`,
  longest: 'The longest: ',
  oldest: 'The oldest: ',
  largest: 'The largest: ',
  waiting: 'Postmortems due, and late: ',
  elsewhere: (count: number) =>
    `${count === 1 ? 'One retold incident' : `${count} retold incidents`} of others count for what they made us improve, never as incidents: `,
};

export const metricTitles: Record<FigureId, string> = {
  severity: 'Incidents by severity',
  'raised-by': 'Who told us',
  triage: 'Kind of cause',
  'system-first': 'Told by the system itself',
  detect: 'Time to detect',
  respond: 'Time to respond',
  mitigate: 'Time to mitigate',
  resolve: 'Time to resolve',
  effort: 'Hours spent on incidents',
  capacity: 'Share of the teams’ hours',
  backlog: 'The improvements backlog',
  'dates-met': 'Dates met',
  age: 'Age of what is open',
  questions: 'Balance of the five questions',
  review: 'From resolved to reviewed',
};

const periodNames = { year: 'Year', quarter: 'Quarter', month: 'Month' };

const columnNames: Record<string, string> = {
  date: 'Day',
  incident: 'Incident',
  severity: 'Severity',
  duration: 'Took',
  total: 'In all',
  share: 'Share',
  known: 'Known',
  incidents: 'Incidents',
  effort: 'Hours',
  capacity: 'Hours there are',
  team: 'Team',
  question: 'Question',
  age: 'Age',
  median: 'Median',
  figures: 'With the figure',
  could: 'Incidents',
};

const seriesNames: Record<string, string> = {
  unknown: 'Not written down',
  created: 'Written down',
  closed: 'Done',
  dropped: 'Dropped',
  open: 'Open',
  met: 'Done by its date',
  late: 'Done later',
  overdue: 'Late',
  due: 'Date still to come',
  undated: 'Without a date',
  improvements: 'Improvements',
  ideas: 'Ideas',
  '0-30': 'Up to 30 days',
  '31-90': '31 to 90 days',
  '91-180': '91 to 180 days',
  '181-365': '181 to 365 days',
  '366-': 'Over a year',
};

/** Names of a figure's series and categories. */
export function metricNames(id: FigureId, page: MetricsPage): Record<string, string> {
  return {
    ...seriesNames,
    ...Object.fromEntries(Object.entries(questionNames).map(([key, { name }]) => [key, name])),
    ...(id === 'triage' ? triageNames : raisedByNames),
    ...Object.fromEntries(
      page.severities.map(({ level, name }) => [String(level), `Severity ${level}, ${name}`]),
    ),
  };
}

export function columnName(key: string, kind: CellKind, id: FigureId, page: MetricsPage): string {
  if (kind === 'period') return periodNames[page.period];
  if (id === 'review' && key === 'duration') return 'Days to the meeting';
  if (id === 'system-first' && key === 'system') return 'The system first';
  return columnNames[key] ?? metricNames(id, page)[key] ?? key;
}

/** What drawings say. */
export function chartWords(id: FigureId, page: MetricsPage) {
  return {
    labelledBy: id,
    describedBy: `${id}:reading`,
    names: metricNames(id, page),
    median: `Median of a ${page.period}`,
    approximate: 'Written as about',
    interval: 'Somewhere between',
    unknown: '“?”: incidents, but nobody wrote down their hours',
    few: 'Grey figures: too few for a share',
    limit: 'Days that the policy gives',
    severity: 'Severity',
    severityShort: 'Sev.',
    thinned: '{drawn} of {all} are drawn, evenly picked; medians count all',
  };
}

/** How complete a figure is. */
export function coverage(figure: Figure): string {
  const { id, n, of } = figure;
  const { one, many, have, has } = cases[id];
  if (of === 0) return none[id] ?? `There is no ${one} yet.`;
  const about = aboutText(figure);
  if (n === of)
    return of === 1
      ? `The one ${one} ${has}${about}.`
      : `All ${of.toLocaleString('en')} ${many} ${have}${about}.`;
  return `${n.toLocaleString('en')} of ${counted(of, one, many)} ${n === 1 || of === 1 ? has : have}${about}.`;
}

/** How many of the durations nobody knows to the minute. */
function aboutText({ reading }: Figure): string {
  if (reading === null || !('approximate' in reading) || reading.approximate === 0) return '';
  return `, ${reading.approximate} of them approximate`;
}

/** Where there are too few cases to draw. */
export function tooFew(figure: Figure): string {
  const said = `${coverage(figure)} From ${figure.needs} on, there is something to see here.`;
  return figure.table.rows.length > 0 && figure.n > 0 ? `${said} Until then, the numbers stand below.` : said;
}

const bothMarks = {
  one: 'incident',
  many: 'incidents',
  has: 'has both marks',
  have: 'have both marks',
};
const raiser = {
  one: 'incident',
  many: 'incidents',
  has: 'says who told us',
  have: 'say who told us',
};
const sinceWhen = { has: 'says since when', have: 'say since when' };

const cases: Record<FigureId, { one: string; many: string; has: string; have: string }> = {
  severity: { one: 'incident', many: 'incidents', has: 'has a date', have: 'have a date' },
  'raised-by': raiser,
  'system-first': raiser,
  triage: {
    one: 'incident',
    many: 'incidents',
    has: 'says what kind of cause it had',
    have: 'say what kind of cause they had',
  },
  detect: bothMarks,
  respond: bothMarks,
  mitigate: bothMarks,
  resolve: { ...bothMarks, one: 'incident that is over', many: 'incidents that are over' },
  effort: { one: 'incident', many: 'incidents', has: 'says its hours', have: 'say their hours' },
  capacity: {
    one: 'incident on these teams’ systems',
    many: 'incidents on these teams’ systems',
    has: 'says its hours',
    have: 'say their hours',
  },
  backlog: { one: 'improvement', many: 'improvements', ...sinceWhen },
  'dates-met': {
    one: 'improvement that is done or late',
    many: 'improvements that are done or late',
    has: 'has a date',
    have: 'have a date',
  },
  age: { one: 'open improvement', many: 'open improvements', ...sinceWhen },
  questions: {
    one: 'postmortem',
    many: 'postmortems',
    has: 'has an idea or an improvement',
    have: 'have ideas or improvements',
  },
  review: {
    one: 'reviewed incident',
    many: 'reviewed incidents',
    has: 'has both days',
    have: 'have both days',
  },
};

const noMarks = 'There is no incident with these marks yet.';
const noneOver = 'There is no incident yet that is over.';

/** Where an incident that still burns does not count, so that nobody reads that there is none. */
const none: Partial<Record<FigureId, string>> = {
  detect: noMarks,
  respond: noMarks,
  mitigate: noMarks,
  resolve: noMarks,
  effort: noneOver,
  capacity: noneOver,
};

/** From what to what a figure is counted, and how its chart shows it. */
export function definition(figure: Figure, { period }: MetricsPage): string {
  const note = chartNote(figure, period);
  return `${counting(figure, period)}${note === '' ? '' : ` ${note}`}`;
}

/** What the drawing needs beside the rule. */
function chartNote({ id }: Figure, period: string): string {
  switch (id) {
    case 'system-first':
      return 'Above each column stands how many of how many.';
    case 'detect':
    case 'respond':
    case 'mitigate':
    case 'resolve':
      return dotsNote(period, 'minutes and weeks');
    case 'dates-met':
      return 'In the chart it stands on top of its column, which counts it too.';
    case 'review':
      return dotsNote(period, 'days and months');
    default:
      return '';
  }
}

/** The rule by which a figure is counted, in periods of one kind. */
export function counting(figure: Figure, period: string): string {
  switch (figure.id) {
    case 'severity':
      return `Each incident counts once, in the ${period} in which it started.`;
    case 'raised-by':
      return `Each incident counts once, in the ${period} in which it started, by “raisedBy” in its file.`;
    case 'triage':
      return `Each incident counts once, in the ${period} in which it started, by “triage” in its file.`;
    case 'system-first':
      return `Of the incidents whose file says “raisedBy”: those that the system itself reported.`;
    case 'detect':
    case 'respond':
    case 'mitigate':
    case 'resolve':
      return `From the mark “${figure.definition.from}” to the mark “${figure.definition.to}” in the timeline.`;
    case 'effort':
      return `Person-hours, “effort” in the files, in the ${period} in which the incident started.`;
    case 'capacity':
      return `Person-hours of incidents on the systems of teams whose hours the settings name, of those hours (${teamHours(figure)}). An incident on the systems of several teams is split evenly between them.`;
    case 'backlog':
      return 'An improvement is written down on the day of the meeting, else on that of its incident. Open is what was written down less what is done or dropped.';
    case 'dates-met':
      return `Of what is done and had a date: what was done no later than it. Each improvement counts in the ${period} in which its date was met or passed. What is late and still open is no part of this.`;
    case 'age':
      return 'Days since the meeting that wrote it down, or since its incident where none was held.';
    case 'questions':
      return 'What stands under each question in all postmortems, those of others too: improvements are what a team committed to, ideas are what it said.';
    case 'review':
      return `Days from the mark “resolved” to the day of the meeting. ${policyText(figure)}`.trimEnd();
  }
}

function dotsNote(period: string, both: string): string {
  return `A line marks the median of a ${period} with three dots or more. The scale is logarithmic, so that ${both} both have room.`;
}

function policyText({ definition: { policies } }: FigureOf<'review'>): string {
  const given = policies.flatMap(({ severity, days }) =>
    days === null ? [] : [`${daysText(days)} for severity ${severity}`],
  );
  return given.length === 0 ? '' : `The policy gives ${new Intl.ListFormat('en-GB').format(given)}. `;
}

function teamHours({ definition: { teams } }: FigureOf<'capacity'>): string {
  return teams.map(({ team, hours }) => `${team} ${hours} a week`).join(', ');
}

/** A cell of a table; a dash where nobody knows. */
export function cellText(cell: Cell, kind: CellKind, names: Record<string, string>): string {
  if (cell === null) return '–';
  if (typeof cell === 'string')
    return kind === 'period'
      ? capitalized(periodName(cell))
      : kind === 'date'
        ? shortDay(cell)
        : kind === 'written'
          ? cell
          : (names[cell] ?? cell);
  if (typeof cell === 'number') return numberText(cell, kind);
  if (kind === 'minutes') return durationText(cell);
  const { min, max } = cell;
  return min === max ? numberText(min, kind) : `${min} to ${numberText(max, kind)}`;
}

function numberText(value: number, kind: CellKind): string {
  if (kind === 'minutes') return minutesText(value);
  if (kind === 'hours') return hoursText(value);
  if (kind === 'days') return daysText(value);
  if (kind === 'share') return percentText(value);
  return value.toLocaleString('en');
}

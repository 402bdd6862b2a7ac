/** What a figure says, in one sentence. */

import type { Period, Source } from '../../core/metrics/chart.ts';
import type { Figure, FigureFacts, Lately } from '../../core/metrics/figures.ts';
import type { MetricsPage } from '../../core/page/metrics-model.ts';
import { durationText } from '../../core/time/duration.ts';
import { metricNames, metrics } from './metrics.ts';
import {
  counted,
  daysText,
  hoursText,
  inPeriod,
  minutesText,
  percentText,
  sentence,
} from './metrics-words.ts';

/** Null where there are too few cases to say anything. */
export function reading(figure: Figure, page: MetricsPage): string | null {
  if (figure.reading === null) return null;
  switch (figure.id) {
    case 'severity': {
      const { total, tally } = figure.reading;
      const levels = tally
        .toSorted((a, b) => Number(a.key) - Number(b.key))
        .map(({ key, count }) => `${count} of severity ${key}`);
      return `${counted(total, 'incident', 'incidents')}, ${list(levels)}${since(figure.reading, page, ({ count }) => String(count))}.`;
    }
    case 'raised-by':
    case 'triage': {
      const names = metricNames(figure.id, page);
      const [first, ...rest] = figure.reading.tally;
      if (first === undefined) return null;
      const of = `${first.count} of the ${counted(figure.n, 'incident', 'incidents')}`;
      const name = (key: string): string => names[key] ?? key;
      return figure.id === 'raised-by'
        ? `${list([`${name(first.key)} told us of ${of}`, ...rest.map(({ key, count }) => `${name(key).toLowerCase()} of ${count}`)])}.`
        : `${list([`${of} were of the kind “${name(first.key)}”`, ...rest.map(({ key, count }) => `${count} “${name(key)}”`)])}.`;
    }
    case 'detect':
    case 'respond':
    case 'mitigate':
    case 'resolve': {
      const { median } = figure.reading;
      return `${halves[figure.id]} within ${minutesText(median)}${since(figure.reading, page, (facts) => `within ${minutesText(facts.median)}`)}.`;
    }
    case 'system-first':
      return `The system itself told us first in ${shareText(figure.reading)}${since(figure.reading, page, ({ part, of }) => `${part} of ${of}`)}.`;
    case 'effort':
      return `Incidents took ${hoursText(figure.reading.hours)} of people’s time${since(figure.reading, page, ({ hours }) => hoursText(hours))}.`;
    case 'capacity':
      return `Incidents took ${percentText(figure.reading.part / figure.reading.of)} of the teams’ hours${since(figure.reading, page, ({ part, of }) => percentText(part / of))}.`;
    case 'backlog':
      return `${counted(figure.reading.open, 'improvement is', 'improvements are')} open, ${figure.reading.overdue} of them late${growth(figure.reading, page)}.`;
    case 'dates-met': {
      const { met, closed, overdue } = figure.reading;
      const more = overdue === 0 ? 'none is late' : `${counted(overdue, 'is', 'are')} late today`;
      return `${closed === 0 ? 'None with a date is done yet' : `${met} of ${counted(closed, 'improvement was', 'improvements were')} done by their date`}; ${more}.`;
    }
    case 'age': {
      const { median, oldest } = figure.reading;
      const half = median === null ? '' : `Half of what is open has waited ${daysText(median)} or longer; `;
      return sentence(`${half}the oldest has waited ${daysText(oldest.days)}.`);
    }
    case 'questions': {
      const { most, least } = figure.reading;
      const names = metricNames(figure.id, page);
      if (most.improvements === least.improvements)
        return `Each question has ${counted(most.improvements, 'improvement', 'improvements')}.`;
      return `Most improvements answer “${names[most.question]}” (${most.improvements}), fewest “${names[least.question]}” (${least.improvements}).`;
    }
    case 'review': {
      const { median, inTime, waiting } = figure.reading;
      const time =
        inTime.of === 0 ? '' : `; ${inTime.part} of ${inTime.of} met in the days that the policy gives`;
      const late = waiting.length === 0 ? '' : `, and ${waiting.length} should have met by now`;
      return `Half of the meetings were held within ${daysText(median)} of the end${time}${late}.`;
    }
  }
}

export interface Answer {
  id: 'system-first' | 'dates-met' | 'backlog';
  question: string;
  /** The figure itself, to be read from across the room. */
  figure: string;
  /** What it means, with what came before. */
  text: string;
}

/** What a leader came to ask; only what there are cases enough for. */
export function answers(page: MetricsPage): Answer[] {
  return page.figures
    .flatMap((figure) => answer(figure, page) ?? [])
    .toSorted((a, b) => asked.indexOf(a.id) - asked.indexOf(b.id));
}

const asked: Answer['id'][] = ['system-first', 'dates-met', 'backlog'];

function answer(figure: Figure, page: MetricsPage): Answer | null {
  if (figure.reading === null) return null;
  if (figure.id === 'system-first') {
    const { part, of } = figure.reading;
    return {
      id: figure.id,
      question: 'Does the system tell us before the customer does?',
      figure: `${part} of ${of}`,
      text: `incidents it told us of first${since(figure.reading, page, (facts) => `${facts.part} of ${facts.of}`)}.`,
    };
  }
  if (figure.id === 'dates-met') {
    const { met, closed, overdue } = figure.reading;
    return {
      id: figure.id,
      question: 'Are dates met?',
      figure: `${met} of ${closed}`,
      text: `improvements were done by their date${since(figure.reading, page, (facts) => `${facts.met} of ${facts.closed}`)}. ${overdue === 0 ? 'None is' : counted(overdue, 'is', 'are')} late today.`,
    };
  }
  if (figure.id === 'backlog') {
    const { open } = figure.reading;
    return {
      id: figure.id,
      question: 'Is the open backlog growing?',
      figure: `${open} open`,
      text: `${sentence(growth(figure.reading, page).replace(/^; /, '') || 'nothing was written down yet')}.`,
    };
  }
  return null;
}

const halves = {
  detect: 'Half of the incidents were noticed',
  respond: 'Half of the incidents had somebody on them',
  mitigate: 'Half of the incidents stopped hurting',
  resolve: 'Half of the incidents were over',
};

/** `; 6 so far in 2026, after 4 in 2025` */
function since<Facts>(
  { latest, previous }: Lately<Facts>,
  { builtOn }: MetricsPage,
  text: (facts: Facts) => string,
): string {
  if (latest === null || previous === null) return '';
  const one = (facts: { period: Period } & Facts) => `${text(facts)} ${inPeriod(facts.period, builtOn)}`;
  return `; ${one(latest)}, after ${one(previous)}`;
}

function growth({ latest }: FigureFacts['backlog']['reading'], { builtOn }: MetricsPage): string {
  if (latest === null) return '';
  const { created, closed, dropped, period } = latest;
  const more = created - closed - dropped;
  const change =
    more === 0 ? 'it stayed as large' : more > 0 ? `it grew by ${more}` : `it shrank by ${-more}`;
  return `; ${inPeriod(period, builtOn)} ${change}: ${created} written down, ${closed} done${dropped > 0 ? `, ${dropped} dropped` : ''}`;
}

function shareText({ part, of }: { part: number; of: number }): string {
  return `${part} of ${counted(of, 'incident', 'incidents')}`;
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(items);
}

/** Pages that stand out in a figure, with the word that leads to them. */
export function outliers(figure: Figure): { lead: string; sources: (Source & { took: string | null })[] }[] {
  if (figure.reading === null) return [];
  switch (figure.id) {
    case 'detect':
    case 'respond':
    case 'mitigate':
    case 'resolve': {
      const { source, ...took } = figure.reading.longest;
      return [{ lead: metrics.longest, sources: [{ ...source, took: durationText(took) }] }];
    }
    case 'effort': {
      const { source, hours } = figure.reading.largest;
      return [{ lead: metrics.largest, sources: [{ ...source, took: hoursText(hours) }] }];
    }
    case 'age': {
      const { source, days } = figure.reading.oldest;
      return [{ lead: metrics.oldest, sources: [{ ...source, took: daysText(days) }] }];
    }
    case 'review': {
      const { waiting } = figure.reading;
      if (waiting.length === 0 || waiting.length > 5) return [];
      return [{ lead: metrics.waiting, sources: waiting.map((source) => ({ ...source, took: null })) }];
    }
    default:
      return [];
  }
}

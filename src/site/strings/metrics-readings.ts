/** What a figure says, in one sentence. */

import { capitalized } from '../../core/capitalized.ts';
import type { Period, Source } from '../../core/metrics/chart.ts';
import type { Figure, FigureFacts, Lately } from '../../core/metrics/figures.ts';
import type { MetricsPage } from '../../core/page/metrics-model.ts';
import { durationText, roundedDurationText } from '../../core/time/duration.ts';
import { metricNames, metrics } from './metrics.ts';
import { counted, daysText, hoursText, inPeriod, percentText, periodName } from './metrics-words.ts';

/** Null where there are too few cases to say anything. */
export function reading(figure: Figure, page: MetricsPage): string | null {
  if (figure.reading === null) return null;
  switch (figure.id) {
    case 'severity': {
      const { total, tally } = figure.reading;
      const levels = tally
        .toSorted((a, b) => Number(a.key) - Number(b.key))
        .map(({ key, count }) => `${count} of severity ${key}`);
      return `${counted(total, 'incident', 'incidents')}: ${list(levels)}${since(figure.reading, page, ({ count }) => String(count))}.`;
    }
    case 'raised-by':
    case 'triage': {
      const names = metricNames(figure.id, page);
      const [first, ...rest] = figure.reading.tally;
      if (first === undefined) return null;
      const whole = figure.n === figure.of ? '' : ' of which we know';
      const of = `${first.count} of the ${counted(figure.n, 'incident', 'incidents')}${whole}`;
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
      return `${halves[figure.id]} within ${roundedDurationText(median)}${medians(figure.reading, page, roundedDurationText)}.`;
    }
    case 'system-first':
      return `The system itself told us first in ${shareText(figure.reading)}${since(figure.reading, page, ({ part, of }) => `${part} of ${of}`)}.`;
    case 'effort':
      return `Incidents took ${hoursText(figure.reading.hours)} of people’s time${since(figure.reading, page, ({ hours }) => hoursText(hours))}.`;
    case 'capacity':
      return `Incidents took ${percentText(figure.reading.part / figure.reading.of)} of the teams’ hours${since(figure.reading, page, ({ part, of }) => percentText(part / of))}.`;
    case 'backlog':
      return `The backlog has ${counted(figure.reading.open, 'open improvement', 'open improvements')}, ${figure.reading.overdue} of them late${growth(figure.reading, page)}.`;
    case 'dates-met': {
      const { met, closed, overdue } = figure.reading;
      const more =
        overdue === 0 ? 'none is late now' : `${counted(overdue, 'is', 'are')} late now, and not among them`;
      const done =
        closed === 0
          ? 'None with a date is done yet'
          : `${met} of ${counted(closed, 'improvement was', 'improvements were')} done by their date`;
      return `${done}${since(figure.reading, page, (facts) => `${facts.met} of ${facts.closed}`)}; ${more}.`;
    }
    case 'age': {
      const { median, oldest, overAYear } = figure.reading;
      const half = median === null ? '' : `Half of what is open has waited ${daysText(median)} or longer; `;
      const years =
        overAYear > 1 ? `${overAYear} have waited over a year, the oldest` : 'the oldest has waited';
      return capitalized(`${half}${years} ${daysText(oldest.days)}.`);
    }
    case 'questions': {
      const { most, least, improvements } = figure.reading;
      const names = metricNames(figure.id, page);
      if (most.improvements === least.improvements)
        return `Each question has ${counted(most.improvements, 'improvement', 'improvements')}.`;
      return `Most improvements answer “${names[most.question]}” (${most.improvements} of ${improvements}), fewest “${names[least.question]}” (${least.improvements}).`;
    }
    case 'review': {
      const { median, inTime, waiting } = figure.reading;
      const time =
        inTime.of === 0 ? '' : `; ${inTime.part} of ${inTime.of} met in the days that the policy gives`;
      const late =
        waiting.length === 0
          ? ''
          : `; ${counted(waiting.length, 'postmortem due is', 'postmortems due are')} late`;
      return `Half of the meetings were held within ${daysText(median)} of the end${time}${late}.`;
    }
  }
}

const halves = {
  detect: 'Half of the incidents were noticed',
  respond: 'Half of the incidents had somebody on them',
  mitigate: 'Half of the incidents stopped hurting',
  resolve: 'Half of the incidents were over',
};

/** Beside a period that still runs: `in all of 2025`, so that nobody takes the two for equally long. */
function inWhole(previous: Period, latest: Period, builtOn: string): string {
  return latest.to >= builtOn ? `in all of ${periodName(previous.key)}` : inPeriod(previous, builtOn);
}

/** `; 6 so far in 2026, after 4 in all of 2025` */
function since<Facts>(
  { latest, previous }: Lately<Facts>,
  { builtOn }: MetricsPage,
  text: (facts: Facts) => string,
): string {
  if (latest === null || previous === null) return '';
  return `; ${text(latest)} ${inPeriod(latest.period, builtOn)}, after ${text(previous)} ${inWhole(previous.period, latest.period, builtOn)}`;
}

/** `; so far in 2026 it is 44 min, up from 10.5 min in all of 2025` */
function medians(
  { latest, previous }: Lately<{ median: number }>,
  { builtOn }: MetricsPage,
  text: (median: number) => string,
): string {
  if (latest === null || previous === null) return '';
  const [now, before] = [text(latest.median), text(previous.median)];
  const change = now === before ? 'as' : `${latest.median > previous.median ? 'up' : 'down'} from ${before}`;
  const isOver = latest.period.to < builtOn;
  return `; ${inPeriod(latest.period, builtOn)} it ${isOver ? 'was' : 'is'} ${now}, ${change} ${inWhole(previous.period, latest.period, builtOn)}`;
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

/** What a year so far says beside the one before. */

import type { Comparison, Told, Verdict, YearSoFar } from '../../core/metrics/year-so-far.ts';
import { roundedDurationText } from '../../core/time/duration.ts';
import { nearDay } from '../dates.ts';
import { counted, hoursText } from './metrics-words.ts';

export const yearSoFar = {
  question: 'Is it getting better?',
  figure: 'Figure',
  verdict: 'Compared',
  /** `2026, to 21 Nov` */
  span: ({ to }: YearSoFar['now']) => `${to.slice(0, 4)}, to ${nearDay(to)}`,
  nothing: 'nothing known',
  few: 'too few',
};

export const comparisonNames: Partial<Record<Comparison['id'], string>> = {
  severity: 'Incidents',
  detect: 'Time to detect',
  mitigate: 'Time to mitigate',
  effort: 'Hours spent on incidents',
  'system-first': 'The system told us first',
  'dates-met': 'Dates met',
  backlog: 'Open improvements',
};

const verdicts: Record<Verdict, string> = {
  better: 'better',
  worse: 'worse',
  same: 'as before',
  more: 'more',
  fewer: 'fewer',
};

export function verdictText({ verdict, before }: Comparison): string {
  return verdict === null ? (before === null ? 'no year before' : 'too few to say') : verdicts[verdict];
}

/** The figure itself. */
export function toldText(told: Told | null): string {
  if (told === null) return yearSoFar.nothing;
  switch (told.kind) {
    case 'count':
    case 'open':
      return told.count.toLocaleString('en');
    case 'median':
      return told.minutes === null ? yearSoFar.few : roundedDurationText(told.minutes);
    case 'hours':
      return told.hours === null ? yearSoFar.nothing : hoursText(told.hours);
    case 'share':
    case 'dates':
      return `${told.part} of ${told.of}`;
  }
}

/** What belongs beside the figure, so that nobody takes it for more than it is; the empty string where nothing does. */
export function toldNote(told: Told | null, isNow: boolean): string {
  switch (told?.kind) {
    case 'median':
      return `median of ${counted(told.n, 'incident', 'incidents')}`;
    case 'hours':
      return told.n < told.of ? `written down for ${told.n} of ${told.of}` : '';
    case 'dates':
      if (told.late === 0) return isNow ? 'and none is late now' : 'and none was late that day';
      return isNow
        ? `and ${counted(told.late, 'is', 'are')} late now`
        : `and ${counted(told.late, 'was', 'were')} late that day`;
    default:
      return '';
  }
}

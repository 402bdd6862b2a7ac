import type { Brief, BriefLine, BriefStep } from '../../core/brief/brief.ts';
import { spokenDuration } from '../../core/brief/spoken-duration.ts';
import { capitalized } from '../../core/capitalized.ts';
import type { Mark } from '../../core/vocabulary.ts';
import { day, nearDay } from '../dates.ts';
import { zonePlace } from '../zone-place.ts';

export const brief = {
  readers: 'Stakeholders',
  link: 'Brief on one page',
  title: (incident: string) => `Brief: ${incident}`,
  /** In the order of the page: what it meant for customers comes before why. */
  happened: 'What happened',
  happenedAndAffected: 'What happened, and how customers were affected',
  affected: 'How customers were affected',
  cause: 'Why it happened',
  stabilised: 'How we stabilised it',
  timeline: 'When',
  remediation: 'What we do about it',
  unknown: 'Not yet known.',
  undecided: 'Not yet decided.',
  more: (count: number) => `…and ${count} more.`,
  noDate: 'Day not known',
  back: 'To the postmortem',
};

export const briefMarks: Record<Mark, string> = {
  started: 'It began',
  detected: 'It was noticed',
  responded: 'Work on it began',
  mitigated: 'It was stabilised',
  resolved: 'It was over',
};

/** `02:10`, `about 08:40`, `11:35–13:05`; with its day where they are several. */
export function briefClock({ date, clock, endClock, approximate }: BriefLine, isOneDay: boolean): string {
  const span = endClock === null ? clock : `${clock}–${endClock}`;
  return `${isOneDay ? '' : `${nearDay(date)}, `}${approximate ? 'about ' : ''}${span}`;
}

/** How long it took, and whose clock it is. */
export function briefSpans({ durations, timezone }: NonNullable<Brief['timeline']>): string {
  const said = durations
    .filter(({ max }) => max > 0)
    .map(({ name, ...duration }) => `${spanNames[name]} after ${spokenDuration(duration)}`);
  const spans = said.length === 0 ? '' : `${capitalized(said.join(', '))}. `;
  return `${spans}Times are ${timezone === 'UTC' ? 'in UTC' : `those of ${zonePlace(timezone)}`}.`;
}

const spanNames = { detect: 'noticed', mitigate: 'stabilised', resolve: 'over' };

/** `Done on 18 May 2018` */
export function briefState({ state }: BriefStep): string {
  if (state.kind === 'done')
    return `done on ${day(state.on)}${state.planned === null ? '' : `, planned for ${day(state.planned)}`}`;
  if (state.kind === 'planned') return `planned for ${day(state.for)}`;
  if (state.kind === 'late') return `was planned for ${day(state.for)}, not done yet`;
  return 'no day named yet';
}

/** How far we are, with what was given up on the way; null where that can be seen from the steps. */
export function briefProgress({ remediation: { done, of, steps, dropped } }: Brief): string | null {
  if (of === 0) return null;
  if (dropped > 0) {
    const open = of - done;
    const parts = [
      ...(done > 0 ? [`${done} done`] : []),
      ...(open > 0 ? [`${open} still to be done`] : []),
      `${dropped} dropped`,
    ];
    return `Of ${of + dropped} steps: ${parts.join(', ')}.`;
  }
  if (done === 0 && steps.length === of) return null;
  if (done === of) return of === 1 ? 'The one step is done.' : `All ${of} steps are done.`;
  return `${done} of ${of} steps ${done === 1 ? 'is' : 'are'} done.`;
}

/** The note to whoever sends it, which is neither printed nor copied. */
export const briefNote = {
  title: 'Before you send it',
  lead: 'This page takes its words from the postmortem and leaves out those that mean something only to us. Read it aloud once, as a customer would hear it.',
  always:
    'Does it admit what went wrong, and sound like a person? Is every number right, and nothing nicer than it was?',
};

/** What deserves a look on this page, in the order of the page. */
export function briefChecks(page: Brief): string[] {
  const { checks, remediation } = page;
  const late = remediation.steps.filter(({ state }) => state.kind === 'late').length;
  const shortened = [
    page.happened?.isShortened && 'what happened',
    page.affected?.isShortened && 'how customers were affected',
    page.cause?.isShortened && 'why it happened',
    page.stabilised?.isShortened && 'how we stabilised it',
    remediation.text?.isShortened && 'what we do about it',
  ].filter((name) => typeof name === 'string');
  return [
    page.isReviewed
      ? ''
      : 'The meeting has not been held yet: causes and steps may change. Say when you will write again.',
    page.isAffectedInSummary
      ? 'How customers were affected is told within the summary. With a section “Impact” in the file it has a place of its own.'
      : '',
    page.cause === null ? 'Nobody has written down the cause yet, and the page says so.' : '',
    page.stabilised === null ? 'Nobody has written down how it was stabilised.' : '',
    shortened.length > 0
      ? `To fit on one page it is shortened: ${shortened.join(', ')}. Look whether what is missing matters to your readers.`
      : '',
    checks.code.length > 0
      ? `These stand as code in the file; say them in plain words: ${checks.code.join(', ')}.`
      : '',
    checks.replaced > 0
      ? `${checks.replaced === 1 ? 'One internal word was' : `${checks.replaced} internal words were`} replaced or left out, such as names, systems and tickets. Look whether the sentences still read well.`
      : '',
    checks.omitted > 0
      ? `${checks.omitted === 1 ? 'One picture, table or block of code was' : `${checks.omitted} pictures, tables or blocks of code were`} left out.`
      : '',
    late > 0
      ? `${late === 1 ? 'One step is' : `${late} steps are`} late, and the page says so. Have the new date at hand.`
      : '',
  ].filter((text) => text !== '');
}

import type { Catalog } from '../catalog/catalog.ts';
import { closest } from '../catalog/closest.ts';
import { instantOf, isZone, localTimeOf, offsetAt } from '../time/zones.ts';
import {
  type RaisedBy,
  raisedByValues,
  type Status,
  statuses,
  type Triage,
  triageValues,
} from '../vocabulary.ts';
import { isId } from './file-name.ts';
import { factProblem, judgeTime } from './judge.ts';
import { entryProblem, type ListEntry } from './list-entry.ts';
import { promptExamples } from './prompt-examples.ts';
import type { PromptExamples } from './section-prompts.ts';
import type { SkeletonFacts } from './skeleton.ts';

/** What is known of a new file so far, as it was written down; null where nobody has said yet. */
export interface Draft {
  title: string | null;
  severity: string | null;
  status: string | null;
  when: string | null;
  detected: string | null;
  mitigated: string | null;
  resolved: string | null;
  /** The day of the meeting. */
  reviewedOn: string | null;
  systems: readonly string[];
  raisedBy: string | null;
  triage: string | null;
  facilitator: string | null;
  /** Who else is at the meeting, handles. No file says so; whoever is in none yet is in `entries`, too. */
  present: readonly string[];
  timezone: string | null;
  request: string | null;
  id: string | null;
  /** Systems and people that go into their files first. */
  entries: readonly ListEntry[];
}

/** What a draft is judged by. */
export interface DraftContext {
  catalog: Pick<Catalog, 'settings' | 'systems' | 'people' | 'postmortems'>;
  /** Milliseconds since 1970. */
  now: number;
}

/** A part of a draft that can't be used. `field` is its key. */
export interface DraftProblem {
  field: keyof Draft;
  message: string;
}

/** What of a draft is wrong, every part at once. What is absent is not wrong. */
export function draftProblems(draft: Draft, context: DraftContext): DraftProblem[] {
  const { settings, systems, people } = context.catalog;
  const problems: DraftProblem[] = [];
  const refuse = (field: keyof Draft, message: string): void => {
    problems.push({ field, message });
  };
  const judge = (field: keyof Draft, key: string, value: unknown): void => {
    const found = factProblem(key, value, settings);
    if (found !== null) refuse(field, [found.message, asFlag(found.hint)].filter(Boolean).join(' '));
  };
  if (draft.title !== null) judge('title', 'title', draft.title);
  if (draft.severity !== null)
    judge('severity', 'severity', /^\d{1,9}$/.test(draft.severity) ? Number(draft.severity) : draft.severity);
  // Of a reviewed one its day is asked for, and judged by itself.
  if (draft.status !== null && draft.status !== 'reviewed') judge('status', 'status', draft.status);
  for (const key of ['raisedBy', 'triage', 'facilitator', 'timezone'] as const)
    if (draft[key] !== null) judge(key, key, draft[key]);

  const fresh = (file: ListEntry['file']): string[] =>
    draft.entries.flatMap((entry) => (entry.file === file ? [entry.id] : []));
  for (const entry of draft.entries) {
    const found = entryProblem(entry);
    const known =
      entry.file === 'systems.yaml'
        ? systems.map(({ id }) => id)
        : (people ?? []).map(({ handle }) => handle);
    if (found !== null) refuse('entries', found);
    else if (known.includes(entry.id)) refuse('entries', `${entry.id} stands in ${entry.file} already.`);
  }
  const systemIds = [...systems.map(({ id }) => id), ...fresh('systems.yaml')];
  for (const id of draft.systems)
    if (!systemIds.includes(id))
      refuse(
        'systems',
        `There is no system "${id}" in systems.yaml.${near(id, systemIds) || ` To add it: --add-system "${id}: Its name"`}`,
      );
  if (draft.facilitator !== null && people !== null) {
    const handles = [...people.map(({ handle }) => handle), ...fresh('people.yaml')];
    if (!handles.includes(draft.facilitator))
      refuse(
        'facilitator',
        `There is no "${draft.facilitator}" in people.yaml.${near(draft.facilitator, handles) || ` To add them: --add-person "${draft.facilitator}: Their name"`}`,
      );
  }
  const times: string[] = [];
  for (const key of ['when', 'detected', 'mitigated', 'resolved'] as const) {
    const written = timeOf(draft, key, context);
    if (written === null) continue;
    const { problem } = judgeTime(written, zoneOf(draft, context), times);
    if (problem !== null) refuse(key, [problem.message, problem.hint].filter(Boolean).join(' '));
    else times.push(written);
  }
  problems.push(...dayProblems(draft, context));
  if (draft.id !== null && !isId(draft.id))
    refuse('id', `"${draft.id}" can’t be an address: ids are lower-case letters, digits, "-", "_" and "/".`);
  return problems;
}

/** A meeting lies behind what it is about, and nobody can have held one tomorrow. */
function dayProblems(draft: Draft, context: DraftContext): DraftProblem[] {
  const { reviewedOn, status } = draft;
  const zone = zoneOf(draft, context);
  const today = localTimeOf(zone, context.now).date;
  const started = timeOf(draft, 'when', context);
  const began = started === null ? null : judgeTime(started, zone).date;
  const problems: DraftProblem[] = [];
  if (began !== null && began > today)
    problems.push({ field: 'when', message: `It can’t have started on ${began}: today is ${today}.` });
  if (reviewedOn === null) return problems;
  const found = factProblem('reviewedOn', reviewedOn, context.catalog.settings);
  const message =
    status !== null && status !== 'reviewed'
      ? 'Only a reviewed postmortem has had its meeting: --status reviewed.'
      : found !== null
        ? [found.message, asFlag(found.hint)].filter(Boolean).join(' ')
        : reviewedOn > today
          ? `The meeting can’t have been on ${reviewedOn}: today is ${today}. Before it is held, the status is resolved.`
          : began !== null && reviewedOn < began
            ? `The meeting can’t have been on ${reviewedOn}: it started on ${began}.`
            : null;
  return message === null ? problems : [...problems, { field: 'reviewedOn', message }];
}

/**
 * The facts of a draft that has no problems. Title and severity must be there.
 *
 * @returns `date` is the day on which it started; `examples` are what the prompts of its file name.
 */
export function draftFacts(
  draft: Draft,
  context: DraftContext,
): { facts: SkeletonFacts; date: string; examples: PromptExamples } {
  const zone = zoneOf(draft, context);
  const today = localTimeOf(zone, context.now).date;
  const started = timeOf(draft, 'when', context) ?? aboutNow(zone, context.now);
  const status = statusOf(draft);
  const reviewedOn = status === 'reviewed' ? (draft.reviewedOn ?? today) : null;
  const facts: SkeletonFacts = {
    title: (draft.title ?? '').trim(),
    status,
    severity: Number(draft.severity),
    systems: [
      ...new Set([
        ...draft.systems,
        ...draft.entries.flatMap((entry) => (entry.file === 'systems.yaml' ? [entry.id] : [])),
      ]),
    ],
    raisedBy: raisedByValues.find((value): value is RaisedBy => value === draft.raisedBy) ?? null,
    triage: triageValues.find((value): value is Triage => value === draft.triage) ?? null,
    timezone: zone === context.catalog.settings.timezone ? null : zone,
    facilitator: draft.facilitator,
    reviewedOn,
    started,
    detected: timeOf(draft, 'detected', context),
    mitigated: timeOf(draft, 'mitigated', context),
    resolved: timeOf(draft, 'resolved', context),
    request: draft.request === null || draft.request.trim() === '' ? null : draft.request,
  };
  const { present, entries } = draft;
  return {
    facts,
    date: judgeTime(started, zone).date ?? today,
    examples: promptExamples(context.catalog, { ...facts, present, entries, day: reviewedOn ?? today }),
  };
}

/** Whoever says on which day the meeting was need not say that it was held. */
export function statusOf({ status, reviewedOn }: Pick<Draft, 'status' | 'reviewedOn'>): Status {
  return statuses.find((known) => known === status) ?? (reviewedOn === null ? 'open' : 'reviewed');
}

/** About now, as a timeline's entry begins: `2026-11-21 ~14:10`, with its offset where the clocks show that time twice. */
export function aboutNow(zone: string, now: number): string {
  const { date, clock } = localTimeOf(zone, now - (now % 60_000));
  const minute = clock.slice(0, 5);
  const twice = instantOf(zone, date, minute).kind === 'overlap';
  return `${date} ~${minute}${twice ? offsetAt(zone, now) : ''}`;
}

/** What a draft says of a time, with today's date where it names none. */
function timeOf(
  draft: Draft,
  key: 'when' | 'detected' | 'mitigated' | 'resolved',
  context: DraftContext,
): string | null {
  const written = draft[key]?.trim().replace(/\s+/g, ' ');
  if (written === undefined) return null;
  const zone = zoneOf(draft, context);
  if (key !== 'when') return written;
  if (written.toLowerCase() === 'now') return aboutNow(zone, context.now);
  // What has had its meeting was hardly today: better asked for than guessed.
  const isDayKnown = statusOf(draft) !== 'reviewed';
  return isDayKnown && /^~?\d{1,2}:/.test(written)
    ? `${localTimeOf(zone, context.now).date} ${written}`
    : written;
}

function zoneOf({ timezone }: Draft, { catalog }: DraftContext): string {
  return timezone !== null && isZone(timezone) ? timezone : catalog.settings.timezone;
}

function near(word: string, known: readonly string[]): string {
  const meant = closest(word, known);
  return meant === null ? '' : ` Did you mean ${meant}?`;
}

/** Hints show lines of front matter; here the value alone is what to write. */
function asFlag(hint: string | undefined): string {
  return (hint ?? '').replace(/(?<=^Write (?:.*hyphens: )?|^Did you mean )(?:a line like )?\w+: /, '');
}

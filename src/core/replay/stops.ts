import type { Hypothesis } from '../improvement/improvement.ts';
import { median } from '../metrics/median.ts';
import type { TimelineEntry } from '../timeline/timeline.ts';

/**
 * Why a replay stops before an entry and asks. Most may not be told before the entry is: "the next one ends it" gives away
 * as much as the entry itself. Those of `opening` and `aftermath` lie in what was told already.
 */
export type StopReason =
  | { kind: 'opening' | 'first-action' | 'decision' | 'confirmed' | 'mitigated' | 'aftermath' }
  /** Whole minutes in which nothing was written down. */
  | { kind: 'long-gap'; minutes: number };

type Told = Pick<TimelineEntry, 'time' | 'marks' | 'kinds' | 'text'>;

/** More than these tire; the reasons found first are worth most. */
const mostStops = 6;
/** A gap is long from here on, if it is also twice as long as the usual one. */
const longGap = 20;
const mostGaps = 2;
/** So many words in common say that a hypothesis and an entry tell of the same thing. */
const commonWords = 3;

/**
 * The positions in what is told before which a replay stops, each with its reasons: when the first entry is all that is
 * known, before the first action, before what confirms a suspicion, before it is mitigated, before what was still to do
 * then, before decisions, and after the longest waits for a way out. Never before the first entry, with which it begins.
 */
export function stopsOf(
  told: readonly Told[],
  hypotheses: readonly Hypothesis[],
): ReadonlyMap<number, StopReason[]> {
  const stops = new Map<number, StopReason[]>();
  const stop = (position: number, reason: StopReason): void => {
    const reasons = stops.get(position);
    if (position < 1 || position >= told.length) return;
    if (reasons === undefined && stops.size === mostStops) return;
    if (!reasons?.some(({ kind }) => kind === reason.kind)) stops.set(position, [...(reasons ?? []), reason]);
  };
  const mitigated = told.findIndex(({ marks }) => marks.includes('mitigated'));
  stop(1, { kind: 'opening' });
  stop(firstAction(told), { kind: 'first-action' });
  for (const words of confirmed(hypotheses)) stop(nearest(told, words), { kind: 'confirmed' });
  stop(mitigated, { kind: 'mitigated' });
  stop(aftermath(told, mitigated), { kind: 'aftermath' });
  for (const [position, { kinds }] of told.entries())
    if (kinds.includes('decision')) stop(position, { kind: 'decision' });
  const hurting = mitigated === -1 ? told : told.slice(0, mitigated + 1);
  for (const { position, minutes } of longGaps(hurting)) stop(position, { kind: 'long-gap', minutes });
  return new Map([...stops].sort(([a], [b]) => a - b));
}

/** The answer to an alert, where no action is written down. */
function firstAction(told: readonly Told[]): number {
  const action = told.findIndex(({ kinds }, at) => at > 0 && kinds.includes('action'));
  return action === -1 ? told.findIndex(({ marks }, at) => at > 0 && marks.includes('responded')) : action;
}

/** What was done once it no longer hurt; -1 where nothing was, or it never stopped. */
function aftermath(told: readonly Told[], mitigated: number): number {
  if (mitigated === -1) return -1;
  return told.findIndex(
    ({ kinds }, at) => at > mitigated && kinds.some((kind) => kind === 'action' || kind === 'change'),
  );
}

function longGaps(told: readonly Told[]): { position: number; minutes: number }[] {
  const gaps = told.slice(1).map(({ time }, at) => {
    const before = (told[at] as Told).time;
    return { position: at + 1, minutes: Math.round((time.start - (before.end ?? before.start)) / 60_000) };
  });
  const usual = median(gaps.map(({ minutes }) => minutes)) ?? 0;
  return gaps
    .filter(({ minutes }) => minutes >= longGap && minutes >= 2 * usual)
    .sort((a, b) => b.minutes - a.minutes || a.position - b.position)
    .slice(0, mostGaps);
}

/** The words of each hypothesis that was confirmed, with those of the test that did. */
function confirmed(hypotheses: readonly Hypothesis[]): ReadonlySet<string>[] {
  return hypotheses.flatMap(({ text, tests }) =>
    tests.filter(({ verdict }) => verdict === 'confirmed').map((test) => longWords(`${text} ${test.text}`)),
  );
}

/** The first entry that shares most words; -1 where none shares enough. */
function nearest(told: readonly Told[], words: ReadonlySet<string>): number {
  let best = { position: -1, shared: commonWords - 1 };
  for (const [position, { text }] of told.entries()) {
    const shared = longWords(text).intersection(words).size;
    if (shared > best.shared) best = { position, shared };
  }
  return best.position;
}

/** Short words stand in every sentence. */
function longWords(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu));
}

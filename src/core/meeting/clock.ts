import { isStep, minutesOf, type Step, steps } from './agenda.ts';

/**
 * What a meeting's clock remembers. Times are counted, not ticked, so a page that was closed for a moment loses nothing,
 * and two pages that show the same meeting count once.
 */
export interface MeetingClock {
  /** Milliseconds by what they were spent on. */
  spent: Partial<Record<Step, number>>;
  /** What is being counted, since when; null while it is paused, and before it was ever started. */
  running: { step: Step; since: number } | null;
  /** When somebody last looked: where all pages are closed at once, nobody can say pause. */
  seen: number;
}

export const unstarted: MeetingClock = { spent: {}, running: null, seen: 0 };

/** A meeting that nobody looked at for so long was over, or had not begun. */
const awayAtMost = 10 * 60_000;

export function hasStarted({ spent, running }: MeetingClock): boolean {
  return running !== null || Object.keys(spent).length > 0;
}

/** The clock counts for this now, and what was counted before is kept. */
export function countFor(clock: MeetingClock, step: Step, now: number): MeetingClock {
  return { ...paused(clock, now), running: { step, since: now }, seen: now };
}

export function paused(clock: MeetingClock, now: number): MeetingClock {
  const { running, spent } = clock;
  if (running === null) return { ...clock, seen: now };
  return {
    spent: { ...spent, [running.step]: (spent[running.step] ?? 0) + Math.max(0, now - running.since) },
    running: null,
    seen: now,
  };
}

/** The clock as it stands when a page opens: paused when it was last seen, where that is long ago. */
export function woken(clock: MeetingClock, now: number): MeetingClock {
  return clock.running !== null && now - clock.seen > awayAtMost ? paused(clock, clock.seen) : clock;
}

export function spentOn({ spent, running }: MeetingClock, step: Step, now: number): number {
  const current = running?.step === step ? Math.max(0, now - running.since) : 0;
  return (spent[step] ?? 0) + current;
}

export function spentInAll(clock: MeetingClock, now: number): number {
  return steps.reduce((sum, step) => sum + spentOn(clock, step, now), 0);
}

/** Whole minutes over what was meant; zero where it is within it. */
export function minutesOver(clock: MeetingClock, step: Step, now: number): number {
  return Math.max(0, Math.floor(spentOn(clock, step, now) / 60_000) - minutesOf[step]);
}

/** Reads what was kept; anything else is a clock that was not started. */
export function readClock(text: string | null): MeetingClock {
  try {
    const { spent, running, seen } = JSON.parse(text ?? '') as MeetingClock;
    const isTime = (value: unknown): value is number => Number.isFinite(value) && (value as number) >= 0;
    if (!isTime(seen) || !Object.entries(spent).every(([step, time]) => isStep(step) && isTime(time)))
      return unstarted;
    if (running !== null && !(isStep(running.step) && isTime(running.since))) return unstarted;
    return { spent, running, seen };
  } catch {
    return unstarted;
  }
}

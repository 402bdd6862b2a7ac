/** Who is on duty, by days. Days are `YYYY-MM-DD` in the settings' zone, and both ends of a shift belong to it. */

/** People who take turns in their order, again and again. */
export interface Rotation {
  /** The first day of the first turn. */
  startsOn: string;
  /** How long a turn is. */
  days: number;
  /** Handles, each once. Whoever comes next is the sidekick. */
  order: readonly string[];
}

/** A shift that somebody wrote down: a week of a list, or a swap in a rotation. */
export interface WrittenShift {
  from: string;
  /** The last day; null where it ends with its turn. */
  to: string | null;
  superhero: string;
  sidekick: string | null;
  note: string | null;
}

/** `content/on-duty.yaml` */
export interface OnDuty {
  rotation: Rotation | null;
  /** By their first day. */
  shifts: readonly WrittenShift[];
}

/** Days in a row on which the same people are on duty. */
export interface Shift {
  from: string;
  to: string;
  superhero: string;
  /** Null where nobody stands beside the superhero. */
  sidekick: string | null;
  /** Why it is as it is, such as a swap; null where there is nothing to say. */
  note: string | null;
}

/** Of a turn where nothing says how long one is. */
export const usualDays = 7;

/** What happened on which day. Days are `YYYY-MM-DD`. */
export interface DatedIncident {
  id: string;
  date: string;
}

/** What to remember on a day. */
export interface OnThisDay {
  /** Whether they happened on this very day of the year; else they are the nearest. */
  exact: boolean;
  /** Newest first. */
  ids: string[];
  /** How many days away, over the turn of the year where that is nearer. 0 where `exact`. */
  away: number;
}

/**
 * Incidents of earlier years on this day of the year, or else the nearest days of the year on which something happened. What
 * happened this very day is no memory. Null where there is nothing to remember.
 */
export function onThisDay(incidents: readonly DatedIncident[], today: string): OnThisDay | null {
  const past = incidents
    .filter(({ date }) => date < today)
    .map(({ id, date }) => ({ id, date, away: daysApart(date, today) }));
  if (past.length === 0) return null;
  const away = Math.min(...past.map((incident) => incident.away));
  return {
    exact: away === 0,
    away,
    ids: past
      .filter((incident) => incident.away === away)
      .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
      .map(({ id }) => id),
  };
}

/**
 * One to replay, of those that were not done yet; of all where all were. Not the same twice in a row where there is another.
 *
 * @param random From 0 up to 1, without 1.
 */
export function pickOne(
  ids: readonly string[],
  { done, last, random }: { done: ReadonlySet<string>; last: string | null; random: number },
): string | null {
  const left = ids.filter((id) => !done.has(id));
  const pool = left.length > 0 ? left : [...ids];
  const others = pool.filter((id) => id !== last);
  const from = others.length > 0 ? others : pool;
  return from[Math.floor(random * from.length)] ?? null;
}

/** Of the year, whichever way is shorter. In a year that has 29 February, so that each day has its own place. */
function daysApart(date: string, other: string): number {
  const apart = Math.abs(dayOfYear(date) - dayOfYear(other));
  return Math.min(apart, 366 - apart);
}

function dayOfYear(date: string): number {
  return Date.parse(`2000-${date.slice(5)}T00:00:00Z`) / 86_400_000;
}

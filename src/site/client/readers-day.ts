/** The day on the reader's own clock, `YYYY-MM-DD`. */
export function readersDay(now = new Date()): string {
  return dayIn(undefined, now);
}

/** The day in a zone, `YYYY-MM-DD`; in the reader's where none is named. */
export function dayIn(timeZone: string | undefined, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

import { path } from '../paths.ts';

/** What somebody did with an incident, each with its day, `YYYY-MM-DD`. */
export interface Done {
  read?: string;
  replayed?: string;
}

/** Two knowledge bases may share a host. */
const key = `fire-marshal:training:${path('/')}`;

/** What this browser remembers, by the postmortem's id; nothing where it may not remember. */
export function trainingProgress(): Record<string, Done> {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof known === 'object' && known !== null && !Array.isArray(known)
      ? (known as Record<string, Done>)
      : {};
  } catch {
    return {};
  }
}

/** @param day Null takes it back. */
export function rememberDone(id: string, what: keyof Done, day: string | null): void {
  const { [id]: own, ...others } = trainingProgress();
  const { [what]: _, ...rest } = own ?? {};
  const next: Done = day === null ? rest : { ...rest, [what]: day };
  try {
    localStorage.setItem(
      key,
      JSON.stringify(Object.keys(next).length > 0 ? { ...others, [id]: next } : others),
    );
  } catch {
    // Without room or leave, nothing is remembered; the page works all the same.
  }
}

/** The reader's own day. */
export function readersDay(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

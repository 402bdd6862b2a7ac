import { isDate } from '../time/dates.ts';
import { asRecord, keptRecord } from './kept-record.ts';

/** What somebody did with an incident, each with its day, `YYYY-MM-DD`. */
export interface Done {
  read?: string;
  replayed?: string;
}

/** What a browser remembers, by the postmortem's id. */
export type Progress = ReadonlyMap<string, Done>;

/** Reads what was remembered. What has another shape is left out. */
export function readProgress(text: string | null): Progress {
  const known = new Map<string, Done>();
  for (const [id, value] of Object.entries(keptRecord(text))) {
    const { read, replayed } = asRecord(value);
    const done = { ...day('read', read), ...day('replayed', replayed) };
    if (Object.keys(done).length > 0) known.set(id, done);
  }
  return known;
}

/** The text to remember. @param day Null takes it back. */
export function withDone(text: string | null, id: string, what: keyof Done, on: string | null): string {
  const known = new Map(readProgress(text));
  const { [what]: _, ...rest } = known.get(id) ?? {};
  const next: Done = on === null ? rest : { ...rest, [what]: on };
  if (Object.keys(next).length > 0) known.set(id, next);
  else known.delete(id);
  return JSON.stringify(Object.fromEntries(known));
}

function day(what: keyof Done, value: unknown): Done {
  return typeof value === 'string' && isDate(value) ? { [what]: value } : {};
}

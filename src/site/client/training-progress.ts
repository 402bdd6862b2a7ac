import { type Done, type Progress, readProgress, withDone } from '../../core/training/progress.ts';
import { path } from '../paths.ts';

/** Two knowledge bases may share a host. */
const key = `fire-marshal:training:${path('/')}`;

/** What this browser remembers, by the postmortem's id; nothing where it may not remember. */
export function trainingProgress(): Progress {
  return readProgress(stored());
}

/** Without room or leave nothing is remembered; the page works all the same. @param day Null takes it back. */
export function rememberDone(id: string, what: keyof Done, day: string | null): void {
  try {
    localStorage.setItem(key, withDone(stored(), id, what, day));
  } catch {}
}

export function forgetTraining(): void {
  try {
    localStorage.removeItem(key);
  } catch {}
}

/** Whether a change in another window is about this. */
export function isAboutTraining({ key: changed }: StorageEvent): boolean {
  return changed === key || changed === null;
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

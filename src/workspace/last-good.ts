import type { Diagnostic } from '../core/diagnostic.ts';

/**
 * What files said when they were last without an error, by their path below the content folder. While somebody writes, it
 * stands in for what they say now. Grows with the content, not with time.
 */
export type LastGood = Map<string, unknown>;

/** What can be used of a file: what it says, or what it last said without an error. */
export interface Usable<Value> {
  value: Value;
  /** Whether it is from before. */
  standsIn: boolean;
}

/**
 * Remembers what a file says where nothing is wrong with it, and gives what it last said where something is.
 *
 * @param found What is wrong with the file, weighed as the settings ask for.
 * @param lastGood Null where nothing may stand in for anything.
 */
export function usable<Value>(
  path: string,
  value: Value,
  found: readonly Diagnostic[],
  lastGood: LastGood | null,
): Usable<Value> {
  if (lastGood === null) return { value, standsIn: false };
  if (!found.some(({ severity }) => severity === 'error')) {
    lastGood.set(path, value);
    return { value, standsIn: false };
  }
  if (!lastGood.has(path)) return { value, standsIn: false };
  // Each path is read by one reader, so what was kept for it is of the same kind.
  return { value: lastGood.get(path) as Value, standsIn: true };
}

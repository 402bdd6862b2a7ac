import type { z } from 'zod';
import { closest } from '../catalog/closest.ts';
import { type Fix, type Problem, problem } from '../diagnostic.ts';
import { withFix } from '../fix/fix.ts';
import type { YamlReading } from './read-yaml.ts';

/**
 * What a schema says about a wrong value: a sentence, and after a line break the line to write instead. `{value}` stands
 * for what was found.
 */
export function says(message: string, hint: string): { error: (issue: { input?: unknown }) => string } {
  return { error: ({ input }) => `${message.replaceAll('{value}', () => shown(input))}\n${hint}` };
}

/** How a value looked in the file, near enough. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'keys of its own';
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 57).toWellFormed()}…` : text;
}

/** The rules that problems of a schema are reported under. */
export interface SchemaRules {
  /** For keys that are not known. */
  key: string;
  value: string;
  /** What has these keys, as in `the front matter has no key severty`. */
  owner: string;
}

/** All issues of a schema as problems, each at its own key or value. */
export function schemaProblems(
  issues: readonly z.core.$ZodIssue[],
  reading: Pick<YamlReading, 'placeOf' | 'brokenLines'>,
  rules: SchemaRules,
  keysAt: (path: readonly (string | number)[]) => readonly string[],
  /** The one right way to write a key or a value, where there is one. */
  fixOf: (path: readonly (string | number)[], of: 'key' | 'value') => Fix | null = () => null,
  /** The key that a wrong one most likely stands for. */
  keyMeant: (key: string, known: readonly string[]) => string | null = closest,
): Problem[] {
  return issues
    .flatMap((issue): Problem[] => {
      const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
      if (issue.code === 'unrecognized_keys') {
        const known = keysAt(path);
        return issue.keys.map((key) => {
          const near = keyMeant(key, known);
          return withFix(
            problem(
              rules.key,
              reading.placeOf([...path, key]),
              `${rules.owner} has no key ${shown(key).slice(1, -1)}.`,
              near === null ? `It may have ${known.join(', ')}.` : `Did you mean ${near}?`,
            ),
            fixOf([...path, key], 'key'),
          );
        });
      }
      const [message = '', ...hint] = issue.message.split('\n');
      return [
        withFix(
          problem(
            rules.value,
            reading.placeOf(path, 'value'),
            message,
            hint.length === 0 ? undefined : hint.join('\n'),
          ),
          fixOf(path, 'value'),
        ),
      ];
    })
    .filter(({ place }) => !reading.brokenLines.has(place.line));
}

import type { z } from 'zod';
import { type Problem, problem } from '../diagnostic.ts';
import { readYaml, type YamlReading } from '../yaml/read-yaml.ts';
import { schemaProblems, shown } from '../yaml/schema-problems.ts';

/** A file that is a list of things, each with a key that is its own. */
export interface ListedFile<Entry> {
  /** As its users call it: `systems.yaml`. */
  file: string;
  /** Begins the names of its rules: `systems`. */
  rule: string;
  /** One of them: `A system`. */
  one: string;
  identity: keyof Entry & string;
  /** What two identities share that can't both be had; themselves where it is left out. */
  sameness?: (own: string) => string;
  /** A line to begin with. */
  example: string;
  schema: z.ZodType<Entry>;
  keys: readonly string[];
}

/**
 * The names that such a list gives, also in entries that are wrong elsewhere: who uses one of them is right. Null where the
 * list can't be read to its end, and nobody can tell.
 */
export function writtenNames(text: string, identity: string): ReadonlySet<string> | null {
  const { value, problems } = readYaml(text);
  if (problems.length > 0 || (value !== null && !Array.isArray(value))) return null;
  const names = ((value ?? []) as (Record<string, unknown> | null)[]).map((item) => item?.[identity]);
  return new Set(names.map((name) => String(name).replace(/^@/, '')));
}

/** Reads such a list. An entry that is wrong is reported and left out, so that the others can be used. */
export function readListed<Entry>(
  text: string,
  { file, rule, one, identity, sameness = (own) => own, example, schema, keys }: ListedFile<Entry>,
): {
  entries: { entry: Entry; index: number }[];
  reading: YamlReading;
  problems: Problem[];
} {
  const reading = readYaml(text);
  const problems = [...reading.problems];
  const entries: { entry: Entry; index: number }[] = [];
  const { value } = reading;
  if (value === null) return { entries, reading, problems };
  if (!Array.isArray(value)) {
    if (problems.length === 0)
      problems.push(
        problem(
          `${rule}-value`,
          { line: 1, column: 1 },
          `${file} is a list; found ${shown(value)}.`,
          `Begin each entry with a hyphen: ${example}`,
        ),
      );
    return { entries, reading, problems };
  }
  const firsts = new Map<string, { own: string; index: number }>();
  for (const [index, item] of value.entries()) {
    // A key with nothing after it is one to fill in later.
    const filled: unknown =
      typeof item === 'object' && item !== null && !Array.isArray(item)
        ? Object.fromEntries(
            Object.entries(item as object).filter(([key, field]) => field !== null || !keys.includes(key)),
          )
        : item;
    const result = schema.safeParse(filled);
    if (!result.success) {
      const issues = result.error.issues.map((issue) => ({ ...issue, path: [index, ...issue.path] }));
      problems.push(
        ...schemaProblems(
          issues,
          reading,
          { key: `${rule}-key`, value: `${rule}-value`, owner: one },
          () => keys,
        ),
      );
      // With an unknown key alone, the rest of it is still good.
      if (!issues.every(({ code }) => code === 'unrecognized_keys')) continue;
    }
    const entry = (result.success ? result.data : filled) as Entry;
    const own = String(entry[identity]);
    const first = firsts.get(sameness(own));
    if (first !== undefined) {
      const { line } = reading.placeOf([first.index, identity]);
      problems.push(
        problem(
          `${rule}-duplicate`,
          reading.placeOf([index, identity], 'value'),
          own === first.own
            ? `The ${identity} ${own} stands here a second time; the first is on line ${line}.`
            : `The ${identity} ${own} and ${first.own} on line ${line} would share one page on many disks.`,
          `Give it ${identity === 'id' ? 'an' : 'a'} ${identity} of its own, or make one entry of the two.`,
        ),
      );
      continue;
    }
    firsts.set(sameness(own), { own, index });
    entries.push({ entry, index });
  }
  return { entries, reading, problems };
}

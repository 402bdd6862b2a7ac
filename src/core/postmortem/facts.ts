import type { z } from 'zod';
import type { Settings } from '../catalog/catalog.ts';
import { closest } from '../catalog/closest.ts';
import { type Problem, problem } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { textSaysTbd } from '../document/plain-text.ts';
import { withFix } from '../fix/fix.ts';
import { parseEffort } from '../time/duration.ts';
import { schemaProblems, shown } from '../yaml/schema-problems.ts';
import { factFix } from './fact-fixes.ts';
import { factKeys, factsSchema, list } from './facts-schema.ts';
import type { Facts } from './postmortem.ts';

const required = ['title', 'status', 'severity'] as const;
const rules = { key: 'front-matter-key', value: 'front-matter-value', owner: 'The front matter' };
const missingHints: Record<(typeof required)[number], string> = {
  title: 'Add a line like title: Disappearing fax provider',
  status: 'Add a line status: open, resolved or reviewed',
  severity: 'Add a line like severity: 1',
};

const meetingHint = 'Write the day of the meeting, for example reviewedOn: 2018-05-11';

/**
 * Reads and checks the front matter, every problem in it at once.
 *
 * @returns `facts` is null where title, status or severity can't be told; other facts that are wrong are reported and
 *   left absent. `readable` has stand-ins for those three, for whoever judges the text below all the same; it is null only
 *   where there is no front matter.
 */
export function readFacts(
  document: Document,
  settings: Settings,
): { facts: Facts | null; readable: Facts | null; problems: Problem[] } {
  const { frontMatter } = document;
  if (frontMatter === null) return { facts: null, readable: null, problems: [] };
  const brokenLines = new Set(
    document.problems.filter(({ rule }) => rule === 'yaml-syntax').map(({ place }) => place.line),
  );
  const reading = { placeOf: document.frontMatterPlace, brokenLines };
  const problems: Problem[] = [];
  const complain = (key: string, message: string, hint: string, rule = rules.value): void => {
    const place = document.frontMatterPlace([key], 'value');
    if (!brokenLines.has(place.line)) problems.push(problem(rule, place, message, hint));
  };

  // What is absent, empty or TBD is no wrong value, and is said in its own words.
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(frontMatter)) {
    const known = factKeys.includes(key);
    if (known && value === null) {
      const { line } = document.frontMatterPlace([key]);
      const comment = /:\s+(#.*)$/.exec(document.source.line(line))?.[1];
      complain(
        key,
        comment === undefined
          ? `${key} has no value.`
          : `${key} has no value: what follows # is a comment to YAML.`,
        comment === undefined
          ? isRequired(key)
            ? missingHints[key].replace('Add a line', 'Write').replace('like ', '')
            : key === 'reviewedOn' && frontMatter['status'] === 'reviewed'
              ? meetingHint
              : `Delete the line until you know it; an absent key is fine.`
          : `If it is meant as text, put it in quotes: ${key}: ${JSON.stringify(comment)}`,
      );
    } else if (
      known &&
      [value]
        .flat()
        .some((word) => word === 'TBD' || (key === 'title' && typeof word === 'string' && textSaysTbd(word)))
    )
      complain(
        key,
        `TBD can stand in the text below, but not in the front matter.`,
        isRequired(key)
          ? missingHints[key].replace('Add', 'Write')
          : key === 'reviewedOn' && frontMatter['status'] === 'reviewed'
            ? meetingHint
            : `Delete ${key} until you know it; an absent key is fine.`,
      );
    else given[key] = value;
  }
  for (const key of required) {
    if (Object.hasOwn(frontMatter, key)) continue;
    const misspelt = Object.keys(frontMatter).find(
      (name) => !factKeys.includes(name) && closest(name, factKeys) === key,
    );
    // One mistake, one message: the key that is missing is there under another name.
    if (misspelt !== undefined) delete given[misspelt];
    problems.push(
      withFix(
        problem(
          'front-matter-required',
          document.frontMatterPlace(misspelt === undefined ? [] : [misspelt]),
          misspelt === undefined
            ? `The front matter has no ${key}.`
            : `The front matter has no ${key}, but ${shown(misspelt).slice(1, -1)}, which is no key.`,
          misspelt === undefined ? missingHints[key] : `Did you mean ${key}?`,
        ),
        misspelt === undefined ? null : factFix(document, [misspelt], 'key', factKeys),
      ),
    );
  }

  const result = factsSchema.safeParse(given);
  const issues = result.success
    ? []
    : result.error.issues.filter(
        ({ path, code }) => code === 'unrecognized_keys' || Object.hasOwn(given, String(path[0])),
      );
  problems.push(
    ...schemaProblems(
      issues,
      reading,
      rules,
      () => factKeys,
      (path, of) => factFix(document, path, of, factKeys),
    ),
  );
  const bad = new Set(issues.map(({ path }) => path[0]));
  const good = <Key extends keyof z.infer<typeof factsSchema>>(
    key: Key,
  ): z.infer<typeof factsSchema>[Key] | null =>
    bad.has(key) || !Object.hasOwn(given, key) ? null : (given[key] as z.infer<typeof factsSchema>[Key]);

  const severity = good('severity');
  const levels = settings.severities.map(({ level }) => level);
  const knownSeverity = severity !== null && (levels.length === 0 || levels.includes(severity));
  if (severity !== null && !knownSeverity)
    complain(
      'severity',
      `There is no severity ${severity}; the levels are ${list(settings.severities.map(({ level, name }) => `${level} (${name})`))}.`,
      `Write severity: ${levels[0] ?? 1}, or add the level to settings.yaml.`,
    );
  const [title, status, effort] = [good('title'), good('status'), good('effort')];
  if (status === 'reviewed' && !Object.hasOwn(frontMatter, 'reviewedOn'))
    problems.push(
      problem(
        'front-matter-required',
        document.frontMatterPlace(['status']),
        'A reviewed postmortem says on which day the meeting was.',
        'Add a line like reviewedOn: 2018-05-11',
      ),
    );
  const readable: Facts = {
    title: title?.trim() ?? '',
    status: status ?? 'open',
    severity: knownSeverity ? severity : (levels[0] ?? 1),
    systems: [...(good('systems') ?? [])],
    raisedBy: good('raisedBy') ?? null,
    triage: good('triage') ?? null,
    tags: [...(good('tags') ?? [])],
    timezone: good('timezone') ?? settings.timezone,
    facilitator: good('facilitator') ?? null,
    reviewedOn: good('reviewedOn') ?? null,
    effort: typeof effort === 'string' ? parseEffort(effort) : null,
  };
  const isWhole = title !== null && status !== null && knownSeverity;
  return { facts: isWhole ? readable : null, readable, problems };
}

function isRequired(key: string): key is (typeof required)[number] {
  return required.some((name) => name === key);
}

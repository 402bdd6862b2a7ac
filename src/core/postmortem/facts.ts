import type { z } from 'zod';
import type { Settings } from '../catalog/catalog.ts';
import { closest } from '../catalog/closest.ts';
import { type Problem, problem } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { textSaysTbd } from '../document/plain-text.ts';
import { withFix } from '../fix/fix.ts';
import { parseEffort } from '../time/duration.ts';
import { wordList } from '../word-list.ts';
import { schemaProblems, shown } from '../yaml/schema-problems.ts';
import { factFix, meantStatus, unquoted } from './fact-fixes.ts';
import { factKeys, factsSchema } from './facts-schema.ts';
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
  const problems: Problem[] = [];
  const complain = (key: string, message: string, hint: string, rule = rules.value): void => {
    const place = document.frontMatterPlace([writtenAs.get(key) ?? key], 'value');
    if (!brokenLines.has(place.line)) problems.push(problem(rule, place, message, hint));
  };

  // What is absent, empty or TBD is no wrong value, and is said in its own words.
  const given: Record<string, unknown> = {};
  /** What is misspelt is judged as what it was meant to be. */
  const writtenAs = new Map<string, string>();
  for (const key of Object.keys(frontMatter)) {
    const meant = factKeys.includes(key) ? null : closest(key, factKeys);
    if (meant !== null && !Object.hasOwn(frontMatter, meant)) writtenAs.set(meant, key);
  }
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

  for (const [meant, written] of writtenAs) {
    const value = frontMatter[written];
    if (value !== null && value !== 'TBD') given[meant] = value;
  }
  const result = factsSchema.safeParse(given);
  const issues = result.success
    ? []
    : result.error.issues.filter(
        ({ path, code }) => code === 'unrecognized_keys' || Object.hasOwn(given, String(path[0])),
      );
  problems.push(
    ...schemaProblems(
      issues.map((issue) =>
        issue.path[0] === 'severity'
          ? {
              ...issue,
              message: `${issue.message.split('\n', 1)[0]}\n${levelHint(given['severity'], settings)}`,
            }
          : issue,
      ),
      {
        brokenLines,
        placeOf: ([key = '', ...inside], of) =>
          document.frontMatterPlace([writtenAs.get(String(key)) ?? key, ...inside], of),
      },
      rules,
      () => factKeys,
      (path, of) => factFix(document, path, of, factKeys, writtenAs.get(String(path[0]))),
      keyMeant,
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
      `There is no severity ${severity}; the levels are ${wordList(settings.severities.map(({ level, name }) => `${level} (${name})`))}.`,
      `Write severity: ${levels[0] ?? 1}, or add the level to settings.yaml.`,
    );
  const [title, status, effort] = [good('title'), good('status'), good('effort')];
  const hasDay =
    Object.hasOwn(given, 'reviewedOn') || Object.hasOwn(frontMatter, 'reviewedOn') || isDayMeant(frontMatter);
  if ((status ?? meantStatus(given['status'])) === 'reviewed' && !hasDay)
    problems.push(
      problem(
        'front-matter-required',
        document.frontMatterPlace([writtenAs.get('status') ?? 'status']),
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
  const isWhole =
    required.every((key) => Object.hasOwn(frontMatter, key)) &&
    title !== null &&
    status !== null &&
    knownSeverity;
  return { facts: isWhole ? readable : null, readable, problems };
}

/** Words that people write for these keys. */
const otherKeys: ReadonlyMap<string, string> = new Map([
  ['name', 'title'],
  ['state', 'status'],
  ['sev', 'severity'],
  ['priority', 'severity'],
  ['service', 'systems'],
  ['services', 'systems'],
  ['component', 'systems'],
  ['components', 'systems'],
  ['reporter', 'raisedBy'],
  ['reportedby', 'raisedBy'],
  ['detectedby', 'raisedBy'],
  ['labels', 'tags'],
  ['tz', 'timezone'],
  ['moderator', 'facilitator'],
  ['reviewed', 'reviewedOn'],
  ['reviewdate', 'reviewedOn'],
  ['meeting', 'reviewedOn'],
  ['meetingdate', 'reviewedOn'],
  ['timespent', 'effort'],
]);

function keyMeant(key: string): string | null {
  return otherKeys.get(key.toLowerCase().replace(/[\s_-]/g, '')) ?? closest(key, factKeys);
}

/** Whether the day of the meeting stands there under another name, which is reported already. */
function isDayMeant(frontMatter: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(frontMatter).some((key) => !factKeys.includes(key) && keyMeant(key) === 'reviewedOn');
}

/** `2 – Serious` and `serious` name a level; `high` may be any. */
function levelHint(value: unknown, { severities }: Settings): string {
  const words = unquoted(String(value)).toLowerCase();
  const named =
    severities.find(({ name }) => name.toLowerCase() === words)?.level ?? /\d{1,3}/.exec(words)?.[0] ?? null;
  return named === null
    ? `Write the number of one: severity: ${wordList(
        severities.map(({ level, name }) => `${level} (${name})`),
        'or',
      )}`
    : `Write severity: ${named}`;
}

function isRequired(key: string): key is (typeof required)[number] {
  return required.some((name) => name === key);
}

import type { z } from 'zod';
import { type Problem, problem } from '../diagnostic.ts';
import { isFixedRule, isKnownRule, ruleNames } from '../rules.ts';
import { improvementStates } from '../vocabulary.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { schemaProblems, shown } from '../yaml/schema-problems.ts';
import { capacityOf, capacitySchema } from './capacity.ts';
import type { Settings, SeverityLevel } from './catalog.ts';
import { closest } from './closest.ts';
import { settingsSchema, severitySchema } from './settings-schema.ts';

/** What holds where `settings.yaml` says nothing. */
export const defaultSettings: Settings = {
  organisation: null,
  timezone: 'UTC',
  severities: [
    {
      level: 1,
      name: 'Down',
      meaning: 'Production is down, or key features can’t be used.',
      policy: 'Stop everything until there is a workaround. Patch production.',
      postmortem: true,
      postmortemDays: null,
      improvementDays: null,
    },
    {
      level: 2,
      name: 'Serious',
      meaning: 'Many customers feel it, money may be involved; usually there is a workaround.',
      policy: 'Work on it now; the fix goes out with the next push.',
      postmortem: true,
      postmortemDays: null,
      improvementDays: null,
    },
    {
      level: 3,
      name: 'Minor',
      meaning: 'Few customers feel it, and the workaround is easy.',
      policy: 'Plan it with the other work.',
      postmortem: false,
      postmortemDays: null,
      improvementDays: null,
    },
  ],
  ticketUrl: null,
  repository: null,
  wipLimits: {},
  teamHours: {},
  capacity: null,
  firstWeek: [],
  rules: {},
};

/** Reads `settings.yaml`; null where there is none. What is wrong in it is reported and has its default. */
export function readSettings(text: string | null): { value: Settings; problems: Problem[] } {
  if (text === null) return { value: structuredClone(defaultSettings), problems: [] };
  const reading = readYaml(text);
  const problems = [...reading.problems];
  const given = reading.value;
  if (given === null)
    return { value: problems.length > 0 ? unreadable() : structuredClone(defaultSettings), problems };
  if (typeof given !== 'object' || Array.isArray(given)) {
    if (problems.length === 0)
      problems.push(
        problem(
          'settings-value',
          { line: 1, column: 1 },
          `settings.yaml holds keys with values; found ${shown(given)}.`,
          'Begin with a line like organisation: Harbour Supply',
        ),
      );
    return { value: unreadable(), problems };
  }
  // A key with nothing after it is a key that is not there: people keep it to fill in later.
  const keys = given as Record<string, unknown>;
  const filled = Object.fromEntries(
    Object.entries(keys).filter(([key, value]) => value !== null || !(key in settingsSchema.shape)),
  );
  const result = settingsSchema.safeParse(filled);
  const issues = result.success ? [] : result.error.issues;
  problems.push(
    ...schemaProblems(
      issues,
      reading,
      { key: 'settings-key', value: 'settings-value', owner: 'settings.yaml' },
      ([first, second]) => {
        if (first === 'severities' && second !== undefined) return Object.keys(severitySchema.shape);
        if (first === 'capacity') return Object.keys(capacitySchema.shape);
        return first === 'wipLimits' ? improvementStates : Object.keys(settingsSchema.shape);
      },
    ),
  );
  const bad = new Set(issues.filter(({ path }) => path.length > 0).map(({ path }) => path[0]));
  const good = <Key extends keyof z.infer<typeof settingsSchema>>(
    key: Key,
  ): z.infer<typeof settingsSchema>[Key] | undefined =>
    bad.has(key) ? undefined : (filled[key] as z.infer<typeof settingsSchema>[Key]);

  const severities = (good('severities') ?? usableLevels(filled['severities']))?.map(
    ({ level, name, meaning, policy, postmortem, postmortemDays, improvementDays }): SeverityLevel => ({
      level,
      name,
      meaning: meaning ?? null,
      policy: policy ?? null,
      postmortem: postmortem ?? false,
      postmortemDays: postmortemDays ?? null,
      improvementDays: improvementDays ?? null,
    }),
  );
  for (const [index, { level }] of (severities ?? []).entries()) {
    const first = severities?.findIndex((other) => other.level === level) ?? index;
    if (first !== index)
      problems.push(
        problem(
          'settings-value',
          reading.placeOf(['severities', index, 'level'], 'value'),
          `Level ${level} stands here a second time; the first is on line ${reading.placeOf(['severities', first, 'level']).line}.`,
          'Give each severity a level of its own.',
        ),
      );
  }
  const rules = usableRules(filled['rules']);
  for (const name of Object.keys(rules)) {
    if (isKnownRule(name)) {
      if (isFixedRule(name))
        problems.push(
          problem(
            'settings-value',
            reading.placeOf(['rules', name]),
            `The rule ${name} can't be changed: without it a page could break or run code.`,
            'Delete this line.',
          ),
        );
      continue;
    }
    const near = closest(name, ruleNames);
    problems.push(
      problem(
        'settings-key',
        reading.placeOf(['rules', name]),
        `There is no rule ${shown(name).slice(1, -1)}.`,
        near === null
          ? 'A rule’s name stands in [brackets] at the end of each message of npm run check.'
          : `Did you mean ${near}?`,
      ),
    );
  }
  const mayNameLevels = 'severities' in filled || reading.problems.length > 0;
  const value: Settings = {
    organisation: good('organisation')?.trim() ?? null,
    timezone: good('timezone') ?? defaultSettings.timezone,
    severities: severities ?? (mayNameLevels ? [] : structuredClone(defaultSettings.severities)),
    ticketUrl: good('ticketUrl') ?? null,
    repository: good('repository') ?? null,
    wipLimits: { ...good('wipLimits') },
    teamHours: { ...good('teamHours') },
    capacity: capacityOf(good('capacity')),
    firstWeek: [...(good('firstWeek') ?? [])],
    rules: { ...rules },
  };
  return { value, problems };
}

function unreadable(): Settings {
  return { ...structuredClone(defaultSettings), severities: [] };
}

type WrittenLevel = z.infer<typeof severitySchema>;

/** The levels of a list that is wrong in places, so that what uses a level that is there is not called wrong as well. */
function usableLevels(written: unknown): WrittenLevel[] | undefined {
  const levels = (Array.isArray(written) ? (written as unknown[]) : []).flatMap((item): WrittenLevel[] => {
    const known = Object.keys(severitySchema.shape);
    const fields =
      typeof item === 'object' && item !== null
        ? Object.fromEntries(Object.entries(item).filter(([key]) => known.includes(key)))
        : {};
    const whole = severitySchema.safeParse(fields);
    if (whole.success) return [whole.data];
    const { level, name } = fields as Record<string, unknown>;
    return Number.isInteger(Number(level ?? undefined))
      ? [{ level: Number(level), name: typeof name === 'string' ? name : `Severity ${Number(level)}` }]
      : [];
  });
  return levels.length === 0 ? undefined : levels;
}

/** The rules that have one of the three weights; the others are reported by the schema. */
function usableRules(written: unknown): Settings['rules'] {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return {};
  const weightSchema = settingsSchema.shape.rules.unwrap().valueType;
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, weight]) => {
      const read = weightSchema.safeParse(weight);
      return read.success ? [[name, read.data]] : [];
    }),
  );
}

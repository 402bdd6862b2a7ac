import { z } from 'zod';
import { closest } from '../catalog/closest.ts';
import { isDate } from '../time/dates.ts';
import { parseEffort } from '../time/duration.ts';
import { readingsOfDay } from '../time/written-day.ts';
import { isZone, nearestZone } from '../time/zones.ts';
import { handleForm, raisedByValues, statuses, triageValues } from '../vocabulary.ts';
import { wordList } from '../word-list.ts';
import { says, shown } from '../yaml/schema-problems.ts';
import { unquoted } from './fact-fixes.ts';

/** The front matter of a postmortem, as its author writes it. */
export const factsSchema = z.strictObject({
  /** What people call the incident; plain text, one line. */
  title: text('title', 'Disappearing fax provider').meta({ description: 'What people call the incident.' }),
  /** How far the work is: the fire burns, it is out, the meeting was held. */
  status: oneOf(
    'status',
    statuses,
    'Write status: open while it burns, resolved once it is out, reviewed after the meeting.',
  ).meta({ description: 'open, resolved or reviewed.' }),
  /** A level from `settings.yaml`. */
  severity: z
    .int({
      error: ({ input }) =>
        `severity is a whole number without quotes; found ${shown(input)}.\nWrite severity: ${/\d{1,3}/.exec(String(input))?.[0] ?? '1'}`,
    })
    .meta({ description: 'One of the levels in settings.yaml; 1 is the worst.' }),
  /** Ids from `systems.yaml`. */
  systems: names('systems', 'fax-gateway', /^[\w][\w./-]*$/)
    .meta({ description: 'The systems that were hit, as in systems.yaml.' })
    .optional(),
  /** Who noticed. */
  raisedBy: oneOf(
    'raisedBy',
    raisedByValues,
    'Write one of the four (system is an alert or a monitor), or delete the line.',
  )
    .meta({ description: 'Who raised the alarm.' })
    .optional(),
  /** What kind of error it was. */
  triage: oneOf('triage', triageValues, 'Write one of the three, or delete the line.')
    .meta({ description: 'Where the fault lay: user, system or code.' })
    .optional(),
  /** Words to find related incidents by. */
  tags: names('tags', 'vendor', /\S/).meta({ description: 'Words to find related incidents by.' }).optional(),
  /** The zone of all times without an offset. */
  timezone: z
    .string(
      says(
        'timezone is the name of a zone, such as America/New_York; found {value}.',
        'Write timezone: America/New_York',
      ),
    )
    .refine(isZone, {
      error: ({ input }) => {
        const near = nearestZone(String(input));
        return `There is no time zone ${shown(input)}.\n${near === null ? 'Write its IANA name, for example timezone: America/New_York' : `Did you mean ${near}?`}`;
      },
    })
    .meta({ description: 'IANA name of the zone that times are written in; default: the settings’ zone.' })
    .optional(),
  /** Who led the meeting, as a handle. */
  facilitator: z
    .string(says('facilitator is one handle; found {value}.', 'Write facilitator: dana'))
    .refine((handle) => handleForm.test(handle), {
      error: ({ input }) =>
        `facilitator is one handle, a single word without @; found ${shown(input)}.\nWrite facilitator: ${String(input).replace(/^@/, '').split(/\s/)[0]?.toLowerCase() || 'dana'}`,
    })
    .meta({ description: 'Handle of the person who led the meeting.' })
    .optional(),
  /** The day of the meeting. */
  reviewedOn: z
    .string(says('reviewedOn is a day like 2018-05-11; found {value}.', 'Write reviewedOn: 2018-05-11'))
    .refine(isDate, {
      error: ({ input }) => {
        const readings = readingsOfDay(String(input)).map((day) => `reviewedOn: ${day}`);
        return `reviewedOn is a day of the calendar like 2018-05-11; found ${shown(input)}.\nWrite year, month and day with hyphens: ${wordList(readings.length === 0 ? ['reviewedOn: 2018-05-11'] : readings, 'or')}`;
      },
    })
    .meta({ description: 'The day of the meeting, YYYY-MM-DD.' })
    .optional(),
  /** Person-hours spent on the incident. */
  effort: z
    .string({
      error: ({ input }) =>
        `effort is hours and minutes like 31h, 45m, 1.5h or 1h30m; found ${shown(input)}.\nWrite effort: ${nearestEffort(String(input))}`,
    })
    .refine((effort) => parseEffort(effort) !== null, {
      error: ({ input }) => {
        return `effort is hours and minutes like 31h, 45m, 1.5h or 1h30m; found ${shown(input)}.\nWrite effort: ${nearestEffort(String(input))}`;
      },
    })
    .meta({ description: 'Person-hours spent on the incident, such as 31h or 1h30m.' })
    .optional(),
});

/** The front matter's keys, in the order people write them. */
export const factKeys = Object.keys(factsSchema.shape);

/** What a key of the front matter is for, in one sentence; null where it is none. */
export function factMeaning(key: string): string | null {
  if (!Object.hasOwn(factsSchema.shape, key)) return null;
  const field = factsSchema.shape[key as keyof typeof factsSchema.shape];
  return (field instanceof z.ZodOptional ? field.unwrap() : field).meta()?.description ?? null;
}

/** What an author most likely meant: `31 hours`, `1h 30m`, `1,5 h`, a bare number. */
function nearestEffort(input: string): string {
  const plain = input
    .toLowerCase()
    .replace(/(\d),(\d)/g, '$1.$2')
    .replace(/^[^\d]+|\s|(?<=h)(?:ou)?rs?|(?<=m)in(?:ute)?s?/g, '');
  const meant = /^[\d.]+$/.test(plain) ? `${plain}h` : plain;
  return parseEffort(meant) === null ? '31h' : meant;
}

function text(key: string, example: string) {
  return z
    .string({
      error: ({ input }) =>
        typeof input === 'number' || typeof input === 'boolean'
          ? `${key} is a text, and YAML reads ${shown(input)} as a ${typeof input}.\nPut it in quotes: ${key}: "${input}"`
          : `${key} is one line of text; found ${shown(input)}.\nWrite ${key}: ${example}`,
    })
    .refine((value) => value.trim() !== '', says(`${key} is empty.`, `Write ${key}: ${example}`))
    .refine(
      (value) => value.trim() === '' || !/\n/.test(value.trim()),
      says(`${key} is one line of text; found several.`, `Write ${key}: ${example}`),
    )
    .refine(
      (value) => value.length <= 300,
      says(
        `${key} is longer than 300 characters, which is the limit.`,
        'Say it shorter here, and the rest in the Summary.',
      ),
    );
}

function oneOf<const Values extends readonly [string, ...string[]]>(
  key: string,
  values: Values,
  /** What to write where nothing near was found. */
  hint: string,
) {
  return z.enum(values, {
    error: ({ input }) => {
      const near = typeof input === 'string' ? closest(unquoted(input), values) : null;
      return `${key} is ${wordList(values, 'or')}; found ${shown(input)}.\n${near === null ? hint : `Did you mean ${key}: ${near}?`}`;
    },
  });
}

function names(key: string, example: string, form: RegExp) {
  return z
    .array(
      z
        .string({
          error: ({ input }) =>
            typeof input === 'number' || typeof input === 'boolean'
              ? `An item of ${key} is a text, and YAML reads ${shown(input)} as a ${typeof input}.\nPut it in quotes: ${key}: ["${input}"]`
              : `An item of ${key} is a text; found ${shown(input)}.\nWrite ${key}: [${example}]`,
        })
        .refine((name) => form.test(name), {
          error: ({ input }) =>
            `${shown(input)} can't be an item of ${key}.\nWrite ${key}: [${nearestName(String(input), form) ?? example}]`,
        }),
      {
        error: ({ input }) =>
          `${key} is a list; found ${shown(input)}.\nWrite ${key}: [${
            typeof input === 'string' && input.trim() !== ''
              ? input
                  .split(/[,\s]+/)
                  .filter(Boolean)
                  .join(', ')
                  .slice(0, 80)
              : example
          }]`,
      },
    )
    .check(({ value, issues }) => {
      for (const [index, name] of value.entries())
        if (value.indexOf(name) !== index)
          issues.push({
            code: 'custom',
            input: name,
            path: [index],
            message: `${shown(name)} stands in ${key} twice.\nKeep one of the two.`,
          });
    });
}

/** `‘mailer’`, `Login DB` */
function nearestName(written: string, form: RegExp): string | null {
  const bare = unquoted(written);
  const name = form.test(bare)
    ? bare
    : bare
        .toLowerCase()
        .replace(/[^\p{L}\p{N}./_-]+/gu, '-')
        .replace(/^-|-$/g, '');
  return form.test(name) ? name : null;
}

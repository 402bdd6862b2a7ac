import { z } from 'zod';
import { type Problem, problem } from '../diagnostic.ts';
import type { Mention } from '../postmortem/known-names.ts';
import { addDays, isDate } from '../time/dates.ts';
import { handleForm, longestHandle } from '../vocabulary.ts';
import { readYaml, type YamlReading } from '../yaml/read-yaml.ts';
import { says, schemaProblems, shown } from '../yaml/schema-problems.ts';
import { type OnDuty, usualDays, type WrittenShift } from './on-duty.ts';
import { endOf } from './roster.ts';

const day = (key: string) =>
  z
    .string(says(`${key} is a day; found {value}.`, `Write ${key}: 2026-11-16`))
    .refine(
      isDate,
      says(`${key} is a day of the calendar, YYYY-MM-DD; found {value}.`, `Write ${key}: 2026-11-16`),
    );

const handle = (key: string) =>
  z
    .string(says(`${key} is a handle like ana; found {value}.`, `Write ${key}: ana`))
    .refine((text) => handleForm.test(text), {
      error: ({ input }) =>
        `${key} is a single word without @; found ${shown(input)}.\nWrite ${key}: ${String(input).trim().replace(/^@+/, '').replace(/\s+/g, '-').toLowerCase().slice(0, 40) || 'ana'}`,
    })
    .refine(
      (text) => [...text].length <= longestHandle,
      says(`${key} has at most ${longestHandle} letters; found {value}.`, `Write ${key}: ana`),
    );

const rotationSchema = z.strictObject(
  {
    startsOn: day('startsOn').describe(
      'The first day of the first turn, which is the day of every hand-over.',
    ),
    days: z
      .int(says('days is a whole number; found {value}.', 'Write days: 7'))
      .min(1, says('A turn has at least one day; found {value}.', 'Write days: 7'))
      .max(366, says('A turn has at most 366 days; found {value}.', 'Write days: 7'))
      .optional()
      .describe('How many days a turn has: 7 where nothing is said.'),
    order: z
      .array(
        handle('An item of order'),
        says('order is a list of handles; found {value}.', 'Write order: [ana, sam]'),
      )
      .min(1, says('order names nobody.', 'Write order: [ana, sam]'))
      .refine(
        (order) => new Set(order).size === order.length,
        says(
          'Somebody stands in order twice, and would be the sidekick of themselves or hand over to nobody.',
          'Name each handle once.',
        ),
      )
      .describe('Handles in the order of their turns. The sidekick of a turn is whoever comes next.'),
  },
  says(
    'rotation has startsOn, days and order; found {value}.',
    'Write rotation: { startsOn: 2026-11-16, order: [ana, sam] }',
  ),
);

const shiftSchema = z
  .strictObject(
    {
      from: day('from').describe('The first day.'),
      to: day('to').optional().describe('The last day; where nothing is said, the shift ends with its turn.'),
      superhero: handle('superhero').describe('Who is on duty.'),
      sidekick: handle('sidekick').optional().describe('Who helps, and stands in.'),
      note: z
        .string(says('note is a text; found {value}.', 'Write note: swapped with Omar'))
        .optional()
        .describe('A word on it, such as who swapped with whom.'),
    },
    says(
      'A shift has from, superhero and sidekick; found {value}.',
      'Write - { from: 2026-11-16, superhero: ana, sidekick: sam }',
    ),
  )
  .refine(({ from, to }) => to === undefined || to >= from, {
    path: ['to'],
    error: 'This shift ends before it begins.\nWrite the earlier day after from: and the later one after to:',
  })
  .refine(({ superhero, sidekick }) => superhero !== sidekick, {
    path: ['sidekick'],
    error: 'The sidekick is the superhero, who would be alone.\nName somebody else, or leave sidekick: out.',
  });

/** `content/on-duty.yaml`, as it is written. */
export const onDutySchema = z.strictObject(
  {
    rotation: rotationSchema.optional().describe('People who take turns.'),
    shifts: z
      .array(
        shiftSchema,
        says(
          'shifts is a list; found {value}.',
          'Begin each with a hyphen: - { from: 2026-11-16, superhero: ana, sidekick: sam }',
        ),
      )
      .optional()
      .describe(
        'Shifts written out one by one: a list of weeks, or swaps in the rotation, above which they stand.',
      ),
  },
  says(
    'on-duty.yaml has rotation and shifts; found {value}.',
    'Begin with a line rotation: or with a line shifts:',
  ),
);

const keys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(onDutySchema.shape),
  rotation: Object.keys(rotationSchema.shape),
  shifts: Object.keys(shiftSchema.shape),
};

/** What the file says, and everybody whom it names. */
export interface OnDutyFile {
  /** Null where nobody is on duty, or where nothing of it can be used. */
  onDuty: OnDuty | null;
  mentions: readonly Mention[];
}

/** Reads `on-duty.yaml`; a shift or a rotation that is wrong is reported and left out. */
export function readOnDuty(text: string | null): { value: OnDutyFile; problems: Problem[] } {
  const nobody: OnDutyFile = { onDuty: null, mentions: [] };
  if (text === null) return { value: nobody, problems: [] };
  const reading = readYaml(text);
  const problems = [...reading.problems];
  const value = withoutBlanks(reading.value);
  if (value === null) return { value: nobody, problems };
  const result = onDutySchema.safeParse(value);
  const wrong = new Set<string>();
  if (!result.success) {
    for (const { code, path } of result.error.issues) {
      const [top = '', at = ''] = path;
      // With an unknown key alone, the rest of it is still good.
      if (code !== 'unrecognized_keys')
        wrong.add(top === 'shifts' && at !== '' ? `shifts ${String(at)}` : String(top));
    }
    problems.push(
      ...schemaProblems(
        result.error.issues,
        reading,
        { key: 'on-duty-key', value: 'on-duty-value', owner: 'on-duty.yaml' },
        ([top]) => keys[String(top ?? '')] ?? [],
      ),
    );
    if (wrong.has('')) return { value: nobody, problems };
  }
  const { rotation, shifts = [] } = value as z.infer<typeof onDutySchema>;
  const usable = wrong.has('shifts')
    ? []
    : shifts
        .map((shift, index) => ({ shift, index }))
        .filter(({ index }) => !wrong.has(`shifts ${index}`))
        .sort((a, b) =>
          a.shift.from < b.shift.from ? -1 : a.shift.from > b.shift.from ? 1 : a.index - b.index,
        );
  const turns = rotation === undefined || wrong.has('rotation') ? null : rotation;
  const onDuty: OnDuty = {
    rotation:
      turns === null ? null : { startsOn: turns.startsOn, days: turns.days ?? usualDays, order: turns.order },
    shifts: usable.map(
      ({ shift: { from, to, superhero, sidekick, note } }): WrittenShift => ({
        from,
        to: to ?? null,
        superhero,
        sidekick: sidekick ?? null,
        note: note ?? null,
      }),
    ),
  };
  problems.push(
    ...neighbourProblems(
      onDuty,
      usable.map(({ index }) => index),
      reading,
    ),
  );
  const mention = (name: string | undefined, path: (string | number)[]): Mention[] =>
    name === undefined ? [] : [{ name, place: () => reading.placeOf(path, 'value') }];
  return {
    value: {
      onDuty: onDuty.rotation === null && onDuty.shifts.length === 0 ? null : onDuty,
      mentions: [
        ...(turns?.order ?? []).flatMap((name, at) => mention(name, ['rotation', 'order', at])),
        ...usable.flatMap(({ shift, index }) => [
          ...mention(shift.superhero, ['shifts', index, 'superhero']),
          ...mention(shift.sidekick, ['shifts', index, 'sidekick']),
        ]),
      ],
    },
    problems,
  };
}

/** Days that two shifts claim, and days that none has. */
function neighbourProblems(
  onDuty: OnDuty,
  indexes: readonly number[],
  { placeOf }: Pick<YamlReading, 'placeOf'>,
): Problem[] {
  let end = '';
  return onDuty.shifts.flatMap((shift, at): Problem[] => {
    const place = placeOf(['shifts', indexes[at] ?? 0, 'from'], 'value');
    const before = end;
    const own = endOf(onDuty, at);
    end = own > end ? own : end;
    if (at === 0) return [];
    if (before >= shift.from)
      return [
        {
          ...problem(
            'on-duty-overlap',
            place,
            `This shift begins on ${shift.from}, while one before it lasts until ${before}.`,
            `The later one counts. Write to: ${addDays(shift.from, -1)} in the one before, or another day here.`,
          ),
          severity: 'warning',
        },
      ];
    const free = addDays(before, 1);
    if (onDuty.rotation !== null || free >= shift.from) return [];
    const last = addDays(shift.from, -1);
    return [
      {
        ...problem(
          'on-duty-gap',
          place,
          free === last ? `Nobody is on duty on ${free}.` : `Nobody is on duty from ${free} to ${last}.`,
          `Add a shift from ${free}, or let the one before last longer: to: ${last}`,
        ),
        severity: 'warning',
      },
    ];
  });
}

/** A key with nothing after it is one to fill in later. */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== null)
      .map(([key, field]) => [key, withoutBlanks(field)]),
  );
}

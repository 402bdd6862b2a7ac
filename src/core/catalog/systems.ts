import { z } from 'zod';
import { type Problem, problem } from '../diagnostic.ts';
import { says, shown } from '../yaml/schema-problems.ts';
import type { System } from './catalog.ts';
import { closest } from './closest.ts';
import { readListed } from './listed.ts';

const idForm = /^[a-z0-9][a-z0-9_-]*$/;
/** A system's page is a folder, whose name has at most 255 bytes, and nobody reads so many. */
const longestId = 100;

const id = (key: string) =>
  z
    .string(says(`${key} is a word like fax-gateway; found {value}.`, `Write ${key}: fax-gateway`))
    .refine((text) => idForm.test(text), {
      error: ({ input }) =>
        `${key} is a word of lower-case letters, digits, - and _; found ${shown(input)}.\nWrite ${key}: ${slug(String(input)) || 'fax-gateway'}`,
    })
    .refine(
      (text) => text.length <= longestId,
      says(
        `${key} has at most ${longestId} letters, so that a page can be named after it; found {value}.`,
        `Write ${key}: fax-gateway`,
      ),
    );

/** A system of `content/systems.yaml`, as it is written. */
export const systemSchema = z.strictObject(
  {
    id: id('id').describe('What postmortems call it, and its address: `/systems/<id>/`.'),
    name: z
      .string(says('name is a text; found {value}.', 'Write name: Fax gateway'))
      .refine((name) => name.trim() !== '', says('name is empty.', 'Write name: Fax gateway'))
      .describe('What people call it.'),
    team: z
      .string(says('team is a text; found {value}.', 'Write team: orders'))
      .optional()
      .describe('Who looks after it.'),
    description: z
      .string(says('description is a text; found {value}.', 'Write description: What it does for whom.'))
      .optional()
      .describe('What it does for whom.'),
    dependsOn: z
      .array(
        z.string(
          says('An item of dependsOn is the id of a system; found {value}.', 'Write dependsOn: [event-bus]'),
        ),
        says('dependsOn is a list of ids; found {value}.', 'Write dependsOn: [event-bus]'),
      )
      .optional()
      .describe("Ids of systems that it can't do without."),
  },
  says(
    'A system is id, name and what belongs to it; found {value}.',
    'Write - id: fax-gateway and below it, two blanks in, name: Fax gateway',
  ),
);

/** Reads `systems.yaml`; null where there is none. */
export function readSystems(text: string | null): { value: System[]; problems: Problem[] } {
  if (text === null) return { value: [], problems: [] };
  const { entries, reading, problems } = readListed(text, {
    file: 'systems.yaml',
    rule: 'systems',
    one: 'A system',
    identity: 'id',
    example: '- { id: fax-gateway, name: Fax gateway }',
    schema: systemSchema,
    keys: Object.keys(systemSchema.shape),
  });
  // Also those whose entry is wrong elsewhere: whoever depends on them is right.
  const named = new Set(
    Array.isArray(reading.value) ? reading.value.map((item: { id?: unknown } | null) => item?.id) : [],
  );
  const ids = entries.map(({ entry }) => entry.id);
  for (const { entry, index } of entries)
    for (const [at, needed] of (entry.dependsOn ?? []).entries()) {
      if (named.has(needed)) continue;
      const near = closest(needed, ids);
      problems.push(
        problem(
          'systems-depends-on',
          reading.placeOf([index, 'dependsOn', at], 'value'),
          `${entry.id} depends on ${shown(needed)}, and there is no such system.`,
          near === null
            ? `Add it to the list: - { id: ${slug(needed) || 'its-id'}, name: Its name }`
            : `Did you mean ${near}?`,
        ),
      );
    }
  const known = new Set(ids);
  const value = entries.map(
    ({ entry: { id, name, team, description, dependsOn } }): System => ({
      id,
      name,
      team: team ?? null,
      description: description ?? null,
      dependsOn: [...new Set(dependsOn ?? [])].filter((needed) => known.has(needed)),
    }),
  );
  return { value, problems };
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}

import { z } from 'zod';
import type { Problem } from '../diagnostic.ts';
import { handleForm, longestHandle } from '../vocabulary.ts';
import { says, shown } from '../yaml/schema-problems.ts';
import type { Person } from './catalog.ts';
import { folded } from './handle-spellings.ts';
import { readListed } from './listed.ts';

/** A person of `content/people.yaml`, as it is written. */
export const personSchema = z.strictObject(
  {
    handle: z
      .string(says('handle is a word like ana; found {value}.', 'Write handle: ana'))
      .refine((handle) => handleForm.test(handle), {
        error: ({ input }) =>
          `handle is a single word without @; found ${shown(input)}.\nWrite handle: ${String(input).trim().replace(/^@+/, '').replace(/\s+/g, '-').toLowerCase().slice(0, 40) || 'ana'}`,
      })
      .refine(
        (handle) => [...handle].length <= longestHandle,
        says(
          `handle has at most ${longestHandle} letters, so that a page can be named after it; found {value}.`,
          'Write handle: ana',
        ),
      )
      .describe('What follows the `@` in postmortems.'),
    name: z
      .string(says('name is a text; found {value}.', 'Write name: Ana Ribeiro'))
      .refine((name) => name.trim() !== '', says('name is empty.', 'Write name: Ana Ribeiro'))
      .describe('What the person is called.'),
    team: z
      .string(says('team is a text; found {value}.', 'Write team: orders'))
      .optional()
      .describe('The team the person is in.'),
  },
  says(
    'A person is handle, name and team; found {value}.',
    'Write - handle: ana and below it, two blanks in, name: Ana Ribeiro',
  ),
);

/** Reads `people.yaml`. Null where there is none, which is not the same as an empty one: then nobody is known. */
export function readPeople(text: string | null): { value: Person[] | null; problems: Problem[] } {
  if (text === null) return { value: null, problems: [] };
  const { entries, problems } = readListed(text, {
    file: 'people.yaml',
    rule: 'people',
    one: 'A person',
    identity: 'handle',
    sameness: folded,
    example: '- { handle: ana, name: Ana Ribeiro }',
    schema: personSchema,
    keys: Object.keys(personSchema.shape),
  });
  return {
    value: entries.map(({ entry: { handle, name, team } }) => ({ handle, name, team: team ?? null })),
    problems,
  };
}

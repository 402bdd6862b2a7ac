import { z } from 'zod';
import { says } from '../yaml/schema-problems.ts';
import type { Capacity } from './catalog.ts';

const example = 'Write capacity: { support: 3, improvements: 10 }';

const atOnce = (key: string, most: number) =>
  z
    .int(says(`${key} is a whole number; found {value}.`, `Write ${key}: ${most}`))
    .min(1, says(`${key} is at least 1; found {value}.`, `Write ${key}: ${most}`))
    .optional();

/** `capacity` in `settings.yaml`. */
export const capacitySchema = z
  .strictObject(
    {
      support: atOnce('support', 3).describe('How many incidents we want to work on at once, at most.'),
      improvements: atOnce('improvements', 10).describe(
        'How many improvements we want in progress at once, at most: accepted, resolved or verified.',
      ),
    },
    says('capacity has a number for each queue; found {value}.', example),
  )
  .refine(
    ({ support, improvements }) => support !== undefined || improvements !== undefined,
    // A misspelt queue is complaint enough.
    { ...says('capacity names no queue.', example), when: ({ issues }) => issues.length === 0 },
  );

export function capacityOf(written: z.infer<typeof capacitySchema> | undefined): Capacity | null {
  if (written === undefined) return null;
  const { support, improvements } = written;
  return { support: support ?? null, improvements: improvements ?? null };
}

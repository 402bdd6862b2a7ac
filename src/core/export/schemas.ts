import { z } from 'zod';
import { improvementStates, questions, raisedByValues, statuses, triageValues } from '../vocabulary.ts';

const day = z.iso.date();
const id = z.string().min(1);
const count = z.int().min(0);

const duration = z
  .strictObject({
    min: z.number().describe('Minutes.'),
    max: z.number().describe('Minutes; more than min where the mark stands on a range of time.'),
    approximate: z.boolean(),
  })
  .nullable()
  .describe('Minutes from the mark "started"; null where a mark is missing.');

const answer = z.strictObject({
  ideas: count.describe('Plain bullets; of other-areas-of-risk these are its risks.'),
  improvements: count,
});

export const postmortemRow = z
  .strictObject({
    id: id.describe('Path below content/postmortems/ without the ending.'),
    url: z
      .string()
      .describe('Absolute where the site knows its own address, else from the root of its host.'),
    title: z.string(),
    status: z.enum(statuses),
    severity: z.int(),
    date: day.nullable().describe('Day of the incident in its own time zone.'),
    systems: z.array(z.string()),
    tags: z.array(z.string()),
    raisedBy: z.enum(raisedByValues).nullable(),
    triage: z.enum(triageValues).nullable(),
    durations: z.strictObject({ detect: duration, respond: duration, mitigate: duration, resolve: duration }),
    entries: count.describe('Entries of the timeline.'),
    questions: z.strictObject(
      Object.fromEntries(questions.map((question) => [question, answer])) as Record<
        (typeof questions)[number],
        typeof answer
      >,
    ),
    foreseenBy: z
      .array(z.strictObject({ postmortem: id, risk: z.string().describe("The risk's text.") }))
      .describe('Earlier postmortems whose risk this incident made come true.'),
    backlinks: z.array(id).describe('Postmortems that link to this one, newest first.'),
  })
  .meta({ title: 'Postmortem' });
export type PostmortemRow = z.infer<typeof postmortemRow>;

export const backlogRow = z
  .strictObject({
    id: id.describe('<postmortem id>#<anchor>'),
    title: z.string().describe('Plain text without the words at its end.'),
    question: z.enum(questions),
    state: z.enum(improvementStates),
    owner: z.string().nullable().describe('Handle without @.'),
    due: day.nullable(),
    done: day.nullable(),
    dropped: day.nullable(),
    ticket: z.string().nullable().describe('As written: an id or an address.'),
    overdue: z.boolean().describe('Open and due before the day the site was built.'),
    postmortem: z.strictObject({
      id,
      title: z.string(),
      severity: z.int(),
      date: day.nullable(),
      systems: z.array(z.string()),
    }),
  })
  .meta({ title: 'Improvement' });
export type BacklogExportRow = z.infer<typeof backlogRow>;

/** The JSON Schemas of the published files, by the name under which `/schemas/` has them. */
export function jsonSchemas(): Record<'postmortems.schema.json' | 'backlog.schema.json', object> {
  return {
    'postmortems.schema.json': z.toJSONSchema(
      z
        .array(postmortemRow)
        .meta({ title: 'postmortems.json', description: 'All postmortems, newest first.' }),
    ),
    'backlog.schema.json': z.toJSONSchema(
      z.array(backlogRow).meta({
        title: 'backlog.json',
        description: 'All improvements, those of the newest incident first.',
      }),
    ),
  };
}

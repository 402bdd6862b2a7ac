import { z } from 'zod';
import { weights } from '../diagnostic.ts';
import { isZone, nearestZone } from '../time/zones.ts';
import { improvementStates } from '../vocabulary.ts';
import { says, shown } from '../yaml/schema-problems.ts';
import { capacitySchema } from './capacity.ts';

const days = (key: string) =>
  z
    .int(says(`${key} is a number of days; found {value}.`, `Write ${key}: 14`))
    .min(0, says(`${key} is a number of days, zero or more; found {value}.`, `Write ${key}: 14`));
const words = (key: string, example: string) =>
  z
    .string(says(`${key} is a text; found {value}.`, `Write ${key}: ${example}`))
    .refine((text) => text.trim() !== '', says(`${key} is empty.`, `Write ${key}: ${example}`));

export const severitySchema = z.strictObject(
  {
    level: z
      .int(says('level is a whole number without quotes; found {value}.', 'Write level: 1'))
      .min(0, says('level is 0 or more; found {value}.', 'Write level: 1'))
      .describe('Whole number that postmortems name; 1 is the worst.'),
    name: words('name', 'Down').describe('What people call the level.'),
    meaning: words('meaning', 'Production is down or key features are unusable.')
      .optional()
      .describe('When an incident has this level.'),
    policy: words('policy', 'Stop everything until there is a workaround.')
      .optional()
      .describe('What the team does about it.'),
    postmortem: z
      .boolean(says('postmortem is true or false; found {value}.', 'Write postmortem: true'))
      .optional()
      .describe('Whether it asks for a postmortem; false where it is not said.'),
    postmortemDays: days('postmortemDays')
      .optional()
      .describe('Days from resolved until the postmortem is due.'),
    improvementDays: days('improvementDays')
      .optional()
      .describe('Days in which improvements are expected to be done.'),
  },
  says(
    'A severity is level, name and what belongs to it; found {value}.',
    'Write - level: 1 and below it, two blanks in, name: Down',
  ),
);

/** `content/settings.yaml`, as it is written. Every key is optional. */
export const settingsSchema = z.strictObject({
  organisation: words('organisation', 'Harbour Supply').optional().describe('Shown on every page.'),
  timezone: z
    .string(says('timezone is the name of a zone; found {value}.', 'Write timezone: Europe/Berlin'))
    .refine(isZone, {
      error: ({ input }) => {
        const near = nearestZone(String(input));
        return `There is no time zone ${shown(input)}.\n${near === null ? 'Write its IANA name, for example timezone: Europe/Berlin' : `Did you mean ${near}?`}`;
      },
    })
    .optional()
    .describe('The zone of postmortems that name none, and of "today".'),
  severities: z
    .array(severitySchema, says('severities is a list; found {value}.', 'Write each level as - level: 1'))
    .min(
      1,
      says(
        'severities is an empty list.',
        'Name at least one level, or delete the key to have the three usual ones.',
      ),
    )
    .optional()
    .describe('The levels of severity, the worst first.'),
  ticketUrl: webAddress('ticketUrl', 'https://tickets.example.com/browse/{id}')
    .refine(
      (url) => url.includes('{id}'),
      says(
        'ticketUrl has no {id} in it, so it would lead to the same page for every ticket.',
        'Write ticketUrl: https://tickets.example.com/browse/{id}',
      ),
    )
    .optional()
    .describe("Where tickets are; `{id}` stands for the ticket's id."),
  repository: webAddress('repository', 'https://example.com/team/postmortems')
    .optional()
    .describe('Where the files of the content are, for "edit this page".'),
  wipLimits: z
    .partialRecord(
      z.enum(improvementStates),
      z
        .int(says('A limit is a whole number; found {value}.', 'Write accepted: 5'))
        .min(1, says('A limit is at least 1; found {value}.', 'Write accepted: 5')),
      says('wipLimits has a number for each state; found {value}.', 'Write wipLimits: { accepted: 5 }'),
    )
    .optional()
    .describe('How many improvements may be in a state at a time.'),
  teamHours: z
    .record(
      z.string(),
      z
        .number(says('Hours a week are a number; found {value}.', 'Write orders: 160'))
        .min(0, says('Hours a week are zero or more; found {value}.', 'Write orders: 160')),
      says('teamHours has a number for each team; found {value}.', 'Write teamHours: { orders: 160 }'),
    )
    .optional()
    .describe('Hours a week by team.'),
  capacity: capacitySchema
    .optional()
    .describe('How much may be in progress at once, for the page of the two queues.'),
  firstWeek: z
    .array(
      z.string(
        says('firstWeek names postmortems by their ids; found {value}.', 'Write - 2018-05-04-fax-provider'),
      ),
      says('firstWeek is a list of postmortems; found {value}.', 'Write each as - 2018-05-04-fax-provider'),
    )
    .refine(
      (ids) => new Set(ids).size === ids.length,
      says('A postmortem stands in firstWeek twice.', 'Name each once.'),
    )
    .optional()
    .describe(
      'Postmortems that newcomers replay first, by id, in their order. Where nothing is said, /training/ proposes five.',
    ),
  rules: z
    .record(
      z.string(),
      z.enum(
        weights,
        says('A rule is error, warning, advice or off; found {value}.', 'Write section-name: off'),
      ),
      says(
        'rules has error, warning, advice or off for each rule; found {value}.',
        'Write rules: { section-name: off }',
      ),
    )
    .optional()
    .describe('Rules of `check` that weigh more or less than usual.'),
});

function webAddress(key: string, example: string) {
  return z
    .string(says(`${key} is a web address; found {value}.`, `Write ${key}: ${example}`))
    .refine(
      (url) => /^https?:\/\/[^\s"'<>`]+$/.test(url),
      says(
        `${key} is a web address that begins with https:// or http://; found {value}.`,
        `Write ${key}: ${example}`,
      ),
    );
}

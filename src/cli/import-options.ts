import { parseArgs } from 'node:util';
import { plainReaction } from '../core/import/slack.ts';
import { isDate } from '../core/time/dates.ts';
import { isZone, nearestZone } from '../core/time/zones.ts';
import { type Question, questions } from '../core/vocabulary.ts';
import { wordList } from '../core/word-list.ts';
import { UsageError } from '../workspace/project.ts';

export const importUsage = `npm run import: take other people's incident reports in, without losing a word.

  npm run import -- reports/                        a folder, with all below it; each file becomes a postmortem
  npm run import -- fax.md --severity 1             one file
  npm run import -- log_entries.json                PagerDuty and incident.io, as their APIs answer
  npm run import -- export/inc-fax --reaction pushpin       a channel of a Slack export: the messages that carry :pushpin:
  npm run import -- jira.csv --into ID --question prevent   actions of Jira, into a postmortem that is there already
  npm run import -- - < fax.md                      what is piped in

  --zone ZONE           of times that name none (default: that of settings.yaml); an IANA name
  --date DATE           the day of the incident where the source says only times: 2018-05-04
  --date-order ORDER    what 05/04/2018 means: dmy or mdy
  --status STATUS       open or resolved (default: what the source says and has)
  --severity LEVEL      one of the levels in settings.yaml (default: what the source says)
  --reaction NAME       of Slack: only messages with this reaction are taken
  --into ID             of Jira: the postmortem that gets the actions; without it they are printed
  --question QUESTION   of Jira: detect, react, quick-fix, prevent (default) or other-areas-of-risk
  --verbose             say of every source what went where, also where there are many
  --format FORMAT       pretty (default), or json for programs
  --dry-run             show what would be written, and write nothing

It never overwrites a file, and what was taken in before is left alone: running it twice is safe. Exit code 0: everything was
taken in or was there already; 1: something was not, and it says why; 2: the call can't be understood.
`;

/** What was said on the command line, judged; null is what nobody said. */
export interface ImportOptions {
  paths: string[];
  zone: string | null;
  date: string | null;
  dateOrder: 'day-first' | 'month-first' | null;
  status: 'open' | 'resolved' | null;
  severity: number | null;
  reaction: string | null;
  into: string | null;
  question: Question;
  verbose: boolean;
  format: 'pretty' | 'json';
  dryRun: boolean;
  help: boolean;
}

/**
 * @param levels Of the settings.
 * @throws UsageError where a value can't be used.
 */
export function importOptions(args: readonly string[], levels: readonly number[]): ImportOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      zone: { type: 'string' },
      date: { type: 'string' },
      'date-order': { type: 'string' },
      status: { type: 'string' },
      severity: { type: 'string' },
      reaction: { type: 'string' },
      into: { type: 'string' },
      question: { type: 'string' },
      verbose: { type: 'boolean', short: 'v', default: false },
      format: { type: 'string', short: 'f', default: 'pretty' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { zone, date, severity } = values;
  if (zone !== undefined && !isZone(zone)) {
    const near = nearestZone(zone);
    throw new UsageError(
      `--zone: there is no time zone "${zone}". ${near === null ? 'Write it like Europe/Berlin.' : `Did you mean ${near}?`}`,
    );
  }
  if (date !== undefined && !isDate(date))
    throw new UsageError(`--date: "${date}" is no day. Write it like 2018-05-04.`);
  if (severity !== undefined && !levels.includes(Number(severity)))
    throw new UsageError(`--severity: the levels are ${levels.join(', ')}; found "${severity}".`);
  if (values.into === undefined && values.question !== undefined)
    throw new UsageError('--question says where actions go in the postmortem that --into names; write both.');
  if (!values.help && positionals.length === 0)
    throw new UsageError('Say what to import: a file, a folder, or - for what is piped in.');
  const order = oneOf('--date-order', values['date-order'], ['dmy', 'mdy']);
  return {
    paths: positionals,
    zone: zone ?? null,
    date: date ?? null,
    dateOrder: order === null ? null : order === 'dmy' ? 'day-first' : 'month-first',
    status: oneOf('--status', values.status, ['open', 'resolved']),
    severity: severity === undefined ? null : Number(severity),
    reaction: values.reaction === undefined ? null : plainReaction(values.reaction),
    into: values.into ?? null,
    question: oneOf('--question', values.question, questions) ?? 'prevent',
    verbose: values.verbose,
    format: oneOf('--format', values.format, ['pretty', 'json']) ?? 'pretty',
    dryRun: values['dry-run'],
    help: values.help,
  };
}

function oneOf<T extends string>(flag: string, value: string | undefined, allowed: readonly T[]): T | null {
  const found = allowed.find((candidate) => candidate === value);
  if (value !== undefined && found === undefined)
    throw new UsageError(`${flag} is ${wordList(allowed, 'or')}; found "${value}".`);
  return found ?? null;
}

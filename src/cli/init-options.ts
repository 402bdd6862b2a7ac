import { parseArgs } from 'node:util';
import { UsageError } from '../workspace/project.ts';

export const initUsage = `npm run init: make the knowledge base your own.

  npm run init           asks what it needs to know, and shows what it would do
  npm run init -- --organisation "Blue Door" --timezone Europe/Berlin --remove-sample

  --organisation NAME    shown on every page
  --timezone ZONE        of "today", and of all times that name none; an IANA name
  --remove-sample        take the sample organisation away: postmortems, systems, people
  --keep-sample          leave it; only the organisation's name changes
  --remove-handbook      take the shipped handbook away, too
  --yes, -y              ask nothing; what is not said is the usual: your machine's zone, the handbook stays
  --dry-run              say what would be done, and do nothing

Whatever you have written or changed stays as it is: only files whose every byte is as it was shipped are replaced or
removed. Running it again is safe. Exit code 0: done; 2: the call can't be understood; 130: stopped with Ctrl+C, nothing done.
`;

/** What was said on the command line; null is what nobody said. */
export interface InitOptions {
  organisation: string | null;
  timezone: string | null;
  sample: 'keep' | 'remove' | null;
  removeHandbook: boolean;
  yes: boolean;
  dryRun: boolean;
  help: boolean;
}

export function initOptions(args: readonly string[]): InitOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      organisation: { type: 'string' },
      timezone: { type: 'string' },
      'remove-sample': { type: 'boolean', default: false },
      'keep-sample': { type: 'boolean', default: false },
      'remove-handbook': { type: 'boolean', default: false },
      yes: { type: 'boolean', short: 'y', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values['remove-sample'] && values['keep-sample'])
    throw new UsageError('--remove-sample and --keep-sample can’t both be meant. Choose one.');
  if (values['keep-sample'] && values.timezone !== undefined)
    throw new UsageError(
      '--timezone can’t go with --keep-sample: the sample’s times would be read in another zone. Change it in settings.yaml once the sample is gone.',
    );
  return {
    organisation: values.organisation ?? null,
    timezone: values.timezone ?? null,
    sample: values['remove-sample'] ? 'remove' : values['keep-sample'] ? 'keep' : null,
    removeHandbook: values['remove-handbook'],
    yes: values.yes,
    dryRun: values['dry-run'],
    help: values.help,
  };
}

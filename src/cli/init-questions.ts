import { confirm, input, search, select } from '@inquirer/prompts';
import type { InitOptions } from './init-options.ts';
import { choicesShown, type Keyboard } from './terminal.ts';

/** What there is to be asked about. */
export interface InitSituation {
  /** Whether any of the sample's incidents are as they were shipped. */
  hasSample: boolean;
  hasHandbook: boolean;
  /** Whether settings.yaml is missing or as it was shipped; otherwise it is somebody's own, and stays. */
  freshSettings: boolean;
  /** The machine's. */
  zone: string;
  /** What is wrong with a value, or null. */
  judge(key: 'organisation' | 'timezone', value: string): string | null;
}

/**
 * Asks for what the command line left open. Changes nothing.
 *
 * @throws ExitPromptError on Ctrl+C.
 */
export async function askInit(
  given: InitOptions,
  { hasSample, hasHandbook, freshSettings, zone, judge }: InitSituation,
  keyboard: Keyboard,
): Promise<InitOptions> {
  let options = given;
  if (freshSettings && options.organisation === null) {
    const organisation = await input(
      {
        message: 'What is your organisation called?',
        required: true,
        validate: (value) => judge('organisation', value) ?? true,
      },
      keyboard,
    );
    options = { ...options, organisation };
  }
  if (hasSample && options.sample === null)
    options = {
      ...options,
      sample: await select(
        {
          message: 'The sample organisation, Harbour Supply?',
          choices: [
            {
              value: 'remove',
              name: 'remove it',
              description: 'Only files that nobody has changed; the tests keep a copy.',
            },
            {
              value: 'keep',
              name: 'keep it for now',
              description: 'To look around. Its incidents count in your figures.',
            },
          ],
        },
        keyboard,
      ),
    };
  if (freshSettings && options.sample !== 'keep' && options.timezone === null) {
    const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
    const timezone = await search<string>(
      {
        message: 'In which time zone do you write times? (type to search)',
        pageSize: choicesShown(keyboard),
        source: (term) => {
          const wanted = (term ?? '').trim().toLowerCase().replaceAll(' ', '_');
          return wanted === ''
            ? [zone, ...zones.filter((name) => name !== zone)]
            : zones.filter((name) => name.toLowerCase().includes(wanted));
        },
      },
      keyboard,
    );
    options = { ...options, timezone };
  }
  if (hasHandbook && options.sample !== 'keep' && !options.removeHandbook)
    options = {
      ...options,
      removeHandbook: !(await confirm(
        {
          message: 'Keep the handbook? (the practice: blameless, five questions, the meeting)',
          default: true,
        },
        keyboard,
      )),
    };
  return options;
}

export function askGo(keyboard: Keyboard): Promise<boolean> {
  return confirm({ message: 'Do that?', default: true }, keyboard);
}

import { input, select } from '@inquirer/prompts';
import { aboutNow, type Draft, type DraftContext, draftProblems, statusOf } from '../core/skeleton/draft.ts';
import { localTimeOf } from '../core/time/zones.ts';
import { raisedByValues, triageValues } from '../core/vocabulary.ts';
import { askLeader, askOthers, askSystems } from './new-list-questions.ts';
import { choicesShown, type Keyboard } from './terminal.ts';

const raisedByWords = {
  customer: 'a customer wrote or called',
  'product-owner': 'the product owner or a colleague noticed',
  security: 'a security report',
  system: 'the system itself: a monitor, an alert',
};

const triageWords = {
  user: 'how it was used',
  system: 'hardware, network, vendors, the software stack',
  code: 'our code or data',
};

/**
 * Asks for what a draft does not say yet; each answer is judged before the next question. Writes nothing.
 *
 * @throws ExitPromptError on Ctrl+C.
 */
export async function askDraft(given: Draft, context: DraftContext, keyboard: Keyboard): Promise<Draft> {
  let draft = given;
  const { settings } = context.catalog;
  const set = (part: Partial<Draft>): void => {
    draft = { ...draft, ...part };
  };
  const zone = draft.timezone ?? settings.timezone;
  const judged =
    (field: keyof Draft) =>
    (value: string): true | string =>
      draftProblems({ ...draft, [field]: value }, context).find((problem) => problem.field === field)
        ?.message ?? true;

  if (draft.title === null)
    set({
      title: await input(
        { message: 'What do people call it?', required: true, validate: judged('title') },
        keyboard,
      ),
    });
  if (draft.status === null && draft.reviewedOn === null)
    set({
      status: await select(
        {
          message: 'Is the fire out?',
          pageSize: choicesShown(keyboard),
          choices: [
            {
              value: 'open',
              name: 'It still burns',
              description: 'status: open. The file is the ticket; TBD may stand anywhere.',
            },
            {
              value: 'resolved',
              name: 'It is out',
              description: 'status: resolved. The postmortem: summary, timeline, five questions.',
            },
            {
              value: 'reviewed',
              name: 'It is out, and the meeting was held',
              description: 'status: reviewed. Causes and answers are in its notes.',
            },
          ],
        },
        keyboard,
      ),
    });
  const status = statusOf(draft);
  if (draft.severity === null)
    set({
      severity: await select(
        {
          message: 'How bad is it?',
          pageSize: choicesShown(keyboard),
          choices: settings.severities.map(({ level, name, meaning }) => ({
            value: String(level),
            name: `${level} ${name}`,
            ...(meaning === null ? {} : { description: meaning }),
          })),
        },
        keyboard,
      ),
    });
  if (draft.when === null)
    set({
      when: await input(
        {
          message: `When did it start? (${zone}; ~ is about then)${draft.timezone === null ? otherZone : ''}`,
          // What is over did not start just now.
          ...(status === 'open' ? { default: aboutNow(zone, context.now) } : { required: true }),
          validate: judged('when'),
        },
        keyboard,
      ),
    });
  if (status !== 'open')
    for (const [field, message] of [
      ['detected', 'When did somebody or something first notice?'],
      ['mitigated', 'When did the bleeding stop? (users felt it no longer)'],
      ['resolved', 'When was the last of it put right?'],
    ] as const) {
      if (draft[field] !== null) continue;
      const answer = await input(
        {
          message: `${message} (Enter: later)`,
          validate: (value) => value.trim() === '' || judged(field)(value),
        },
        keyboard,
      );
      if (answer.trim() !== '') set({ [field]: answer });
    }
  if (status === 'reviewed' && draft.reviewedOn === null)
    set({
      reviewedOn: await input(
        {
          message: 'On which day was the meeting?',
          default: localTimeOf(zone, context.now).date,
          validate: judged('reviewedOn'),
        },
        keyboard,
      ),
    });
  if (draft.systems.length === 0) set(await askSystems(draft, context, keyboard));
  if (draft.raisedBy === null)
    set({ raisedBy: await askOptional('Who raised the alarm?', raisedByValues, raisedByWords, keyboard) });
  if (draft.triage === null)
    set({ triage: await askOptional('Where did the fault lie?', triageValues, triageWords, keyboard) });
  if (status !== 'open') {
    const isPast = status === 'reviewed';
    if (draft.facilitator === null)
      set(
        context.catalog.people === null
          ? { facilitator: await askHandle(isPast, judged('facilitator'), keyboard) }
          : await askLeader(draft, context, isPast, keyboard),
      );
    if (context.catalog.people !== null) set(await askOthers(draft, context, isPast, keyboard));
  }
  return draft;
}

/** On lines of its own, so that a narrow terminal breaks no word. */
const otherZone = '\n  Another time zone: timezone in settings.yaml,\n  or timezone: in this file.\n ';

/** Where no list names anybody, any handle will do. */
async function askHandle(
  isPast: boolean,
  validate: (value: string) => true | string,
  keyboard: Keyboard,
): Promise<string | null> {
  const message = `Who ${isPast ? 'led' : 'leads'} the meeting? (a short name like ana; Enter: later)`;
  const answer = await input(
    { message, validate: (value) => value.trim() === '' || validate(handleIn(value)) },
    keyboard,
  );
  return handleIn(answer) || null;
}

function handleIn(text: string): string {
  return text.trim().replace(/^@/, '');
}

/** One of some values, or null for "not known yet", which is the first choice. */
async function askOptional<Value extends string>(
  message: string,
  values: readonly Value[],
  words: Record<Value, string>,
  keyboard: Keyboard,
): Promise<Value | null> {
  return select<Value | null>(
    {
      message,
      pageSize: choicesShown(keyboard),
      choices: [
        { value: null, name: 'not known yet' },
        ...values.map((value) => ({ value, name: `${value}  ${words[value]}`, short: value })),
      ],
    },
    keyboard,
  );
}

import { confirm, input, search, select } from '@inquirer/prompts';
import { aboutNow, type Draft, type DraftContext, draftProblems } from '../core/skeleton/draft.ts';
import { entryLines, entryProblem, type ListEntry } from '../core/skeleton/list-entry.ts';
import { raisedByValues, triageValues } from '../core/vocabulary.ts';
import type { Keyboard } from './terminal.ts';

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
  if (draft.status === null)
    set({
      status: await select(
        {
          message: 'Is the fire out?',
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
          ],
        },
        keyboard,
      ),
    });
  if (draft.severity === null)
    set({
      severity: await select(
        {
          message: 'How bad is it?',
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
          message: `When did it start? (${draft.timezone ?? settings.timezone}; ~ is about then)${draft.timezone === null ? otherZone : ''}`,
          default: aboutNow(draft.timezone ?? settings.timezone, context.now),
          validate: judged('when'),
        },
        keyboard,
      ),
    });
  if (draft.status === 'resolved')
    for (const [field, message] of [
      ['detected', 'When did somebody or something first notice?'],
      ['resolved', 'When was it over for good?'],
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
  if (draft.systems.length === 0) set(await askSystems(draft, context, keyboard));
  if (draft.raisedBy === null)
    set({ raisedBy: await askOptional('Who raised the alarm?', raisedByValues, raisedByWords, keyboard) });
  if (draft.triage === null)
    set({ triage: await askOptional('Where did the fault lie?', triageValues, triageWords, keyboard) });
  if (draft.status === 'resolved' && draft.facilitator === null && context.catalog.people !== null)
    set(await askFacilitator(draft, context, keyboard));
  return draft;
}

/** On lines of its own, so that a narrow terminal breaks no word. */
const otherZone = '\n  Another time zone: timezone in settings.yaml, or timezone: in this file.\n ';

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
      choices: [
        { value: null, name: 'not known yet' },
        ...values.map((value) => ({ value, name: `${value}  ${words[value]}`, short: value })),
      ],
    },
    keyboard,
  );
}

type Found = { kind: 'known'; id: string } | { kind: 'new'; text: string } | { kind: 'done' };

/** Searches a list until the person is done; what is in none can be added. */
async function askSystems(
  draft: Draft,
  { catalog }: DraftContext,
  keyboard: Keyboard,
): Promise<Pick<Draft, 'systems' | 'entries'>> {
  let [chosen, entries] = [[...draft.systems], [...draft.entries]];
  for (;;) {
    const taken = new Set([...chosen, ...entries.map(({ id }) => id)]);
    const found: Found = await search<Found>(
      {
        message:
          taken.size === 0
            ? 'Which systems were hit? (type to search)'
            : `And? (so far: ${[...taken].join(', ')})`,
        source: (term) => [
          ...(term?.trim()
            ? []
            : [{ value: { kind: 'done' } as const, name: taken.size === 0 ? 'not known yet' : 'no more' }]),
          ...catalog.systems
            .filter(({ id, name }) => !taken.has(id) && holds(`${id} ${name}`, term))
            .map(({ id, name, description }) => ({
              value: { kind: 'known', id } as const,
              name: `${id}  ${name}`,
              short: id,
              ...(description === null ? {} : { description }),
            })),
          ...addChoice(term, 'systems.yaml'),
        ],
      },
      keyboard,
    );
    if (found.kind === 'done') return { systems: chosen, entries };
    if (found.kind === 'known') chosen = [...chosen, found.id];
    else {
      const entry = await askEntry('systems.yaml', found.text, entries, keyboard);
      if (entry !== null) entries = [...entries, entry];
    }
  }
}

async function askFacilitator(
  draft: Draft,
  { catalog }: DraftContext,
  keyboard: Keyboard,
): Promise<Pick<Draft, 'facilitator' | 'entries'>> {
  const found: Found = await search<Found>(
    {
      message: 'Who leads the meeting? (type to search)',
      source: (term) => [
        ...(term?.trim() ? [] : [{ value: { kind: 'done' } as const, name: 'not known yet' }]),
        ...(catalog.people ?? [])
          .filter(({ handle, name }) => holds(`${handle} ${name}`, term))
          .map(({ handle, name }) => ({
            value: { kind: 'known', id: handle } as const,
            name: `${handle}  ${name}`,
            short: handle,
          })),
        ...addChoice(term, 'people.yaml'),
      ],
    },
    keyboard,
  );
  if (found.kind === 'done') return { facilitator: null, entries: draft.entries };
  if (found.kind === 'known') return { facilitator: found.id, entries: draft.entries };
  const entry = await askEntry('people.yaml', found.text, draft.entries, keyboard);
  return entry === null
    ? { facilitator: null, entries: draft.entries }
    : { facilitator: entry.id, entries: [...draft.entries, entry] };
}

function addChoice(term: string | undefined, file: ListEntry['file']) {
  const text = term?.trim() ?? '';
  return text === ''
    ? []
    : [{ value: { kind: 'new', text } as const, name: `+ add "${text}" to ${file}`, short: text }];
}

/** Asks about a new system or person, shows the lines, and gives them only after a yes. */
async function askEntry(
  file: ListEntry['file'],
  text: string,
  others: readonly ListEntry[],
  keyboard: Keyboard,
): Promise<ListEntry | null> {
  const one = file === 'systems.yaml' ? 'system' : 'person';
  const proposal = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const id = await input(
    {
      message: one === 'system' ? 'Its id' : 'Their handle',
      ...(proposal === '' ? {} : { default: proposal }),
      validate: (value) =>
        others.some((other) => other.file === file && other.id === value)
          ? `${value} is taken.`
          : (entryProblem({ file, id: value, name: 'A name', team: null }) ?? true),
    },
    keyboard,
  );
  const name = await input(
    { message: one === 'system' ? 'Its name' : 'Their name', default: text, required: true },
    keyboard,
  );
  const team = await input({ message: 'Which team? (Enter: none)' }, keyboard);
  const entry: ListEntry = { file, id, name, team: team.trim() === '' ? null : team.trim() };
  const sure = await confirm(
    { message: `Add to the end of ${file}?\n${entryLines(entry, '  ').trimEnd()}\n `, default: true },
    keyboard,
  );
  return sure ? entry : null;
}

function holds(text: string, term: string | undefined): boolean {
  const words = (term ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.toLowerCase().includes(word));
}

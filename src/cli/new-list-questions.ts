import { confirm, input, search } from '@inquirer/prompts';
import type { Draft, DraftContext } from '../core/skeleton/draft.ts';
import { entryLines, entryProblem, type ListEntry } from '../core/skeleton/list-entry.ts';
import { choicesShown, type Keyboard } from './terminal.ts';

type Found = { kind: 'known'; id: string } | { kind: 'new'; text: string } | { kind: 'done' };

/** Searches `systems.yaml` until the person is done; what is not in it can be added. */
export async function askSystems(
  draft: Draft,
  { catalog }: DraftContext,
  keyboard: Keyboard,
): Promise<Pick<Draft, 'systems' | 'entries'>> {
  let [chosen, entries] = [[...draft.systems], [...draft.entries]];
  for (;;) {
    const taken = new Set([...chosen, ...idsIn('systems.yaml', entries)]);
    const found: Found = await search<Found>(
      {
        message:
          taken.size === 0
            ? 'Which systems were hit? (type to search)'
            : `And? (so far: ${[...taken].join(', ')})`,
        pageSize: choicesShown(keyboard),
        source: (term) => [
          ...(term?.trim()
            ? []
            : [{ value: { kind: 'done' } as const, name: taken.size === 0 ? 'not known yet' : 'no more' }]),
          ...catalog.systems
            .filter(
              ({ id, name, description }) =>
                !taken.has(id) && holds(`${id} ${name} ${description ?? ''}`, term),
            )
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
      const entry = await askEntry('systems.yaml', found.text, namesTaken(catalog, entries), keyboard);
      if (entry !== null) entries = [...entries, entry];
    }
  }
}

export async function askLeader(
  draft: Draft,
  context: DraftContext,
  isPast: boolean,
  keyboard: Keyboard,
): Promise<Pick<Draft, 'facilitator' | 'entries'>> {
  const found = await search<Found>(
    {
      message: `Who ${isPast ? 'led' : 'leads'} the meeting? (type to search)`,
      pageSize: choicesShown(keyboard),
      source: (term) => [
        ...(term?.trim() ? [] : [{ value: { kind: 'done' } as const, name: 'not known yet' }]),
        ...peopleChoices(context, draft.entries, new Set(), term),
      ],
    },
    keyboard,
  );
  if (found.kind === 'done') return { facilitator: null, entries: draft.entries };
  if (found.kind === 'known') return { facilitator: found.id, entries: draft.entries };
  const taken = namesTaken(context.catalog, draft.entries);
  const entry = await askEntry('people.yaml', found.text, taken, keyboard);
  return entry === null
    ? { facilitator: null, entries: draft.entries }
    : { facilitator: entry.id, entries: [...draft.entries, entry] };
}

/** Whoever may own an improvement has to be in `people.yaml` first: better all at once than one error at a time. */
export async function askOthers(
  draft: Draft,
  context: DraftContext,
  isPast: boolean,
  keyboard: Keyboard,
): Promise<Pick<Draft, 'present' | 'entries'>> {
  let [present, entries] = [[...draft.present], [...draft.entries]];
  for (;;) {
    const found = await search<Found>(
      {
        message:
          present.length === 0
            ? `Who else ${isPast ? 'was' : 'is'} at the meeting? (they can own improvements; type to search)`
            : `And? (so far: ${present.join(', ')})`,
        pageSize: choicesShown(keyboard),
        source: (term) => [
          ...(term?.trim()
            ? []
            : [
                {
                  value: { kind: 'done' } as const,
                  name: present.length === 0 ? 'nobody to add' : 'nobody else',
                  description: 'Only who is not in people.yaml yet needs to be named here.',
                },
              ]),
          ...peopleChoices(context, entries, new Set([draft.facilitator, ...present]), term),
        ],
      },
      keyboard,
    );
    if (found.kind === 'done') return { present, entries };
    if (found.kind === 'known') present = [...present, found.id];
    else {
      const taken = namesTaken(context.catalog, entries);
      const entry = await askEntry('people.yaml', found.text, taken, keyboard);
      if (entry === null) continue;
      entries = [...entries, entry];
      present = [...present, entry.id];
    }
  }
}

/** Everybody who is known by now and not taken, and whoever is being typed. */
function peopleChoices(
  { catalog }: DraftContext,
  entries: readonly ListEntry[],
  taken: ReadonlySet<string | null>,
  term: string | undefined,
) {
  const fresh = entries.flatMap(({ file, id, name, team }) =>
    file === 'people.yaml' ? [{ handle: id, name, team }] : [],
  );
  return [
    ...[...(catalog.people ?? []), ...fresh]
      .filter(({ handle, name }) => !taken.has(handle) && holds(`${handle} ${name}`, term))
      .map(({ handle, name, team }) => ({
        value: { kind: 'known', id: handle } as const,
        // Who shares a first name is told apart by it.
        name: `${handle}  ${name}${team === null ? '' : `, ${team}`}`,
        short: handle,
      })),
    ...addChoice(term, 'people.yaml'),
  ];
}

function idsIn(file: ListEntry['file'], entries: readonly ListEntry[]): string[] {
  return entries.flatMap((entry) => (entry.file === file ? [entry.id] : []));
}

type NamesTaken = Record<ListEntry['file'], ReadonlySet<string>>;

function namesTaken({ systems, people }: DraftContext['catalog'], entries: readonly ListEntry[]): NamesTaken {
  return {
    'systems.yaml': new Set([...systems.map(({ id }) => id), ...idsIn('systems.yaml', entries)]),
    'people.yaml': new Set([...(people ?? []).map(({ handle }) => handle), ...idsIn('people.yaml', entries)]),
  };
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
  taken: NamesTaken,
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
        taken[file].has(value)
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

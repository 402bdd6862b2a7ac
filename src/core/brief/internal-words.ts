import type { CatalogIndex } from '../catalog/catalog-index.ts';
import { ordinaryNames } from '../people/ordinary-names.ts';
import { spelling } from '../spelling.ts';

/** Says a text without the words that mean something inside the house only. */
export interface PlainSpeech {
  prose(text: string): string;
  /** A piece of code that stands in a sentence: whole words in it that are handles, ids or tickets are said otherwise, too. */
  code(text: string): string;
  /** How many words were taken out or said otherwise so far. */
  replaced(): number;
}

interface Lexicon {
  /** What is said for a handle without its `@`, and for a person's name. */
  people: ReadonlyMap<string, string>;
  systems: ReadonlyMap<string, string>;
  names: RegExp | null;
  ids: RegExp | null;
  tickets: RegExp | null;
  inCode: RegExp | null;
}

const lexicons = new WeakMap<CatalogIndex, Lexicon>();

/**
 * Handles and names become their team's name, ids of systems the system's name; of tickets and addresses is said what
 * they are.
 *
 * An id that is a word in itself (`search`) stays in sentences, as nobody can tell it from the word; so does a handle
 * without its `@`, unless it is its owner's first name, or no word at all (`j.doe`).
 */
export function plainSpeech(index: CatalogIndex): PlainSpeech {
  let lexicon = lexicons.get(index);
  if (lexicon === undefined) {
    lexicon = lexiconOf(index);
    lexicons.set(index, lexicon);
  }
  const { people, systems, names, ids, tickets, inCode } = lexicon;
  let replaced = 0;
  const swap = (text: string, form: RegExp | null, wordFor: (found: string) => string): string =>
    form === null
      ? text
      : text.replace(form, (found: string, ...rest: unknown[]) => {
          const at = rest.find((part): part is number => typeof part === 'number') ?? 0;
          const word = wordFor(found);
          if (word !== found) replaced += 1;
          return beginsSentence(text, at) ? word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : word;
        });
  const personWord = (found: string): string => people.get(found.replace(/\s+/g, ' ')) ?? somebody;
  return {
    prose(text) {
      if (!mayBeInternal.test(text)) return text;
      const before = replaced;
      let said = swap(text, webAddresses, () => 'a page');
      said = swap(said, mailAddresses, () => 'an e-mail address');
      said = swap(said, tickets, () => 'a ticket');
      said = swap(said, mentions, (found) => {
        const [handle = '', ...scoped] = found.replace(/^@+/, '').split('/');
        // `@scope/package` is the name of a program.
        if (scoped.length > 0 && !people.has(handle)) return found;
        return [people.get(handle) ?? somebody, ...scoped].join('/');
      });
      said = swap(said, names, personWord);
      said = swap(said, ids, (found) => systems.get(found) ?? found);
      return replaced === before ? said : tidy(said);
    },
    code: (text) =>
      swap(text, inCode, (found) => systems.get(found) ?? people.get(found.replace(/^@+/, '')) ?? 'a ticket'),
    replaced: () => replaced,
  };
}

/** What is said for a person where nobody knows the team. */
const somebody = 'someone';

/** Most sentences of a file have none of these, and needn't be looked through. */
const mayBeInternal = /[@#\d/_.-]|\p{Lu}/u;
const webAddresses = /\bhttps?:\/\/[^\s<>"'`)\]]*[^\s<>"'`)\].,;:!?]/giu;
const mailAddresses = /(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const mentions =
  /(?<![\p{L}\p{N}_])@+[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:\/\p{Ll}[\p{L}\p{N}_-]*)?/gu;

function lexiconOf(index: CatalogIndex): Lexicon {
  const people = new Map<string, string>();
  const bare = new Set<string>();
  for (const handle of handlesWritten(index)) people.set(handle, somebody);
  for (const { handle, name, team } of index.people.values()) {
    const word = team === null ? somebody : teamWord(team);
    people.set(handle, word);
    for (const spelt of namesOf(handle, name)) {
      bare.add(spelt);
      // A first name that two have is the name of either.
      const other = people.get(spelt);
      people.set(spelt, other === undefined || other === word || spelt === handle ? word : somebody);
    }
  }
  const handles = [...people.keys()].filter((handle) => !/\s/.test(handle));
  for (const handle of handles) if (/[\d._-]/.test(handle)) bare.add(handle);
  const systems = new Map<string, string>();
  for (const { id, name } of index.systems.values()) systems.set(id, inSentence(name));
  const ids = [...systems].flatMap(([id, name]) =>
    /[\d_-]/.test(id) && name.toLowerCase() !== id ? [id] : [],
  );
  const tickets = ticketsWritten(index);
  return {
    people,
    systems,
    names: wordForm([...bare].map(spelling)),
    ids: wordForm(ids.map((id) => RegExp.escape(id))),
    tickets: wordForm(tickets, 'giu'),
    inCode: wordForm([
      ...handles.map((handle) => `@?${RegExp.escape(handle)}`),
      ...[...systems.keys()].map((id) => RegExp.escape(id)),
      ...tickets,
    ]),
  };
}

function handlesWritten({ catalog }: CatalogIndex): Set<string> {
  const handles = new Set<string>();
  for (const { facts, questions, nextActions } of catalog.postmortems) {
    if (facts.facilitator !== null) handles.add(facts.facilitator);
    for (const { owner } of nextActions) if (owner !== null) handles.add(owner);
    for (const answer of Object.values(questions))
      for (const { owner } of answer.improvements) if (owner !== null) handles.add(owner);
  }
  return handles;
}

/** The whole name, and a first name that is no word besides. */
function namesOf(handle: string, name: string): string[] {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words;
  const isName = /^\p{Lu}\p{Ll}/u.test(first) && !ordinaryNames.has(first.toLowerCase());
  const isHandle = isName && first.toLowerCase() === handle;
  return [
    ...(words.length > 1 ? [words.join(' ')] : []),
    ...(isName ? [first] : []),
    ...(isHandle ? [handle] : []),
  ];
}

function teamWord(team: string): string {
  return /\bteam\b/i.test(team) ? team : `the ${team} team`;
}

/** `Fax gateway` is `fax gateway` inside a sentence, `Orders API` and `DNS` stay. */
function inSentence(name: string): string {
  return /^\p{Lu}[^\p{Lu}]+$/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Forms of every ticket that stands in the files, and of others from the same list: `OPS-131` tells what `OPS-9` is. */
function ticketsWritten({ catalog }: CatalogIndex): string[] {
  const forms = new Set<string>();
  for (const { improvement } of catalog.backlog) {
    const { ticket } = improvement;
    if (ticket === null || /^https?:/i.test(ticket)) continue;
    const list = /^(\p{L}[\p{L}\p{N}_]*[-#])\d+$/u.exec(ticket)?.[1];
    if (list !== undefined) forms.add(`${RegExp.escape(list)}\\d+`);
    else if (/^#?\d+$/.test(ticket)) forms.add('#\\d+');
    else forms.add(RegExp.escape(ticket));
  }
  return [...forms];
}

/** Any of the forms as a whole word, the longest first; null where there are none. */
function wordForm(forms: readonly string[], flags = 'gu'): RegExp | null {
  if (forms.length === 0) return null;
  const longestFirst = forms.toSorted((one, other) => other.length - one.length);
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_])`, flags);
}

function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?]["”’)]?\s+)["“‘(]?$/u.test(text.slice(Math.max(0, at - 6), at));
}

/** What stood in brackets for the house alone goes, and the same word said twice in a row is said once. */
function tidy(text: string): string {
  return text
    .replace(/\s*[([](?:see )?(?:(?:a ticket|a page|someone)[,;]?\s*(?:and\s+)?)+[)\]]/giu, '')
    .replace(/\b(tickets?|pages?):?\s+a \1\b/giu, '$1')
    .replace(/\b(tickets) a ticket\b/giu, '$1')
    .replace(
      /(?<!\p{L})(the [\p{L}\p{N} &-]{1,60}? team|someone|a ticket|a page)(?:(?:,| and| or|, and|, or) \1)+/giu,
      '$1',
    )
    .replace(/ +([,.;:!?)])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

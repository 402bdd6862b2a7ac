import type { Person } from '../catalog/catalog.ts';
import { remembered } from '../remembered.ts';
import { spelling } from '../spelling.ts';
import { ordinaryNames } from './ordinary-names.ts';

/** How people are named in a text. */
export interface NamesOfPeople {
  /** With the flag `g`; null where there is nobody. */
  form: RegExp | null;
  /** By the words of a match, on one line. */
  byName: ReadonlyMap<string, Person>;
  /** By first names that are words besides (Jo, Mark, Will): people only where the words beside them say so. */
  byWord: ReadonlyMap<string, Person>;
}

const known = new WeakMap<readonly Person[], NamesOfPeople>();

/** Their full names, handles with `@`, and first names that are no words besides. */
export function namesOfPeople(people: readonly Person[]): NamesOfPeople {
  return remembered(known, people, () => findNames(people));
}

/** The one person who is named in a text; null where nobody is, or more than one. */
export function personNamed(text: string, people: readonly Person[] | null): Person | null {
  const { form, byName } = namesOfPeople(people ?? nobody);
  if (form === null) return null;
  const found = new Set([...text.matchAll(form)].map(([words]) => byName.get(words.replace(/\s+/g, ' '))));
  const [person] = found;
  return found.size === 1 ? (person ?? null) : null;
}

const nobody: readonly Person[] = [];

function findNames(people: readonly Person[]): NamesOfPeople {
  const byName = new Map<string, Person>();
  for (const person of people)
    for (const name of namesOf(person)) if (!byName.has(name)) byName.set(name, person);
  const byWord = new Map<string, Person>();
  for (const person of people) {
    const first = firstNameOf(person);
    if (first !== null && !byName.has(first) && !byWord.has(first)) byWord.set(first, person);
  }
  // The longest first, so that a full name is found whole. A first name before another surname is somebody else's.
  const spelt = [...byName.keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) => {
      const form = spelling(name);
      return /[\s@]/.test(name)
        ? form
        : `(?<!\\b(?:San|Santa|St\\.|Saint|Mount|Lake|Port|Fort)\\s)${form}(?!\\s\\p{Lu}\\p{Ll})`;
    });
  const form =
    spelt.length === 0
      ? null
      : new RegExp(
          `(?<![\\p{L}\\p{N}_.@/-])(?:${spelt.join('|')})(?![\\p{L}\\p{N}_@-]|\\.[\\p{L}\\p{N}])`,
          'gu',
        );
  return { form, byName, byWord };
}

function namesOf(person: Person): string[] {
  const words = person.name.trim().split(/\s+/);
  const first = firstNameOf(person);
  const isName = first !== null && !ordinaryNames.has(first.toLowerCase());
  return [`@${person.handle}`, ...(words.length > 1 ? [words.join(' ')] : []), ...(isName ? [first] : [])];
}

/** Null where it has no capital to be known by. */
function firstNameOf({ name }: Person): string | null {
  return /^\p{Lu}\p{Ll}\S*/u.exec(name.trim())?.[0] ?? null;
}

/** The first handle that a text has behind an `@`; null where there is none. */
export function handleWritten(text: string): string | null {
  return /(?<![\p{L}\p{N}_.])@([\p{L}\p{N}][\p{L}\p{N}_-]*)/u.exec(text)?.[1] ?? null;
}

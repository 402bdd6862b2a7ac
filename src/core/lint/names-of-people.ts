import type { Person } from '../catalog/catalog.ts';
import { remembered } from '../remembered.ts';
import { ordinaryNames } from './ordinary-names.ts';

/** How people are named in a text. */
export interface NamesOfPeople {
  /** With the flag `g`; null where there is nobody. */
  form: RegExp | null;
  /** By the words of a match, on one line. */
  byName: ReadonlyMap<string, Person>;
}

const known = new WeakMap<readonly Person[], NamesOfPeople>();

/** Their full names, handles with `@`, and first names that are no words besides. */
export function namesOfPeople(people: readonly Person[]): NamesOfPeople {
  return remembered(known, people, () => findNames(people));
}

function findNames(people: readonly Person[]): NamesOfPeople {
  const byName = new Map<string, Person>();
  for (const person of people)
    for (const name of namesOf(person)) if (!byName.has(name)) byName.set(name, person);
  // The longest first, so that a full name is found whole. A first name before another surname is somebody else's.
  const spelt = [...byName.keys()]
    .sort((one, other) => other.length - one.length)
    .map((name) => {
      const form = RegExp.escape(name).replaceAll('\\x20', '\\s+');
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
  return { form, byName };
}

function namesOf({ handle, name }: Person): string[] {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words;
  const isName = /^\p{Lu}\p{Ll}/u.test(first) && !ordinaryNames.has(first.toLowerCase());
  return [`@${handle}`, ...(words.length > 1 ? [words.join(' ')] : []), ...(isName ? [first] : [])];
}

import type { System } from '../catalog/catalog.ts';
import { remembered } from '../remembered.ts';
import { spelling } from '../spelling.ts';

/** How systems are called in a text; null where there are none. */
type Form = { form: RegExp; byName: ReadonlyMap<string, string>; ids: ReadonlySet<string> } | null;

const known = new WeakMap<readonly System[], Form>();

/**
 * The ids of the systems that a text names: by a name of several words in any case (`Fax gateway`), by the id that stands
 * for one (`fax-gateway`), by a name of one word only where a capital makes it a name. Most such names are words besides:
 * `Search`, `Payments`, `Sign-in`. What belongs to a system, `the fax gateway's vendor`, is something else.
 */
export function systemsNamed(text: string, systems: readonly System[]): string[] {
  const names = remembered(known, systems, () => findNames(systems));
  if (names === null) return [];
  const found = [...text.matchAll(names.form)].flatMap(({ 0: words, index }) => {
    const id = names.byName.get(plain(words));
    return id !== undefined && (/\s/.test(words) || names.ids.has(words) || isName(text, words, index))
      ? [id]
      : [];
  });
  return [...new Set(found)];
}

function findNames(systems: readonly System[]): Form {
  const byName = new Map<string, string>();
  // An id like `search` or `sign-in` is a word, too.
  const ids = systems
    .filter(({ id, name }) => id.includes('-') && /\s/.test(name.trim()))
    .map(({ id }) => id);
  for (const { id, name } of systems)
    for (const one of [plain(name), ...(ids.includes(id) ? [id] : [])])
      if (one !== '' && !byName.has(one)) byName.set(one, id);
  if (byName.size === 0) return null;
  const spelt = [...byName.keys()].sort((one, other) => other.length - one.length).map(spelling);
  return {
    form: new RegExp(
      `(?<![\\p{L}\\p{N}_.@/:-])(?:${spelt.join('|')})(?!['’]s|[\\p{L}\\p{N}_/-]|\\.\\p{L})`,
      'giu',
    ),
    byName,
    ids: new Set(ids),
  };
}

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

/** Behind a capital that no sentence asks for; or where it does, before what one thing does. */
function isName(text: string, words: string, index: number): boolean {
  if (!/^\p{Lu}/u.test(words)) return false;
  const after = text.slice(index + words.length);
  if (/[.!?:;–—"“(]\s*$|^\s*$/.test(text.slice(0, index))) return whatItDoes.test(after);
  // `Search Results` is somebody else's.
  return !/^ \p{Lu}\p{Ll}/u.test(after);
}

const whatItDoes =
  /^ (?:has|is|was|does|can|could|may|might|must|will|would|should|relies|uses|keeps|runs|sends|reads|takes|writes|waits|asks|depends|shares|goes|signs|stores|trusts|never|still|also|only|too|itself)\b/;

import { type Mended, mend } from '../../render/search/mend.ts';
import { plainWords } from '../../render/search/plain-words.ts';
import { path } from '../paths.ts';
import { searchMending as words } from '../strings/search-mending.ts';
import { button, make } from './elements.ts';
import type { Pagefind } from './pagefind.ts';
import { shows } from './search-result.ts';

/**
 * What to search for where Pagefind's answer does not hold what was typed: of a word that it has not, it finds the longest
 * beginning that it has, down to a single letter.
 */
export async function mended(index: Pagefind, term: string): Promise<Mended> {
  const typed: { word: string; isKnown: boolean }[] = [];
  for (const word of term.split(/\s+/))
    if (plainWords(word) !== '') typed.push({ word, isKnown: await isKnown(index, word) });
  return mend(typed, typed.every(({ isKnown }) => isKnown) ? [] : await knownWords());
}

async function isKnown(index: Pagefind, word: string): Promise<boolean> {
  // In quotation marks, Pagefind takes no beginnings.
  const exact = await index.search(`"${plainWords(word)}"`);
  if (exact.results.length > 0) return true;
  const [best] = (await index.search(word)).results;
  return best !== undefined && shows(await best.data(), word);
}

let loading: Promise<string[]> | undefined;

/** Fetched once somebody mistypes. A failure is forgotten, so that the next word tries again. */
function knownWords(): Promise<string[]> {
  loading ??= fetch(path('/pagefind/words.txt'))
    .then((response) => {
      if (!response.ok) throw new Error(`No list of words: ${response.status}`);
      return response.text();
    })
    .then((text) => text.split('\n'))
    .catch((reason) => {
      loading = undefined;
      throw reason;
    });
  return loading;
}

/** What is said of an answer that is not to what was typed, or of none. */
export function telling({
  term,
  mending,
  count,
  isFiltered,
  searchExactly,
}: {
  term: string;
  mending: Mended | null;
  count: number;
  isFiltered: boolean;
  searchExactly: (term: string) => void;
}): { status: string; more: Node[] } {
  const missing = mending?.missing ?? [];
  if (count > 0 && mending)
    return {
      status: words.instead(missing, mending.term, count),
      more: [button(words.exactly(term), () => searchExactly(`"${term}"`), { className: 'quiet' })],
    };
  const lists = Object.entries(words.lists).map(([name, text]) =>
    make('li', {}, make('a', { href: path(`/${name}/`) }, text)),
  );
  return {
    status: `${words.nothing(term, isFiltered)} ${words.advice(term, isFiltered)}`.trim(),
    more: [make('p', {}, words.elsewhere), make('ul', {}, ...lists)],
  };
}

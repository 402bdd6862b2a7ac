import { plainWords } from './plain-words.ts';

/** Ids and the like, which nobody mistypes and hopes to find, are longer or hold digits. */
const word = /(?<![\p{L}\p{N}])\p{L}{3,20}(?![\p{L}\p{N}])/gu;

/** What is used most is what is mistyped most. At four bytes a word, compressed, so many are worth their weight. */
const mostWords = 9_000;

/**
 * The words that records are found by, for correcting what somebody mistyped: one a line, those used most first, in bands
 * of about equal use, each in the order of letters, as that compresses well.
 *
 * @param htmls As `searchRecords` gives them.
 */
export function knownWords(htmls: Iterable<string>): string {
  const written = new Map<string, number>();
  for (const html of htmls)
    for (const [found] of textOf(html).matchAll(word)) written.set(found, (written.get(found) ?? 0) + 1);
  const uses = new Map<string, number>();
  for (const [found, times] of written) {
    const plain = plainWords(found);
    uses.set(plain, (uses.get(plain) ?? 0) + times);
  }
  const band = (plain: string): number => Math.floor(Math.log2(uses.get(plain) ?? 1));
  const byLetters = (a: string, b: string): number => (a < b ? -1 : 1);
  return [...uses.keys()]
    .sort((a, b) => band(b) - band(a) || byLetters(a, b))
    .slice(0, mostWords)
    .join('\n');
}

/** Words between tags and those that Pagefind finds a page by besides: not the values of filters. */
function textOf(html: string): string {
  return html
    .replace(/<meta data-pagefind-meta="[^"]*" content="([^"]*)">/g, ' $1 ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot);/g, ' ')
    .replace(/['’]/g, '');
}

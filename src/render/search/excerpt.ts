/** Some words of a page around what matched, to be read by themselves. */
export interface Excerpt {
  /** `…` stands before it: it begins within a sentence. */
  isCutBefore: boolean;
  /** Words with what stands between them, those that matched marked. */
  parts: { text: string; marked: boolean }[];
  isCutAfter: boolean;
}

/** About two lines in the search's dialog. */
const length = 24;
/** Pagefind ends a block with a full stop, also where an author's stands within brackets. */
const secondStop = /([.!?:]["'”’)]+)\.$/;
/** How far from its match an excerpt looks for a sentence's beginning, and for its end beyond its length. */
const before = 12;
const beyond = 6;

/**
 * @param words of the whole page.
 * @param from the first word of the piece, behind its heading.
 * @param to the word behind its last one.
 * @param matches positions of the words that matched, ascending.
 */
export function excerptOf(
  words: readonly string[],
  { from, to }: { from: number; to: number },
  matches: readonly number[],
): Excerpt {
  const inside = matches.filter((at) => at >= from && at < to);
  const focus = densest(inside) ?? from;
  const startsSentence = (at: number): boolean => at <= from || ends(words[at - 1]);
  let start = Math.max(from, focus - before);
  while (start < focus && !startsSentence(start)) start += 1;
  // In a long sentence, a few words lead up to the match.
  if (start === focus && !startsSentence(focus)) start = Math.max(from, focus - 4);
  let end = Math.min(to, start + length);
  for (let at = end; at < Math.min(to, end + beyond); at += 1)
    if (ends(words[at])) {
      end = at + 1;
      break;
    }
  const marked = new Set(inside);
  return {
    isCutBefore: !startsSentence(start),
    parts: words.slice(start, end).flatMap((word, index) => {
      const text = (index === 0 ? '' : ' ') + word.replace(secondStop, '$1');
      return marked.has(start + index) ? markedParts(text) : [{ text, marked: false }];
    }),
    isCutAfter: end < to && !ends(words[end - 1]),
  };
}

/** The match that most others follow closely. */
function densest(matches: readonly number[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  let last = 0;
  for (const [index, at] of matches.entries()) {
    while ((matches[last] ?? Infinity) < at + length - before) last += 1;
    if (last - index <= most) continue;
    best = at;
    most = last - index;
  }
  return best;
}

function ends(word = ''): boolean {
  return /[.!?]["'”’)]*$/.test(word);
}

/** What stands around a word is no part of what was found. */
function markedParts(text: string): Excerpt['parts'] {
  const [, left = '', core = '', right = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text) ?? [];
  return [
    { text: left, marked: false },
    { text: core, marked: true },
    { text: right, marked: false },
  ].filter((part) => part.text !== '');
}

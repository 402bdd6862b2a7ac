import type { PhrasingContent } from 'mdast';
import { type DateOrder, readSaidTime, type SaidTime } from './foreign-time.ts';
import { dropEnd, flatText } from './phrases.ts';

/** Words behind which a day belongs to the sentence: `It was closed at 2020-08-04 13:30`. */
const joins =
  /(?:^|\s)(?:at|by|until|till|from|since|on|to|and|or|before|after|around|about|of|for|the|between|was|is|in)$/i;

/**
 * Reads a line that ends with a day and a clock, and nothing behind it: `Fault occurs 2020-08-04 13:30`, `Fix deployed (24
 * August ~18:30 UTC)`. Null where it is a sentence that a time belongs to.
 */
export function readTimeAtEnd(
  line: readonly PhrasingContent[],
  order: DateOrder,
): { time: SaidTime; words: PhrasingContent[] } | null {
  const text = flatText(line).trimEnd();
  if (text.length > 200 || text.includes('\n')) return null;
  for (const { index } of text.matchAll(/(?<=[\s(*])(?=[~≈]?\d|[A-Z][a-z]{2})/g)) {
    const end = text.slice(index).replace(/[\s).]+$/, '');
    const time = end.length > 60 ? null : readSaidTime(end, order);
    if (time === null || time === 'two-ways' || time.start?.date == null || time.length < end.length)
      continue;
    const words = text.slice(0, index).replace(/[\s(:,–—-]+$/, '');
    if (words.length < 3 || joins.test(words)) return null;
    return isPlainFrom(line, words.length) ? { time, words: dropEnd(line, words.length) } : null;
  }
  return null;
}

/** Whether nothing but text stands behind the first characters: where a time leads to would be lost. */
function isPlainFrom(line: readonly PhrasingContent[], length: number): boolean {
  let at = 0;
  for (const node of line) {
    at += flatText([node]).length;
    if (at > length && !['text', 'strong', 'emphasis', 'inlineCode'].includes(node.type)) return false;
    if (at > length && 'children' in node && node.children.some(({ type }) => type !== 'text')) return false;
  }
  return true;
}

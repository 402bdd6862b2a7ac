import type { PhrasingContent } from 'mdast';
import type { Place } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { walk } from '../document/plain-text.ts';
import { offsetAt } from '../document/source-text.ts';
import type { Improvement } from '../improvement/improvement.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { questions } from '../vocabulary.ts';
import { maskForeign, notWords } from './foreign-words.ts';

/** What is still to be done: nobody words anew what is closed or dropped. */
export function openImprovements({ questions: answers }: Pick<Postmortem, 'questions'>): Improvement[] {
  return questions
    .flatMap((question) => answers[question]?.improvements ?? [])
    .filter(({ state }) => state !== 'closed' && state !== 'dropped');
}

/** An improvement's text in the author's own words, on one line, with `notWords` for code, quotations and addresses. */
export function wordsOf({ phrasing }: Pick<Improvement, 'phrasing'>): string {
  let text = '';
  walk(phrasing as PhrasingContent[], (node) => {
    if (node.type === 'text') text += node.value;
    else if (node.type === 'break') text += ' ';
    else if ('value' in node || node.type === 'image') text += notWords;
    return true;
  });
  return maskForeign(text).replace(/\s+/g, ' ').trim();
}

/** Where words of an improvement stand, which may run over the end of a line; the improvement's place where they are spelt otherwise. */
export function placeOfWords(
  { source }: Document,
  { place }: Pick<Improvement, 'place'>,
  words: string,
): Place {
  const form = words.split(/\s+/).map(RegExp.escape).join('\\s+');
  const from = offsetAt(source.text, place);
  const at = source.text.slice(from, from + 2000).search(new RegExp(form));
  return at === -1 ? place : source.placeAt(from + at);
}

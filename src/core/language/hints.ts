import { answerInShort, timesInShort } from '../report/read-back.ts';
import { isQuestion } from '../vocabulary.ts';
import { postmortemAt } from './definition.ts';
import type { Library } from './library.ts';
import { linesOf } from './lines.ts';
import { onLine, type Range } from './range.ts';

/** A few words that an editor shows behind a heading: what was understood of the section. */
export interface Hint {
  /** Behind the last character of the heading's line. */
  place: Range['end'];
  text: string;
}

/** How the timeline and the five questions of a postmortem read; nothing for other files. */
export function hintsOf(library: Library, path: string): Hint[] {
  const postmortem = postmortemAt(library, path);
  if (postmortem === null) return [];
  const lines = linesOf(library.textOf(path) ?? '');
  return postmortem.sections.flatMap(({ slug, place }) => {
    const answer = isQuestion(slug) ? postmortem.questions[slug] : undefined;
    const text =
      answer !== undefined ? answerInShort(answer) : slug === 'timeline' ? timesInShort(postmortem) : null;
    const length = lines[place.line - 1]?.trimEnd().length;
    return text === null || length === undefined ? [] : [{ place: onLine(place.line, 0, length).end, text }];
  });
}

import type { Passage } from './passage.ts';

/** Where a form stands in what the author says. */
export interface Phrase {
  passage: Passage;
  index: number;
  /** As written, on one line. */
  words: string;
  match: RegExpExecArray;
  /** What stands before and after it in its sentence. */
  before: string;
  after: string;
}

/**
 * @param form With the flag `g`; takes time linear in a passage's length.
 * @param cue Without it; fits wherever the form does, and is quicker.
 */
export function phrasesIn(passages: readonly Passage[], form: RegExp, cue?: RegExp): Phrase[] {
  const phrases: Phrase[] = [];
  for (const passage of passages) {
    if (cue?.test(passage.text) === false) continue;
    // Not `matchAll`: it makes the form anew for each passage, which takes longer than the search.
    form.lastIndex = 0;
    for (let match = form.exec(passage.text); match !== null; match = form.exec(passage.text)) {
      const { index } = match;
      const end = index + match[0].length;
      phrases.push({
        passage,
        index,
        words: match[0].replace(/\s+/g, ' '),
        match,
        before: /[^.!?;:]*$/.exec(passage.text.slice(Math.max(0, index - 200), index))?.[0] ?? '',
        after: /^[^.!?;:]*/.exec(passage.text.slice(end, end + 200))?.[0] ?? '',
      });
    }
  }
  return phrases;
}

const deniedBefore =
  /\b(?:no|not|never|nor|neither|without|isn['’]t|wasn['’]t|aren['’]t|weren['’]t|don['’]t|doesn['’]t|didn['’]t|avoid(?:ing|ed|s)?|instead of|rather than|free of|beyond|so-called|(?:the )?(?:words?|terms?|phrases?|labels?|myth|idea|notion|concept)(?: of| like| such as)?)(?:\s+(?!(?:because|since|so|and|but|when|while|which)\s)[^\s,]+){0,4}\s+$/i;
const deniedAfter =
  /^\s+(?:(?:is|was|are|were|does|do|did|has|had|can|could|should)\s*(?:not|n['’]t|never|no)\b|(?:is|was|are|were)\s+(?:rarely|seldom|hardly|(?:only\s+|just\s+|always\s+|merely\s+)?(?:an?\s+|the\s+)?(?:symptom|effect|consequence|beginning|start))\b)/i;

/** Whether a sentence says that something is not so, or speaks of the words themselves. */
export function isDenied({ before, after }: Phrase): boolean {
  return deniedBefore.test(before) || deniedAfter.test(after);
}

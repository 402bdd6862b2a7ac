import { questions, type SectionSlug, sections } from '../vocabulary.ts';
import { wordList } from '../word-list.ts';

/** Where actions belong. */
export const homes = wordList(
  questions.map((question) => sections[question].name),
  'or',
);

/** Sections in which a box means something, and those that hold what others wrote. */
export const apartFromActions: ReadonlySet<SectionSlug | null> = new Set([
  'next-actions',
  'timeline',
  'original-request',
  'artifacts',
] as const);

// Under "Actions" alone stand checklists of the report itself, too.
const named =
  /\b(?:action (?:items?|points?|plan)|(?:corrective|preventive|preventative|follow[- ]?up|our) actions?|to[- ]?dos?|next steps?)\b|^follow[- ]?ups?\b|\bfollow[- ]?ups?(?: items| tasks)?:?$/i;
/** Where a box says that they are to be done, and a bullet mostly tells what was. */
const namedLoosely = /\bfollow[- ]?ups?\b|\bremediations?\b|^improvements?$/i;
const tellsOfActions = /\b(?:taken|done|completed|performed|during)\b|\bquestions?\b/i;

/** Whether what stands under a heading is to be done; `loosely` where it is boxes. */
export function asksForActions(heading: string, how: 'strictly' | 'loosely' = 'strictly'): boolean {
  if (tellsOfActions.test(heading)) return false;
  return named.test(heading) || (how === 'loosely' && namedLoosely.test(heading));
}

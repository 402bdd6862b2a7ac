import type { BlockContent } from 'mdast';
import { type Problem, problem } from '../diagnostic.ts';
import type { Section, SourceText } from '../document/document.ts';
import { isComment, plainText } from '../document/plain-text.ts';
import type { NextAction } from './improvement.ts';
import { type Item, linesMeantAsTasks, readItem } from './item.ts';
import { endOf } from './read-improvement.ts';
import { actionGrammar, printWord, readWords } from './words.ts';

/** Reads the tasks under "Next actions". A plain bullet is an action that nobody has ticked off. */
export function readNextActions(
  section: Section,
  { source }: { source: SourceText },
): { actions: NextAction[]; prose: BlockContent[]; problems: Problem[] } {
  const nodes = section.nodes.filter((node) => !isComment(node));
  const prose = nodes.filter((node) => node.type !== 'list') as BlockContent[];
  const problems = linesMeantAsTasks(prose, source);
  const actions: NextAction[] = [];
  for (const list of nodes) {
    if (list.type !== 'list') continue;
    for (const child of list.children) {
      const item = readItem(child, source);
      problems.push(...item.problems);
      if (item.empty || (!item.lead && item.blocks.length === 0)) continue;
      actions.push(readAction(item, problems));
    }
  }
  return { actions, prose, problems };
}

function readAction({ place, lead, blocks, checked }: Item, problems: Problem[]): NextAction {
  const read = readWords(lead?.text ?? '', actionGrammar);
  const [first, second] = read.words;
  // While the fire burns, TBD may stand anywhere, and two may share an action until somebody has taken it.
  const owner = first && first.value !== 'TBD' ? first : null;
  if (lead && first && second) {
    const message = `This action has two owners, \`${printWord(first)}\` and \`${printWord(second)}\`; only the first is shown as its owner.`;
    const hint = 'Keep one handle at the end, and name the other person in the text without `@`.';
    problems.push({
      ...problem('word-twice', lead.placeAt(second.start), message, hint),
      severity: 'warning',
    });
  }
  const isOwnerAlone = owner !== null && read.faults.length === 0;
  const phrasing = lead?.phrasingUntil(isOwnerAlone ? endOf(lead.text, read) : lead.text.length) ?? [];
  return {
    place,
    done: checked === true,
    text: plainText(lead ? phrasing : blocks),
    phrasing,
    blocks,
    owner: owner?.value ?? null,
    ownerPlace: (owner && lead?.placeAt(owner.start)) ?? null,
  };
}

import type { ListItem, Nodes, PhrasingContent } from 'mdast';
import { plainText, walk } from '../../document/plain-text.ts';
import {
  improvementGrammarOf,
  printWords,
  readWords,
  type Word,
  type WordGrammar,
} from '../../improvement/words.ts';
import { shortened } from '../../shortened.ts';
import { isDate } from '../../time/dates.ts';
import type { Blocks, ImportContext, ImportedAction, ImportNote } from '../imported.ts';
import { handleOf } from './owners.ts';

/** An action as an improvement: a task whose words stand at its end, and what could not be one of them in its text. */
export function taskItem(action: ImportedAction, context: ImportContext, notes: ImportNote[]): ListItem {
  const words: Pick<Word, 'key' | 'value'>[] = [];
  const aside: string[] = [];
  const handle = action.owner === null ? null : handleOf(action.owner, context.catalog.people);
  if (handle !== null) words.push({ key: 'owner', value: handle });
  else if (action.owner !== null && action.owner.trim() !== '') {
    aside.push(`owner: ${action.owner.trim()}`);
    notes.push({
      message: `${action.owner.trim()} owns an improvement, and ${context.catalog.people === null ? 'that is no @handle' : 'nobody in people.yaml has that name'}.`,
      hint: 'The name stands in its text. Write the @handle at its end.',
      origin: action.origin,
    });
  }
  if (action.due !== null && isDate(action.due)) words.push({ key: 'due', value: action.due });
  else if (action.due !== null) aside.push(`due ${action.due}`);
  if (action.ticket !== null && /^\S+$/.test(action.ticket))
    words.push({ key: 'ticket', value: action.ticket });
  else if (action.ticket !== null) aside.push(`ticket ${action.ticket}`);
  const isDone = action.done && action.doneOn !== null && isDate(action.doneOn);
  const droppedOn = action.dropped?.on ?? null;
  if (droppedOn !== null) words.push({ key: 'dropped', value: droppedOn });
  else if (action.dropped !== undefined)
    notes.push({
      message: `"${shortened(plainText(action.text))}" was dropped, and the source does not say when.`,
      hint: 'Tick its box and write dropped: with the day.',
      origin: action.origin,
    });
  if (isDone) words.push({ key: 'done', value: action.doneOn ?? '' });
  else if (action.done) {
    words.push({ key: 'status', value: 'resolved' });
    notes.push({
      message: `"${shortened(plainText(action.text))}" was done, and the source does not say when.`,
      hint: 'It has status:resolved. Tick its box and write done: with the day instead.',
      origin: action.origin,
    });
  }
  const said: PhrasingContent[] = trimmedEnd(
    plainText(action.text) === '' ? [{ type: 'text', value: 'TBD ' }, ...action.text] : action.text,
  );
  if (aside.length > 0) said.push({ type: 'text', value: ` (${aside.join(', ')})` });
  const grammar = improvementGrammarOf(action.question ?? 'prevent');
  const children: PhrasingContent[] = [
    ...besideText(withoutWords(said, grammar)),
    ...(words.length > 0 ? [{ type: 'html' as const, value: ` ${printWords('', words)}` }] : []),
  ];
  return {
    type: 'listItem',
    checked: isDone || droppedOn !== null,
    spread: false,
    children: [{ type: 'paragraph', children }, ...withoutBoxes(action.blocks)],
  };
}

/** Words that ours would read as owner, date or ticket although nobody meant them so stand in code. */
function withoutWords(phrasing: readonly PhrasingContent[], grammar: WordGrammar): PhrasingContent[] {
  const text = plainText(phrasing);
  const { words, faults } = readWords(text, grammar);
  if (words.length === 0 && faults.length === 0) return [...phrasing];
  const isMeant = (token: string): boolean => /^@[\p{L}\p{N}]|^[A-Za-z_-]{1,12}:(?!\/\/)/u.test(token);
  const mend = (node: PhrasingContent): PhrasingContent[] => {
    if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete')
      return [{ ...node, children: node.children.flatMap(mend) }];
    if (node.type !== 'text') return [node];
    return node.value
      .split(/(\s+)/)
      .filter((piece) => piece !== '')
      .map((piece) =>
        isMeant(piece) ? { type: 'inlineCode', value: piece } : { type: 'text', value: piece },
      );
  };
  return phrasing.flatMap(mend);
}

/** A task inside another would be lost to the backlog, so nested ones are bullets with their box as a sign. */
export function withoutBoxes(blocks: Blocks): Blocks {
  const copy = structuredClone(blocks);
  walk(copy as Nodes[], (node) => {
    if (node.type !== 'listItem' || node.checked == null) return;
    const sign = { type: 'text' as const, value: node.checked ? '☑ ' : '☐ ' };
    const [first] = node.children;
    if (first?.type === 'paragraph') first.children.unshift(sign);
    else node.children.unshift({ type: 'paragraph', children: [sign] });
    node.checked = null;
  });
  return copy;
}

/** MDX reads tags that stand alone in an item as a block, and then there is no text of a task. */
function besideText(phrasing: PhrasingContent[]): PhrasingContent[] {
  let depth = 0;
  for (const node of phrasing) {
    if (node.type === 'html') depth += node.value.startsWith('</') ? -1 : node.value.endsWith('/>') ? 0 : 1;
    else if (depth === 0 && plainText([node]) !== '') return phrasing;
  }
  return phrasing.some(({ type }) => type === 'html') ? [{ type: 'emphasis', children: phrasing }] : phrasing;
}

function trimmedEnd(phrasing: readonly PhrasingContent[]): PhrasingContent[] {
  const last = phrasing.at(-1);
  if (last?.type !== 'text') return [...phrasing];
  return [...phrasing.slice(0, -1), { ...last, value: last.value.trimEnd() }];
}

import type { Heading, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { plainText } from '../../document/plain-text.ts';
import { comment } from '../../skeleton/section-prompts.ts';
import type { Question } from '../../vocabulary.ts';
import type { Blocks, ImportContext, ImportedAction } from '../imported.ts';
import { handleOf } from '../write/owners.ts';
import { type DateOrder, readSaidDate } from './foreign-time.ts';
import { questionOf } from './headings.ts';
import { originOf } from './origins.ts';
import { flatText } from './phrases.ts';

export interface ActionState {
  order: DateOrder;
  /** Null where the headings so far do not say. */
  question: Question | null;
  people: ImportContext['catalog']['people'];
}

/** Reads what stands under "Action items": lists, tasks and tables are actions, all else comes back as it is. */
export function readActions(
  blocks: readonly RootContent[],
  state: ActionState,
): { actions: ImportedAction[]; others: Blocks } {
  const actions: ImportedAction[] = [];
  const others: Blocks = [];
  let group: Heading | null = null;
  let isUsed = true;
  const add = (found: readonly ImportedAction[]): void => {
    const name = group === null ? '' : plainText([group]);
    actions.push(...found.map((action) => (name === '' ? action : { ...action, group: name })));
    isUsed = true;
  };
  for (const block of blocks) {
    if (block.type === 'heading') {
      if (group !== null && !isUsed) others.push(group);
      group = block;
      isUsed = !isPlain(block);
      if (isUsed) others.push(block);
    } else if (block.type === 'list') add(block.children.flatMap((item) => itemActions(item, state)));
    else {
      const read = block.type === 'table' ? tableActions(block, state) : null;
      if (read !== null) {
        add(read.actions);
        others.push({ type: 'html', value: comment(`The columns of a table: ${read.columns}.`) });
        continue;
      }
      // Words below a heading that groups no actions stay below it.
      if (group !== null && !isUsed) others.push(group);
      isUsed = true;
      others.push(block as Blocks[number]);
    }
  }
  if (group !== null && !isUsed) others.push(group);
  return { actions, others };
}

function isPlain({ children }: Heading): boolean {
  return children.every(
    ({ type }) => type === 'text' || type === 'inlineCode' || type === 'strong' || type === 'emphasis',
  );
}

function itemActions(item: ListItem, state: ActionState): ImportedAction[] {
  const [first, ...rest] = item.children;
  const line = first?.type === 'paragraph' ? first.children : [];
  const { blocks, tasks } = withoutTasks(first?.type === 'paragraph' ? rest : item.children);
  const { text, owner, due } = saidAtEnd(line, state);
  const own: ImportedAction = {
    text,
    blocks,
    done: item.checked === true,
    owner,
    due,
    doneOn: null,
    ticket: null,
    question: state.question,
    origin: originOf(item),
  };
  return [own, ...tasks.flatMap((task) => itemActions(task, state))];
}

/** Tasks nested in a task would be lost to the backlog, so they become actions of their own. */
function withoutTasks(children: ListItem['children']): { blocks: Blocks; tasks: ListItem[] } {
  const tasks: ListItem[] = [];
  const blocks = children.flatMap((block): Blocks => {
    if (block.type !== 'list') return [block];
    const kept = block.children.filter((item) => item.checked == null);
    tasks.push(...block.children.filter((item) => item.checked != null));
    return kept.length === 0 ? [] : [{ ...block, children: kept }];
  });
  return { blocks, tasks };
}

const person = String.raw`@?[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*(?: [\p{Lu}][\p{L}\p{M}'.-]+){0,2}`;
const ownerForm = new RegExp(
  String.raw`\s*[([]?(?:owner|assignee|assigned to|dri)\s*[:=]?\s*(${person})[)\]]?\s*$|\s+[([]?(@[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*)[)\]]?\s*$|\s+[([](${person})[)\]]\s*$`,
  'iu',
);

/**
 * Takes a known owner and a date from the last words of an action. Only what is sure to be one is taken, since it is no
 * longer in the text then.
 */
function saidAtEnd(
  line: readonly PhrasingContent[],
  { order, people }: ActionState,
): { text: PhrasingContent[]; owner: string | null; due: string | null } {
  const last = line.at(-1);
  if (last?.type !== 'text') return { text: [...line], owner: null, due: null };
  let value = last.value;
  let owner: string | null = null;
  let due: string | null = null;
  for (let round = 0; round < 2; round += 1) {
    const found: RegExpExecArray | null = owner === null ? ownerForm.exec(value) : null;
    const name: string | undefined = found?.[1] ?? found?.[2] ?? found?.[3];
    const handle: string | null = name === undefined ? null : handleOf(name, people);
    if (found !== null && handle !== null) {
      owner = `@${handle}`;
      value = value.slice(0, found.index);
    }
    const date: RegExpExecArray | null =
      due === null
        ? /[\s,]*[([]?\b(?:due|by|deadline|eta)(?: date| on)?\s*:?\s+([^()[\]]{4,24}?)[)\]]?\s*$/i.exec(value)
        : null;
    const day: string | null = date === null ? null : dayOf(date[1] ?? '', order);
    if (date !== null && day !== null) {
      due = day;
      value = value.slice(0, date.index);
    }
  }
  return { text: [...line.slice(0, -1), { ...last, value }], owner, due };
}

/** A text that is one day with its year, and nothing else. */
export function dayOf(text: string, order: DateOrder): string | null {
  const cursor = { text: text.trim(), at: 0, slips: [], doubtful: false };
  const read = readSaidDate(cursor, order);
  return read?.hasYear === true && cursor.at === cursor.text.length ? read.date : null;
}

type Column = 'text' | 'owner' | 'due' | 'ticket' | 'type' | 'status' | 'other';
const columnForms: readonly (readonly [Column, RegExp])[] = [
  ['owner', /^(?:owners?|assignees?|assigned(?: to)?|responsible|dri|who|person)\b/i],
  ['due', /^(?:due|deadline|eta|target|by when|when|planned)\b/i],
  ['ticket', /\b(?:bug|ticket|issue|jira|link|tracking|pr)\b/i],
  ['type', /^(?:type|category|kind)\b/i],
  ['status', /^(?:status|state|done|progress|completed?)\b/i],
  ['text', /action|item|task|descri|what|todo|to do|improvement|remediation|follow|title|summary/i],
];

function tableActions(
  table: Table,
  state: ActionState,
): { actions: ImportedAction[]; columns: string } | null {
  const [head, ...body] = table.children;
  const headings = head?.children.map((cell) => plainText([cell])) ?? [];
  const columns = headings.map(
    (heading): Column => columnForms.find(([, form]) => form.test(heading))?.[0] ?? 'other',
  );
  // Of several columns of a kind the first is it. The action itself goes before a ticket's column.
  const at = (kind: Column): number => columns.indexOf(kind);
  const main = at('text') === -1 ? at('other') : at('text');
  if (main === -1) return null;
  const actions = body.map((row): ImportedAction => {
    const cell = (index: number): PhrasingContent[] => row.children[index]?.children ?? [];
    const words = (kind: Column): string => (at(kind) === -1 ? '' : flatText(cell(at(kind))).trim());
    const due = dayOf(words('due'), state.order);
    const ticket = ticketOf(cell(at('ticket')));
    const owner = words('owner');
    const taken = new Set<number>([
      main,
      ...(due === null ? [] : [at('due')]),
      ...(ticket === null ? [] : [at('ticket')]),
      ...(owner === '' || cell(at('owner')).some(({ type }) => type !== 'text') ? [] : [at('owner')]),
    ]);
    const isTaken = (index: number): boolean => taken.has(index);
    const asides = Array.from(
      { length: Math.max(headings.length, row.children.length) },
      (_, index) => index,
    ).filter((index) => !isTaken(index) && cell(index).length > 0);
    return {
      text: cell(main),
      blocks:
        asides.length === 0
          ? []
          : [
              {
                type: 'list',
                ordered: false,
                spread: false,
                children: asides.map((index) => ({
                  type: 'listItem',
                  spread: false,
                  children: [
                    {
                      type: 'paragraph',
                      children: [
                        ...((headings[index] ?? '') === ''
                          ? []
                          : [{ type: 'text' as const, value: `${headings[index]}: ` }]),
                        ...cell(index),
                      ],
                    },
                  ],
                })),
              },
            ],
      done:
        /^(?:\W*)(?:done|closed|completed?|resolved|fixed|shipped|merged|yes|x)\b/i.test(words('status')) ||
        /^[✅✔☑]/.test(words('status')),
      owner: isTaken(at('owner')) && owner !== '' ? owner : null,
      due,
      doneOn: null,
      ticket,
      question: questionOf(words('type')) ?? state.question,
      origin: originOf(row),
    };
  });
  return { actions, columns: headings.filter((heading) => heading !== '').join(', ') };
}

/** A cell that holds one id or one address and nothing else. */
function ticketOf(cell: readonly PhrasingContent[]): string | null {
  const [only, ...others] = cell;
  if (only === undefined || others.length > 0) return null;
  if (only.type === 'html' && /^https?:\/\/\S+$/.test(only.value)) return only.value;
  if (only.type !== 'text') return null;
  const id = only.value.trim();
  return /^(?:[A-Z][A-Z\d_]+-\d+|#\d+)$/.test(id) ? id : null;
}

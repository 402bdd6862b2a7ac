import type { List, ListItem } from 'mdast';
import type { Question } from '../vocabulary.ts';
import { paragraphs } from './blank.ts';
import type { Blocks, ImportContext, ImportedAction, ImportNote } from './imported.ts';
import type { JiraAction } from './jira.ts';
import { plain } from './json-fields.ts';
import { markdownText } from './write/markdown-text.ts';
import { taskItem } from './write/task.ts';

/** Improvements as they stand under a question, and what a person has to look at. */
export interface JiraTasks {
  /** A task list, without a line break at its end. */
  text: string;
  notes: ImportNote[];
}

/** Actions of Jira as improvements; what has no word of ours stands nested below each. */
export function jiraTasks(
  actions: readonly JiraAction[],
  question: Question,
  context: ImportContext,
): JiraTasks {
  const notes: ImportNote[] = [];
  const children = actions.map((action) => task(action, question, context, notes));
  const list: List = { type: 'list', ordered: false, spread: false, children };
  return { text: children.length === 0 ? '' : markdownText([list]), notes };
}

const doneStatus = /^(?:done|closed|resolved|fixed|complete[d]?)$/i;
const droppedAs =
  /^(?:won['’]?t (?:do|fix)|duplicate|cannot reproduce|declined|rejected|cancell?ed|obsolete|abandoned|invalid)$/i;

/** Where a status of Jira's usual workflows is one of ours. */
function statusWord(status: string): 'accepted' | 'resolved' | 'verified' | 'new' | null {
  if (/^(?:to do|open|new|backlog|reopened)$/i.test(status)) return 'new';
  if (/^(?:in progress|selected for development|in development|accepted)$/i.test(status)) return 'accepted';
  if (/^(?:in review|in test(?:ing)?|in qa|ready for test(?:ing)?)$/i.test(status)) return 'resolved';
  return /^verified$/i.test(status) ? 'verified' : null;
}

function task(action: JiraAction, question: Question, context: ImportContext, notes: ImportNote[]): ListItem {
  const { status, resolution, resolved } = action;
  const origin = { kind: 'path' as const, path: `row ${action.row}` };
  const isDropped = [status, resolution].some((word) => word !== null && droppedAs.test(word));
  const isDone =
    !isDropped && ((status !== null && doneStatus.test(status)) || (status === null && resolved !== null));
  const word = status === null || isDone || isDropped ? null : statusWord(status);
  const reason = isDropped
    ? [resolution, status].find((text) => text !== null && droppedAs.test(text))
    : null;
  const below = [
    ...(reason == null ? [] : [{ name: 'Dropped in Jira', text: reason }]),
    ...(status !== null && status !== reason && !isDone && word === null
      ? [{ name: 'Status in Jira', text: status }]
      : []),
    ...(resolution !== null &&
    resolution !== reason &&
    resolution !== status &&
    !/^(?:done|unresolved|fixed)$/i.test(resolution)
      ? [{ name: 'Resolution', text: resolution }]
      : []),
    ...(resolved !== null && !isDone && !isDropped ? [{ name: 'Resolved', text: resolved }] : []),
    ...action.more,
  ];
  const imported: ImportedAction = {
    text: plain(action.summary),
    blocks: below.length === 0 ? [] : [bullets(below)],
    done: isDone,
    owner: action.assignee,
    due: action.due,
    doneOn: isDone ? resolved : null,
    ticket: action.key,
    question,
    origin,
  };
  const item = taskItem(imported, context, notes);
  if (isDropped && resolved !== null) return withWord({ ...item, checked: true }, `dropped:${resolved}`);
  if (isDropped)
    notes.push({
      message: `"${action.summary}" was dropped in Jira, and no day is given.`,
      hint: 'Tick its box and write dropped: with the day.',
      origin,
    });
  return word === null || word === 'new' ? item : withWord(item, `status:${word}`);
}

/** Words at an item's end are written as they are. */
function withWord(item: ListItem, word: string): ListItem {
  const [lead, ...blocks] = item.children;
  if (lead?.type !== 'paragraph') return item;
  const children = [...lead.children, { type: 'html' as const, value: ` ${word}` }];
  return { ...item, children: [{ ...lead, children }, ...blocks] };
}

function bullets(items: JiraAction['more']): Blocks[number] {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map(({ name, text }) => {
      const [first, ...more] = paragraphs(text);
      return {
        type: 'listItem',
        spread: false,
        children: [
          { type: 'paragraph', children: [{ type: 'text', value: `${name}: ` }, ...(first?.children ?? [])] },
          ...more,
        ],
      };
    }),
  };
}

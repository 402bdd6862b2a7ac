import type { ListItem, RootContent, Table } from 'mdast';
import type { Person } from '../../catalog/catalog.ts';
import type { Place } from '../../diagnostic.ts';
import type { Section } from '../../document/document.ts';
import { plainText, walk } from '../../document/plain-text.ts';
import { handleWritten, personNamed } from '../../people/names-of-people.ts';
import { writtenOn } from '../../postmortem/postmortem.ts';
import { shortened } from '../../shortened.ts';
import { readingsNear } from '../../time/written-day.ts';
import { isQuestion } from '../../vocabulary.ts';
import { apartFromActions, asksForActions, homes } from '../action-headings.ts';
import type { Finding, LintInput, LintRule } from '../lint-rule.ts';
import { dueTold, taskLine } from '../task-line.ts';

export const actionBullet: LintRule = {
  guide: {
    rule: 'action-bullet',
    title: 'Actions without boxes',
    why: 'Lists of actions are often pasted from elsewhere, as bullets or as a table. They read well, and nobody is reminded of any of them: into the backlog, with its owners and dates, its calendars and its reminders, come boxes only, and those under one of the five questions.',
    ask: 'Who will do the first of them, and by when?',
    examples: [
      {
        place: 'body',
        wrong: '## Action items\n\n- Write to the vendor of the fax line\n- Count failures on the wall board',
        right:
          '## Detect\n\n- [ ] Count failures on the wall board @sam due:2018-06-01\n\n## Prevent\n\n- [ ] Write to the vendor of the fax line @ana due:2018-06-01',
        note: 'While the fire burns it is advice, and Next actions is a place as well.',
      },
      {
        place: 'prevent',
        wrong: '| Action | Owner | Due |\n| --- | --- | --- |\n| Write to the vendor | Ana | June 1, 2018 |',
        right: '- [ ] Write to the vendor @ana due:2018-06-01',
      },
    ],
  },
  weight: 'warning',
  whileOpen: 'advice',
  cues: ['action', 'follow', 'to do', 'to-do', 'todo', 'next step', 'task', 'owner', 'assignee', 'deadline'],
  find(input) {
    return input.document.sections.flatMap((section) =>
      apartFromActions.has(section.slug)
        ? []
        : partsOf(section).flatMap((part) => [...listFinding(part, input), ...tableFindings(part, input)]),
    );
  },
};

/** What stands under one heading, and under lower ones where it asks for actions itself. */
interface Part {
  section: Section;
  heading: string | null;
  depth: number;
  place: Place;
  nodes: RootContent[];
  isPlan: boolean;
}

function partsOf(section: Section): Part[] {
  const { heading, place } = section;
  const isPlan = heading !== null && asksForActions(heading);
  let open: Part = { section, heading, place, depth: 2, nodes: [], isPlan };
  const parts = [open];
  let isPast = false;
  for (const node of section.nodes) {
    if (node.type === 'heading') isPast = tellsOfPast.test(plainText([node]));
    if (node.type !== 'heading' || node.position === undefined) {
      if (!isPast) open.nodes.push(node);
    } else if (!open.isPlan || node.depth <= open.depth) {
      const { line, column } = node.position.start;
      const words = plainText([node]);
      open = { ...open, heading: words, depth: node.depth, place: { line, column }, nodes: [] };
      open.isPlan = asksForActions(words);
      parts.push(open);
    }
  }
  return parts;
}

/** What stands in a plan, and is none. */
const tellsOfPast = /^(?:done|completed|finished|what (?:went|happened))\b/i;

function listFinding({ section, heading, place, nodes, isPlan }: Part, input: LintInput): Finding[] {
  if (!isPlan) return [];
  // Under a question, who is named is told by `idea-owner`.
  const isTold = (item: ListItem): boolean =>
    isQuestion(section.slug) && personNamed(plainText(item.children.slice(0, 1)), input.people) !== null;
  const actions = nodes
    .flatMap((node) => (node.type === 'list' ? node.children : []))
    .filter((item) => isAction(item) && !isTold(item));
  const [first, ...others] = actions;
  if (first === undefined) return [];
  const isOne = others.length === 0;
  const text = plainText(first.children.slice(0, 1));
  const due = dueTold(text, writtenOn(input.postmortem));
  const line = taskLine(shortened(text), { handle: handleIn(text, input.people), due });
  return [
    {
      place,
      message: `${isOne ? 'A bullet' : `${actions.length} bullets`} under \`${heading}\` ${isOne ? 'has' : 'have'} no box, so ${isOne ? 'it is' : 'they are'} in nobody's backlog.`,
      hint: `${home(section, input, isOne ? 'it' : 'them')}egin ${isOne ? 'it' : 'each'} with a box and end it with who and by when: \`${line}\`.`,
    },
  ];
}

/** `Move them under …, and b` or `B`. */
function home({ slug }: Section, { postmortem }: LintInput, which: string): string {
  if (isQuestion(slug)) return 'B';
  const besides = postmortem.facts.status === 'open' ? ' (or, while the fire burns, under Next actions)' : '';
  return `Move ${which} under ${homes}${besides}, and b`;
}

/** Not a box, nor what holds boxes; not what is struck out, open, or says that there is none. */
function isAction(item: ListItem): boolean {
  const [lead] = item.children;
  if (typeof item.checked === 'boolean' || lead?.type !== 'paragraph') return false;
  let holdsBox = false;
  walk(item.children, (node) => {
    holdsBox ||= node.type === 'listItem' && typeof node.checked === 'boolean';
    return !holdsBox;
  });
  const kept = lead.children.filter(({ type }) => type !== 'delete');
  const text = plainText(kept);
  return (
    !holdsBox &&
    /\p{L}/u.test(text) &&
    !misspelt.test(text) &&
    !/^\W*(?:TBD|none|nothing|n\/?a)\b/i.test(text) &&
    !isDone(text)
  );
}

/** A box with another sign in it is told as that. */
const misspelt = /^\[\S\]\s/;

/** Marked as done, or told as something that was: `The account has been closed`. */
function isDone(text: string): boolean {
  if (marked.test(text) || weDid.test(text)) return true;
  return told.test(text) && !/[:;?]|\b(?:should|must|needs?|will|to)\b/i.test(text);
}

const weDid =
  /^we(?:['’]ve|\shave)?(?:\salready)?\s(?:(?!need|proceed|feed|seed)\p{L}+ed|told|made|sent|gave|did|done)\b/iu;
const told =
  /^(?:(?!(?:that|which|who|where|when|if)\s)\S+\s){1,8}?(?:(?:has|have)\s(?:already|been)|was|were)\s/i;
const marked = /^\W*(?:done|completed?|✅|✔)|(?:\(|[-–—:]\s*|\*)(?:done|completed?)\W*$|[✅✔]\W*$/iu;

function handleIn(text: string, people: readonly Person[] | null): string | null {
  return handleWritten(text) ?? personNamed(text, people)?.handle ?? null;
}

const columns = {
  action: /^(?:actions?(?: items?| points?)?|tasks?|to-?dos?|follow-?ups?|improvements?|items?|what)$/i,
  owner: /^(?:owners?|assignees?|assigned to|responsible|who)$/i,
  due: /^(?:due(?: (?:date|by))?|deadline|by when|when|eta|target(?: date)?)$/i,
  time: /^(?:time|date|timestamp|clock)\b/i,
} as const;

/** A table is one of actions by its columns, whatever stands above it. */
function tableFindings({ section, heading, nodes }: Part, input: LintInput): Finding[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'table' || node.position === undefined) return [];
    const [head, ...rows] = cellsOf(node);
    const at = (column: keyof typeof columns): number =>
      head?.findIndex((name) => columns[column].test(name)) ?? -1;
    const [action, owner, due] = [at('action'), at('owner'), at('due')];
    const [row] = rows.filter((cells) => /\p{L}/u.test(cells[action] ?? ''));
    if (action === -1 || row === undefined || (owner === -1 && due === -1) || at('time') !== -1) return [];
    // `What` and `Who` alone may be anything.
    if (/^(?:what|items?)$/i.test(head?.[action] ?? '') && (owner === -1 || due === -1)) return [];
    const { line, column } = node.position.start;
    const shown = taskLine(shortened(row[action] ?? ''), {
      handle: handleIn(row[owner] ?? '', input.people),
      due: dayOf(row[due] ?? '', writtenOn(input.postmortem)),
    });
    const under = heading === null ? '' : ` under \`${heading}\``;
    return [
      {
        place: { line, column },
        message: `The table${under} has actions in it, but a table is in nobody's backlog.`,
        hint: `${isQuestion(section.slug) ? 'Write each row as a line of its own' : `Write each row as a line of its own, under ${homes}`}: \`${shown}\`.`,
      },
    ];
  });
}

function cellsOf({ children }: Table): string[][] {
  return children.map((row) => row.children.map((cell) => plainText([cell])));
}

function dayOf(text: string, writtenOn: string | null): string | null {
  const [day, ...others] = readingsNear(text, writtenOn);
  return day === undefined || others.length > 0 ? null : day;
}

import type { BlockContent, List, ListItem, Nodes } from 'mdast';
import { type Place, type Problem, problem } from '../diagnostic.ts';
import type { SourceText } from '../document/document.ts';
import { isComment, walk } from '../document/plain-text.ts';
import { fixAt, withFix } from '../fix/fix.ts';
import { type Lead, readLead } from './lead.ts';

/** A list item taken apart: its box, its first paragraph, and what is nested in it. */
export interface Item {
  place: Place;
  /** Whether the box is ticked; null for a plain bullet. */
  checked: boolean | null;
  /** Of the `[`; of the item where it has no box. */
  boxPlace: Place;
  /** Null where the item begins with something else, or with nothing. */
  lead: Lead | null;
  blocks: BlockContent[];
  /** Nothing in it but, perhaps, a box. */
  empty: boolean;
  /** Boxes that are nearly right. What else is odd about such an item follows from that. */
  problems: Problem[];
}

/** Takes a list item apart. Comments are left out. */
export function readItem(node: ListItem, source: SourceText): Item {
  const start = node.position?.start.offset ?? 0;
  const content = node.children.filter((child) => !isComment(child));
  const [first, ...rest] = content;
  const lead = first?.type === 'paragraph' || first?.type === 'heading' ? readLead(first, source) : null;
  const place = source.placeAt(start);
  const item: Item = {
    place,
    checked: node.checked ?? null,
    boxPlace: node.checked == null ? place : source.placeAt(Math.max(start, source.text.indexOf('[', start))),
    lead,
    blocks: (lead ? rest : content) as BlockContent[],
    empty: content.length === 0,
    problems: [],
  };
  if (!lead) return item;
  // An empty task is no task to GFM: the parsers give a bullet that says `[ ]`.
  const bare =
    item.checked === null && lead.text.includes('[') ? /^\s*\[([ xX])\]\s*$/.exec(lead.text) : null;
  if (bare)
    return {
      ...item,
      checked: bare[1] !== ' ',
      boxPlace: lead.placeAt(0),
      lead: null,
      empty: rest.length === 0,
    };
  if (!lead.text.includes('[')) return item;
  if (item.checked === null) item.problems.push(...misspeltBox(lead, source));
  item.problems.push(...strayBoxes(lead, true, source));
  return item;
}

/** Tasks below the top level, which nobody would find again. */
export function nestedTasks(nodes: readonly Nodes[], source: SourceText, inside: string): Problem[] {
  const problems: Problem[] = [];
  walk(nodes, (node) => {
    if (node.type !== 'listItem') return node.type !== 'paragraph' && node.type !== 'heading';
    if (!hasBracket(node, source)) return false;
    const { checked, place } = readItem(node, source);
    if (checked === null) return true;
    problems.push(
      problem(
        'improvement-nested',
        place,
        `This task stands inside ${inside}, where it would be lost to the backlog.`,
        'Move it out to the left margin, `- [ ] …`, or make it a plain bullet by taking the box away.',
      ),
    );
    return true;
  });
  return problems;
}

/** Lines that were meant as tasks or bullets but are text to Markdown: `-[ ] …`, `☐ …` and `• …`, and `[ ] …` without a bullet. */
export function linesMeantAsTasks(nodes: readonly Nodes[], source: SourceText): Problem[] {
  const problems: Problem[] = [];
  walk(nodes, (node) => {
    if (node.type !== 'paragraph' || !hasBracket(node, source)) return;
    const lead = readLead(node, source);
    problems.push(...pastedMarks(lead, source), ...strayBoxes(lead, false, source));
  });
  return problems;
}

/** Whether a box can stand in a node. Most have none, and needn't be read to know it. */
function hasBracket({ position }: Nodes, { text }: SourceText): boolean {
  return mayBeBox.test(text.slice(position?.start.offset, position?.end.offset));
}

const mayBeBox = /[[☐☑☒□•◦●▪]/u;

/** `☐ Page`, `• Page`: what word processors put at the start of a line, which Markdown takes for text. */
function pastedMarks({ text, placeAt, editsAt }: Lead, source: SourceText): Problem[] {
  return [...text.matchAll(/(?<=^|\n)[ \t]*([☐☑☒□•◦●▪])[ \t]*/gu)].map((found) => {
    const mark = found[1] ?? '';
    const isBullet = /[•◦●▪]/u.test(mark);
    const written = isBullet ? '-' : /[☑☒]/u.test(mark) ? '- [x]' : '- [ ]';
    const edits = editsAt([{ start: found.index, end: found.index + found[0].length, text: `${written} ` }]);
    const message = isBullet
      ? `\`${mark}\` begins no bullet to Markdown, so this is a line of text.`
      : `\`${mark}\` is no box to Markdown, so this is a line of text and no task.`;
    return withFix(
      {
        ...problem('task-box', placeAt(found.index), message, `Write \`${written} …\`.`),
        severity: 'warning',
      },
      edits && fixAt(source, `Write ${written}`, ...edits),
    );
  });
}

function misspeltBox(lead: Lead, source: SourceText): Problem[] {
  const { text, placeAt } = lead;
  const found = /^\[([ \t]{0,4}[xX]?[ \t]{0,4}|[-~/>*vV✓✔])\]/.exec(text);
  if (!found) return [];
  const box = /[xXvV✓✔]/.test(found[0]) ? '- [x]' : '- [ ]';
  const mark = found[1] ?? '';
  const message = /^[ xX]$/.test(mark)
    ? `A blank is missing after \`${found[0]}\`, so this is a plain bullet and no task.`
    : `\`${found[0]}\` is no box, so this is a plain bullet: a task has \`[ ]\`, or \`[x]\` when it is ticked.`;
  const hint = /^[-~/>*]$/.test(mark)
    ? 'Write `- [ ] …`; or `- [x] … dropped:2018-06-01` with a nested line that says why it was given up.'
    : `Write \`${box} …\`.`;
  const edit = {
    start: 0,
    end: /^\[[^\]]*\][ \t]*/.exec(text)?.[0].length ?? 0,
    text: `${box.slice(2)} `,
  };
  const edits = /^[-~/>*]$/.test(mark) ? null : lead.editsAt([edit]);
  return [
    withFix(problem('task-box', placeAt(0), message, hint), edits && fixAt(source, `Write ${box}`, ...edits)),
  ];
}

/** @param isItem Whether the text begins after a bullet, where a box is no slip. */
function strayBoxes(lead: Lead, isItem: boolean, source: SourceText): Problem[] {
  const { text, placeAt } = lead;
  const problems: Problem[] = [];
  for (const found of text.matchAll(/(^|\n)([ \t]*)([-*+]|\d{1,9}[.)]|)\[( |x|X|)\](?=([ \t]?))/g)) {
    const [, before = '', indent = '', bullet = '', mark = '', blank] = found;
    const start = found.index + before.length + indent.length;
    const place = placeAt(start);
    const box = `[${mark === '' ? ' ' : mark}]`;
    if (bullet !== '') {
      const message = `\`${bullet}[${mark}]\` does not begin a task: a blank is missing after the \`${bullet}\`.`;
      const written = `${bullet} ${box}`;
      const end = start + bullet.length + mark.length + 2;
      const edits = lead.editsAt([{ start, end, text: blank === '' ? `${written} ` : written }]);
      problems.push(
        withFix(
          problem('task-box', place, message, `Write \`${written} …\`.`),
          edits && fixAt(source, `Write ${written}`, ...edits),
        ),
      );
    } else if (mark !== '' && blank !== '' && !(isItem && found.index === 0)) {
      const message = `\`[${mark}]\` at the start of a line makes no task without a bullet before it.`;
      problems.push(problem('task-box', place, message, `Write \`- ${box} …\`.`));
    }
  }
  return problems;
}

export function isList(node: Nodes): node is List {
  return node.type === 'list';
}

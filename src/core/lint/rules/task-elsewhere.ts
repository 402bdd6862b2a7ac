import type { ListItem, RootContent } from 'mdast';
import type { Place } from '../../diagnostic.ts';
import type { Section, SourceText } from '../../document/document.ts';
import { indentedHeadings, isBelowIndented } from '../../document/indented-headings.ts';
import { plainText, walk } from '../../document/plain-text.ts';
import { readItem } from '../../improvement/item.ts';
import { improvementGrammar, readWords } from '../../improvement/words.ts';
import { isQuestion } from '../../vocabulary.ts';
import { apartFromActions, asksForActions, homes } from '../action-headings.ts';
import type { LintRule } from '../lint-rule.ts';

export const taskElsewhere: LintRule = {
  guide: {
    rule: 'task-elsewhere',
    title: 'Boxes outside the five questions',
    why: 'A box is an improvement only under one of the five questions: there it comes into the backlog, with its owner and its date, and into calendars and reminders. Under a heading of your own it is drawn as a box and nothing more, and nobody is reminded of it.',
    ask: 'Does it help to notice, to respond, to stop the bleeding, or to prevent?',
    examples: [
      {
        place: 'body',
        wrong: '## Action items\n\n- [ ] Write to the vendor of the fax line @ana due:2018-06-01',
        right: '## Prevent\n\n- [ ] Write to the vendor of the fax line @ana due:2018-06-01',
        note: 'While the fire burns it is advice, and Next actions is a place as well.',
      },
    ],
  },
  weight: 'warning',
  whileOpen: 'advice',
  cues: ['[ ]', '[x]'],
  find({ document, postmortem: { facts } }) {
    const besides = facts.status === 'open' ? '; or, while the fire burns, under Next actions' : '';
    // What stands under a heading that slipped into a list moves with it.
    const slipped = indentedHeadings(document.tree, document.headings, document.source);
    return document.sections.flatMap((section) => {
      if (isQuestion(section.slug) || apartFromActions.has(section.slug)) return [];
      const [first, ...more] = lostTasks(section, document.source).filter(
        ({ place }) => !isBelowIndented(slipped, place),
      );
      if (first === undefined) return [];
      const where = first.heading === null ? 'above the first heading' : `under \`${first.heading}\``;
      const isOne = more.length === 0;
      return [
        {
          place: first.place,
          message: `${isOne ? 'A box' : `${more.length + 1} boxes`} ${where} ${isOne ? 'is' : 'are'} in nobody's backlog.`,
          hint: `Move ${isOne ? 'it' : 'them'} under ${homes}${besides}.`,
        },
      ];
    });
  },
};

interface LostTask {
  place: Place;
  /** That it stands under, of any level. */
  heading: string | null;
}

/** Boxes that say who is to do them or by when, or that stand under a heading which asks for actions. */
function lostTasks({ heading, nodes }: Section, source: SourceText): LostTask[] {
  const lost: LostTask[] = [];
  let above = heading;
  for (const node of nodes) {
    if (node.type === 'heading') above = plainText([node]);
    const boxes = boxesIn(node);
    if (boxes.length === 0) continue;
    const isPlan = [heading, above].some((name) => name !== null && asksForActions(name, 'loosely'));
    for (const item of boxes) {
      const { lead, checked, place } = readItem(item, source);
      if (lead !== null && (isPlan || isImprovement(lead.text, checked === true)))
        lost.push({ place, heading: above });
    }
  }
  return lost;
}

/** What is quoted is somebody else's. */
function boxesIn(node: RootContent): ListItem[] {
  const boxes: ListItem[] = [];
  walk([node], (child) => {
    if (child.type === 'listItem' && typeof child.checked === 'boolean') boxes.push(child);
    return child.type !== 'blockquote' && child.type !== 'paragraph';
  });
  return boxes;
}

/** A ticked box that names somebody may only say who has looked at it. */
function isImprovement(text: string, isTicked: boolean): boolean {
  return readWords(text, improvementGrammar).words.some(
    ({ key }) => key === 'due' || key === 'ticket' || key === 'done' || (key === 'owner' && !isTicked),
  );
}

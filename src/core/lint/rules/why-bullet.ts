import { isComment, plainText } from '../../document/plain-text.ts';
import type { LintRule } from '../lint-rule.ts';

export const whyBullet: LintRule = {
  guide: {
    rule: 'why-bullet',
    title: 'Whys that are no bullets',
    why: 'Each why is a bullet, and its answer stands in a line below it, indented. So the meeting can take them one by one, and the page shows which of them nobody has answered. Lines without bullets become a single paragraph, in which the questions run into one another and none is counted.',
    examples: [
      {
        place: 'body',
        wrong:
          '## Whys\n\nWhy did nobody see it earlier? We look at the lag only.\nWhy does it start from the beginning? That is the default.',
        right:
          '## Whys\n\n- Why did nobody see it earlier?\n  - We look at the lag only.\n- Why does it start from the beginning?\n  - That is the default.',
      },
    ],
  },
  weight: 'advice',
  cues: ['why'],
  find({ document }) {
    const section = document.sections.find(({ slug }) => slug === 'whys');
    if (section === undefined || section.tbd) return [];
    const said = section.nodes.filter((node) => !isComment(node));
    if (!said.every(({ type }) => type === 'paragraph')) return [];
    const asking = said.find((node) => plainText([node]).includes('?'));
    if (asking?.position === undefined) return [];
    const { line, column } = asking.position.start;
    return [
      {
        place: { line, column },
        message:
          'A why stands here without a bullet, so it is not counted, and the page runs the lines together.',
        hint: 'Begin each why with `- `, and its answer in a line of its own below it with two blanks and `- `.',
      },
    ];
  },
};

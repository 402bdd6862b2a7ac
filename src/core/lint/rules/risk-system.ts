import type { System } from '../../catalog/catalog.ts';
import { walk } from '../../document/plain-text.ts';
import type { Idea } from '../../improvement/improvement.ts';
import { wordsOf } from '../improvements.ts';
import type { LintRule } from '../lint-rule.ts';
import { systemsNamed } from '../systems-named.ts';

export const riskSystem: LintRule = {
  guide: {
    rule: 'risk-system',
    title: 'Risks that name a system only in their text',
    why: 'A risk that ends with `system:` and an id stands on that system’s page and beside it on the map; when an incident hits the system one day, both pages say that it was foreseen. The system’s name in the sentence does none of this: to the product it is text.',
    examples: [
      {
        place: 'other-areas-of-risk',
        wrong: '- The fax gateway keeps its password in the same file',
        right: '- The fax gateway keeps its password in the same file system:fax-gateway',
        note: 'Nothing is said of a risk that names no system, or more than one.',
      },
    ],
  },
  weight: 'advice',
  cues: ['risk'],
  find({ postmortem, systems }) {
    return (postmortem.questions['other-areas-of-risk']?.ideas ?? []).flatMap((idea) => {
      if (idea.systems.length > 0) return [];
      const [id, ...others] = new Set([...systemsNamed(wordsOf(idea), systems), ...idsInCode(idea, systems)]);
      const name = systems.find((system) => system.id === id)?.name;
      if (id === undefined || name === undefined || others.length > 0) return [];
      return [
        {
          place: idea.place,
          message: `This risk names ${name} in its text only, so it is not on that system's page, and a later incident there would not be shown as foreseen.`,
          hint: `If it threatens ${name}, end its line with \`system:${id}\`.`,
        },
      ];
    });
  },
};

/** `fax-gateway` in backquotes is the id and no word. */
function idsInCode({ phrasing }: Pick<Idea, 'phrasing'>, systems: readonly System[]): string[] {
  const codes: string[] = [];
  walk(phrasing, (node) => {
    if (node.type === 'inlineCode') codes.push(node.value);
  });
  return systems.map(({ id }) => id).filter((id) => codes.includes(id));
}

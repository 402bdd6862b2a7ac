import type { Nodes } from 'mdast';
import type { HandbookPage } from '../catalog/catalog.ts';
import { type Problem, problem } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { isGuideTag } from '../document/tags.ts';

const keys = ['title', 'description', 'order', 'group'];

/** A guide's front matter, checked. The rest of a guide may hold code: it is written by the product's own team. */
export function readHandbookPage({ id, file, document }: { id: string; file: string; document: Document }): {
  page: HandbookPage | null;
  problems: Problem[];
} {
  const problems = document.problems.filter((found) => !isCode(found));
  const facts = document.frontMatter;
  if (facts === null) {
    if (problems.length === 0)
      problems.push(
        problem(
          'handbook-title',
          { line: 1, column: 1 },
          'This guide has no front matter, so it has no title.',
          'Begin the file with three lines: ---, title: What it is about, ---',
        ),
      );
    return { page: null, problems };
  }
  for (const key of Object.keys(facts))
    if (!keys.includes(key))
      problems.push(
        problem(
          'front-matter-key',
          document.frontMatterPlace([key]),
          `"${key}" is not known in a guide; its keys are ${keys.join(', ')}.`,
        ),
      );
  const { title, description, order, group } = facts;
  if (typeof title !== 'string' || title.trim() === '') {
    problems.push(
      problem(
        'handbook-title',
        document.frontMatterPlace(['title']),
        'This guide has no title in its front matter.',
        'Add a line like title: Running the meeting',
      ),
    );
    return { page: null, problems };
  }
  if (description !== undefined && typeof description !== 'string')
    problems.push(
      problem(
        'front-matter-value',
        document.frontMatterPlace(['description'], 'value'),
        'description is one line of text.',
      ),
    );
  if (group !== undefined && typeof group !== 'string')
    problems.push(
      problem(
        'front-matter-value',
        document.frontMatterPlace(['group'], 'value'),
        'group is what this guide stands under in the list of guides: a few words.',
        'group: When it burns',
      ),
    );
  if (order !== undefined && !Number.isInteger(order))
    problems.push(
      problem(
        'front-matter-value',
        document.frontMatterPlace(['order'], 'value'),
        `order is a whole number, found ${JSON.stringify(order)}.`,
        'order: 3',
      ),
    );
  return {
    page: {
      id,
      file,
      title,
      description: typeof description === 'string' ? description : null,
      order: typeof order === 'number' ? order : null,
      group: typeof group === 'string' && group.trim() !== '' ? group : null,
      document,
      hasCode: document.problems.some(isCode) || document.tree.children.some(holdsPart),
    },
    problems,
  };
}

/** A component of the guides inside something else, such as a list: there only Astro can put it. */
function holdsPart(node: Nodes): boolean {
  return 'children' in node && node.children.some((child) => isPart(child) || holdsPart(child));
}

function isPart(node: Nodes): boolean {
  return 'name' in node && typeof node.name === 'string' && isGuideTag(node.name);
}

/** Imports, expressions and components: what a postmortem may not hold and a guide may. */
function isCode({ rule }: Problem): boolean {
  return rule.startsWith('code-');
}

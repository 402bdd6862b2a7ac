import { walk } from '../../document/plain-text.ts';
import type { LintRule } from '../lint-rule.ts';

/** What a program puts there when a picture is pasted, and the names of files. */
const nothing =
  /^(?:(?:image|img|picture|pic|photo|screenshot|screen ?shot|untitled|unknown|alt(?: text)?)?[\s_-]*[\d\s:.()_-]*|.*\.(?:png|jpe?g|gif|svg|webp|avif|bmp))$/i;

export const imageAlt: LintRule = {
  guide: {
    rule: 'image-alt',
    title: 'Pictures without words',
    why: 'Who listens to a page, reads it in a terminal, or finds the picture gone in three years, has the words between the brackets and nothing else. They say what the picture shows that matters here: "Failed orders rise from 0 to 200 a minute at 02:10".',
    examples: [
      {
        place: 'prose',
        wrong: '![](https://status.example.com/queue.png)',
        right:
          '![The queue grows from 02:10 on, to 2,914 orders at 08:40](https://status.example.com/queue.png)',
      },
      {
        place: 'prose',
        wrong: '![image](https://status.example.com/queue.png)',
        right:
          '![The queue grows from 02:10 on, to 2,914 orders at 08:40](https://status.example.com/queue.png)',
      },
    ],
  },
  weight: 'warning',
  cues: ['!['],
  find({ document }) {
    const found: { place: { line: number; column: number }; alt: string }[] = [];
    walk(document.tree.children, (node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      const alt = node.alt?.trim() ?? '';
      if (nothing.test(alt))
        found.push({ place: document.source.placeAt(node.position?.start.offset ?? 0), alt });
    });
    return found.map(({ place, alt }) => ({
      place,
      message:
        alt === ''
          ? 'This picture has no words for those who can’t see it.'
          : `"${alt}" does not say what this picture shows.`,
      hint: 'Write between the brackets what it shows that matters here: ![The queue grows from 02:10 on](queue.png)',
    }));
  },
};

import type { FootnoteDefinition } from 'mdast';
import { type Problem, problem } from '../diagnostic.ts';

/** The footnotes of a text: what is written for them, and which of them the text mentions. */
export interface Footnotes {
  definitions: FootnoteDefinition[];
  mentioned: ReadonlySet<string>;
}

/** Footnotes that no page would show: nothing mentions them, or another of the same name stands before them. */
export function lostFootnotes({ definitions, mentioned }: Footnotes): Problem[] {
  const seen = new Set<string>();
  return definitions.flatMap(({ identifier, label, position }) => {
    const { line = 1, column = 1 } = position?.start ?? {};
    const name = `[^${label ?? identifier}]`;
    const again = seen.has(identifier);
    seen.add(identifier);
    if (again)
      return [
        problem(
          'footnote-lost',
          { line, column },
          `The footnote ${name} is written a second time, and only the first is shown.`,
          'Give it another name, or make one of the two.',
        ),
      ];
    if (mentioned.has(identifier)) return [];
    return [
      problem(
        'footnote-lost',
        { line, column },
        `Nothing in the text mentions the footnote ${name}, so it would not be shown.`,
        `Put ${name} where it belongs, or make it a paragraph.`,
      ),
    ];
  });
}

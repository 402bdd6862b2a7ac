import { plainText } from '../../src/core/document/plain-text.ts';
import { readDocument } from '../../src/core/document/read-document.ts';
import type { ImportContext, Imported } from '../../src/core/import/imported.ts';
import { writeImported } from '../../src/core/import/write/write-imported.ts';
import { catalogOf } from './sample-catalog.ts';

/** An import in which nobody said anything, into an empty knowledge base. */
export const importContext: ImportContext = {
  catalog: catalogOf([]).catalog,
  taken: () => false,
  given: { status: null, severity: null, timezone: null, date: null },
  fileOf: () => null,
};

/** What a reader of the results sees, front matter included, and every error of reading them as MDX. */
export function shownOf(incidents: readonly Imported[]): { words: string; problems: string[] } {
  const texts = incidents.map((imported) => writeImported(imported, importContext).text);
  const documents = texts.map((text) => ({ text, ...readDocument(text) }));
  return {
    words: documents
      .map(({ text, tree, frontMatter, comments }) =>
        // A severity that is none of ours stands in a comment beside it.
        [
          text.split('\n---\n')[0],
          JSON.stringify(frontMatter),
          plainText(tree.children),
          JSON.stringify(comments),
        ].join('\n'),
      )
      .join('\n'),
    problems: documents.flatMap(({ problems }) => problems.map(({ message }) => message)),
  };
}

/** Letters and digits alone: line breaks, blanks and signs of markup may change on the way. */
export function letters(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
}

import { expect, test } from 'vitest';
import { readMarkdown } from '../../../../src/core/import/markdown/read-markdown.ts';
import { writeImported } from '../../../../src/core/import/write/write-imported.ts';
import { importContext } from '../../../support/import-context.ts';

/** The section of a report with one paragraph. */
function shown(paragraph: string): { text: string; notes: string[] } {
  const imported = readMarkdown(`# Fax\n\n## Background\n\n${paragraph}`, 'fax.md', importContext);
  const { text, report } = writeImported(imported, importContext);
  return {
    text: /## Background\n\n(.*)\n/.exec(text)?.[1] ?? '',
    notes: report.notes.map(({ message }) => message),
  };
}

test.each([
  ['![The queue](https://pictures.example/q.png)', '[The queue](https://pictures.example/q.png)'],
  [
    '![](https://pictures.example/q.png "Day")',
    '[https://pictures.example/q.png](https://pictures.example/q.png "Day")',
  ],
  // A link can't hold another.
  [
    '[![The queue](https://pictures.example/q.png)](https://fax.example)',
    '[The queue (`https://pictures.example/q.png`)](https://fax.example)',
  ],
])('a picture on another server becomes a link, and a person is told: %s', (source, expected) => {
  const { text, notes } = shown(source);
  expect(text).toBe(expected);
  expect(notes).toContain('A picture is not in the source but at https://pictures.example/q.png');
});

test.each([
  ['2018-05-04-fax.md', '2018-05-04'],
  ['reports/fax_2018-05-04.md', '2018-05-04'],
  ['2017/2018-05-04/README.md', '2018-05-04'],
  ['fax-2018-05-04-late.md', '2018-05-04'],
  ['12018-05-04.md', null],
])('the name %s says the day %s', (name, expected) => {
  expect(readMarkdown('# Fax\n\nWords.', name, importContext).facts.date?.value ?? null).toBe(expected);
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ImportContext, Origin } from '../../../../src/core/import/imported.ts';
import { readMarkdown } from '../../../../src/core/import/markdown/read-markdown.ts';
import { writeImported } from '../../../../src/core/import/write/write-imported.ts';
import { importContext } from './support.ts';

const folder = new URL('../../../fixtures/import/', import.meta.url);
const context: ImportContext = {
  ...importContext,
  catalog: {
    ...importContext.catalog,
    systems: [{ id: 'checkout', name: 'Checkout', team: null, description: null, dependsOn: [] }],
    people: [
      { handle: 'ana', name: 'Ana Ribeiro', team: null },
      { handle: 'lena', name: 'Lena Brandt', team: null },
      { handle: 'sam', name: 'Sam Okafor', team: null },
    ],
  },
};

/** The result and its report, as a person reads them. */
function imported(name: string): string {
  const { path, text, report } = writeImported(
    readMarkdown(readFileSync(new URL(name, folder), 'utf8'), name, context),
    context,
  );
  const place = (origin: Origin | null): string =>
    origin?.kind === 'lines' ? ` (line ${origin.first})` : origin === null ? '' : ` (${origin.path})`;
  const notes = report.notes.map(({ message, hint, origin }) => `- ${message}${place(origin)}\n  ${hint}`);
  const problems = report.problems.map(({ message, severity }) => `- ${severity}: ${message}`);
  return `${path}\n${text}\n======\n${[...notes, ...problems].join('\n')}\n`;
}

describe('a report in the shape of', () => {
  test.each(
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort(),
  )('%s', async (name) => {
    await expect(imported(name)).toMatchFileSnapshot(new URL(`${name}.expected.txt`, folder).pathname);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completionsAt } from '../../../src/core/language/completion.ts';
import { definitionAt, referencesAt } from '../../../src/core/language/definition.ts';
import { hintsOf } from '../../../src/core/language/hints.ts';
import { hoverAt } from '../../../src/core/language/hover.ts';
import { linesOf } from '../../../src/core/language/lines.ts';
import { mentionsIn } from '../../../src/core/language/mentions.ts';
import { outlineOf } from '../../../src/core/language/outline.ts';
import { renameAt } from '../../../src/core/language/rename.ts';
import { scan } from '../../../src/core/language/scan.ts';
import { faxMdx, files, libraryOf, systemsYaml } from './library-of.ts';

/** A text as it is while somebody types: cut off, with things put in anywhere. */
const halfWritten = fc
  .tuple(
    fc.constantFrom(faxMdx, systemsYaml, faxMdx.replaceAll('\n', '\r\n')),
    fc.nat(1500),
    fc.nat(1500),
    fc.constantFrom(
      '',
      '🚒',
      '火',
      '\ud83d',
      '`',
      '```\n',
      '{/*',
      '---\n',
      '**',
      '[a](',
      '[[',
      '](#',
      '@',
      'due:',
      '- ',
      '## ',
      '\t',
      '\0',
    ),
  )
  .map(([text, cut, at, added]) => `${text.slice(0, at)}${added}${text.slice(at, Math.max(at, cut))}`);

test('every helper has an answer at every place of every text', () => {
  fc.assert(
    fc.property(
      halfWritten,
      fc.constantFrom(
        'postmortems/2018-05-04-fax.mdx',
        'systems.yaml',
        'handbook/blameless.mdx',
        'settings.yaml',
      ),
      fc.nat(60),
      fc.nat(60),
      (text, path, line, column) => {
        const library = libraryOf({ ...files, [path]: text });
        const place = { line: line + 1, column: column + 1 };
        const lines = linesOf(text);
        for (const { range, text: written } of completionsAt(library, path, place)) {
          expect(range.end).toEqual({
            line: place.line,
            column: Math.min(place.column, (lines[line] ?? '').length + 1),
          });
          expect(written).not.toBe('');
        }
        hoverAt(library, path, place);
        definitionAt(library, path, place);
        referencesAt(library, path, place);
        renameAt(library, path, place, 'new-name');
        outlineOf(library, path);
        for (const { place: behind } of hintsOf(library, path))
          expect(behind.column).toBeLessThanOrEqual((lines[behind.line - 1] ?? '').length + 1);
        for (const { range } of mentionsIn(path, text)) {
          expect(range.end.line).toBe(range.start.line);
          expect(range.end.column).toBeGreaterThanOrEqual(range.start.column);
          expect(range.end.column).toBeLessThanOrEqual((lines[range.end.line - 1] ?? '').length + 1);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('a scan has every line once, as it is', () => {
  fc.assert(
    fc.property(halfWritten, fc.constantFrom('postmortems/a.mdx', 'systems.yaml'), (text, path) => {
      const scanned = scan(path, text);
      expect(scanned.map((line) => line.text)).toEqual(linesOf(text));
      expect(scanned.map(({ number }) => number)).toEqual(scanned.map((_, at) => at + 1));
    }),
  );
});

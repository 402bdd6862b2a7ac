import type { Settings } from '../../core/catalog/catalog.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Document } from '../../core/document/document.ts';
import { applyRuleSettings } from '../../core/rules.ts';
import type { Mermaid } from './index.ts';

/**
 * Draws every diagram that authors wrote and reports the ones that can't be drawn, each at its own line.
 *
 * @param documents By their path from the project's root; also those whose front matter can't be used.
 */
export async function checkFences(
  documents: ReadonlyMap<string, Document>,
  { rules }: Pick<Settings, 'rules'>,
  mermaid: Mermaid,
): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  await Promise.all(
    [...documents].flatMap(([file, { fences }]) =>
      fences.map(async ({ source, place }) => {
        const drawing = await mermaid.draw(source);
        if (drawing.kind === 'broken')
          diagnostics.push({
            file,
            line: place.line + drawing.line - 1,
            column: place.column + drawing.column - 1,
            severity: 'error',
            rule: 'diagram-broken',
            message: `This diagram can't be drawn: ${drawing.message}`,
            ...(drawing.hint === undefined ? {} : { hint: drawing.hint }),
          });
        else
          for (const { line, column, message } of drawing.warnings)
            diagnostics.push({
              file,
              line: place.line + line - 1,
              column: place.column + column - 1,
              severity: 'warning',
              rule: 'diagram-reading',
              message,
            });
      }),
    ),
  );
  return applyRuleSettings(diagnostics, rules);
}

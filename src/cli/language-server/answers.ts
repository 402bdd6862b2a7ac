import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  ErrorCodes,
  MarkupKind,
  type Location as ProtocolLocation,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Place, TextEdit } from '../../core/diagnostic.ts';
import { applyFixes } from '../../core/fix/apply-fixes.ts';
import { completionsAt } from '../../core/language/completion.ts';
import { definitionAt, type Location, referencesAt } from '../../core/language/definition.ts';
import { hintsOf } from '../../core/language/hints.ts';
import { hoverAt } from '../../core/language/hover.ts';
import type { Library } from '../../core/language/library.ts';
import { linesOf } from '../../core/language/lines.ts';
import { outlineOf } from '../../core/language/outline.ts';
import { quickFixesFor } from '../../core/language/quick-fixes.ts';
import { renamable, renameAt } from '../../core/language/rename.ts';
import type { Findings } from './findings.ts';
import {
  completionItem,
  documentSymbol,
  placeOf,
  positionOf,
  protocolDiagnostic,
  rangeOf,
} from './protocol.ts';
import type { Session } from './session.ts';

/** What an editor may ask for. */
export const abilities: ServerCapabilities = {
  completionProvider: { triggerCharacters: ['@', ':', '#', '*', '(', '/', '[', ',', ' '] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
  documentSymbolProvider: true,
  inlayHintProvider: true,
};

/** Answers an editor's questions about a place in a file. */
export function answerQuestions(connection: Connection, session: Session, findings: Findings): void {
  /** Asks about a file of the content; of others nothing is known. */
  const about = <Answer>(
    uri: string,
    ask: (library: Library, path: string) => Answer,
    fresh = true,
  ): Answer | null => {
    const path = session.pathOf(uri);
    if (path === null) return null;
    const workspace = (fresh ? null : session.lastWorkspace()) ?? session.workspace();
    return ask(session.library(workspace), path);
  };
  const at = <Answer>(
    { textDocument, position }: TextDocumentPositionParams,
    ask: (library: Library, path: string, place: Place) => Answer,
    fresh = true,
  ): Answer | null =>
    about(textDocument.uri, (library, path) => ask(library, path, placeOf(position)), fresh);
  const location = ({ path, range }: Location): ProtocolLocation => ({
    uri: session.uriOf(path),
    range: rangeOf(range),
  });
  const workspaceEdit = (edits: readonly (TextEdit & { path: string })[]): WorkspaceEdit => ({
    changes: Object.fromEntries(
      [...Map.groupBy(edits, ({ path }) => session.uriOf(path))].map(([uri, own]) => [
        uri,
        own.map((edit) => ({ range: rangeOf(edit), newText: edit.text })),
      ]),
    ),
  });

  // While somebody types, yesterday's catalog is good enough, and the text is today's.
  connection.onCompletion((params) => at(params, completionsAt, false)?.map(completionItem) ?? null);
  connection.onHover((params) => {
    const hover = at(params, hoverAt) ?? null;
    return (
      hover && {
        contents: { kind: MarkupKind.Markdown, value: hover.markdown },
        range: rangeOf(hover.range),
      }
    );
  });
  connection.onDefinition((params) => {
    const found = at(params, definitionAt) ?? null;
    return found && location(found);
  });
  connection.onReferences((params) => at(params, referencesAt)?.map(location) ?? null);
  connection.onPrepareRename((params) => {
    const found = at(params, renamable) ?? null;
    return found && { range: rangeOf(found.range), placeholder: found.name };
  });
  connection.onRenameRequest((params) => {
    const name = params.newName.trim().replace(/^@/, '');
    const renaming = at(params, (library, path, place) => renameAt(library, path, place, name));
    if (renaming === null) return null;
    if ('refusal' in renaming) return new ResponseError(ErrorCodes.InvalidRequest, renaming.refusal);
    return workspaceEdit(renaming.locations.map(({ path, range }) => ({ path, ...range, text: name })));
  });
  connection.onDocumentSymbol(
    ({ textDocument }) => about(textDocument.uri, outlineOf)?.map(documentSymbol) ?? null,
  );
  connection.languages.inlayHint.on(
    ({ textDocument }) =>
      about(textDocument.uri, hintsOf)?.map(({ place, text }) => ({
        position: positionOf(place),
        label: text,
        paddingLeft: true,
      })) ?? null,
  );
  connection.onCodeAction(({ textDocument, range, context: { only } }) =>
    about(textDocument.uri, (library, path) => {
      const isWanted = (kind: string): boolean =>
        only?.some((wanted) => `${kind}.`.startsWith(`${wanted}.`)) ?? true;
      const text = library.textOf(path) ?? '';
      const lines = linesOf(text);
      const own = findings.now(session.workspace()).filter(({ file }) => session.pathOfFile(file) === path);
      const quickFixes = own
        .map((finding) => ({
          finding,
          shown: protocolDiagnostic(finding, lines[finding.line - 1] ?? '', session.explained(finding.rule)),
        }))
        .filter(
          ({ shown }) => shown.range.start.line <= range.end.line && shown.range.end.line >= range.start.line,
        )
        .flatMap(({ finding, shown }) =>
          quickFixesFor(library, path, finding, own).map(
            ({ title, preferred, path: changed, edits }): CodeAction => ({
              title,
              kind: CodeActionKind.QuickFix,
              diagnostics: [shown],
              ...(preferred ? { isPreferred: true } : {}),
              edit: workspaceEdit(edits.map((edit) => ({ ...edit, path: changed }))),
            }),
          ),
        );
      const { applied } = applyFixes(
        text,
        own.flatMap(({ fix }) => fix ?? []),
      );
      const fixAll: CodeAction = {
        title: 'Fix all that has one right answer',
        kind: CodeActionKind.SourceFixAll,
        edit: workspaceEdit(applied.flatMap(({ edits }) => edits.map((edit) => ({ ...edit, path })))),
      };
      return [
        ...(isWanted(CodeActionKind.QuickFix) ? quickFixes : []),
        ...(applied.length > 0 && isWanted(CodeActionKind.SourceFixAll) ? [fixAll] : []),
      ];
    }),
  );
}

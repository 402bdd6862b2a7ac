import type { Connection } from 'vscode-languageserver/node';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { linesOf } from '../../core/language/lines.ts';
import type { Workspace } from '../../workspace/load.ts';
import { protocolDiagnostic } from './protocol.ts';
import type { Session } from './session.ts';

/** Tells the editor what is wrong in each file, also in those that are not open, and only where that is news. */
export function createPublisher(
  connection: Connection,
  session: Session,
  versionOf: (uri: string) => number | undefined,
): { publish(workspace: Workspace, diagnostics: readonly Diagnostic[]): void } {
  const told = new Map<string, string>();
  return {
    publish({ textOf }, diagnostics) {
      const byFile = Map.groupBy(diagnostics, ({ file }) => file);
      for (const file of new Set([...told.keys(), ...byFile.keys()])) {
        const lines = linesOf(textOf(file) ?? '');
        const found = (byFile.get(file) ?? []).map((diagnostic) =>
          protocolDiagnostic(
            diagnostic,
            lines[diagnostic.line - 1] ?? '',
            session.explained(diagnostic.rule),
          ),
        );
        const uri = session.uriOf(session.pathOfFile(file));
        const version = versionOf(uri);
        const news = JSON.stringify([uri, found]);
        if (told.get(file) === news) continue;
        if (found.length === 0) told.delete(file);
        else told.set(file, news);
        connection.sendDiagnostics({
          uri,
          diagnostics: found,
          ...(version === undefined ? {} : { version }),
        });
      }
    },
  };
}

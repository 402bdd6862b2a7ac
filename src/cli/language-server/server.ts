import { basename } from 'node:path';
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Project, UsageError } from '../../workspace/project.ts';
import { type ContentWatch, watchContent } from '../../workspace/watch.ts';
import { abilities, answerQuestions } from './answers.ts';
import { createFindings } from './findings.ts';
import { createPublisher } from './publisher.ts';
import { createSession } from './session.ts';

/** How long a hand must rest before the content is checked again, in milliseconds. */
const rest = 120;

/**
 * Answers an editor. What goes wrong is told to the editor's log, and the next question is answered all the same.
 *
 * @param onEditor Learns once which editor it is, as that calls itself; empty where it does not say.
 */
export function serveLanguage(
  connection: Connection,
  project: Project,
  onEditor: (name: string) => void,
): void {
  const documents = new TextDocuments(TextDocument);
  const session = createSession(project);
  const findings = createFindings(project);
  const publisher = createPublisher(connection, session, (uri) => documents.get(uri)?.version);
  let watches = false;
  let watch: ContentWatch | undefined;
  let timer: NodeJS.Timeout | undefined;

  const check = async (): Promise<void> => {
    try {
      const workspace = session.workspace();
      publisher.publish(workspace, findings.now(workspace));
      const isNews = await findings.complete(workspace);
      // What was drawn meanwhile may be of a text that is gone.
      if (isNews && workspace === session.lastWorkspace())
        publisher.publish(workspace, findings.now(workspace));
    } catch (error) {
      if (error instanceof UsageError) connection.window.showErrorMessage(error.message);
      else connection.console.error(String(error instanceof Error ? (error.stack ?? error) : error));
    }
  };
  const checkSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(check, rest);
  };

  const onDiskChange = (): void => {
    session.touch();
    checkSoon();
  };

  connection.onInitialize(({ capabilities, clientInfo }) => {
    onEditor(clientInfo?.name ?? '');
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      serverInfo: { name: 'fire-marshal' },
      capabilities: {
        ...abilities,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      },
    };
  });
  answerQuestions(connection, session, findings);
  connection.onInitialized(async () => {
    checkSoon();
    // Not every editor tells what changes on the disk.
    if (!watches)
      watch = await watchContent(project, onDiskChange, (message) => connection.console.warn(message));
    else
      connection.client
        .register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: `**/${basename(project.content)}/**` }],
        })
        .catch((error) => connection.console.warn(`Files are not watched: ${error}`));
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => session.pathOf(uri) !== null)) onDiskChange();
  });
  documents.onDidChangeContent(({ document }) => {
    session.open(document.uri, document.getText());
    checkSoon();
  });
  documents.onDidSave(onDiskChange);
  documents.onDidClose(({ document }) => {
    session.close(document.uri);
    checkSoon();
  });
  connection.onShutdown(async () => {
    clearTimeout(timer);
    await Promise.all([watch?.close(), findings.close()]);
  });
  documents.listen(connection);
  connection.listen();
}

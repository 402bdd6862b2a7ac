import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { plainEnvironment, root } from './build-site.ts';

/** An editor without a screen: talks to the language server in a process of its own, over its standard input and output. */
export interface LanguageClient {
  connection: ProtocolConnection;
  uri(path: string): string;
  open(path: string, text: string): Promise<void>;
  /** Replaces the whole text. */
  change(path: string, text: string): Promise<void>;
  close(path: string): Promise<void>;
  /** What the server said last of a file, once that satisfies the condition. */
  diagnostics(path: string, until: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  /** Says goodbye as the protocol wants it. @returns the exit code. */
  end(): Promise<number | null>;
}

/**
 * @param folder a content folder, from the project's root. Paths are those below it.
 * @param editor How it calls itself.
 */
export async function languageClient(folder: string, editor = 'test'): Promise<LanguageClient> {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'lsp', '--stdio'], {
    cwd: root,
    env: { ...plainEnvironment(), CONTENT_DIR: folder, SOURCE_DATE_EPOCH: '1526040000' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const latest = new Map<string, Diagnostic[]>();
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    latest.set(uri, diagnostics);
    for (const look of waiting) look();
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    clientInfo: { name: editor },
    capabilities: {},
  });
  await connection.sendNotification('initialized', {});
  const uri = (path: string) => pathToFileURL(join(root, folder, path)).href;
  let version = 1;
  return {
    connection,
    uri,
    open: (path, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(path), languageId: 'mdx', version: 1, text },
      }),
    change: (path, text) => {
      version += 1;
      return connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(path), version },
        contentChanges: [{ text }],
      });
    },
    close: (path) =>
      connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(path) } }),
    diagnostics: (path, until) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = latest.get(uri(path)) ?? [];
          if (!until(found)) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    async end() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return closed;
    },
  };
}

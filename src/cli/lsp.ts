import process from 'node:process';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Project } from '../workspace/project.ts';
import { serveLanguage } from './language-server/server.ts';

/** Speaks the Language Server Protocol over standard input and output. The editor ends it, and the process with it. */
export async function lspCommand(project: Project): Promise<never> {
  serveLanguage(createConnection(ProposedFeatures.all, process.stdin, process.stdout), project);
  return new Promise(() => {});
}

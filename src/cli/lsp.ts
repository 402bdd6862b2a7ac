import process from 'node:process';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Project } from '../workspace/project.ts';
import { readAlong } from '../workspace/reading-along.ts';
import { serveLanguage } from './language-server/server.ts';

/** VS Code and what is made of it: they read this repository's `.vscode/`, and so run its task that checks. */
const runsTasks = /\bcode\b|vscod|cursor|windsurf|positron/i;

/** Speaks the Language Server Protocol over standard input and output. The editor ends it, and the process with it. */
export async function lspCommand(project: Project): Promise<never> {
  serveLanguage(createConnection(ProposedFeatures.all, process.stdin, process.stdout), project, (editor) => {
    if (runsTasks.test(editor)) readAlong(project);
  });
  return new Promise(() => {});
}

import { join } from 'node:path';
import { codeFingerprint } from './code-fingerprint.ts';
import { type KeptFindings, openFindings } from './kept-findings.ts';
import type { LastGood } from './last-good.ts';
import { emptyMemory, type LoadMemory, load, type Workspace } from './load.ts';
import { cacheFolder, displayPath, type Project } from './project.ts';
import { shortHash } from './short-hash.ts';

interface Loaded {
  workspace: Workspace;
  memory: LoadMemory;
}

const loaded = new Map<string, Loaded>();

/** The content as it was last read in this process; read now where it was not. */
export function currentWorkspace(project: Project): Workspace {
  return loaded.get(project.content)?.workspace ?? refreshWorkspace(project);
}

/**
 * Reads again what has changed on disk since the last time.
 *
 * @param lastGood What stands in for files with errors, where anything may.
 */
export function refreshWorkspace(project: Project, lastGood: LastGood | null = null): Workspace {
  const memory = loaded.get(project.content)?.memory ?? emptyMemory(findingsOf(project));
  const workspace = load(project, memory, new Map(), lastGood);
  memory.findings?.keep();
  loaded.set(project.content, { workspace, memory });
  return workspace;
}

function findingsOf(project: Project): KeptFindings {
  // Wherever the site is published and the project lies, the rules find the same.
  const name = shortHash(displayPath(project, project.content));
  return openFindings({
    file: join(cacheFolder(project, 'findings'), `${name}.json`),
    code: () => codeFingerprint(project),
  });
}

import { existsSync, renameSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import process from 'node:process';
import { today } from '../workspace/clock.ts';
import { currentWorkspace } from '../workspace/current.ts';
import { type Project, UsageError } from '../workspace/project.ts';
import { everyFinding, reportText } from './check.ts';
import type { Terminal } from './terminal.ts';

/**
 * Builds the site into a folder beside `dist/` and swaps the two when it is whole, so that the last good site stays
 * until there is a better one.
 *
 * @returns 0 when the new site is in place, 1 where the content has errors or the build failed.
 */
export async function buildCommand(project: Project, terminal: Terminal): Promise<number> {
  const folder = process.env.FIRE_MARSHAL_DIST ?? 'dist';
  if (isAbsolute(folder) || /(^|[\\/])(\.\.?|src|content|node_modules)?([\\/]|$)/.test(folder))
    throw new UsageError('FIRE_MARSHAL_DIST must name a folder of its own inside the project.');
  const target = join(project.root, folder);
  const fresh = `${target}.next`;
  const old = `${target}.old`;
  if (existsSync(old) && !existsSync(target)) renameSync(old, target);
  for (const leftover of [fresh, old]) rmSync(leftover, { recursive: true, force: true });
  const workspace = currentWorkspace(project);
  const diagnostics = await everyFinding(workspace, terminal);
  if (diagnostics.length > 0)
    terminal.error(reportText('pretty', workspace, diagnostics, workspace.fileCount, terminal, 'warning'));
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    terminal.error(
      existsSync(target)
        ? '\nNothing was built; the last good site is still in place.'
        : '\nNothing was built.',
    );
    return 1;
  }
  // Astro would report a clock that can't be read as a fault of its own.
  today(workspace.catalog.settings.timezone);
  process.env.FIRE_MARSHAL_OUT_DIR = `${folder}.next`;
  const { build } = await import('astro');
  try {
    await build({ root: project.root, logLevel: process.env.FIRE_MARSHAL_LOG === 'info' ? 'info' : 'warn' });
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    if (existsSync(target)) terminal.error('\nThe last good site is still in place.');
    return 1;
  }
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
  return 0;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Project, UsageError } from '../workspace/project.ts';
import type { Terminal } from './terminal.ts';

/**
 * Serves the built site until the process ends.
 *
 * @throws UsageError where nothing has been built yet.
 */
export async function serveCommand(
  project: Project,
  { port, host }: { port: number; host: string },
  terminal: Terminal,
): Promise<number> {
  if (!existsSync(join(project.root, 'dist', 'index.html')))
    throw new UsageError('There is no site in dist/ yet. Run npm run build first, or npm start for both.');
  const { preview } = await import('astro');
  const server = await preview({ root: project.root, logLevel: 'warn', server: { port, host } });
  terminal.out(
    `Serving the knowledge base at http://${server.host ?? 'localhost'}:${server.port}${project.basePath}`,
  );
  terminal.out('Press Ctrl+C to stop.');
  await server.closed();
  return 0;
}

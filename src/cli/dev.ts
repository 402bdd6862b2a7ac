import type { Project } from '../workspace/project.ts';
import type { Terminal } from './terminal.ts';

/** Serves the site with live reload until the process ends. */
export async function devCommand(
  project: Project,
  { port, host }: { port: number; host: string },
  terminal: Terminal,
): Promise<number> {
  const { dev } = await import('astro');
  const server = await dev({ root: project.root, logLevel: 'warn', server: { port, host } });
  const { address } = server;
  terminal.out(`Writing desk at http://${host}:${address.port}${project.basePath}`);
  terminal.out('Pages follow your saves. Press Ctrl+C to stop.');
  return new Promise(() => {});
}

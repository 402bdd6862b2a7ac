import { parseArgs } from 'node:util';
import { projectFromEnvironment, UsageError } from '../workspace/project.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { devCommand } from './dev.ts';
import { serveCommand } from './serve.ts';
import type { Terminal } from './terminal.ts';

const usage = `Fire Marshal: postmortems in, a knowledge base out.

  npm start                 build the site and serve it
  npm run dev               serve it with live reload while you write
  npm run init              make the knowledge base your own; -- --help says more
  npm run new               begin the file of an incident; -- --help says more
  npm run log               add a line to an incident's timeline; -- --help says more
  npm run import -- PATH…   take other people's incident reports in; -- --help says more
  npm run status            where an incident stands, and on to the next status; -- --help says more
  npm run build             write the site to dist/
  npm run check             check everything in content/
      -- --format pretty|unix|editor|json|github  how to print what is found
      -- FILE…                               print only what concerns these files
      -- --watch                             check again whenever something is saved
      -- --fix [--dry-run]                   mend what has one right answer; or only show it, as a diff
  npm run --silent lsp -- --stdio            talk to an editor; docs/editors.md says how to set it up

  CONTENT_DIR=path          use another content folder
  SITE_URL=https://…        the address the site will have, for canonical links and the sitemap
  BASE_PATH=/kb/            where on that host it lies
`;

/** Of commands with a help of their own. */
const usages: Record<string, string> = {
  import: 'All flags, with examples: npm run import -- --help',
  init: 'All flags, with examples: npm run init -- --help',
  log: 'All flags, with examples: npm run log -- --help',
  new: 'All flags, with examples: npm run new -- --help',
  status: 'More: npm run status -- --help',
};

/**
 * Runs one command of the product.
 *
 * @returns The exit code: 0 all is well, 1 the content has errors or the build failed, 2 the call can't be understood,
 *   130 stopped with Ctrl+C.
 */
export async function run(
  [command, ...rest]: readonly string[],
  environment: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<number> {
  try {
    switch (command) {
      case 'check':
        return await check(rest, environment, terminal);
      case 'import':
        return await (await import('./import.ts')).importCommand(
          projectFromEnvironment(environment),
          rest,
          terminal,
        );
      case 'init':
        return await (await import('./init.ts')).initCommand(
          projectFromEnvironment(environment),
          rest,
          terminal,
        );
      case 'new':
        return await (await import('./new.ts')).newCommand(
          projectFromEnvironment(environment),
          rest,
          terminal,
        );
      case 'log':
        return await (await import('./log.ts')).logCommand(
          projectFromEnvironment(environment),
          rest,
          terminal,
        );
      case 'status':
        return await (await import('./status.ts')).statusCommand(
          projectFromEnvironment(environment),
          rest,
          terminal,
        );
      case 'build':
        noMore(rest);
        return await buildCommand(projectFromEnvironment(environment), terminal);
      case 'dev':
        return await devCommand(projectFromEnvironment(environment), serverOptions(rest), terminal);
      case 'serve':
        return await serveCommand(projectFromEnvironment(environment), serverOptions(rest), terminal);
      case 'lsp':
        languageServerOptions(rest);
        return await (await import('./lsp.ts')).lspCommand(projectFromEnvironment(environment));
      case 'help':
      case '--help':
      case '-h':
        terminal.out(usage);
        return 0;
      default:
        throw new UsageError(command === undefined ? 'Say what to do.' : `There is no command "${command}".`);
    }
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(`${error.message}\n\n${usages[command ?? ''] ?? usage}`);
      return 2;
    }
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      terminal.error(`${error.message.split('. ')[0]}.\n\n${usages[command ?? ''] ?? usage}`);
      return 2;
    }
    if (error instanceof Error && error.name === 'ExitPromptError') {
      terminal.error('Stopped. Nothing was written.');
      return 130;
    }
    throw error;
  }
}

async function check(
  args: string[],
  environment: Record<string, string | undefined>,
  terminal: Terminal,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string', short: 'f', default: 'pretty' },
      fix: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      watch: { type: 'boolean', short: 'w', default: false },
    },
  });
  const { format, fix, watch, 'dry-run': dryRun } = values;
  if (dryRun && !fix) throw new UsageError('--dry-run shows what --fix would do: write --fix --dry-run.');
  if (fix && watch)
    throw new UsageError('--watch only looks; --fix would write under your hands. Use one of them.');
  const project = projectFromEnvironment(environment);
  const options = { format, files: positionals };
  if (watch) {
    const { watchCommand } = await import('./check-watch.ts');
    return await watchCommand(project, options, terminal);
  }
  if (fix) {
    const { fixCommand } = await import('./check-fix.ts');
    return await fixCommand(project, { ...options, dryRun }, terminal);
  }
  return await checkCommand(project, options, terminal);
}

function serverOptions(args: string[]): { port: number; host: string } {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string', default: '4321' }, host: { type: 'string', default: '127.0.0.1' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(
      `"${values.port}" is no port. Write a number from 0 to 65535, for example --port 8080.`,
    );
  return { port, host: values.host };
}

/** What editors add to the command of a language server. */
function languageServerOptions(args: string[]): void {
  parseArgs({ args, options: { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } } });
}

function noMore(args: string[]): void {
  parseArgs({ args, options: {} });
}

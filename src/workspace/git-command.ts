import { spawn } from 'node:child_process';
import process from 'node:process';
import type { MissingReason } from '../core/history/history.ts';

/** Why there is no history to read. */
export class GitError extends Error {
  override name = 'GitError';
  readonly reason: MissingReason;

  constructor(reason: MissingReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** One run of git. */
export interface GitRun {
  /** What git is started as. */
  program: string;
  /** The folder git is asked about. */
  folder: string;
  /** Ends what takes too long. */
  signal: AbortSignal;
}

/** Settings of a user or a repository that would change what is printed, run something else, or reach for the network. */
const options = [
  '--no-pager',
  '--literal-pathspecs',
  ...[
    'core.fsmonitor=false',
    'log.showSignature=false',
    'log.showRoot=true',
    'log.follow=false',
    'log.diffMerges=separate',
    'protocol.allow=never',
  ].flatMap((setting) => ['-c', setting]),
];

/**
 * Runs git without a shell and gives what it prints.
 *
 * @param onData Takes the output as it comes; nothing is given back then.
 * @throws GitError
 */
export async function git(
  { program, folder, signal }: GitRun,
  command: readonly string[],
  { input = '', onData }: { input?: string; onData?: (chunk: Buffer) => void } = {},
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const complaints: Buffer[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(program, [...options, '-C', folder, ...command], {
      env: gitEnvironment(process.env),
      signal,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(new GitError(error.code === 'ENOENT' ? 'no-git' : 'failed', error.message)),
    );
    child.on('close', resolve);
    child.stdout.on('data', (chunk: Buffer) => {
      if (onData === undefined) chunks.push(chunk);
      else onData(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    // A git that ends early leaves nobody to read the rest.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
  if (code === 0) return Buffer.concat(chunks);
  const complaint = Buffer.concat(complaints).toString().trim();
  throw new GitError(reasonOf(complaint), complaint || `git ${command[0]} ended with ${code}`);
}

function reasonOf(complaint: string): MissingReason {
  if (/dubious ownership|unsafe repository/.test(complaint)) return 'not-trusted';
  if (/not a git repository|must be run in a work tree/.test(complaint)) return 'no-repository';
  if (/promisor|lazy fetching|transport '.*' not allowed/.test(complaint)) return 'partial-clone';
  return 'failed';
}

/** Those that say how to read settings; the others tie a command to the repository of a hook that runs it. */
const keptVariables = /^GIT_(?:CONFIG|EXEC_PATH|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM)/;

function gitEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(environment).filter(
    ([name]) => !/^GIT_/i.test(name) || keptVariables.test(name),
  );
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
}
